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
            try write(changed.sorted { $0.key < $1.key }, to: number)
        }
        changes = [:]
        try dissolveGroups()
        try Setting.generation.set(generation, db)
    }

    /// Changes one column after the other: a segment takes some megabytes.
    private mutating func write(_ changes: [(key: Int, value: Change)], to segment: Int) throws {
        try db.execute(
            sql: """
                INSERT INTO segment VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE
                SET generation = excluded.generation,
                    sentence_count = sentence_count + excluded.sentence_count
                """,
            arguments: [segment, generation, changes.reduce(0) { $0 + $1.value.sentences }])
        var days = DayColumn()
        try read(.day, segment) { days = DayColumn(bytes: $0) }
        for (place, change) in changes { days.set(place, to: change.day) }
        try write(.day, segment, days.bytes)
        var changedTexts: [Int] = []
        for (index, column) in Column.lists.enumerated() where column != .copies {
            var lists = try lists(of: column, segment)
            for (place, change) in changes {
                let list = change.lists.list(index)
                if column == .sketch, change.isRemoval || !lists.list(place).elementsEqual(list) {
                    changedTexts.append(place)
                }
                lists.set(place, to: Array(list))
            }
            try write(column, segment, lists.bytes)
        }
        try forgetCopies(changedTexts, in: segment)
    }

    /// What is known of the copies of a text holds while the text stays. The group of one that is
    /// no more is to be looked for anew.
    private mutating func forgetCopies(_ places: [Int], in segment: Int) throws {
        var copies = try lists(of: .copies, segment)
        for place in places {
            if let group = CopyMark(copies.list(place)), group.isCopy {
                dissolved.insert(group.first)
            }
            copies.set(place, to: [])
        }
        try write(.copies, segment, copies.bytes)
    }

    /// Forgets the copies of all that share a group with a text that is no more.
    private func dissolveGroups() throws {
        if dissolved.isEmpty { return }
        for segment in try Int.fetchAll(db, sql: "SELECT number FROM segment") {
            var copies = try lists(of: .copies, segment)
            let places = places(ofDissolvedIn: copies)
            if places.isEmpty { continue }
            for place in places { copies.set(place, to: []) }
            try write(.copies, segment, copies.bytes)
            try db.execute(
                sql: "UPDATE segment SET generation = ? WHERE number = ?",
                arguments: [generation, segment])
        }
    }

    private func places(ofDissolvedIn column: ListColumn) -> [Int] {
        column.ends.indices.filter { place in
            CopyMark(column.list(place)).map { dissolved.contains($0.first) } ?? false
        }
    }

    private func write(_ column: Column, _ segment: Int, _ bytes: [UInt8]) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO segment_column VALUES (?, ?, ?)")
            .execute(arguments: [column.rawValue, segment, Data(bytes)])
    }

    /// Reads what is stored of a column, where anything is.
    private func read(
        _ column: Column, _ segment: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try db.step(
            "SELECT data FROM segment_column WHERE \"column\" = ? AND segment = ?",
            [column.rawValue, segment]
        ) { try body(Database.blob($0, 0)) }
    }

    private func lists(of column: Column, _ segment: Int) throws -> ListColumn {
        var lists = ListColumn()
        try read(column, segment) { lists = try ListColumn(bytes: $0) }
        return lists
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
