import Analysis
import GRDB
import Intake
import Queries

extension Archive {
    /// Proves the archive: storage sound, text index and columns equal to the articles, every
    /// blob readable, every span inside its sentence and text. Empty when all is well; stops
    /// after a thousand problems. Reads everything once.
    package func check() async throws -> [ArchiveProblem] {
        var problems: [ArchiveProblem] = []
        if let problem = try await checkTextIndex() { problems.append(problem) }
        problems += try await read { snapshot in
            var check = try ArchiveCheck(&snapshot)
            try check.run()
            return check.problems
        }
        return problems
    }

    /// FTS5 compares its index with the stored texts; it asks for a writer's connection.
    private func checkTextIndex() async throws -> ArchiveProblem? {
        try await write { db in
            do {
                try db.execute(
                    sql: """
                        INSERT INTO article_text (article_text, rank)
                        VALUES ('integrity-check', 1)
                        """)
                return nil
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return ArchiveProblem(
                    article: nil, message: "The text index differs from the stored texts.")
            }
        }
    }
}

/// One run over one state of the archive.
private struct ArchiveCheck {
    private(set) var problems: [ArchiveProblem] = []
    private let snapshot: Snapshot
    private let keys: ViewKeys
    private var collector = TermCollector()
    /// A sum over every word start of every article, in any order.
    private var wordStarts: UInt64 = 0
    private static let limit = 1000

    init(_ snapshot: inout Snapshot) throws {
        // From the file, not from what an earlier question left in memory.
        snapshot.index = FacetIndex()
        try snapshot.index.refresh(snapshot.db, columns: Set(Column.lists))
        self.snapshot = snapshot
        keys = ViewKeys(dossier: snapshot.dossier)
    }

