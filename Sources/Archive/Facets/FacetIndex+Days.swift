import Intake
import Queries

/// How many articles each day has, from the archive's first day to its last; the count at the end
/// is of those without a date.
struct DayCounts: Equatable, Sendable {
    fileprivate(set) var counts: [Int] = []

    fileprivate static func - (all: DayCounts, some: DayCounts) -> DayCounts {
        DayCounts(counts: zip(all.counts, some.counts).map { $0 - $1 })
    }
}

extension FacetIndex {
    /// Counts the days of `rows`, all of which must be live. Of most of the archive it counts the
    /// rest.
    func dayCounts(of rows: RowSet) -> DayCounts {
        guard 2 * rows.count > articleCount else { return counted(rows) }
        var others = live
        others.subtract(rows)
        return corpusDays - counted(others)
    }

    /// Where the count of those without a date stands.
    private var undated: Int { max(0, Int(lastDay) - Int(firstDay) + 1) }

    @inline(__always)
    private func slot(ofRow row: Int, undated: Int) -> Int {
        slot(ofDay: day(ofRow: row), undated: undated)
    }

    @inline(__always)
    private func slot(ofDay day: Int32, undated: Int) -> Int {
        day == DayColumn.undated ? undated : Int(day) - Int(firstDay)
    }

    /// The same, counting each.
    func counted(_ rows: RowSet) -> DayCounts {
        let undated = undated
        var counts = [Int](repeating: 0, count: undated + 1)
        rows.visit { counts[slot(ofRow: $0, undated: undated)] += 1 }
        return DayCounts(counts: counts)
    }

    /// When the articles were published; nil where the archive has no date.
    func timeBars(of days: DayCounts) -> TimeBars? {
        guard firstDay <= lastDay else { return nil }
        var bars = TimeBars(first: Day(number: firstDay), last: Day(number: lastDay))
        for (offset, count) in days.counts.dropLast().enumerated() where count > 0 {
            bars.add(firstDay + Int32(offset), count: count)
        }
        bars.add(nil, count: days.counts.last ?? 0)
        return bars
    }

    /// The days on which an article was published, in order.
    var publicationDays: [Day] {
        corpusDays.counts.dropLast().enumerated().filter { $0.element > 0 }.map {
            Day(number: firstDay + Int32($0.offset))
        }
    }

    // MARK: Order

    /// The `window` of `rows`, newest first; those of one day as they were imported, the undated
    /// last. `days` are theirs, where they have been counted.
    func newest(_ rows: RowSet, _ window: Range<Int>, days: DayCounts? = nil) -> [Int] {
        ordered(rows, window, days ?? dayCounts(of: rows)) { $0.reversed() }
    }

    /// The `window` of `rows`, oldest first; the undated last.
    func oldest(_ rows: RowSet, _ window: Range<Int>, days: DayCounts? = nil) -> [Int] {
        ordered(rows, window, days ?? dayCounts(of: rows)) { Array($0) }
    }

    /// A few rows, oldest first; the undated last.
    func oldest(_ rows: [Int]) -> [Int] {
        rows.map { row in
            let day = day(ofRow: row)
            return (day: day == DayColumn.undated ? Int32.max : day, row: row)
        }
        .sorted { ($0.day, $0.row) < ($1.day, $1.row) }
        .map(\.row)
    }

    /// Takes up only the articles of the days that the window falls on, which stand side by side.
    private func ordered(
        _ rows: RowSet, _ window: Range<Int>, _ days: DayCounts, _ order: (Range<Int>) -> [Int]
    ) -> [Int] {
        let undated = undated
        var places = days.counts
        var (first, last) = (Int.max, Int.min)
        var before = 0
        for slot in order(0..<undated) + [undated] where places[slot] > 0 {
            let count = places[slot]
            if before < window.upperBound && before + count > window.lowerBound {
                (first, last) = (min(first, slot), max(last, slot))
            }
            places[slot] = before
            before += count
        }
        guard first <= last else { return [] }
        var near = empty
        if first < undated {
            let days = firstDay + Int32(first)...firstDay + Int32(min(last, undated - 1))
            near = self.rows(among: rows, onDays: days)
        }
        if last == undated {
            near.formUnion(
                self.rows(among: rows, onDays: DayColumn.undated...DayColumn.undated))
        }
        var result: [(place: Int, row: Int)] = []
        near.visit { row in
            let slot = slot(ofRow: row, undated: undated)
            if window.contains(places[slot]) { result.append((places[slot], row)) }
            places[slot] += 1
        }
        return result.sorted { $0.place < $1.place }.map(\.row)
    }

    /// Where `row`, which is one of `rows`, stands among them in the order of `newest` or `oldest`:
    /// counts the days before its own and looks through its own alone. `days` are those of `rows`.
    func place(
        ofRow row: Int, in rows: RowSet, isNewestFirst: Bool, days: DayCounts
    ) -> Int {
        let undated = undated
        let own = slot(ofRow: row, undated: undated)
        let before =
            isNewestFirst && own < undated
            ? days.counts[(own + 1)..<undated] : days.counts[..<own]
        var place = before.reduce(0, +)
        let day = day(ofRow: row)
        self.rows(among: rows, onDays: day...day).visit { if $0 < row { place += 1 } }
        return place
    }
}
