package import Intake

// Queries says what can be asked of an archive and what comes back. In: text a person typed, or a
// screen's need. Out: a Query, a Question, an Answer, all plain values. It refuses to know how an
// archive stores anything and how a screen shows it.

/// What a person asks for: a condition that an article meets or does not.
///
/// `docs/query-language.md` documents the written form; `QueryParser` reads it and
/// `QueryPrinter` writes it, so that `parse(print(query)) == query`.
package indirect enum Query: Hashable, Sendable {
    /// Every article.
    case everything
    /// A word of title or text, stemmed for English, without regard to case and diacritics; of a
    /// name of the dossier, in any of its spellings.
    case word(String)
    /// A word that begins so, unstemmed; or as another spelling of the name that it is.
    case prefix(String)
    /// A word that is being typed: it begins so, or it is one that the word would find as it stands.
    case begun(String)
    /// Words in a row, unstemmed; one word: exactly that word.
    case phrase([String])
    /// Words in a row, the last of which goes on at will; two words at least.
    case phrasePrefix([String])
    /// A regular expression that title or text matches.
    case pattern(Pattern)
    /// One that the title matches.
    case titlePattern(Pattern)
    /// An id or a name, as typed.
    case field(Field, String)
    /// An id or a name that begins so.
    case fieldPrefix(Field, String)
    case has(Trait)
    case state(Mark)
    /// Published before the first day, after the last day, or within the span of a date.
    case before(PublicationDate)
    case after(PublicationDate)
    case on(PublicationDate)
    /// Published by the last day of a date, and what the dossier dates later is not known yet: the
    /// corpus as it stood then. The undated are not part of it.
    case known(PublicationDate)
    case not(Query)
    case and([Query])
    case or([Query])
    /// All fields inside hold of one and the same sentence.
    case sentence(Query)

    /// What was typed for a word, or the beginning of one.
    package var typedWord: String? {
        switch self {
        case .word(let typed), .prefix(let typed), .begun(let typed): typed
        default: nil
        }
    }

    package enum Field: String, CaseIterable, Sendable {
        case source, cites, actor, speaker, point, stance, draft, title, lang
        /// A search kept under a name, which stands for what it asks for.
        case saved
    }
    package enum Trait: String, CaseIterable, Sendable { case quote, clash }
    package enum Mark: String, CaseIterable, Sendable { case unread, marked, noted, copy, edited }
}

/// A part of a query that could not be read: named, and left out of what is answered.
package struct QueryProblem: Hashable, Sendable {
    /// Scalars of the typed text.
    package var range: Range<Int>
    /// One sentence: what is wrong, and what was probably meant.
    package var message: String

    package init(range: Range<Int>, message: String) {
        self.range = range
        self.message = message
    }
}

/// What was read from a typed query: as much as could be, and what could not.
package struct ParsedQuery: Hashable, Sendable {
    /// In normal form.
    package var query: Query
    /// In the order of the text.
    package var problems: [QueryProblem]
    /// How the query is read, part by part.
    package var parts: [QueryPart]

    package init(query: Query, problems: [QueryProblem], parts: [QueryPart] = []) {
        self.query = query
        self.problems = problems
        self.parts = parts
    }
}

/// One part of a typed query and how it is read.
package struct QueryPart: Hashable, Sendable {
    /// Scalars of the typed text.
    package var range: Range<Int>
    /// What this part alone asks for: its own count can be shown beside it.
    package var query: Query
    /// "published before 4 Dec 2025".
    package var explanation: String

    package init(range: Range<Int>, query: Query, explanation: String) {
        self.range = range
        self.query = query
        self.explanation = explanation
    }
}
