#pragma once
#include <libxml/xmlversion.h>
// Its ICU types clash with those of Foundation, and nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

// libxml2's HTML parser as a stream of events, so that no tree of its own is built. Nothing is
// ever fetched, no entity of a document is ever resolved, and nothing here decides anything.

/// What happens in a page, in order. Each is called with `page`; any answer but 0 ends the
/// reading. The strings live as long as the call.
typedef struct parley_html_events {
    void *page;
    /// An element, and its attributes as name, value, name, value, …, null; null when it has none.
    int (*start)(void *page, const xmlChar *name, const xmlChar *const *attributes);
    int (*end)(void *page, const xmlChar *name);
    /// Text, with its references resolved; a run of text may come in several pieces.
    int (*text)(void *page, const xmlChar *bytes, int count);
    /// Something that is wrong with the markup, and was recovered from.
    int (*fault)(void *page);
    htmlParserCtxtPtr parser;
} parley_html_events;

static inline void parley_html_start(
    void *events, const xmlChar *name, const xmlChar **attributes) {
    parley_html_events *e = (parley_html_events *)events;
    if (e->start(e->page, name, (const xmlChar *const *)attributes)) xmlStopParser(e->parser);
}

static inline void parley_html_end(void *events, const xmlChar *name) {
    parley_html_events *e = (parley_html_events *)events;
    if (e->end(e->page, name)) xmlStopParser(e->parser);
}

static inline void parley_html_text(void *events, const xmlChar *bytes, int count) {
    parley_html_events *e = (parley_html_events *)events;
    if (e->text(e->page, bytes, count)) xmlStopParser(e->parser);
}

// The type of the error differs between versions of the library; it is not looked at.
static inline void parley_html_fault(void *events, const void *error) {
    parley_html_events *e = (parley_html_events *)events;
    (void)error;
    if (e->fault(e->page)) xmlStopParser(e->parser);
}

/// Reads `count` bytes of UTF-8; false when there is no memory for a parser.
static inline int parley_html_read(const char *bytes, int count, parley_html_events *events) {
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (parser == NULL) return 0;
    xmlSAXHandler handler = {0};
    handler.startElement = parley_html_start;
    handler.endElement = parley_html_end;
    handler.characters = parley_html_text;
    handler.cdataBlock = parley_html_text;
    handler.ignorableWhitespace = parley_html_text;
    handler.serror = (xmlStructuredErrorFunc)parley_html_fault;
    handler.initialized = XML_SAX2_MAGIC;
    *parser->sax = handler;
    parser->userData = events;
    events->parser = parser;
    htmlDocPtr none = htmlCtxtReadMemory(
        parser, bytes, count, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NOERROR
            | HTML_PARSE_NOWARNING);
    if (none != NULL) xmlFreeDoc(none);
    events->parser = NULL;
    htmlFreeParserCtxt(parser);
    return 1;
}
