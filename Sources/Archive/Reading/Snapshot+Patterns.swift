import Analysis
import GRDB
import GRDBSQLite
import Queries

// A pattern over many texts. The words that every match must lie in rule most articles out, by the
// text index; the texts of the others are read one after the other, and what came of it is kept.

extension Snapshot {
    /// So few articles are read sooner than the index is asked.
    private static let fewArticles = 500
    /// Steps beyond those in tables that one search may take, half a minute.
    private static let patternWork = 6_000_000_000

    /// The articles that a pattern matches; right for those of `scope` only.
    mutating func rows(_ pattern: Pattern, inTitle: Bool, within scope: RowSet) throws -> RowSet {
        let key = PatternMemory.Key(pattern: pattern, inTitle: inTitle)
        var known = patterns.verdicts(on: key, index.state)
        var open = scope
        open.subtract(known.looked)
        if open.isEmpty { return known.found }
        defer { patterns.keep(known, on: key, index.state) }
        if !inTitle, open.count > Snapshot.fewArticles,
            let candidates = try candidates(pattern.runs)
        {
            known.looked.formUnion(open)
            open.formIntersection(candidates)
            known.looked.subtract(open)
        }
        try look(for: pattern, inTitle, in: open, &known)
        return known.found
    }

    // MARK: Reading

    private func look(
        for pattern: Pattern, _ inTitle: Bool, in open: RowSet,
        _ known: inout PatternMemory.Verdicts
    ) throws {
        var reader = PatternReader(pattern, known)
        defer { known = reader.known }
        let columns: Range<Int32> = inTitle ? 1..<2 : 1..<3
        let all = open.count
        var done = 0
        func read(_ row: SQLiteStatement) throws {
            let number = Database.integer(row, 0)
            guard open.contains(number) else { return }
            done += 1
            if done % (all / 100 + 1) == 0 { progress(Double(done) / Double(all)) }
            try reader.read(row, columns, as: number)
            if reader.walked > Snapshot.patternWork { throw ArchiveError.slowPattern(pattern.text) }
        }
        if inTitle {
            try db.step(Snapshot.titles, [], read)
        } else if 4 * open.count > index.articleCount {
            try db.step(Snapshot.texts, [], read)
        } else {
            for row in open.rows { try db.step(Snapshot.text, [row], read) }
        }
        reader.known.looked.formUnion(open)
    }

    private static let texts = "SELECT row, title, text FROM article ORDER BY row"
    private static let text = "SELECT row, title, text FROM article WHERE row = ?"
    private static let titles = """
        SELECT row, title FROM article INDEXED BY article_by_title WHERE title IS NOT NULL
        """

    // MARK: Ruling out

    /// Articles that may have these runs; nil where the index tells of none that has not.
    private func candidates(_ runs: RequiredRuns) throws -> RowSet? {
        guard var result = try rows(having: runs) else { return nil }
        try add(wordStart: PartedWords.key, to: &result)
        return result
    }

    private func rows(having runs: RequiredRuns) throws -> RowSet? {
        switch runs {
        case .unknown: return nil
        case .run(let run):
            guard let words = try words(holding: run) else { return nil }
            var result = index.empty
            try add(MatchExpression.listed(words), to: &result)
            return result
        case .any(let alternatives):
            var result = index.empty
            for runs in alternatives {
                guard let rows = try rows(having: runs) else { return nil }
                result.formUnion(rows)
            }
            return result
        case .all(let parts):
            var result: RowSet?
            for runs in parts.sorted(by: { $0.length > $1.length }) {
                if let result, result.count <= Snapshot.fewArticles { return result }
                guard let rows = try rows(having: runs) else { continue }
                result = Snapshot.both(result, rows)
            }
            return result
        }
    }

    /// The words of the corpus that hold a run; nil where they are too many to look each up.
    private func words(holding run: String) throws -> [String]? {
        var words: [String] = []
        try db.step(Snapshot.wordsHolding, [run, TermCollector.longest]) { row in
            guard words.count <= Snapshot.beginningsLimit, let word = Database.text(row, 0),
                Database.integer(row, 1) != 0 || Snapshot.plain(word).contains(run)
            else { return }
            words.append(word)
        }
        return words.count > Snapshot.beginningsLimit ? nil : words
    }

    /// Words outside ASCII are compared by us. Of long ones only the beginning is listed.
    private static let wordsHolding = """
        SELECT DISTINCT term, instr(term, ?1) OR length(term) >= ?2 FROM term
        WHERE instr(term, ?1) OR length(CAST(term AS BLOB)) > length(term) OR length(term) >= ?2
        """

    private static func plain(_ word: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            let folded =
                scalar.value < 0x80
                ? scalar.value : Folding.plain(scalar.value, keepsCase: false)
            if let folded, let letter = Unicode.Scalar(folded) { plain.append(letter) }
        }
        return String(plain)
    }
}

/// Reads titles and texts, and notes which of them a pattern matches.
private struct PatternReader {
    var known: PatternMemory.Verdicts
    private var probe: PatternProbe
    private let pattern: Pattern
    private var bytes: [UInt8] = []
    var walked: Int { probe.walked }

    init(_ pattern: Pattern, _ known: PatternMemory.Verdicts) {
        self.pattern = pattern
        self.known = known
        probe = PatternProbe(pattern)
    }

    mutating func read(_ row: SQLiteStatement, _ columns: Range<Int32>, as number: Int) throws {
        for column in columns {
            bytes.removeAll(keepingCapacity: true)
            bytes.append(contentsOf: Database.blob(row, column))
            let isFound = try probe.occurs(
                in: bytes, bytes.indices, pause: { try Task.checkCancellation() })
            guard let isFound else { throw ArchiveError.slowPattern(pattern.text) }
            if isFound {
                known.found.insert(number)
                break
            }
        }
        known.looked.insert(number)
    }
}

extension RequiredRuns {
    /// How much it tells, roughly: the longest run.
    fileprivate var length: Int {
        switch self {
        case .unknown: 0
        case .run(let run): run.unicodeScalars.count
        case .all(let parts): parts.map(\.length).max() ?? 0
        case .any(let parts): parts.map(\.length).min() ?? 0
        }
    }
}
