import Foundation
import GRDB

/// Puts articles into the table of word starts, inside a write transaction; `flush()` ends it.
struct WordStartWriter {
    private var added: [Int: Pending] = [:]
    private var removed: [Int: Pending] = [:]
    /// Rows that were added since the last flush.
    private var addedRows: Set<Int> = []

    /// What changes in one segment: places by key. Small where few articles change: one import may
    /// touch every segment of an archive.
    private struct Pending {
        private var byKey: [Int: [UInt16]] = [:]

        mutating func add(_ keys: [Int], _ place: UInt16) {
            for key in keys { byKey[key, default: []].append(place) }
        }

        mutating func cancel(_ keys: [Int], _ place: UInt16) {
            for key in keys { byKey[key]?.removeAll { $0 == place } }
        }

        /// By key, ascending: the order of the table.
        var places: [(key: Int, places: [UInt16])] {
            byKey.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    mutating func add(_ keys: [Int], row: Int) {
        addedRows.insert(row)
        added[Segment.number(ofRow: row), default: Pending()]
            .add(keys, UInt16(Segment.place(ofRow: row)))
    }

    /// `keys` are all that the row has, be they stored or added since.
    mutating func remove(_ keys: [Int], row: Int) {
        if addedRows.remove(row) != nil {
            let number = Segment.number(ofRow: row)
            added[number]?.cancel(keys, UInt16(Segment.place(ofRow: row)))
            return
        }
        removed[Segment.number(ofRow: row), default: Pending()]
            .add(keys, UInt16(Segment.place(ofRow: row)))
    }

    /// Removes first, so that an article can be taken out and put in again in one transaction.
    func flush(_ db: Database) throws {
        for (segment, pending) in removed {
            for (key, places) in pending.places {
                try change(key, segment, db) { set in
                    for place in places { set.remove(Int(place)) }
                }
            }
        }
        for (segment, pending) in added.sorted(by: { $0.key < $1.key }) {
            for (key, places) in pending.places {
                try change(key, segment, db) { set in
                    for place in places { set.insert(Int(place)) }
                }
            }
        }
    }

    private func change(
        _ key: Int, _ segment: Int, _ db: Database, _ body: (inout PlaceSet) -> Void
    ) throws {
        var set = PlaceSet()
        try db.step("SELECT places FROM word_start WHERE key = ? AND segment = ?", [key, segment]) {
            set = try PlaceSet(bytes: Database.blob($0, 0))
        }
        body(&set)
        if set.isEmpty {
            try db.cachedStatement(sql: "DELETE FROM word_start WHERE key = ? AND segment = ?")
                .execute(arguments: [key, segment])
        } else {
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO word_start VALUES (?, ?, ?)")
                .execute(arguments: [key, segment, Data(set.bytes)])
        }
    }
}
