// Days as people write them.

extension PublicationDate {
    /// `2 Dec 2025`, `Dec 2025`, `2025`; whether it is about is not said.
    package var words: String {
        let (year, month, number) = day.civil
        return switch precision {
        case .day: "\(number) \(Day.shortMonths[month - 1]) \(year)"
        case .month: "\(Day.shortMonths[month - 1]) \(year)"
        case .year: "\(year)"
        }
    }
}

extension Day {
    package static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `2 Dec 2025`.
    package var words: String { PublicationDate(day: self).words }

    /// `2 Dec 2025`, `1–21 Jan 2026`, `24 Nov – 3 Dec 2025`, `Dec 2025`; the first and the last day
    /// there are stand for no end: `since 1 Dec 2025`.
    package static func words(from first: Day, through last: Day) -> String {
        if first == last { return first.words }
        let (from, to) = (first.civil, last.civil)
        if from.year == 1 { return "until \(last.words)" }
        if to.year == 9999 { return "since \(first.words)" }
        let isWhole = from.day == 1 && to.day == Day.length(ofMonth: to.month, year: to.year)
        guard from.year == to.year else { return "\(first.words) – \(last.words)" }
        let months = (from: shortMonths[from.month - 1], to: shortMonths[to.month - 1])
        if isWhole, from.month == to.month { return "\(months.from) \(from.year)" }
        if isWhole, from.month == 1, to.month == 12 { return "\(from.year)" }
        if from.month == to.month { return "\(from.day)–\(to.day) \(months.to) \(to.year)" }
        return "\(from.day) \(months.from) – \(last.words)"
    }
}
