/// A calendar day of the proleptic Gregorian calendar, as a count of days since 1 January 1970.
///
/// Pure arithmetic, without clock or time zone. The civil conversions follow Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms", which are exact for every `Int32` day.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int32

    package init(number: Int32) {
        self.number = number
    }

    /// The day of a civil date, or nil when there is no such day (30 February, month 13, year 0).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1–12) and day of month (1–31).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    package var weekday: Int {
        let index = (Int(number) + 3) % 7
        return (index < 0 ? index + 7 : index) + 1
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
    /// How many days `left` is after `right`.
    package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// `2025-12-02`.
    package var iso: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        }
        func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
        let hyphen = UInt8(ascii: "-")
        let bytes = [
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen,
            digit(month / 10), digit(month), hyphen, digit(day / 10), digit(day),
        ]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The day of a full ISO date such as `2025-12-02`; nil for anything else.
    package init?(iso: some StringProtocol) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// `number` in decimal with leading zeros up to `width` digits.
private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
