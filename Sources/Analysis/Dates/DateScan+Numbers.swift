import Intake

// Dates in digits: 2023-11-29, 29.11.2023, 25/12/2023, the 15th, 2014, 1980–1988, the mid-1990s.
extension DateScan {
    /// ISO days, dotted days, days with slashes that cannot be read two ways, and years.
    func numeric(at index: Int) -> Match? {
        let token = reading.tokens[index]
        if let year = year(index) { return isoDay(year, at: index) ?? wholeYear(year, at: index) }
        if isOrdinalEnding(index + 1) { return dayAlone(at: index) }
        if token.end - token.start >= 8 { return dottedDay(at: index) }
        guard let (first, count) = digits(index), count <= 2, word(index + 1) == plain.slash,
            let (second, width) = digits(index + 2), width <= 2, word(index + 3) == plain.slash,
            let year = year(index + 4)
        else { return nil }
        // 03/04/2025 is another day in London and in Washington.
        guard first > 12 || second > 12 || first == second else { return nil }
        let (day, month) = first > 12 ? (first, second) : (second, first)
        return absolute(
            index..<index + 5, Day(year: year, month: month, day: day).map(CalendarSpan.day),
            "numeric-day")
    }

    /// "on the 15th": the next or last such day, when nothing follows that it could count.
    private func dayAlone(at index: Int) -> Match? {
        let placing = [plain.on, plain.by, plain.since, plain.until]
        guard let today, word(index - 1) == plain.the, placing.contains(word(index - 2)),
            let (day, _) = digits(index), (1...31).contains(day),
            index + 2 >= sentence.upperBound || reading.tokens[index + 2].isMark
        else { return nil }
        let (year, month, _) = today.civil
        let candidates = (-2...2).compactMap { step -> Day? in
            let first = Day(year: year, month: month, day: 1)?.adding(months: step)
            return first.flatMap { Day(year: $0.civil.year, month: $0.civil.month, day: day) }
        }
        let tokens = index - 1..<index + 2
        return nearest(candidates, tense(tokens)).map {
            Match(tokens: tokens, span: .day($0), isRelative: true, rule: "day-of-month")
        }
    }

    private func isoDay(_ year: Int, at index: Int) -> Match? {
        guard isHyphen(index + 1), isGlued(index + 1), let (month, width) = digits(index + 2),
            width == 2, isGlued(index + 2)
        else { return nil }
        if isHyphen(index + 3), isGlued(index + 3), let (day, count) = digits(index + 4),
            count == 2,
            let date = Day(year: year, month: month, day: day)
        {
            return absolute(index..<index + 5, .day(date), "iso-day")
        }
        return nil
    }

    /// 29.11.2023 as the Continent writes it.
    private func dottedDay(at index: Int) -> Match? {
        let token = reading.tokens[index]
        var parts: [Int] = [0]
        for byte in reading.article.text.utf8[Int(token.start)..<Int(token.end)] {
            if byte == UInt8(ascii: ".") {
                parts.append(0)
            } else if byte >= 0x30, byte <= 0x39, parts[parts.count - 1] < 10_000 {
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
        }
        guard parts.count == 3, (1000..<2200).contains(parts[2]) else { return nil }
        return absolute(
            index..<index + 1,
            Day(year: parts[2], month: parts[1], day: parts[0]).map(CalendarSpan.day),
            "numeric-day")
    }

    private func wholeYear(_ year: Int, at index: Int) -> Match? {
        if word(index + 1) == plain.s, isGlued(index + 1) { return decade(year, at: index) }
        guard isYear(at: index) else { return nil }
        if isHyphen(index + 1), let (next, count) = digits(index + 2), count == 4 || count == 2,
            isGlued(index + 2)
        {
            let end = count == 4 ? next : year / 100 * 100 + next
            if end == year + 1, let season = seasonBefore(index) {
                return absolute(
                    season.start..<index + 3, .season(year, code: season.code), "season")
            }
            if end > year, end < 2200, let left = CalendarSpan.year(year),
                let right = CalendarSpan.year(end)
            {
                return absolute(index..<index + 3, .joined(left, right), "years")
            }
        }
        if let (part, start) = partBefore(index) {
            return absolute(
                start..<index + 1, CalendarSpan.part(part, ofYear: year), "part-of-year")
        }
        if let season = seasonBefore(index) {
            return absolute(season.start..<index + 1, .season(year, code: season.code), "season")
        }
        if let half = halfBefore(index) {
            let months = half.number == 1 ? 1...6 : 7...12
            return absolute(half.start..<index + 1, .months(year, months), "half-year")
        }
        if let quarter = quarterBefore(index) {
            let first = 3 * quarter.number - 2
            return absolute(quarter.start..<index + 1, .months(year, first...first + 2), "quarter")
        }
        return absolute(index..<index + 1, .year(year), "year")
    }

    /// "the first half of" before a year.
    private func halfBefore(_ index: Int) -> (number: Int, start: Int)? {
        guard word(index - 1) == plain.of, word(index - 2) == plain.half,
            case .ordinal(let number) = meaning(index - 3), number <= 2
        else { return nil }
        return (number, word(index - 4) == plain.the ? index - 4 : index - 3)
    }

    private func decade(_ year: Int, at index: Int) -> Match? {
        guard year % 10 == 0 else { return nil }
        let part = partBefore(index)
        let years: ClosedRange<Int> =
            switch part?.part {
            case .early, .beginning: year...year + 3
            case .mid: year + 4...year + 6
            case .late, .end: year + 7...year + 9
            case nil: year...year + 9
            }
        guard let left = CalendarSpan.year(years.lowerBound),
            let right = CalendarSpan.year(years.upperBound)
        else { return nil }
        return absolute((part?.start ?? index)..<index + 2, .joined(left, right), "decade")
    }

    /// Whether four digits name a year: after a preposition, a determiner, a month, a season, not
    /// after a name ("Highway 2023") or a currency, not before a glued unit.
    private func isYear(at index: Int) -> Bool {
        guard let value = year(index), (1400..<2150).contains(value) else { return false }
        if isGlued(index + 1), !reading.tokens[index + 1].isMark { return false }
        if word(index + 1) == plain.percent { return false }
        if isHyphen(index + 1), isGlued(index + 1), digits(index + 2) == nil { return false }
        if isGlued(index), !isHyphen(index - 1), word(index - 1) != plain.bracket { return false }
        switch words.meaning(of: word(index - 1)) {
        case .part, .season, .month, .shortMonth, .foreignMonth, .ordinal, .unit: return true
        default: break
        }
        if isQuarterSign(index - 1) { return true }
        if isHyphen(index - 1) {
            if case .part = words.meaning(of: word(index - 2)) { return true }
            return false
        }
        let previous = word(index - 1)
        if previous == plain.bracket { return true }
        if previous == plain.and { return year(index - 2) != nil }
        let before = reading.classes(index - 1)
        if plain.yearPlacers.contains(previous) {
            return (1800..<2100).contains(value) || !countsPlural(index)
        }
        return before.contains(.preposition) && !countsPlural(index)
    }

    /// "for 1990 dollars", "of 1500 people": a plural noun right behind counts.
    private func countsPlural(_ index: Int) -> Bool {
        guard sentence.contains(index + 1), reading.tokens[index + 1].isWord else { return false }
        let token = reading.tokens[index + 1]
        return token.word == plain.people
            || reading.article.text.utf8[Int(token.end) - 1] == UInt8(ascii: "s")
    }
}
