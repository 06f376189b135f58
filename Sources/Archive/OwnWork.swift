import GRDB
package import Queries

/// What a person decides about a finding: one of the machine's accepted or rejected, or one added.
package struct Judgement: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable { case accepted, rejected, added }

    package var article: String
    /// "actor", "quote", "stance" and so on.
    package var kind: String
    package var value: String
    /// Scalars of the article's text.
    package var range: Range<Int>
    /// The words of the range when it was made: finds the place again in a changed text.
    package var anchor: String
    package var state: State
    package var by: String
    package var note: String?

    package init(
        article: String, kind: String, value: String, range: Range<Int>, anchor: String,
        state: State, by: String, note: String? = nil
    ) {
        self.article = article
        self.kind = kind
        self.value = value
        self.range = range
        self.anchor = anchor
        self.state = state
        self.by = by
        self.note = note
    }
}

/// A name for a query or an address, as a person gave it.
package struct NamedText: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

// A person's own work: goes by article ids, and no import, rebuild or change of dossier touches it.

extension Archive {
    package func setRead(_ isRead: Bool, articles: [String]) async throws {
        try await set("is_read", isRead, articles)
    }

    package func setMarked(_ isMarked: Bool, articles: [String]) async throws {
        try await set("is_marked", isMarked, articles)
    }

    private func set(_ column: String, _ value: Bool, _ articles: [String]) async throws {
        try await write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO reading (article, \(column)) VALUES (?1, ?2)
                    ON CONFLICT (article) DO UPDATE SET \(column) = ?2
                    """)
            for article in articles { try statement.execute(arguments: [article, value]) }
        }
    }

    /// Carries out a change of a person's own work.
    package func keep(_ change: OwnChange) async throws {
        switch change {
        case .read(let isRead, let articles): try await setRead(isRead, articles: articles)
        case .marked(let isMarked, let articles):
            try await setMarked(isMarked, articles: articles)
        case .note(let note): try await keep(note)
        case .verdict(let verdict): try await keep(verdict)
        case .save(let search):
            try await saveSearch(NamedText(name: search.name, text: search.query))
        case .forget(let search): try await removeSavedSearch(search.name)
        }
    }

    private func keep(_ note: Note) async throws {
        guard note.text.isEmpty else {
            return try await store(
                Judgement(
                    article: note.article, kind: "note", value: "", range: note.range,
                    anchor: note.anchor, state: .added, by: "person", note: note.text))
        }
        try await write {
            try $0.execute(
                sql: """
                    DELETE FROM judgement
                    WHERE article = ? AND kind = 'note' AND "start" = ? AND "end" = ?
                    """,
                arguments: [note.article, note.range.lowerBound, note.range.upperBound])
        }
    }

    /// What is rejected counts nowhere any more: the article's findings are made anew without it.
    private func keep(_ verdict: Verdict) async throws {
        let (inUse, time) = (inUse, clock())
        try await write { db in
            let row = try StoredArticle.find(verdict.article, db)?.row
            let article = try row.flatMap { try ArticleTable.article(row: $0, db) }
            func rejected() throws -> [Verdict] {
                try article.map { try OwnTable.verdicts(on: $0, db) }?
                    .filter { $0.state == .rejected } ?? []
            }
            let before = try rejected()
            try Archive.record(verdict, at: time, db)
            guard let row, let article, try rejected() != before else { return }
            try Archive.renew(article, row: row, inUse, at: time, db)
        }
    }

    private static func record(_ verdict: Verdict, at time: Int, _ db: Database) throws {
        if let state = verdict.state {
            return try record(
                Judgement(
                    article: verdict.article, kind: verdict.kind, value: verdict.value,
                    range: verdict.range, anchor: verdict.anchor,
                    state: state == .accepted ? .accepted : .rejected, by: "person"),
                at: time, db)
        }
        try db.execute(
            sql: """
                DELETE FROM judgement
                WHERE article = ? AND kind = ? AND value = ? AND "start" = ? AND "end" = ?
                """,
            arguments: [
                verdict.article, verdict.kind, verdict.value, verdict.range.lowerBound,
                verdict.range.upperBound,
            ])
    }

    /// Keeps where a person leaves off; the next `beginning` has it.
    package func keepSession(_ text: String) async throws {
        try await write { try Setting.session.set(text, $0) }
    }

    /// Keeps a judgement; an earlier one on the same finding gives way.
    package func store(_ judgement: Judgement) async throws {
        let time = clock()
        try await write { try Archive.record(judgement, at: time, $0) }
    }

    private static func record(_ judgement: Judgement, at time: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO judgement (
                    article, kind, value, "start", "end", anchor, state, made_by, made_at, note
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                judgement.article, judgement.kind, judgement.value,
                judgement.range.lowerBound, judgement.range.upperBound, judgement.anchor,
                judgement.state.rawValue, judgement.by, time, judgement.note,
            ])
    }

    /// The judgements on one article, in order of the text.
    package func judgements(article: String) async throws -> [Judgement] {
        try await read { snapshot in
            try Row.fetchAll(
                snapshot.db,
                sql: "SELECT * FROM judgement WHERE article = ? ORDER BY \"start\", \"end\", kind",
                arguments: [article]
            ).map { row in
                let (start, end): (Int, Int) = (row["start"], row["end"])
                return Judgement(
                    article: row["article"], kind: row["kind"], value: row["value"],
                    range: start..<max(start, end), anchor: row["anchor"],
                    state: Judgement.State(rawValue: row["state"]) ?? .added, by: row["made_by"],
                    note: row["note"])
            }
        }
    }

    /// Keeps a query under a name; an earlier one of that name gives way.
    package func saveSearch(_ search: NamedText) async throws {
        try await save(search, "INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)")
    }

    /// Keeps an address under a name; an earlier one of that name gives way.
    package func saveBookmark(_ bookmark: NamedText) async throws {
        try await save(bookmark, "INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?)")
    }

    /// By name.
    package func savedSearches() async throws -> [NamedText] {
        try await texts("SELECT name, query FROM saved_search ORDER BY name")
    }

    /// By name.
    package func bookmarks() async throws -> [NamedText] {
        try await texts("SELECT name, address FROM bookmark ORDER BY name")
    }

    /// The names of kept searches in a query, and in searches that stand in it, that nobody keeps,
    /// that stand in themselves, or that are too many: as they are typed.
    package func unkeptSearches(in query: Query) async throws -> [String] {
        try await read { try $0.unkept(in: query).map(QueryPrinter.text) }
    }

    /// Returns whether there was one of that name.
    @discardableResult
    package func removeSavedSearch(_ name: String) async throws -> Bool {
        try await write {
            try $0.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
            return $0.changesCount > 0
        }
    }

    package func removeBookmark(_ name: String) async throws {
        try await write {
            try $0.execute(sql: "DELETE FROM bookmark WHERE name = ?", arguments: [name])
        }
    }

    private func save(_ text: NamedText, _ sql: String) async throws {
        let time = clock()
        try await write {
            try $0.execute(sql: sql, arguments: [text.name, text.text, time])
        }
    }

    private func texts(_ sql: String) async throws -> [NamedText] {
        try await read { snapshot in
            try Row.fetchAll(snapshot.db, sql: sql).map { NamedText(name: $0[0], text: $0[1]) }
        }
    }
}
