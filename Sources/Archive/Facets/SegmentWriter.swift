import Foundation
import GRDB

/// Puts articles into the columns, inside a write transaction; `flush()` ends it.
///
/// Until then only what changes is held: an import may touch every segment of an archive, and a
/// segment takes a megabyte.
struct SegmentWriter {
    private let db: Database
    private let generation: Int
    /// By segment, then by place.
    private var changes: [Int: [Int: Change]] = [:]
    private(set) var numbers: ValueNumbers
    /// Groups of near copies that lost a member.
    private var dissolved: Set<Int> = []

    /// What one row is to have.
    private struct Change {
        var day: Int32
        /// The list of each of `Column.lists`, by its place there.
        var lists: ListColumn
        /// How many sentences more than the row counted until now.
        var sentences: Int

        var isRemoval: Bool { day == DayColumn.absent }
    }

    private struct LoadedSegment {
        var days = DayColumn()
        var lists: [Column: ListColumn] = [:]
        var sentenceCount = 0

        func list(_ column: Column, _ place: Int) -> [UInt32] {
            lists[column].map { Array($0.list(place)) } ?? []
        }
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
        var lists = ListColumn()
        for (place, column) in Column.lists.enumerated() {
            let list =
                try facts?.numbers(column)
                ?? (facts?.values[column] ?? []).map {
                    try numbers.number(of: $0, in: column, db)
                }
            lists.set(place, to: list)
        }
        let (number, place) = (Segment.number(ofRow: row), Segment.place(ofRow: row))
        let before = changes[number]?[place]?.sentences ?? 0
        changes[number, default: [:]][place] = Change(
            day: facts?.day ?? DayColumn.absent, lists: lists,
            sentences: before + (facts?.sentenceCount ?? 0) - oldSentences)
    }

    /// Writes the touched segments and raises the archive's generation; nothing when none is.
    mutating func flush() throws {
        if changes.isEmpty { return }
        for (number, changed) in changes.sorted(by: { $0.key < $1.key }) {
            var segment = try load(number)
            for (place, change) in changed.sorted(by: { $0.key < $1.key }) {
                apply(change, place, to: &segment)
            }
            try write(segment, number)
        }
        changes = [:]
        try dissolveGroups()
        try Setting.generation.set(generation, db)
    }

    private mutating func apply(_ change: Change, _ place: Int, to segment: inout LoadedSegment) {
        segment.days.set(place, to: change.day)
        segment.sentenceCount += change.sentences
        for (index, column) in Column.lists.enumerated() where column != .copies {
            let list = Array(change.lists.list(index))
            // What is known of the copies of a text holds while the text stays.
            if column == .sketch, change.isRemoval || segment.list(.sketch, place) != list {
                forgetCopies(place, in: &segment)
            }
            segment.lists[column, default: ListColumn()].set(place, to: list)
        }
    }

    /// The group of a text that is no more is to be looked for anew.
    private mutating func forgetCopies(_ place: Int, in segment: inout LoadedSegment) {
        if let group = CopyMark(segment.list(.copies, place)), group.isCopy {
            dissolved.insert(group.first)
        }
        segment.lists[.copies, default: ListColumn()].set(place, to: [])
    }

    private func write(_ segment: LoadedSegment, _ number: Int) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO segment VALUES (?, ?, ?)",
            arguments: [number, generation, segment.sentenceCount])
        try write(.day, number, segment.days.bytes)
        for column in Column.lists {
            try write(column, number, (segment.lists[column] ?? ListColumn()).bytes)
        }
    }

    private func write(_ column: Column, _ segment: Int, _ bytes: [UInt8]) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO segment_column VALUES (?, ?, ?)")
            .execute(arguments: [column.rawValue, segment, Data(bytes)])
    }

    /// Forgets the copies of all that share a group with a text that is no more.
    private func dissolveGroups() throws {
        if dissolved.isEmpty { return }
        for number in try Int.fetchAll(db, sql: "SELECT number FROM segment") {
            var segment = try load(number)
            let places = segment.lists[.copies].map(places(ofDissolvedIn:)) ?? []
            if places.isEmpty { continue }
            for place in places { segment.lists[.copies]?.set(place, to: []) }
            try write(segment, number)
        }
    }

    private func places(ofDissolvedIn column: ListColumn) -> [Int] {
        column.ends.indices.filter { place in
            CopyMark(column.list(place)).map { dissolved.contains($0.first) } ?? false
        }
    }

    private func load(_ number: Int) throws -> LoadedSegment {
        var segment = LoadedSegment()
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
