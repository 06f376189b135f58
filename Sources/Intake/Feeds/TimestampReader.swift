extension Timestamp {
    /// Reads the dates of feeds: RFC 822 and its many deviations, ISO 8601 and W3CDTF in all
    /// their shapes, `asctime`, Korean, and month names of the languages of `DateLine`. Nil for
    /// anything else, and for numbers in which day and month cannot be told apart.
    package init?(_ written: String) {
        var reader = TimestampReader()
        guard written.utf8.count <= 100 else { return nil }
        for token in TimestampReader.tokens(written) { reader.read(token) }
        guard let stamp = reader.timestamp else { return nil }
        self = stamp
    }
}

/// The parts of a date as they are met, in whatever order.
private struct TimestampReader {
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var dayOfYear: Int?
    private var seconds: Int?
    private var offset: Int?
    /// Hours to add for "pm".
    private var isAfternoon: Bool?
    private var isBroken = false

    /// Small letters, parted by blanks and commas; Korean marks become those of ISO 8601.
    static func tokens(_ written: String) -> [Substring] {
        var text = written.lowercased()
        if text.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) {
            let marks = [("년", "-"), ("월", "-"), ("일", " "), ("오전", " am "), ("오후", " pm ")]
            for (mark, meaning) in marks { text = text.replacing(mark, with: meaning) }
            text = text.replacing("- ", with: "-") + " kst"
        }
        return text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" || $0 == "(" }
    }

    var timestamp: Timestamp? {
        guard !isBroken, let year else { return nil }
        var result: Timestamp
        if let dayOfYear {
            guard let first = Day(year: year, month: 1, day: 1), (1...366).contains(dayOfYear),
                dayOfYear <= 365 || Day.isLeap(year)
            else { return nil }
            result = Timestamp(day: first + (dayOfYear - 1))
        } else {
            guard month != nil || day == nil, (1000...9999).contains(year),
                let found = Day(year: year, month: month ?? 1, day: day ?? 1)
            else { return nil }
            let precision: PublicationDate.Precision =
                day != nil ? .day : month != nil ? .month : .year
            result = Timestamp(day: found, precision: precision)
        }
        result.seconds = seconds.map { seconds in
            guard let isAfternoon, seconds < 13 * 3600 else { return seconds }
            return seconds % (12 * 3600) + (isAfternoon ? 12 * 3600 : 0)
        }
        result.offset = offset
        return result
    }

    // MARK: Tokens

    mutating func read(_ token: Substring) {
        if token.contains(":"), !token.hasPrefix("+"), !token.hasPrefix("-") {
            readWithTime(token)
        } else if let digits = TimestampReader.number(token) {
            readNumber(digits, of: token.utf8.count)
        } else if token == "am" || token == "pm" || token == "a.m." || token == "p.m." {
            isAfternoon = token.first == "p"
        } else if let month = TimestampReader.month(token) {
            self.month = self.month ?? month
        } else if token.first?.isNumber == true || token.hasPrefix("-") && year == nil && day == nil
        {
            readDate(token)
        } else if let zone = Zone.offset(token) {
            offset = offset ?? zone
        }
    }

    /// `2003-12-31t10:14:55-08:00`, `9:15z`, `gmt-01:01`.
    private mutating func readWithTime(_ token: Substring) {
        if let zone = Zone.offset(token) {
            offset = offset ?? zone
            return
        }
        var time = token
        let isSplit = { (index: Substring.Index) in
            token[index] == "t" && index > token.startIndex
                && token[token.index(before: index)].isNumber
        }
        if let mark = token.indices.first(where: isSplit) {
            readDate(token[..<mark])
            time = token[token.index(after: mark)...]
        }
        let clock = time.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        readClock(clock)
        let rest = time[clock.endIndex...]
        if rest == "am" || rest == "pm" {
            isAfternoon = rest == "pm"
        } else if let zone = Zone.offset(rest) {
            offset = zone
        }
    }

    private mutating func readClock(_ clock: Substring) {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.map { Int($0.prefix { $0.isNumber }) ?? -1 }
        guard (2...3).contains(numbers.count), (0...24).contains(numbers[0]),
            (0...59).contains(numbers[1])
        else { return }
        let second = numbers.count > 2 ? min(59, max(0, numbers[2])) : 0
        seconds = min(numbers[0] * 3600 + numbers[1] * 60 + second, 24 * 3600 - 1)
    }

