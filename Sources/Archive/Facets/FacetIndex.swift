import Analysis
import GRDB
import Intake
import Queries

/// The columns in memory: what fields, dates and facet counts are answered from.
///
/// A value: a reader takes a copy, brings it up to date within its own snapshot of the archive
/// and gives it back. Columns are loaded when first needed.
struct FacetIndex: Sendable {
    /// The generation of the archive that this is true for; -1 before anything was read.
    private(set) var generation = -1
    /// Rows are below it; a multiple of 64, so that sets of one generation fit each other.
    private(set) var limit = 0
    /// The rows that hold an article.
    private(set) var live = RowSet(limit: 0)
    private(set) var articleCount = 0
    private(set) var sentenceCount = 0
    private var days: [DayColumn] = []
    /// The same in one piece: every list is put in order by it.
    private var dayOfRow: [Int32] = []
    /// The earliest and the latest day of a dated article; the latest is before the earliest when
    /// there is none.
    private(set) var firstDay: Int32 = 1
    private(set) var lastDay: Int32 = 0
    /// The days of all articles.
    private(set) var corpusDays = DayCounts()
    private var lists: [Column: [ListColumn]] = [:]
    private var tables: [Column: ValueTable] = [:]
    private var corpusCounts: [Column: [Int]] = [:]
    private var names: [Column: DossierNames] = [:]
    /// The groups of near copies, once they were asked for.
    var copyGroups: CopyGroups?
    /// What is true of all articles, once it was asked for, and the state that it is true for.
    var corpus: (stamp: String, corpus: Corpus)?
    /// How common words are, once it was asked for, and the size of archive it is true for.
    var wordWeights: (stamp: String, weights: WordWeights)?
    /// Which articles may clash, for the query that was asked last.
    var clashPlan: (generation: Int, query: Query, plan: ClashPlan)?
    var textRows = RecentRows()
    /// The content hash of the dossier that `names` are of.
    private var namedDossier = ""
    private(set) var epoch = -1
    /// Of each segment, by its number: another one where something in it has changed.
    private(set) var generations: [Int] = []

    /// Brings everything up to date with the snapshot that `db` sees, and loads `columns`.
    mutating func refresh(_ db: Database, columns: Set<Column>) throws {
        let current = try Setting.generation.integer(db)
        if current != generation {
            let epoch = try Setting.epoch.integer(db)
            if epoch != self.epoch { self = FacetIndex() }
            self.epoch = epoch
            try reload(db)
            textRows = RecentRows()
            generation = current
        }
        for column in columns where column != .day { try load(column, db) }
    }

    /// The values of a loaded column in order of segments.
    func lists(_ column: Column) -> [ListColumn] { lists[column] ?? [] }

    func values(_ column: Column) -> ValueTable { tables[column] ?? ValueTable() }

    func day(ofRow row: Int) -> Int32 {
        row < dayOfRow.count ? dayOfRow[row] : DayColumn.absent
    }

    var empty: RowSet { RowSet(limit: limit) }

    /// The numbers that `row` has in a loaded column.
    func numbers(_ column: Column, row: Int) -> ArraySlice<UInt32> {
        let segments = lists(column)
        let segment = Segment.number(ofRow: row)
        return segment < segments.count
            ? segments[segment].list(Segment.place(ofRow: row)) : []
    }

    /// What the names of the dossier's entries stand for in a column; kept once made.
    mutating func names(_ column: Column, _ dossier: Dossier) -> DossierNames {
        if namedDossier != dossier.contentHash { names = [:] }
        namedDossier = dossier.contentHash
        if let known = names[column] { return known }
        let made = DossierNames(column, dossier)
        names[column] = made
        return made
    }

    // MARK: Loading

    private mutating func reload(_ db: Database) throws {
        var changed: [Int] = []
        sentenceCount = 0
        try db.step("SELECT number, generation, sentence_count FROM segment ORDER BY number") {
            let (number, generation) = (Database.integer($0, 0), Database.integer($0, 1))
            sentenceCount += Database.integer($0, 2)
            while generations.count <= number { generations.append(-1) }
            if generations[number] != generation {
                generations[number] = generation
                changed.append(number)
            }
        }
        while days.count < generations.count { days.append(DayColumn()) }
        if changed.count == generations.count {
            // All of them: one scan instead of a look-up each; lists follow when asked for.
            lists = [:]
            try scan(.day, db) { days[$0] = DayColumn(bytes: $1) }
        } else {
            for number in changed { try reload(segment: number, db) }
        }
        corpusCounts = [:]
        copyGroups = nil
        for column in tables.keys { try tables[column]?.extend(column, db) }
        findLive()
    }

    private mutating func reload(segment number: Int, _ db: Database) throws {
        for column in [.day] + lists.keys {
            try db.step(
                "SELECT data FROM segment_column WHERE \"column\" = ? AND segment = ?",
                [column.rawValue, number]
            ) { row in
                if column == .day {
                    days[number] = DayColumn(bytes: Database.blob(row, 0))
                } else {
                    while (lists[column]?.count ?? 0) <= number {
                        lists[column]?.append(ListColumn())
                    }
                    lists[column]?[number] = try ListColumn(bytes: Database.blob(row, 0))
                }
            }
        }
    }

    private mutating func load(_ column: Column, _ db: Database) throws {
        if lists[column] == nil {
            var segments = [ListColumn](repeating: ListColumn(), count: generations.count)
            try scan(column, db) { segments[$0] = try ListColumn(bytes: $1) }
            lists[column] = segments
        }
        if tables[column] == nil {
            var table = ValueTable()
            try table.extend(column, db)
            tables[column] = table
        }
    }

