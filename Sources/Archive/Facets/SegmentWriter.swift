import Foundation
import GRDB

/// Puts articles into the columns, inside a write transaction; `flush()` ends it.
struct SegmentWriter {
    private let db: Database
    private let generation: Int
    private var open: [Int: OpenSegment] = [:]
    private(set) var numbers: ValueNumbers
    /// Groups of near copies that lost a member.
    private var dissolved: Set<Int> = []

    private struct OpenSegment {
        var days = DayColumn()
        var lists: [Column: ListColumn] = [:]
        var sentenceCount = 0
    }

    /// `numbers` are those of an earlier transaction that was committed.
    init(_ db: Database, numbers: ValueNumbers = ValueNumbers()) throws {
        self.db = db
        self.numbers = numbers
        self.numbers.begin()
        generation = try Setting.generation.integer(db) + 1
    }

    /// Sets what the article in `row` has; nil takes the row out. `replacing` is the number of
    /// sentences that the row counted until now.
    mutating func set(row: Int, to facts: ArticleFacts?, replacing oldSentences: Int) throws {
        let number = Segment.number(ofRow: row)
        let place = Segment.place(ofRow: row)
        var segment = try open[number] ?? load(number)
        // Emptied first, so that changing it copies nothing.
        open[number] = nil
        segment.days.set(place, to: facts?.day ?? DayColumn.absent)
        segment.sentenceCount += (facts?.sentenceCount ?? 0) - oldSentences
        let copies = copies(of: facts, place, segment)
        for column in Column.lists {
            let list =
                try column == .copies
                ? copies
                : facts?.numbers(column)
                    ?? (facts?.values[column] ?? []).map {
                        try numbers.number(of: $0, in: column, db)
                    }
            segment.lists[column, default: ListColumn()].set(place, to: list)
        }
        open[number] = segment
    }

    /// What is known of the copies of a text that stays; nothing of another, whose group is left to
    /// be looked for anew.
    private mutating func copies(
        of facts: ArticleFacts?, _ place: Int, _ segment: OpenSegment
    ) -> [UInt32] {
        let known = Array(segment.lists[.copies]?.list(place) ?? [])
        if let facts, Array(segment.lists[.sketch]?.list(place) ?? []) == facts.sketch {
            return known
        }
        if let group = CopyMark(known), group.isCopy { dissolved.insert(group.first) }
        return []
    }

    /// Writes the touched segments and raises the archive's generation; nothing when none is.
    mutating func flush() throws {
        try dissolveGroups()
        if open.isEmpty { return }
        for (number, segment) in open.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: "INSERT OR REPLACE INTO segment VALUES (?, ?, ?)",
                arguments: [number, generation, segment.sentenceCount])
            try write(.day, number, segment.days.bytes)
            for column in Column.lists {
                try write(column, number, (segment.lists[column] ?? ListColumn()).bytes)
            }
        }
        try Setting.generation.set(generation, db)
    }

    private func write(_ column: Column, _ segment: Int, _ bytes: [UInt8]) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO segment_column VALUES (?, ?, ?)")
            .execute(arguments: [column.rawValue, segment, Data(bytes)])
    }

    /// Forgets the copies of all that share a group with a text that is no more.
    private mutating func dissolveGroups() throws {
        if dissolved.isEmpty { return }
        for number in try Int.fetchAll(db, sql: "SELECT number FROM segment") {
            var segment = try open[number] ?? load(number)
            guard var column = segment.lists[.copies] else { continue }
            let places = column.ends.indices.filter { place in
                CopyMark(column.list(place)).map { dissolved.contains($0.first) } ?? false
            }
            if places.isEmpty { continue }
            for place in places { column.set(place, to: []) }
            segment.lists[.copies] = column
            open[number] = segment
        }
    }

    private func load(_ number: Int) throws -> OpenSegment {
        var segment = OpenSegment()
        segment.sentenceCount =
            try Int.fetchOne(
                db, sql: "SELECT sentence_count FROM segment WHERE number = ?", arguments: [number])
            ?? 0
        for column in Column.allCases {
            try db.step(
                "SELECT data FROM segment_column WHERE \"column\" = ? AND segment = ?",
                [column.rawValue, number]
            ) { row in
                if column == .day {
                    segment.days = DayColumn(bytes: Database.blob(row, 0))
                } else {
                    segment.lists[column] = try ListColumn(bytes: Database.blob(row, 0))
                }
            }
        }
        return segment
    }
}

/// The numbers of values, made when first needed. A value keeps its number as long as the archive
/// lives, so that what a committed transaction knew holds in the next.
struct ValueNumbers: Sendable {
    /// By hash of the key: there may be a million of them. The hash is seeded anew in each process, so
    /// that nobody can write two keys that are taken for one.
    private var known: [Column: [Int: UInt32]] = [:]
    private var next: [Column: UInt32] = [:]

    /// Another process may have added values since the last transaction.
    mutating func begin() { next = [:] }

    mutating func number(
        of value: ArticleFacts.Value, in column: Column, _ db: Database
    ) throws -> UInt32 {
        let hash = value.key.hashValue
        if let number = known[column]?[hash] { return number }
        let stored = try UInt32.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM value WHERE \"column\" = ? AND key = ?"),
            arguments: [column.rawValue, value.key])
        let number = try stored ?? add(value, to: column, db)
        known[column, default: [:]][hash] = number
        return number
    }

    private mutating func add(
        _ value: ArticleFacts.Value, to column: Column, _ db: Database
    ) throws -> UInt32 {
        let number =
            try next[column] ?? UInt32.fetchOne(
                db, sql: "SELECT coalesce(max(number) + 1, 0) FROM value WHERE \"column\" = ?",
                arguments: [column.rawValue]) ?? 0
        next[column] = number + 1
        try db.cachedStatement(sql: "INSERT INTO value VALUES (?, ?, ?, ?)")
            .execute(arguments: [column.rawValue, number, value.key, value.name])
        return number
    }
}
