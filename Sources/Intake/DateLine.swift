/// A line that holds a date and nothing else that matters: `- Nov 26, 2025`, `Published
/// Wednesday, 3 December 2025, 10:15 GMT`, `26.11.2025`, `2 декабря 2025`.
struct DateLine {
    let date: PublicationDate
    /// Whether it says when the text was changed, not when it came out.
    let isUpdate: Bool

    /// Nil unless every word of the line belongs to a date. A purely numeric date in which day
    /// and month cannot be told apart is none, unless it is written with full stops.
    init?(_ words: Words, in bytes: [UInt8]) {
        guard (1...16).contains(words.count) else { return nil }
        var month: Int?
        var numbers: [(value: Int, digits: Int)] = []
        var isUpdate = false
        for (print, range) in zip(words.prints, words.ranges) {
            if let value = DateLine.number(bytes, range) {
                numbers.append(value)
            } else if let found = DateLine.months[print] {
                if month != nil { return nil }
                month = found
            } else if DateLine.updates.contains(print) {
                isUpdate = true
            } else if !DateLine.around.contains(print) {
                return nil
            }
        }
        let isDotted = words.count > 2 && bytes[words.ranges[0].upperBound] == UInt8(ascii: ".")
        guard let day = DateLine.day(numbers, month, isDotted: isDotted) else { return nil }
        date = PublicationDate(day: day)
        self.isUpdate = isUpdate
    }

    /// The same for a value of a field.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(Words(bytes, 0..<bytes.count), in: bytes)
    }

    /// Whether a word in small letters is a month's or a weekday's name.
    static func isDayName(_ word: String) -> Bool {
        let print = Fingerprint.of(word)
        return months[print] != nil || weekdays.contains(print)
    }

    private static let weekdays = WordTable(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
        sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag
        """)

    /// `26`, `26th`, `2025`; nil for what is no such number.
    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> (Int, Int)? {
        var value = 0
        var digits = 0
        var index = range.lowerBound
        while index < range.upperBound, (0x30...0x39).contains(bytes[index]), digits < 5 {
            value = value * 10 + Int(bytes[index]) - 0x30
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        if index == range.upperBound { return (value, digits) }
        let suffix = String(decoding: bytes[index..<range.upperBound], as: UTF8.self)
        return ["st", "nd", "rd", "th"].contains(suffix) ? (value, digits) : nil
    }

    private static func day(
        _ numbers: [(value: Int, digits: Int)], _ month: Int?, isDotted: Bool
    ) -> Day? {
        guard let yearAt = numbers.firstIndex(where: { $0.digits == 4 && $0.value > 1500 }) else {
            return nil
        }
        let year = numbers[yearAt].value
        var rest = numbers
        rest.remove(at: yearAt)
        if let month {
            guard let day = rest.first?.value, times(rest.dropFirst()) else { return nil }
            return Day(year: year, month: month, day: day)
        }
        guard rest.count >= 2, times(rest.dropFirst(2)) else { return nil }
        let (first, second) = (rest[0].value, rest[1].value)
        if yearAt == 0 { return Day(year: year, month: first, day: second) }
        guard yearAt == 2 else { return nil }
        if isDotted || first > 12 || first == second {
            return Day(year: year, month: second, day: first)
        }
        return second > 12 ? Day(year: year, month: first, day: second) : nil
    }

    private static func times(_ numbers: ArraySlice<(value: Int, digits: Int)>) -> Bool {
        numbers.count <= 3 && numbers.allSatisfy { $0.value < 60 && $0.digits <= 2 }
    }

    private static let updates = WordTable("updated modified changed обновлено оновлено")
    private static let around = WordTable(
        """
        published posted on at last date first am pm a m p et est edt gmt utc bst cet msk pt pst
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun the of eastern time local опубликовано в г года года, року de del le il am um
        uhr montag dienstag mittwoch donnerstag freitag samstag sonntag
        """)

    /// 1 to 12, from a name in small letters; nil when it is none of a month.
    static func month(named name: some StringProtocol) -> Int? {
        months[Fingerprint.of(name)]
    }

    private static let months: [UInt64: Int] = {
        let names = [
            "january jan января січня januar janvier enero gennaio stycznia január ιαν",
            "february feb февраля лютого februar février febrero febbraio lutego február φεβ",
            "march mar марта березня märz mars marzo marca március μαρ μάρ",
            "april apr апреля квітня avril abril aprile kwietnia április απρ",
            "may мая травня mai mayo maggio maja május μαι μάι μαϊ",
            "june jun июня червня juni juin junio giugno czerwca június ιουν ιούν",
            "july jul июля липня juli juillet julio luglio lipca július ιουλ ιούλ",
            "august aug августа серпня août agosto sierpnia augusztus αυγ αύγ",
            "september sep sept сентября вересня septembre septiembre settembre września szeptember σεπ",
            "october oct октября жовтня oktober octobre octubre ottobre października október οκτ",
            "november nov ноября листопада novembre noviembre listopada νοε νοέ",
            "december dec декабря грудня dezember décembre diciembre dicembre grudnia δεκ",
        ]
        var months: [UInt64: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[Fingerprint.of(name)] = index + 1 }
        }
        return months
    }()
}
