import GRDB
package import Intake

// The feeds that a person follows, as lists in OPML bring them. Own work: nothing but the person
// changes it.

extension Archive {
    /// Adds the feeds that are not there yet, going by their addresses; returns how many. What is
    /// there already stays as it is.
    @discardableResult
    package func addFeeds(_ feeds: [FeedList.Item]) async throws -> Int {
        let time = clock()
        return try await write { db in
            var added = 0
            for feed in feeds {
                try db.execute(
                    sql: """
                        INSERT INTO feed (url, title, folder, added_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (url) DO NOTHING
                        """, arguments: [feed.url, feed.title, feed.folder, time])
                added += db.changesCount
            }
            return added
        }
    }

    /// All of them, by folder and title.
    package func feeds() async throws -> [FeedList.Item] {
        try await read { snapshot in
            let rows = try Row.fetchAll(
                snapshot.db, sql: "SELECT url, title, folder FROM feed ORDER BY folder, title, url")
            return rows.map { FeedList.Item(url: $0[0], title: $0[1], folder: $0[2]) }
        }
    }

    /// A feed has another address from now on, under which it is remembered, too; where the list
    /// has that already, the one that moved leaves the list.
    package func moveFeed(from old: String, to new: String) async throws {
        guard old != new else { return }
        try await write { db in
            try db.execute(
                sql: "UPDATE OR IGNORE feed SET url = ? WHERE url = ?", arguments: [new, old])
            try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [old])
            try db.execute(
                sql: "UPDATE OR REPLACE visit SET url = ? WHERE url = ?", arguments: [new, old])
        }
    }

    /// Takes a feed out of the list, and what is remembered of asking for it; its articles stay.
    /// False when it is not in the list.
    package func removeFeed(_ url: String) async throws -> Bool {
        try await write { db in
            try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url])
            let isRemoved = db.changesCount > 0
            try db.execute(sql: "DELETE FROM visit WHERE url = ?", arguments: [url])
            return isRemoved
        }
    }
}
