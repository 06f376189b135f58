package import Intake

// What a person does with articles: reads, marks, notes, and searches worth keeping. It goes by
// article ids, and no import or rebuild touches it.

/// What somebody wrote on a sentence.
package struct Note: Hashable, Sendable {
    package var article: String
    /// Counted from 0.
    package var sentence: Int
    /// Scalars of the article's text, and their words when it was written: by these it is found
    /// again in a text that has changed.
    package var range: Range<Int>
    package var anchor: String
    package var text: String

    package init(
        article: String, sentence: Int, range: Range<Int>, anchor: String, text: String
    ) {
        self.article = article
        self.sentence = sentence
        self.range = range
        self.anchor = anchor
        self.text = text
    }

    /// On a sentence of an article, which must have it.
    package init(_ text: String, on sentence: Int, of article: Article) {
        self.init(
            article: article.id, sentence: sentence, range: article.sentences[sentence].range,
            anchor: article.sentenceText(sentence), text: text)
    }
}

/// What somebody decided about a finding in a sentence: that it is right, or that it is not.
package struct Verdict: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable { case accepted, rejected }

    package var article: String
    /// Counted from 0.
    package var sentence: Int
    /// Scalars of the article's text, and their words when it was decided: in other words it
    /// counts no more.
    package var range: Range<Int>
    package var anchor: String
    /// "point", "quote", "stance" and so on, and by ids what was found.
    package var kind: String
    package var value: String
    /// Nil where nothing is decided: takes the decision away.
    package var state: State?

    package init(
        article: String, sentence: Int, range: Range<Int>, anchor: String, kind: String,
        value: String, state: State?
    ) {
        self.article = article
        self.sentence = sentence
        self.range = range
        self.anchor = anchor
        self.kind = kind
        self.value = value
        self.state = state
    }

    /// About the same finding.
    package func isOnSame(as other: Verdict) -> Bool {
        article == other.article && sentence == other.sentence && kind == other.kind
            && value == other.value
    }
}

/// What a person has done with one article.
package struct OwnWork: Equatable, Sendable {
    package var article: String
    package var isRead: Bool
    package var isMarked: Bool
    /// In the order of the text; one a sentence.
    package var notes: [Note]
    /// At most one on a finding in a sentence.
    package var verdicts: [Verdict] = []

    package init(article: String, isRead: Bool = false, isMarked: Bool = false, notes: [Note] = [])
    {
        self.article = article
        self.isRead = isRead
        self.isMarked = isMarked
        self.notes = notes
    }
}

/// A search under a name, with what it finds now.
package struct SavedSearch: Hashable, Sendable {
    package var name: String
    package var query: String
    package var count: Int
    package var unreadCount: Int

    package init(name: String, query: String, count: Int = 0, unreadCount: Int = 0) {
        self.name = name
        self.query = query
        self.count = count
        self.unreadCount = unreadCount
    }

    /// A name as it can be kept and asked for: on one line, without quotation marks, of 80 scalars
    /// at most; nil where nothing is left of what was typed.
    package static func name(typed: String) -> String? {
        let plain = typed.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format ? " " : scalar
        }
        let name = Query.value(
            String(String.UnicodeScalarView(plain)), of: .saved
        ).unicodeScalars.prefix(80)
        return name.isEmpty ? nil : String(String.UnicodeScalarView(name))
    }
}

/// A change of a person's own work, as it is to be kept.
package enum OwnChange: Hashable, Sendable {
    case read(Bool, [String])
    case marked(Bool, [String])
    /// An empty text takes the note away.
    case note(Note)
    /// Without a state it takes the verdict away.
    case verdict(Verdict)
    case save(SavedSearch)
    case forget(SavedSearch)
}
