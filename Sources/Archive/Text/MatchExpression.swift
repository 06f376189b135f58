import Queries

/// A full-text expression for FTS5, made from the text conditions of a query.
///
/// What a person typed never reaches FTS5's syntax: every term is cut into folded words, which
/// hold letters and digits only, and each is quoted.
struct MatchExpression: Equatable, Sendable {
    let fts5: String
    /// What `CommonWord` may keep its articles ready under.
    let name: String?

    /// What together finds the words of the corpus that begin with a folded word; nil when they
    /// are better left to the index.
    typealias Beginnings = (String) throws -> [MatchExpression]?

    /// Expressions that together find what a text condition asks for: the index goes through the
    /// articles of one word four times as fast as it merges those of several. Nil when `query` has
    /// no words or is no text condition.
    static func alternatives(
        _ query: Query, expansion: WordExpansion, beginnings: Beginnings
    ) throws -> [MatchExpression]? {
        switch query {
        case .word(let text):
            if let word = onlyWord(of: text) {
                return try expansion.ofWord(word).map(MatchExpression.init(whole:))
            }
        case .prefix(let text), .begun(let text):
            if let word = onlyWord(of: text), let begun = try beginnings(word) {
                let others = try expansion.spellings(word).flatMap {
                    try beginnings($0) ?? listed([$0])
                }
                return begun + others + listed(try otherForms(query, expansion))
            }
        default: break
        }
        return try leaf(query, expansion).map { [MatchExpression(fts5: $0)] }
    }

    /// The words that count as one with a word that is being typed and begin otherwise.
    static func otherForms(_ query: Query, _ expansion: WordExpansion) throws -> [String] {
        guard case .begun(let text) = query, let word = onlyWord(of: text) else { return [] }
        return try expansion.forms(word).filter { !$0.hasPrefix(word) }
    }

    /// One for each of these words of the corpus, as they are listed.
    static func listed(_ words: [String]) -> [MatchExpression] {
        words.map(MatchExpression.init(ofListed:))
    }

    /// A word as it is listed, where long ones are cut.
    private init(ofListed word: String) {
        if word.unicodeScalars.count >= TermCollector.longest {
            self.init(fts5: MatchExpression.quoted([word]) + " *")
        } else {
            self.init(whole: word)
        }
    }

    /// What finds one folded word.
    init(whole word: String) {
        fts5 = MatchExpression.quoted([word])
        name = word
    }

    /// What finds all words that begin with a folded one.
    init(beginning start: String) {
        fts5 = MatchExpression.quoted([start]) + " *"
        name = MatchExpression.name(ofBeginning: start)
    }

    /// No word holds a star.
    static func name(ofBeginning start: String) -> String { start + "*" }

    /// What has this `name`.
    init(named name: String) {
        if name.hasSuffix("*") {
            self.init(beginning: String(name.dropLast()))
        } else {
            self.init(whole: name)
        }
    }

    private static func onlyWord(of text: String) -> String? {
        let words = WordScanner.words(in: text)
        return words.count == 1 ? words.first : nil
    }

    /// Everything the query looks for in text, as alternatives: what `bm25` ranks by. Nil when it
    /// looks for no words.
    static func ranking(_ query: Query, expansion: WordExpansion) throws -> MatchExpression? {
        let leaves = try MatchExpression.leaves(query).compactMap { try leaf($0, expansion) }
        return leaves.isEmpty ? nil : MatchExpression(fts5: leaves.joined(separator: " OR "))
    }

    private init(fts5: String) {
        self.fts5 = fts5
        name = nil
    }

    /// The text conditions that an article may meet, in order, without those under `not`.
    static func leaves(_ query: Query) -> [Query] {
        switch query {
        case .word, .prefix, .begun, .phrase, .phrasePrefix, .field(.title, _),
            .fieldPrefix(.title, _):
            [query]
        case .and(let parts), .or(let parts): parts.flatMap(leaves)
        case .sentence(let inner): leaves(inner)
        default: []
        }
    }

    /// True when the condition is about words of title or text.
    static func isText(_ query: Query) -> Bool {
        switch query {
        case .word, .prefix, .begun, .phrase, .phrasePrefix, .field(.title, _),
            .fieldPrefix(.title, _):
            true
        default: false
        }
    }

    /// The key of `WordStart` that answers `query`, if it is a short start.
    static func shortStart(_ query: Query) -> Int? {
        let (text, inTitle): (String, Bool)
        switch query {
        case .prefix(let start), .begun(let start): (text, inTitle) = (start, false)
        case .fieldPrefix(.title, let start): (text, inTitle) = (start, true)
        default: return nil
        }
        return onlyWord(of: text).flatMap { WordStart.key($0, inTitle: inTitle) }
    }

    private static func leaf(_ query: Query, _ expansion: WordExpansion) throws -> String? {
        switch query {
        case .word(let text): return try word(text, expansion)
        case .phrase(let words): return phrase(words)
        case .prefix(let text), .begun(let text):
            let forms = try otherForms(query, expansion).map { quoted([$0]) }
            let start = shortStart(query) == nil ? try start(text, expansion) : nil
            let terms = [start].compactMap(\.self) + forms
            return terms.isEmpty ? nil : any(terms)
        case .phrasePrefix(let words): return phrase(words).map { $0 + " *" }
        case .field(.title, let text):
            let words = try WordScanner.words(in: text).compactMap { try word($0, expansion) }
            return words.isEmpty ? nil : "title : (\(words.joined(separator: " AND ")))"
        case .fieldPrefix(.title, let text):
            return shortStart(query) == nil ? phrase([text]).map { "title : (\($0) *)" } : nil
        default: return nil
        }
    }

    /// One word stands for all its variants; what falls into several ("28-point") is a phrase.
    private static func word(_ text: String, _ expansion: WordExpansion) throws -> String? {
        guard let word = onlyWord(of: text) else { return phrase([text]) }
        return any(try expansion.ofWord(word).map { quoted([$0]) })
    }

    /// A word that goes on, in all its spellings.
    private static func start(_ text: String, _ expansion: WordExpansion) throws -> String? {
        let others = try onlyWord(of: text).map(expansion.spellings) ?? []
        return phrase([text]).map { first in
            any(([first] + others.map { quoted([$0]) }).map { $0 + " *" })
        }
    }

    private static func any(_ terms: [String]) -> String {
        terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    }

    private static func phrase(_ texts: [String]) -> String? {
        let words = texts.flatMap { WordScanner.words(in: $0) }
        return words.isEmpty ? nil : quoted(words)
    }

    private static func quoted(_ words: [String]) -> String {
        "\"\(words.joined(separator: " "))\""
    }
}

/// What counts as one with a folded word.
struct WordExpansion {
    /// All words of the corpus with its stem, itself first.
    var forms: (String) throws -> [String]
    /// The other spellings, where it is a name.
    var spellings: (String) throws -> [String]

    /// All that do, itself first.
    func ofWord(_ word: String) throws -> [String] { try forms(word) + spellings(word) }
}