    /// A number of its own: a day, a year, or a whole date without marks.
    private mutating func readNumber(_ value: Int, of digits: Int) {
        switch digits {
        case 1,
            2 where day == nil:
            day = value
        case 2: year = year ?? TimestampReader.century(value)
        case 4 where year == nil: year = value
        case 5: (year, dayOfYear) = (TimestampReader.century(value / 1000), value % 1000)
        case 6: set(TimestampReader.century(value / 10_000), value / 100 % 100, value % 100)
        case 7: (year, dayOfYear) = (value / 1000, value % 1000)
        case 8: set(value / 10_000, value / 100 % 100, value % 100)
        default: break
        }
    }

    private mutating func set(_ year: Int?, _ month: Int?, _ day: Int?) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Parts with `-`, `/` or `.` between them.
    private mutating func readDate(_ token: Substring) {
        let mark = token.first { "-/.".contains($0) } ?? "-"
        let parts = token.split(separator: mark, omittingEmptySubsequences: false).filter {
            !$0.isEmpty
        }
        let numbers = parts.map(TimestampReader.number)
        if token.hasPrefix("-") {
            readWithoutCentury(parts, numbers)
        } else if parts.count == 3 {
            readThree(parts, numbers, mark)
        } else if parts.count == 2, parts[0].utf8.count == 4 {
            year = numbers[0]
            if parts[1].utf8.count == 3, let number = numbers[1] {
                dayOfYear = number
            } else {
                month = numbers[1] ?? TimestampReader.month(parts[1])
            }
        } else if parts.count == 1, let number = numbers[0] {
            readNumber(number, of: parts[0].utf8.count)
        }
    }

    /// `-03-12` and `-0312`: a year of this century and a month.
    private mutating func readWithoutCentury(_ parts: [Substring], _ numbers: [Int?]) {
        if parts.count == 1, parts[0].utf8.count == 4, let number = numbers[0] {
            set(TimestampReader.century(number / 100), number % 100, nil)
        } else if parts.count == 2, let first = numbers[0], let second = numbers[1] {
            set(TimestampReader.century(first), second, nil)
        }
    }

    private mutating func readThree(
        _ parts: [Substring], _ numbers: [Int?], _ mark: Character
    ) {
        let middle = numbers[1] ?? TimestampReader.month(parts[1])
        guard let first = numbers[0], let middle, let last = numbers[2] else { return }
        if parts[0].utf8.count == 4 {
            set(first, middle, last)
        } else if mark == "-", numbers[1] != nil, parts[2].utf8.count <= 2 {
            set(TimestampReader.century(first), middle, last)
        } else if numbers[1] == nil || mark == "." || first > 12 {
            set(parts[2].utf8.count == 4 ? last : TimestampReader.century(last), middle, first)
        } else if middle > 12 {
            set(last, first, middle)
        } else {
            isBroken = true
        }
    }

    // MARK: Words

    private static func number(_ text: Substring) -> Int? {
        text.utf8.count <= 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Int(text) : nil
    }

    private static func century(_ year: Int) -> Int {
        year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year
    }

    private static func month(_ token: Substring) -> Int? {
        let word = token.prefix { $0.isLetter }
        guard word.count >= 3, word.endIndex == token.endIndex || token.hasSuffix(".") else {
            return nil
        }
        return DateLine.month(named: word)
    }
}

/// The zones of feeds as minutes ahead of UTC.
private enum Zone {
    /// `z`, `+0100`, `-8:00`, `+5`, `gmt-01:01`, `etc/gmt`, `est`; nil for other words.
    static func offset(_ token: Substring) -> Int? {
        var name = token.prefix { $0.isLetter || $0 == "/" }
        let digits = token[name.endIndex...].filter { $0 != ")" }
        if name.hasPrefix("etc/") { name = name.dropFirst(4) }
        if digits.isEmpty { return names[String(name)] }
        guard name.isEmpty || name == "gmt" || name == "utc" || name == "z" else { return nil }
        return number(digits[...])
    }

    private static func number(_ text: Substring) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst()
        let parts = digits.split(separator: ":")
        guard let first = parts.first.flatMap({ Int($0) }), first >= 0, parts.count <= 2 else {
            return nil
        }
        let isShort = digits.utf8.count <= 2
        let minutes =
            parts.count == 2
            ? first * 60 + (Int(parts[1]) ?? 0)
            : isShort ? first * 60 : first / 100 * 60 + first % 100
        guard minutes <= 15 * 60 else { return nil }
        return sign == "-" ? -minutes : minutes
    }

    private static let names: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60,
        "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180,
        "msk": 180, "msd": 240, "ist": 330, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540,
        "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
        "nst": -210, "ast": -240, "adt": -180, "at": -240, "est": -300, "edt": -240, "et": -300,
        "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420,
        "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600,
    ]
}
