import Intake

/// Days from first to last with their EDTF form (Library of Congress, Extended Date/Time Format,
/// levels 0 and 1).
struct CalendarSpan: Equatable {
    var first: Day
    var last: Day
    var edtf: String

    static func day(_ day: Day) -> CalendarSpan {
        CalendarSpan(first: day, last: day, edtf: day.iso)
    }

    /// A day when both are the same, else an interval; nil when they are the wrong way round.
    static func days(_ first: Day, _ last: Day) -> CalendarSpan? {
        if first == last { return day(first) }
        guard first < last else { return nil }
        return CalendarSpan(first: first, last: last, edtf: first.iso + "/" + last.iso)
    }

    static func month(_ year: Int, _ month: Int) -> CalendarSpan? {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        let last = first + (Day.length(ofMonth: month, year: year) - 1)
        return CalendarSpan(first: first, last: last, edtf: String(first.iso.prefix(7)))
    }

    static func year(_ year: Int) -> CalendarSpan? {
        guard let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return nil }
        return CalendarSpan(first: first, last: last, edtf: String(first.iso.prefix(4)))
    }

    /// A season by its EDTF code: 21 spring, 22 summer, 23 autumn, 24 winter, the latter from
    /// December of `year` to February.
    static func season(_ year: Int, code: Int) -> CalendarSpan? {
        let month = 3 * (code - 20)
        let end = month == 12 ? (year + 1, 2) : (year, month + 2)
        guard let first = Day(year: year, month: month, day: 1),
            let last = Self.month(end.0, end.1)?.last
        else { return nil }
        return CalendarSpan(
            first: first, last: last, edtf: String(first.iso.prefix(4)) + "-\(code)")
    }

    /// From the first day of one span to the last of another; nil the wrong way round.
    static func joined(_ left: CalendarSpan, _ right: CalendarSpan) -> CalendarSpan? {
        guard left.first < right.last else { return nil }
        if left.edtf.contains("/") || right.edtf.contains("/") {
            return days(left.first, right.last)
        }
        return CalendarSpan(
            first: left.first, last: right.last, edtf: left.edtf + "/" + right.edtf)
    }

    /// Months of one year: a quarter, an early part.
    static func months(_ year: Int, _ months: ClosedRange<Int>) -> CalendarSpan? {
        guard let left = month(year, months.lowerBound), let right = month(year, months.upperBound)
        else { return nil }
        return left == right ? left : joined(left, right)
    }

    /// Open at its end: "since Monday".
    var since: CalendarSpan {
        let start = edtf.split(separator: "/").first.map(String.init) ?? edtf
        return CalendarSpan(first: first, last: CalendarSpan.end, edtf: start + "/..")
    }

    /// The last day there is.
    private static let end = Day(year: 9999, month: 12, day: 31) ?? Day(number: .max)

    /// Early, middle and late thirds of a month: to the 10th, to the 20th, to its end.
    static func part(_ part: DateWords.Part, ofMonth month: CalendarSpan) -> CalendarSpan? {
        switch part {
        case .early: days(month.first, month.first + 9)
        case .mid: days(month.first + 10, month.first + 19)
        case .late: days(month.first + 20, month.last)
        case .beginning: day(month.first)
        case .end: day(month.last)
        }
    }

    /// Thirds of a year.
    static func part(_ part: DateWords.Part, ofYear year: Int) -> CalendarSpan? {
        switch part {
        case .early: months(year, 1...4)
        case .mid: months(year, 5...8)
        case .late: months(year, 9...12)
        case .beginning: month(year, 1)
        case .end: month(year, 12)
        }
    }

    /// Monday to Wednesday, midweek, Friday to Sunday of the week that begins with `monday`.
    static func part(_ part: DateWords.Part, ofWeek monday: Day) -> CalendarSpan? {
        switch part {
        case .early, .beginning: days(monday, monday + 2)
        case .mid: days(monday + 2, monday + 3)
        case .late: days(monday + 3, monday + 6)
        case .end: days(monday + 4, monday + 6)
        }
    }
}

extension Day {
    /// The Monday of its week.
    var monday: Day { self - (weekday - 1) }

    /// Whole months on or back, at the month's last day where it is shorter.
    func adding(months: Int) -> Day? {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + months
        let newYear = index / 12
        let newMonth = index % 12 + 1
        guard newYear >= 1 else { return nil }
        return Day(
            year: newYear, month: newMonth,
            day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }
}
