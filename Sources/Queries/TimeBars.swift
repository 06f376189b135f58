package import Intake

/// How many articles were published in each of at most sixty stretches of days, all of one length,
/// from the first day of the archive to its last.
package struct TimeBars: Equatable, Sendable {
    package static let limit = 60

    package let first: Day
    package let last: Day
    package let daysPerBar: Int
    /// One count a stretch, from the first on.
    package private(set) var counts: [Int]
    /// Articles without a date.
    package private(set) var undated = 0

    /// Without articles; `last` must not be before `first`.
    package init(first: Day, last: Day) {
        self.first = first
        self.last = max(first, last)
        let days = Int(self.last.number) - Int(first.number) + 1
        daysPerBar = (days + TimeBars.limit - 1) / TimeBars.limit
        counts = Array(repeating: 0, count: (days + daysPerBar - 1) / daysPerBar)
    }

    /// Counts articles of one day in; those outside the days, or without one, are undated.
    package mutating func add(_ day: Int32?, count: Int = 1) {
        guard let day, day >= first.number, day <= last.number else {
            undated += count
            return
        }
        counts[(Int(day) - Int(first.number)) / daysPerBar] += count
    }

    /// The same counts in at most so many stretches, neighbours taken together.
    package func counts(in bars: Int) -> [Int] {
        guard bars > 0 else { return [] }
        let width = (counts.count + bars - 1) / bars
        return stride(from: 0, to: counts.count, by: width).map { start in
            counts[start..<min(start + width, counts.count)].reduce(0, +)
        }
    }
}
