import GRDB
package import Intake

/// What is remembered of the last request for an address of the web.
package struct WebVisit: Hashable, Sendable {
    package var url: String
    /// Of the state that the archive has taken in.
    package var validators = WebValidators()
    /// The article that a page became; nil for feeds and for what holds many.
    package var article: String?
    /// Why the last request failed; nil when it did not.
    package var problem: String?
    /// The address said that it is gone for good: with a problem, and until it answers again.
    package var isGone = false
    /// Seconds since 1970; set by the archive.
    package var time = 0

    package init(
        url: String, validators: WebValidators = WebValidators(), article: String? = nil,
        problem: String? = nil, isGone: Bool = false
    ) {
        self.url = url
        self.validators = validators
        self.article = article
        self.problem = problem
        self.isGone = isGone
    }
}

extension Archive {
    /// Remembers visits. One that failed leaves what is known of the state before.
    package func record(_ visits: [WebVisit]) async throws {
        let time = clock()
        try await write { db in
            for visit in visits {
                if let problem = visit.problem {
                    try db.execute(
                        sql: """
                            INSERT INTO visit (url, visited_at, problem, gone_at)
                            VALUES (?1, ?2, ?3, ?4) ON CONFLICT (url)
                            DO UPDATE SET visited_at = ?2, problem = ?3, gone_at = ?4
                            """,
                        arguments: [visit.url, time, problem, visit.isGone ? time : nil])
                } else {
                    try db.execute(
                        sql: """
                            INSERT OR REPLACE INTO visit (
                                url, visited_at, etag, last_modified, article
                            ) VALUES (?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            visit.url, time, visit.validators.etag,
                            visit.validators.lastModified, visit.article,
                        ])
                }
            }
        }
    }

    /// Remembers that the state which is known is still the present one.
    package func recordUnchanged(_ urls: [String]) async throws {
        let time = clock()
        try await write { db in
            for url in urls {
                try db.execute(
                    sql: """
                        UPDATE visit SET visited_at = ?, problem = NULL, gone_at = NULL
                        WHERE url = ?
                        """, arguments: [time, url])
            }
        }
    }

    /// Of those addresses that have been asked for, what is remembered, by address. The article is
    /// nil when it is not in the archive any more.
    package func visits(of urls: [String]) async throws -> [String: WebVisit] {
        try await read { snapshot in
            var visits: [String: WebVisit] = [:]
            for url in urls where visits[url] == nil {
                let row = try Row.fetchOne(
                    snapshot.db.cachedStatement(
                        sql: """
                            SELECT visit.*, stored.id AS stored FROM visit
                            LEFT JOIN article AS stored ON stored.id = visit.article
                            WHERE visit.url = ?
                            """), arguments: [url])
                visits[url] = row.map { WebVisit($0, article: $0["stored"]) }
            }
            return visits
        }
    }

    /// Which of these articles the archive holds.
    package func held(_ ids: [String]) async throws -> Set<String> {
        try await read { snapshot in
            try Set(ids.filter { try StoredArticle.find($0, snapshot.db) != nil })
        }
    }
}

extension WebVisit {
    fileprivate init(_ row: Row, article: String?) {
        self.init(
            url: row["url"],
            validators: WebValidators(etag: row["etag"], lastModified: row["last_modified"]),
            article: article, problem: row["problem"],
            isGone: (row["gone_at"] as Int?) != nil)
        time = row["visited_at"]
    }
}
