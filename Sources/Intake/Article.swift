// Intake turns a raw document into an Article. In: bytes and what the caller knows of them. Out:
// a value with title, outlet, date, paragraphs and sentences, and what was taken out of the body.
// It refuses to know what the article says: names, points and quotations are Analysis's.

/// One article, as Intake hands it on. All ranges count Unicode scalars of `text`.
package struct Article: Equatable, Sendable {
    /// Who wrote the words we hold.
    package enum Kind: String, Sendable {
        /// The outlet's own wording.
        case report
        /// Retold by us: shown as "retold", and its words never count as the outlet's wording.
        case digest
    }

    /// Minted once: from the address, else from outlet and first text; 16 hexadecimal digits.
    package var id: String
    /// The hash of this version of the text; 16 hexadecimal digits.
    package var contentHash: String
    /// The id another program gave it (a feed's guid, a JSON line's id).
    package var externalID: String?
    package var kind: Kind
    package var title: String?
    /// The outlet as the document or the caller states it, not yet matched to a dossier.
    package var outlet: String?
    package var published: PublicationDate?
    package var authors: [String]
    package var url: String?
    /// ISO 639-1 code of the body's language, stated or found; nil when unsure.
    package var language: String?
    package var text: ArticleText
    /// In order, without the blank lines between them.
    package var paragraphs: [Range<Int>]
    package var sentences: [Sentence]
    package var sections: [Section]
    package var removed: [RemovedText]
    package var warnings: [IntakeWarning]
    /// Whether the text is known to be less than there is: a summary, as feeds often hold one, or a
    /// page that breaks off.
    package var isSummary = false

    package init(
        id: String, contentHash: String, externalID: String? = nil, kind: Kind = .report,
        title: String? = nil, outlet: String? = nil, published: PublicationDate? = nil,
        authors: [String] = [], url: String? = nil, language: String? = nil,
        text: ArticleText, paragraphs: [Range<Int>], sentences: [Sentence],
        sections: [Section] = [], removed: [RemovedText] = [], warnings: [IntakeWarning] = []
    ) {
        self.id = id
        self.contentHash = contentHash
        self.externalID = externalID
        self.kind = kind
        self.title = title
        self.outlet = outlet
        self.published = published
        self.authors = authors
        self.url = url
        self.language = language
        self.text = text
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.sections = sections
        self.removed = removed
        self.warnings = warnings
    }

    /// The words of sentence `index`, which must exist.
    package func sentenceText(_ index: Int) -> String {
        text[scalars: sentences[index].range]
    }
}

/// One sentence of an article's body.
package struct Sentence: Hashable, Sendable {
    /// The paragraph it stands in, from 0.
    package var paragraph: Int
    /// Scalars of the article's text, without the blanks around it.
    package var range: Range<Int>

    package init(paragraph: Int, range: Range<Int>) {
        self.paragraph = paragraph
        self.range = range
    }
}

/// A subheading: not part of the body, shown above the paragraph it introduces.
package struct Section: Hashable, Sendable {
    package var text: String
    /// The paragraph below it; may equal `paragraphs.count` when nothing follows.
    package var paragraph: Int

    package init(text: String, paragraph: Int) {
        self.text = text
        self.paragraph = paragraph
    }
}

/// Text that stood in the document and is no part of the body: kept, with the reason.
package struct RemovedText: Hashable, Sendable {
    package var text: String
    /// A few words: "comment counter", "subscription line", "caption".
    package var why: String

    package init(text: String, why: String) {
        self.text = text
        self.why = why
    }
}

/// Something odd about a document that did not stop it from becoming an article.
package struct IntakeWarning: Hashable, Sendable {
    /// One sentence for the reader: what is odd and what was done about it.
    package var message: String

    package init(_ message: String) {
        self.message = message
    }

    /// Of an entry of a feed without its full text.
    package static let summaryOnly = IntakeWarning("The feed holds a summary only.")
    /// Of a page whose end is missing.
    static let torn = IntakeWarning("The file breaks off within this page; its end is missing.")
}
