import Queries

/// A full-text expression for FTS5, made from the text conditions of a query.
///
/// What a person typed never reaches FTS5's syntax: every term is cut into folded words, which
/// hold letters and digits only, and each is quoted.
struct MatchExpression: Equatable, Sendable {
    let fts5: String

    /// The words of the corpus that count as one with a folded word, itself among them.
    typealias Variants = (String) throws -> [String]

    /// The expression of a query of text conditions alone; nil when it has other conditions, no
    /// words at all, or only what must not occur.
    init?(_ query: Query, variants: Variants) throws {
        guard let fts5 = try MatchExpression.whole(query, depth: 0, variants) else { return nil }
        self.fts5 = fts5
    }

    /// Everything the query looks for in text, as alternatives: what `bm25` ranks by. Nil when it
    /// looks for no words.
    static func ranking(_ query: Query, variants: Variants) throws -> MatchExpression? {
        let leaves = try MatchExpression.leaves(query).compactMap { try leaf($0, variants) }
        return leaves.isEmpty ? nil : MatchExpression(fts5: leaves.joined(separator: " OR "))
    }

    private init(fts5: String) {
        self.fts5 = fts5
    }

    /// The text conditions that an article may meet, in order, without those under `not`.
    static func leaves(_ query: Query) -> [Query] {
        switch query {
        case .word, .prefix, .phrase, .phrasePrefix, .field(.title, _), .fieldPrefix(.title, _):
            [query]
        case .and(let parts), .or(let parts): parts.flatMap(leaves)
        case .sentence(let inner): leaves(inner)
        default: []
        }
    }

    /// True when the condition is about words of title or text.
    static func isText(_ query: Query) -> Bool {
        switch query {
        case .word, .prefix, .phrase, .phrasePrefix, .field(.title, _), .fieldPrefix(.title, _):
            true
        default: false
        }
    }

    /// True for the first letters of one word, which `WordStart` has the articles of: the index
    /// would have to go through thousands of words.
    static func isShortStart(_ query: Query) -> Bool { shortStart(query) != nil }

    /// The key of `WordStart` that answers `query`, if it is a short start.
    static func shortStart(_ query: Query) -> Int? {
        let (text, inTitle): (String, Bool)
        switch query {
        case .prefix(let start): (text, inTitle) = (start, false)
        case .fieldPrefix(.title, let start): (text, inTitle) = (start, true)
        default: return nil
        }
        let words = WordScanner.words(in: text)
        guard words.count == 1, let word = words.first else { return nil }
        return WordStart.key(word, inTitle: inTitle)
    }

    /// FTS5's parser has a stack of 100; deeper queries are met set by set.
    private static let depthLimit = 8

    private static func whole(
        _ query: Query, depth: Int, _ variants: Variants
    ) throws -> String? {
        guard depth < depthLimit else { return nil }
        switch query {
        case .and(let parts):
            var wanted: [String] = []
            var unwanted: [String] = []
            for part in parts {
                if case .not(let inner) = part {
                    guard let text = try whole(inner, depth: depth + 1, variants)
                    else { return nil }
                    unwanted.append(text)
                } else {
                    guard let text = try whole(part, depth: depth + 1, variants)
                    else { return nil }
                    wanted.append(text)
                }
            }
            guard !wanted.isEmpty else { return nil }
            let all = wanted.joined(separator: " AND ")
            if unwanted.isEmpty { return "(\(all))" }
            return "((\(all)) NOT (\(unwanted.joined(separator: " OR "))))"
        case .or(let parts):
            let texts = try parts.map { try whole($0, depth: depth + 1, variants) }
            guard !texts.isEmpty, !texts.contains(nil) else { return nil }
            return "(\(texts.compactMap(\.self).joined(separator: " OR ")))"
        default: return isText(query) ? try leaf(query, variants) : nil
        }
    }

    private static func leaf(_ query: Query, _ variants: Variants) throws -> String? {
        switch query {
        case .word(let text): return try word(text, variants)
        case .phrase(let words): return phrase(words)
        case .prefix(let text): return isShortStart(query) ? nil : phrase([text]).map { $0 + " *" }
        case .phrasePrefix(let words): return phrase(words).map { $0 + " *" }
        case .field(.title, let text):
            let words = try WordScanner.words(in: text).compactMap { try word($0, variants) }
            return words.isEmpty ? nil : "title : (\(words.joined(separator: " AND ")))"
        case .fieldPrefix(.title, let text):
            return isShortStart(query) ? nil : phrase([text]).map { "title : (\($0) *)" }
        default: return nil
        }
    }

    /// One word stands for all its variants; what falls into several ("28-point") is a phrase.
    private static func word(_ text: String, _ variants: Variants) throws -> String? {
        let words = WordScanner.words(in: text)
        guard words.count == 1, let word = words.first else { return phrase([text]) }
        let all = try variants(word)
        return all.count == 1
            ? quoted(all) : "(\(all.map { quoted([$0]) }.joined(separator: " OR ")))"
    }

    private static func phrase(_ texts: [String]) -> String? {
        let words = texts.flatMap { WordScanner.words(in: $0) }
        return words.isEmpty ? nil : quoted(words)
    }

    private static func quoted(_ words: [String]) -> String {
        "\"\(words.joined(separator: " "))\""
    }
}
