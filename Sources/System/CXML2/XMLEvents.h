#pragma once
#include <libxml/xmlversion.h>
// Its ICU types clash with those of Foundation, and nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

// libxml2's XML parser as a stream of events, in recover mode, so that no tree of its own is
// built. Nothing is ever fetched and no document type is ever read: the text must hold none, nor
// any entity beyond XML's own five.

/// What happens in a document, in order. Each is called with `tree`; any answer but 0 ends the
/// reading. The strings live as long as the call.
typedef struct parley_xml_events {
    void *tree;
    /// An element by its local name, prefix and the name of its space, each of the latter two null
    /// when there is none, and its attributes as five pointers each: local name, prefix, name of
    /// space, first byte of the value, the byte behind it.
    int (*start)(
        void *tree, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
        const xmlChar *const *attributes, int count);
    int (*end)(void *tree);
    /// Text, with its references resolved; a run of text may come in several pieces.
    int (*text)(void *tree, const xmlChar *bytes, int count);
    xmlParserCtxtPtr parser;
} parley_xml_events;

static inline void parley_xml_start(
    void *events, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int spaces, const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
    parley_xml_events *e = (parley_xml_events *)events;
    (void)spaces;
    (void)declared;
    (void)defaulted;
    if (e->start(e->tree, name, prefix, space, (const xmlChar *const *)attributes, count))
        xmlStopParser(e->parser);
}

static inline void parley_xml_end(
    void *events, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    parley_xml_events *e = (parley_xml_events *)events;
    (void)name;
    (void)prefix;
    (void)space;
    if (e->end(e->tree)) xmlStopParser(e->parser);
}

static inline void parley_xml_text(void *events, const xmlChar *bytes, int count) {
    parley_xml_events *e = (parley_xml_events *)events;
    if (e->text(e->tree, bytes, count)) xmlStopParser(e->parser);
}

static inline void parley_xml_fault(void *events, const void *error) {
    (void)events;
    (void)error;
}

/// Reads `count` bytes of UTF-8; false when there is no memory for a parser. XML_PARSE_NOENT has
/// the five entities that there are resolved in attributes, too.
static inline int parley_xml_read(const char *bytes, int count, parley_xml_events *events) {
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (parser == NULL) return 0;
    xmlSAXHandler handler = {0};
    handler.startElementNs = parley_xml_start;
    handler.endElementNs = parley_xml_end;
    handler.characters = parley_xml_text;
    handler.cdataBlock = parley_xml_text;
    handler.ignorableWhitespace = parley_xml_text;
    handler.serror = (xmlStructuredErrorFunc)parley_xml_fault;
    handler.initialized = XML_SAX2_MAGIC;
    *parser->sax = handler;
    parser->userData = events;
    events->parser = parser;
    xmlDocPtr none = xmlCtxtReadMemory(
        parser, bytes, count, NULL, "UTF-8",
        XML_PARSE_RECOVER | XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_COMPACT
            | XML_PARSE_NOERROR
            | XML_PARSE_NOWARNING);
    if (none != NULL) xmlFreeDoc(none);
    events->parser = NULL;
    xmlFreeParserCtxt(parser);
    return 1;
}

/// The scalar of a character that HTML has a name for (`eacute`); 0 when it has none.
static inline unsigned int parley_html_character(const char *name) {
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity == NULL ? 0 : entity->value;
}