    mutating func run() throws {
        let db = snapshot.db
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
            report(nil, "SQLite finds: \(line).")
        }
        let orphans =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_foreign_key_check") ?? 0
        if orphans > 0 { report(nil, "\(orphans) rows belong to no article.") }
        let rows = try Int.fetchAll(db, sql: "SELECT row FROM article ORDER BY row")
        var sentences = 0
        let stored = try storedWordStarts()
        for row in rows where problems.count < ArchiveCheck.limit {
            sentences += try check(row)
        }
        if problems.count >= ArchiveCheck.limit { return }
        if stored != wordStarts {
            report(nil, "The first letters of words differ from the stored texts.")
        }
        let words = Set(try String.fetchAll(db, sql: "SELECT term FROM term"))
        if let lost = collector.terms.first(where: { !words.contains($0.term) }) {
            report(nil, "The list of words lacks “\(lost.term)” and perhaps others.")
        }
        try checkCommonWords()
        if snapshot.index.live.rows != rows {
            report(nil, "The columns hold other articles than the table.")
        }
        if snapshot.index.sentenceCount != sentences {
            report(
                nil,
                "The columns count \(snapshot.index.sentenceCount) sentences, the articles have "
                    + "\(sentences).")
        }
    }

    private mutating func report(_ article: String?, _ message: String) {
        problems.append(ArchiveProblem(article: article, message: message))
    }

    /// Checks one article; returns how many sentences it has.
    private mutating func check(_ row: Int) throws -> Int {
        let id = try String.fetchOne(
            snapshot.db.cachedStatement(sql: "SELECT id FROM article WHERE row = ?"),
            arguments: [row])
        do {
            guard let stored = try ArticleTable.analyzed(row: row, snapshot.db) else { return 0 }
            check(stored.article)
            for key in collector.add(stored.article) {
                wordStarts &+= ArchiveCheck.mixed(key, row)
            }
            for (what, evidence) in stored.findings.spans {
                check(evidence, what, stored.article)
            }
            let isBundled = try ArticleTable.isBundled(row: row, snapshot.db)
            let claims = try ArticleTable.claims(row: row, snapshot.db) ?? ArticleClaims()
            let facts = ArticleFacts(
                of: stored.article, stored.findings, claims: claims, keys: keys,
                isBundled: isBundled)
            check(facts, row, id)
            let line = ArticleLine(of: stored.article, row: row, outletID: facts.outletID)
            if try !line.isStored(snapshot.db) { report(id, "its line in the list differs.") }
            return stored.article.sentences.count
        } catch is MalformedBlob {
            report(id, "its structure or its findings cannot be read.")
            return 0
        }
    }

    /// The same sum as `wordStarts`, over what the table holds.
    private func storedWordStarts() throws -> UInt64 {
        var sum: UInt64 = 0
        try snapshot.db.step("SELECT key, segment, places FROM word_start") { row in
            let key = Database.integer(row, 0)
            var places = RowSet(limit: Segment.rowCount)
            places.formUnion(try PlaceSet(bytes: Database.blob(row, 2)), segment: 0)
            let start = Database.integer(row, 1) * Segment.rowCount
            places.visit { sum &+= ArchiveCheck.mixed(key, start + $0) }
        }
        return sum
    }

    /// The text index is sound; what is kept of it must be the same.
    private mutating func checkCommonWords() throws {
        for word in try CommonWord.kept(snapshot.db) {
            let expression = MatchExpression(named: word)
            var (ready, indexed) = (snapshot.index.empty, snapshot.index.empty)
            try snapshot.add([expression], to: &ready)
            try snapshot.add(expression, in: 0..<snapshot.index.limit, to: &indexed)
            guard ready == indexed else {
                return report(
                    nil, "The articles kept ready for “\(word)” are not those of the text index.")
            }
        }
    }

    /// A number that looks random for every pair (the finaliser of SplitMix64).
    private static func mixed(_ key: Int, _ row: Int) -> UInt64 {
        var z = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(row)
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func check(_ article: Article) {
        let text = 0..<article.text.count
        if article.paragraphs.contains(where: { !text.contains($0) }) {
            report(article.id, "a paragraph reaches beyond its text.")
        }
        for (number, sentence) in article.sentences.enumerated() {
            let isInside =
                article.paragraphs.indices.contains(sentence.paragraph)
                && article.paragraphs[sentence.paragraph].contains(sentence.range)
            if !isInside { report(article.id, "sentence \(number) lies outside its paragraph.") }
        }
    }

    private mutating func check(_ evidence: Evidence, _ what: String, _ article: Article) {
        guard article.sentences.indices.contains(evidence.sentence) else {
            return report(article.id, "\(what) rests on sentence \(evidence.sentence) of none.")
        }
        if !article.sentences[evidence.sentence].range.contains(evidence.range) {
            report(
                article.id,
                "\(what) rests on \(evidence.range), outside sentence \(evidence.sentence).")
        }
    }

    private mutating func check(_ facts: ArticleFacts, _ row: Int, _ id: String?) {
        let index = snapshot.index
        if index.day(ofRow: row) != facts.day { report(id, "its day differs in the columns.") }
        for column in Column.lists {
            let numbers = index.numbers(column, row: row).map(Int.init)
            if column == .copies {
                check(CopyMark(numbers.map(UInt32.init)), isSet: !numbers.isEmpty, id)
                continue
            }
            if let own = facts.numbers(column) {
                if numbers != own.map(Int.init) {
                    report(id, "its \(column)s differ in the columns.")
                }
                continue
            }
            let keys = index.values(column).keys
            let stored = numbers.map { keys.indices.contains($0) ? keys[$0] : "" }
            if stored != (facts.values[column] ?? []).map(\.key) {
                report(id, "its values differ in the column “\(column)”.")
            }
        }
    }
}

extension ArchiveCheck {
    private func isSound(_ mark: CopyMark?) -> Bool {
        guard let mark, snapshot.index.live.contains(mark.first) else { return false }
        return CopyMark(snapshot.index.numbers(.copies, row: mark.first))?.first == mark.first
    }

    private mutating func check(_ mark: CopyMark?, isSet: Bool, _ id: String?) {
        if isSet, !isSound(mark) {
            report(id, "its group of near copies is of articles that are not there.")
        }
    }
}

extension Findings {
    /// Every span of every finding, with the words a message names it by.
    fileprivate var spans: [(String, Evidence)] {
        var spans: [(String, Evidence)] = []
        func add(_ what: String, _ basis: Basis) {
            spans += basis.evidence.map { (what, $0) }
        }
        for actor in actors { add("actor \(actor.id)", actor.basis) }
        for outlet in citedOutlets { add("outlet \(outlet.id)", outlet.basis) }
        for quote in quotes { add("a quotation", quote.basis) }
        for point in points { add("point \(point.id)", point.basis) }
        for stance in stances { add("a stance on \(stance.point)", stance.basis) }
        for figure in figures {
            add("a figure", figure.basis)
            spans.append(("a figure", Evidence(sentence: figure.sentence, range: figure.range)))
        }
        for date in dates {
            add("a date", date.basis)
            spans.append(("a date", Evidence(sentence: date.sentence, range: date.range)))
        }
        for draft in drafts { add("draft \(draft.id)", draft.basis) }
        for event in events { add("event \(event.id)", event.basis) }
        for voice in voices { add("a voice", voice.basis) }
        return spans
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