    private func scan(
        _ column: Column, _ db: Database, _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try db.step(
            "SELECT segment, data FROM segment_column WHERE \"column\" = ? ORDER BY segment",
            [column.rawValue]
        ) { row in
            let number = Database.integer(row, 0)
            if number < generations.count { try body(number, Database.blob(row, 1)) }
        }
    }

    /// A column of one segment, read for this question alone; empty where none is stored.
    func stored(_ column: Column, segment: Int, _ db: Database) throws -> ListColumn {
        var list = ListColumn()
        try db.step(
            "SELECT data FROM segment_column WHERE \"column\" = ? AND segment = ?",
            [column.rawValue, segment]
        ) { list = try ListColumn(bytes: Database.blob($0, 0)) }
        return list
    }

    private mutating func findLive() {
        let rows =
            days.isEmpty ? 0 : (days.count - 1) * Segment.rowCount + (days.last?.days.count ?? 0)
        limit = (rows + 63) / 64 * 64
        dayOfRow = [Int32](repeating: DayColumn.absent, count: limit)
        var (first, last) = (Int32.max, Int32.min)
        for (number, column) in days.enumerated() {
            let start = number * Segment.rowCount
            dayOfRow.replaceSubrange(start..<start + column.days.count, with: column.days)
            for day in column.days where day != DayColumn.absent && day != DayColumn.undated {
                (first, last) = (min(first, day), max(last, day))
            }
        }
        (firstDay, lastDay) = first > last ? (1, 0) : (first, last)
        live = self.rows(
            among: .all(limit: limit), onDays: DayColumn.undated...(DayColumn.absent - 1))
        articleCount = live.count
        corpusDays = counted(live)
    }
}

/// The values of one column by number.
struct ValueTable: Sendable {
    private(set) var keys: [String] = []
    private(set) var names: [String] = []
    /// Keys and names as `WordScanner` folds them.
    private(set) var foldedKeys: [String] = []
    private(set) var foldedNames: [String] = []

    /// Reads the values that were added since.
    mutating func extend(_ column: Column, _ db: Database) throws {
        try db.step(
            """
            SELECT key, name FROM value WHERE "column" = ? AND number >= ? ORDER BY number
            """, [column.rawValue, keys.count]
        ) { row in
            keys.append(Database.text(row, 0) ?? "")
            foldedKeys.append(NameForm.folded(Database.text(row, 0) ?? ""))
            foldedNames.append(NameForm.folded(Database.text(row, 1) ?? ""))
            names.append(Database.text(row, 1) ?? "")
        }
    }
}

// MARK: - Sets and counts

extension FacetIndex {
    /// Rows that have one of the values that `wanted` marks by number.
    func rows(_ column: Column, having wanted: [Bool]) -> RowSet {
        var result = empty
        for (number, segment) in lists(column).enumerated() {
            var index = 0
            for (place, end) in segment.ends.enumerated() {
                var isFound = false
                while index < Int(end) {
                    let value = Int(segment.values[index])
                    if value < wanted.count && wanted[value] { isFound = true }
                    index += 1
                }
                if isFound { result.insert(number * Segment.rowCount + place) }
            }
        }
        return result
    }

    /// Rows published from `first` to `last`, both included; never the undated.
    func rows(from first: Int32, to last: Int32) -> RowSet {
        let last = min(last, DayColumn.absent - 1)
        let first = max(first, DayColumn.undated + 1)
        return first > last ? empty : rows(among: live, onDays: first...last)
    }

    /// Those of some rows whose day is among `days`; `undated` and `absent` are asked for like days.
    func rows(among rows: RowSet, onDays days: ClosedRange<Int32>) -> RowSet {
        let (first, last) = (days.lowerBound, days.upperBound)
        var result = rows
        result.withMutableWords { words in
            dayOfRow.withUnsafeBufferPointer { days in
                for index in words.indices where words[index] != 0 {
                    let run = UnsafeBufferPointer(rebasing: days[index << 6..<(index + 1) << 6])
                    var wanted: UInt64 = 0
                    // Without a branch, so that several days are compared at once.
                    for bit in 0..<64 {
                        let day = run[bit]
                        wanted |= (day >= first && day <= last ? 1 : 0) &<< UInt64(bit)
                    }
                    words[index] &= wanted
                }
            }
        }
        return result
    }

    /// How many of `rows` have each value of a loaded column, by number. Of most articles it
    /// counts the others.
    mutating func counts(_ column: Column, in rows: RowSet) -> [Int] {
        guard 2 * rows.count > articleCount else { return counted(column, in: rows) }
        var others = live
        others.subtract(rows)
        return zip(corpusCounts(column), counted(column, in: others)).map { $0 - $1 }
    }

    private func counted(_ column: Column, in rows: RowSet) -> [Int] {
        var counts = [Int](repeating: 0, count: values(column).keys.count)
        counts.withUnsafeMutableBufferPointer { counts in
            for (number, segment) in lists(column).enumerated() {
                segment.visit(rows, segment: number) { _, value in
                    if value < counts.count { counts[value] += 1 }
                }
            }
        }
        return counts
    }

    /// The same over all articles; kept until the archive changes.
    mutating func corpusCounts(_ column: Column) -> [Int] {
        if let known = corpusCounts[column] { return known }
        let counts = counted(column, in: live)
        corpusCounts[column] = counts
        return counts
    }
}
