import Intake

// Quarters, seasons and holidays.
extension DateScan {
    // MARK: - Quarters and seasons

    func quarter(at index: Int, _ today: Day) -> Match? {
        guard case .ordinal(let number) = meaning(index - 1) else { return nil }
        let start = word(index - 2) == plain.the ? index - 2 : index - 1
        let (stated, _, end) = yearAfter(index + 1)
        if let stated, end > index + 2 {
            return relative(
                start..<end, .months(stated, (3 * number - 2)...(3 * number)), "quarter")
        }
        guard stated == nil, word(index + 1) != plain.of else { return nil }
        let current = (today.civil.month - 1) / 3 + 1
        var year = today.civil.year
        switch tense(start..<index + 1) {
        case .past: if number > current { year -= 1 }
        case .future: if number < current { year += 1 }
        case .unknown: break
        }
        return relative(
            start..<index + 1, .months(year, (3 * number - 2)...(3 * number)), "quarter")
    }

    /// "third quarter of" or "Q1" before a year.
    func quarterBefore(_ index: Int) -> (number: Int, start: Int)? {
        if isQuarterSign(index - 1) {
            let token = reading.tokens[index - 1]
            return (Int(reading.article.text.utf8[Int(token.end) - 1] - 0x30), index - 1)
        }
        var position = index - 1
        if word(position) == plain.of { position -= 1 }
        guard case .unit(.quarter, isPlural: false) = meaning(position),
            case .ordinal(let number) = meaning(position - 1)
        else { return nil }
        return (number, word(position - 2) == plain.the ? position - 2 : position - 1)
    }

    /// Q1 to Q4.
    func isQuarterSign(_ index: Int) -> Bool {
        guard index >= floor, sentence.contains(index) else { return false }
        let token = reading.tokens[index]
        guard token.end - token.start == 2 else { return false }
        let bytes = reading.article.text.utf8
        return bytes[Int(token.start)] == UInt8(ascii: "Q")
            && (0x31...0x34).contains(bytes[Int(token.start) + 1])
    }

    func seasonBefore(_ index: Int) -> (code: Int, start: Int)? {
        var position = index - 1
        if word(position) == plain.of { position -= 1 }
        guard case .season(let code) = meaning(position) else { return nil }
        return (code, word(position - 1) == plain.the ? position - 1 : position)
    }

    /// "last summer", "this winter", "in winter"; the verbs "fall" and "spring" need a direction.
    func season(_ code: Int, at index: Int) -> Match? {
        guard let today else { return nil }
        if word(index + 1) == plain.of || year(index + 1) != nil,
            year(index + 1) ?? year(index + 2) != nil
        {
            return nil
        }
        let (thisYear, month, _) = today.civil
        // The winter of January and February began the year before.
        let began = code == 24 && month < 3 ? thisYear - 1 : thisYear
        let isNow = (month % 12) / 3 == (code == 24 ? 0 : code - 20)
        if case .direction(let direction) = meaning(index - 1) {
            let isOver = !isNow && 3 * (code - 20) < month
            let year: Int
            switch direction {
            case .last, .past: year = isOver ? began : began - 1
            case .this, .coming: year = isOver && direction == .coming ? began + 1 : began
            case .next: year = isOver || isNow ? began + 1 : began
            case .recent: return nil
            }
            return relative(index - 1..<index + 1, .season(year, code: code), "season")
        }
        guard code == 22 || code == 24, !isCapitalised(index) else { return nil }
        let isPlaced =
            word(index - 1) == plain.inside || word(index - 1) == plain.by
            || word(index - 1) == plain.thisWord || word(index - 1) == plain.asWord
        return isPlaced
            ? relative(index..<index + 1, .season(began, code: code), "season") : nil
    }

    // MARK: - Holidays

    func newYear(at index: Int, _ today: Day) -> Match? {
        guard word(index - 1) == plain.year, reading.flags(index - 1).contains(.possessive),
            word(index - 2) == plain.new, isCapitalised(index)
        else { return nil }
        return fixedDay(index - 2..<index + 1, month: 1, day: 1, today)
    }

    private func newYearsEve(at index: Int, _ today: Day) -> Match? {
        guard word(index - 1) == plain.year, reading.flags(index - 1).contains(.possessive),
            word(index - 2) == plain.new
        else { return nil }
        return fixedDay(index - 2..<index + 1, month: 12, day: 31, today)
    }

    private func fixedDay(_ tokens: Range<Int>, month: Int, day: Int, _ today: Day) -> Match? {
        yearly(tokens, today) { Day(year: $0, month: month, day: day) }
    }

    /// The occurrence the tense asks for.
    private func yearly(_ tokens: Range<Int>, _ today: Day, _ day: (Int) -> Day?) -> Match? {
        let (stated, _, end) = yearAfter(tokens.upperBound)
        if let stated {
            return absolute(
                tokens.lowerBound..<end, day(stated).map(CalendarSpan.day), "holiday")
        }
        let candidates = (-1...1).compactMap { day(today.civil.year + $0) }
        let found =
            switch tense(tokens) {
            case .past: candidates.last { $0 <= today }
            case .future: candidates.first { $0 >= today }
            case .unknown: candidates.min { abs($0 - today) < abs($1 - today) }
            }
        return relative(tokens, found.map(CalendarSpan.day), "holiday")?
            .beating(rival(of: found, among: candidates))
    }

    func holiday(_ holiday: DateWords.Holiday, at index: Int) -> Match? {
        guard let today, isCapitalised(index) else { return nil }
        let next = word(index + 1)
        let hasName = isCapitalised(index + 1)
        switch holiday {
        case .christmas:
            let isEve = next == plain.eve && hasName
            let end = isEve || next == plain.day && hasName ? index + 2 : index + 1
            guard
                end == index + 2 || word(index - 1) == plain.at || word(index - 1) == plain.by
                    || word(index - 1) == plain.before
            else { return nil }
            return fixedDay(index..<end, month: 12, day: isEve ? 24 : 25, today)
        case .thanksgiving:
            return yearly(index..<index + (next == plain.day && hasName ? 2 : 1), today) {
                Self.thanksgiving($0)
            }
        case .black:
            guard next == plain.friday, hasName else { return nil }
            return yearly(index..<index + 2, today) { Self.thanksgiving($0).map { $0 + 1 } }
        case .easter:
            let step = next == plain.monday && hasName ? 1 : 0
            let hasDay = hasName && (next == plain.sunday || next == plain.monday)
            return yearly(index..<index + (hasDay ? 2 : 1), today) {
                Self.easter($0).map { $0 + step }
            }
        case .good:
            guard next == plain.friday, hasName else { return nil }
            return yearly(index..<index + 2, today) { Self.easter($0).map { $0 - 2 } }
        case .eve: return newYearsEve(at: index, today)
        case .halloween: return fixedDay(index..<index + 1, month: 10, day: 31, today)
        case .boxing:
            guard next == plain.day, hasName else { return nil }
            return fixedDay(index..<index + 2, month: 12, day: 26, today)
        case .valentine:
            guard next == plain.day, hasName else { return nil }
            return fixedDay(index..<index + 2, month: 2, day: 14, today)
        }
    }

    /// The fourth Thursday of November.
    private static func thanksgiving(_ year: Int) -> Day? {
        Day(year: year, month: 11, day: 1).map { $0 + ((4 - $0.weekday + 7) % 7 + 21) }
    }

    /// Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
    private static func easter(_ year: Int) -> Day? {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let d = b / 4
        let e = b % 4
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let i = c / 4
        let k = c % 4
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }
}
