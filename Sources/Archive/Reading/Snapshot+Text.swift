import Analysis
import GRDB
import Queries

extension Snapshot {
    /// Above this many words that begin alike, the index merges them sooner than we look each up.
    static let beginningsLimit = 600

    /// The articles that meet a text condition; nil when it has no words.
    mutating func rows(text query: Query) throws -> RowSet? {
        index.textRows.keep(for: dossier.contentHash)
        if let known = index.textRows[query] { return known }
        var result = index.empty
        if let key = MatchExpression.shortStart(query) {
            try add(wordStart: key, to: &result)
            let forms = try MatchExpression.otherForms(query, expansion)
            try add(MatchExpression.listed(forms), to: &result)
        } else {
            guard
                let expressions = try MatchExpression.alternatives(
                    query, expansion: expansion, beginnings: beginnings(of:))
            else { return nil }
            try add(expressions, to: &result)
        }
        index.textRows[query] = result
        return result
    }

    /// Articles that have what any of these look for.
    func add(_ expressions: [MatchExpression], to result: inout RowSet) throws {
        for expression in expressions {
            guard let name = expression.name, let known = try commonWord(name) else {
                try add(expression, in: 0..<index.limit, to: &result)
                continue
            }
            result.formUnion(known.rows(asOf: index.generations, limit: index.limit))
            for rows in known.changed(since: index.generations) {
                try add(expression, in: rows, to: &result)
            }
        }
    }

    /// Those of `rows` that the text index finds.
    func add(
        _ expression: MatchExpression, in rows: Range<Int>, to result: inout RowSet
    ) throws {
        try db.collectRows(
            """
            SELECT collect_rows(rowid, ?2) FROM article_text
            WHERE article_text MATCH ?1 AND rowid BETWEEN ?3 AND ?4
            """, expression.fts5, in: rows, to: &result)
    }

    /// The articles that are kept ready under the name of an expression; nil where none are.
    private func commonWord(_ name: String) throws -> CommonWord? {
        var known: CommonWord?
        try db.step("SELECT data FROM derived WHERE name = ?", [CommonWord.name(of: name)]) {
            known = try? CommonWord(bytes: Array(Database.blob($0, 0)))
        }
        return known?.epoch == index.epoch ? known : nil
    }

    /// Articles with a word that begins as `WordStart.key` says.
    func add(wordStart key: Int, to result: inout RowSet) throws {
        try db.step("SELECT segment, places FROM word_start WHERE key = ?", [key]) {
            let places = try PlaceSet(bytes: Database.blob($0, 1))
            result.formUnion(places, segment: Database.integer($0, 0))
        }
    }

    /// The words of the corpus that begin with a folded word, or all of them as one where their
    /// articles are kept ready and none has changed since. Nil when it is longer than those that are
    /// listed whole, or they are too many.
    private func beginnings(of start: String) throws -> [MatchExpression]? {
        let count = start.unicodeScalars.count
        guard count < TermCollector.longest else { return nil }
        if count == CommonWord.startLength,
            let known = try commonWord(MatchExpression.name(ofBeginning: start)),
            known.changed(since: index.generations).isEmpty
        {
            return [MatchExpression(beginning: start)]
        }
        var words: [String] = []
        // No word holds the last scalar of all, which is no character.
        try db.step(
            "SELECT DISTINCT term FROM term WHERE term >= ? AND term < ? LIMIT ?",
            [start, start + "\u{10FFFF}", Snapshot.beginningsLimit + 1]
        ) { if let word = Database.text($0, 0) { words.append(word) } }
        return words.count > Snapshot.beginningsLimit ? nil : MatchExpression.listed(words)
    }

    var expansion: WordExpansion {
        WordExpansion(
            forms: variants(of:),
            spellings: { try spellings(of: $0).map(\.folded) })
    }

    /// All words of the corpus with the stem of `word`, and the word itself, which comes first.
    private func variants(of word: String) throws -> [String] {
        var variants = [word]
        try db.step(
            "SELECT term FROM term WHERE stem = ? ORDER BY term", [PorterStemmer.stem(word)]
        ) { row in
            if let term = Database.text(row, 0), term != word { variants.append(term) }
        }
        return variants
    }

    /// How the name that is a folded word is spelled elsewhere in the corpus.
    func spellings(of word: String) throws -> [NameSpellings.Spelling] {
        try live.spellings.others(of: word).filter { spelling in
            var isThere = false
            try db.step("SELECT 1 FROM term WHERE term = ?", [spelling.folded]) { _ in
                isThere = true
            }
            return isThere
        }
    }
}

/// The articles of the text conditions that were looked for last: of a query that is being typed
/// all words but one are as they were.
struct RecentRows: Sendable {
    private var entries: [(query: Query, rows: RowSet)] = []
    private static let limit = 16
    /// The content hash of the dossier whose spellings were looked for.
    private var dossier = ""

    /// Forgets what was found with another dossier.
    mutating func keep(for dossier: String) {
        if dossier != self.dossier { entries = [] }
        self.dossier = dossier
    }

    /// Setting one that is not held forgets the oldest.
    subscript(query: Query) -> RowSet? {
        get { entries.first { $0.query == query }?.rows }
        set {
            entries.removeAll { $0.query == query }
            guard let newValue else { return }
            if entries.count >= RecentRows.limit { entries.removeFirst() }
            entries.append((query, newValue))
        }
    }
}
