import Intake

// Dates with a month's name: 24 November, Nov. 9, 1989, 7–8 December, May 2019, late November.
extension DateScan {
    func shortMonth(_ month: Int, at index: Int) -> Match? {
        let hasPoint = word(index + 1) == plain.point && isGlued(index + 1)
        let hasDay = digits(index + (hasPoint ? 2 : 1)) != nil || dayBefore(index) != nil
        guard isCapitalised(index), hasPoint || hasDay else { return nil }
        return self.month(month, at: index, isStrict: !hasDay)
    }

    /// Other languages put the day before the month: "24 ноября 2023", "24. November",
    /// "24 de noviembre de 2023", "1er novembre".
    func foreignMonth(_ month: Int, at index: Int) -> Match? {
        var before = index - 1
        if word(before) == plain.de || word(before) == plain.point { before -= 1 }
        if word(before) == plain.er, isGlued(before) { before -= 1 }
        var next = index + 1
        if word(next) == plain.de || word(next) == plain.del { next += 1 }
        let year = year(next)
        let end = year == nil ? index + 1 : next + 1
        guard before >= floor, let (day, count) = digits(before), count <= 2, day >= 1 else {
            guard !isEnglish, let year else { return nil }
            return absolute(index..<end, .month(year, month), "month-year")
        }
        return dayOfMonth(
            day, month, year: year, tokens: before..<end, rule: "day-month")
    }

    func month(_ month: Int, at index: Int, isStrict: Bool) -> Match? {
        guard isCapitalised(index) else { return nil }
        var next = index + 1
        if word(next) == plain.point, isGlued(next),
            digits(next + 1) != nil || next + 1 < sentence.upperBound,
            case .shortMonth = meaning(index)
        {
            next += 1
        }
        if let left = dayBefore(index) { return dayMonth(left, month, at: index, end: next) }
        if let (day, end) = dayOfMonth(at: next) {
            return monthDay(month, day, at: index, end: end)
        }
        return wholeMonth(month, at: index, end: next, isStrict: isStrict)
    }

    /// The day before a month, "24", "the 3rd of", "7–8", as last and perhaps first day.
    private func dayBefore(_ index: Int) -> (first: Int?, last: Int, start: Int)? {
        if word(index - 1) == plain.of, case .ordinal(let number) = meaning(index - 2) {
            return (nil, number, word(index - 3) == plain.the ? index - 3 : index - 2)
        }
        var position = index - 1
        if word(position) == plain.of || word(position) == plain.point { position -= 1 }
        let hasOrdinal = isOrdinalEnding(position)
        if hasOrdinal { position -= 1 }
        guard word(index - 1) != plain.of || hasOrdinal, position >= floor,
            let (last, count) = digits(position), count <= 2, (1...31).contains(last)
        else { return nil }
        var start = position
        var first: Int?
        if word(position - 1) == plain.to || isHyphen(position - 1)
            || word(position - 1) == plain.and,
            position - 2 >= floor, let (value, width) = digits(position - 2), width <= 2,
            (1..<max(2, last)).contains(value),
            word(position - 1) != plain.and || word(position - 3) == plain.between
        {
            first = value
            start = position - 2
        }
        if word(start - 1) == plain.the, hasOrdinal { start -= 1 }
        return (first, last, start)
    }

    func isOrdinalEnding(_ index: Int) -> Bool {
        guard isGlued(index) else { return false }
        let ending = word(index)
        return ending == plain.st || ending == plain.nd || ending == plain.rd || ending == plain.th
    }

    private func dayOfMonth(at index: Int) -> (day: Int, end: Int)? {
        guard let (day, count) = digits(index), count <= 2, (1...31).contains(day) else {
            return nil
        }
        return (day, isOrdinalEnding(index + 1) ? index + 2 : index + 1)
    }

    private func dayMonth(
        _ left: (first: Int?, last: Int, start: Int), _ month: Int, at index: Int, end: Int
    ) -> Match? {
        let (year, isRelative, end) = yearAfter(end)
        let tokens = withWeekday(left.start)..<end
        guard
            let match = dayOfMonth(
                left.last, month, year: year, tokens: tokens, rule: "day-month",
                isRelative: isRelative)
        else { return nil }
        guard let first = left.first else { return match }
        let (civilYear, civilMonth, _) = match.span.last.civil
        guard let start = Day(year: civilYear, month: civilMonth, day: first) else { return nil }
        return Match(
            tokens: match.tokens, span: CalendarSpan.days(start, match.span.last) ?? match.span,
            isRelative: match.isRelative, rule: "days-of-month")
    }

    private func monthDay(_ month: Int, _ day: Int, at index: Int, end: Int) -> Match? {
        var end = end
        var last: Int?
        if isHyphen(end) || word(end) == plain.to, let (value, after) = dayOfMonth(at: end + 1),
            value > day
        {
            if case .month = meaning(after) {
            } else {
                last = value
                end = after
            }
        }
        let (year, isRelative, after) = yearAfter(end)
        let start = withWeekday(index)
        let tokens = start..<after
        guard
            let match = dayOfMonth(
                day, month, year: year, tokens: tokens, rule: "month-day", isRelative: isRelative)
        else { return nil }
        if word(start - 1) == plain.of, word(start - 2) == plain.week {
            let monday = match.span.first.monday
            return Match(
                tokens: start - 2..<after, span: .days(monday, monday + 6) ?? match.span,
                isRelative: true, rule: "week-of")
        }
        guard let last else { return match }
        let (civilYear, civilMonth, _) = match.span.first.civil
        guard let lastDay = Day(year: civilYear, month: civilMonth, day: last) else { return nil }
        return Match(
            tokens: tokens, span: CalendarSpan.days(match.span.first, lastDay) ?? match.span,
            isRelative: isRelative, rule: "days-of-month")
    }

    /// The year after a date at `index`: ", 2025", "2025", "last year"; `index` when there is none.
    func yearAfter(_ index: Int) -> (year: Int?, isRelative: Bool, end: Int) {
        if let year = year(index), !isCounted(index) { return (year, false, index + 1) }
        if word(index) == plain.comma || word(index) == plain.of, let year = year(index + 1),
            !isCounted(index + 1)
        {
            return (year, false, index + 2)
        }
        let start = word(index) == plain.of ? index + 1 : index
        if let today, case .direction(let direction) = meaning(start), word(start + 1) == plain.year
        {
            let step = direction == .last ? -1 : direction == .next ? 1 : 0
            return (today.civil.year + step, true, start + 2)
        }
        return (nil, false, index)
    }

    /// Whether a number of four digits counts what follows it: "2024 people", "2000 %".
    private func isCounted(_ index: Int) -> Bool {
        word(index + 1) == plain.percent
    }

    /// The start with a weekday before it: "Tuesday, Nov. 14".
    private func withWeekday(_ start: Int) -> Int {
        var before = start - 1
        if word(before) == plain.the { before -= 1 }
        if word(before) == plain.comma { before -= 1 }
        if case .weekday = meaning(before) { return before }
        return start
    }

    /// A day and month with the year stated or the one its tense asks for.
    private func dayOfMonth(
        _ day: Int, _ month: Int, year: Int?, tokens: Range<Int>, rule: String,
        isRelative: Bool = false
    ) -> Match? {
        if let year {
            return Day(year: year, month: month, day: day).map {
                Match(tokens: tokens, span: .day($0), isRelative: isRelative, rule: rule)
            }
        }
        guard let today else { return nil }
        let candidates = (-4...4).compactMap {
            Day(year: today.civil.year + $0, month: month, day: day)
        }
        let chosen = nearest(candidates, tense(tokens))
        return absolute(tokens, chosen.map(CalendarSpan.day), rule)?
            .beating(rival(of: chosen, among: candidates))
    }

    /// The candidate the tense asks for that is nearest to today; without a tense the nearest,
    /// where what lies behind is twice as likely.
    func nearest(_ candidates: [Day], _ tense: Tense) -> Day? {
        guard let today else { return nil }
        switch tense {
        case .past:
            return likelier(candidates.last { $0 <= today }, candidates.first { $0 > today })
        case .future:
            return likelier(candidates.first { $0 >= today }, candidates.last { $0 < today })
        case .unknown:
            return candidates.min { abs(weighted($0, today)) < abs(weighted($1, today)) }
        }
    }

    /// The day the tense asks for, unless it is most of a year away and the other one is near:
    /// "he said the talks had until July 10", written on July 9.
    private func likelier(_ asked: Day?, _ other: Day?) -> Day? {
        guard let today, let asked, let other else { return asked ?? other }
        return abs(asked - today) > 300 && abs(other - today) <= 30 ? other : asked
    }

    private func weighted(_ day: Day, _ today: Day) -> Int {
        let distance = day - today
        return distance > 0 ? distance * 2 : distance
    }

    // MARK: - Months without a day

    private func wholeMonth(_ month: Int, at index: Int, end: Int, isStrict: Bool) -> Match? {
        var start = index
        var part: DateWords.Part?
        var direction: DateWords.Direction?
        if case .direction(let value) = meaning(start - 1) {
            direction = value
            start -= 1
        }
        if let found = partBefore(start) {
            part = found.part
            start = found.start
        }
        let (year, isRelative, after) = yearAfter(end)
        let isMarked = part != nil || direction != nil || year != nil
        guard isMarked || isDateContext(start, end: end, isStrict: isStrict) else { return nil }
        let tokens = start..<after
        guard let whole = whole(month, year: year, direction: direction, tokens: tokens) else {
            return nil
        }
        let span = part.flatMap { CalendarSpan.part($0, ofMonth: whole) } ?? whole
        let isOpen = year == nil && direction == nil && part == nil
        return Match(
            tokens: tokens, span: span, isRelative: isRelative || year == nil,
            rule: part == nil ? "month" : "part-of-month",
            rival: isOpen ? otherYear(of: whole.first) : nil)
    }

    /// The month of `day` on the other side of today.
    private func otherYear(of day: Day) -> CalendarSpan? {
        let (year, month, _) = day.civil
        return today.flatMap { .month(day <= $0 ? year + 1 : year - 1, month) }
    }

    private func whole(
        _ month: Int, year: Int?, direction: DateWords.Direction?, tokens: Range<Int>
    ) -> CalendarSpan? {
        if let year { return .month(year, month) }
        guard let today else { return nil }
        let (thisYear, thisMonth, _) = today.civil
        switch direction {
        case .last, .past: return .month(month < thisMonth ? thisYear : thisYear - 1, month)
        case .next, .coming: return .month(month > thisMonth ? thisYear : thisYear + 1, month)
        case .this: return .month(thisYear, month)
        default: break
        }
        let isAttribute = tokens.count == 1 && isAttribute(tokens.lowerBound)
        switch isAttribute ? .unknown : tense(tokens) {
        case .past: return .month(month <= thisMonth ? thisYear : thisYear - 1, month)
        case .future: return .month(month >= thisMonth ? thisYear : thisYear + 1, month)
        case .unknown:
            let distance = month - thisMonth
            return .month(
                distance > 4 ? thisYear - 1 : distance < -8 ? thisYear + 1 : thisYear, month)
        }
    }

    /// "early", "mid-", "late", "the beginning of", "the end of" before `index`.
    func partBefore(_ index: Int) -> (part: DateWords.Part, start: Int)? {
        var position = index - 1
        if word(position) == plain.the { position -= 1 }
        let hasOf = word(position) == plain.of
        if hasOf || isHyphen(position) { position -= 1 }
        guard case .part(let part) = meaning(position) else { return nil }
        let needsOf = part == .beginning || part == .end
        if needsOf, !hasOf { return nil }
        let isMid = part == .mid && !hasOf && position < index - 1
        if !needsOf, !isMid, position < index - 1, !hasOf { return nil }
        let start = word(position - 1) == plain.the && hasOf ? position - 1 : position
        return (part, start)
    }

    /// Whether a bare month name is a month here: "in August", "his August trip", not "August
    /// bodies", "General August".
    private func isDateContext(_ index: Int, end: Int, isStrict: Bool) -> Bool {
        let before = word(index - 1)
        let isPlaced =
            before == plain.inside || before == plain.since || before == plain.until
            || before == plain.by || before == plain.from || before == plain.between
            || before == plain.during || before == plain.through || before == plain.before
            || before == plain.after
        if isPlaced { return !isCapitalised(end) }
        guard !isStrict, index > sentence.lowerBound else { return false }
        let classes = reading.classes(index - 1)
        return
            (classes.contains(.determiner) || classes.contains(.pronoun)
            || reading.flags(index - 1).contains(.possessive)) && !isCapitalised(end)
            && !reading.flags(index).contains(.possessive)
    }

    /// "his August summit": the verb of the sentence says nothing about the month.
    private func isAttribute(_ index: Int) -> Bool {
        let before = reading.classes(index - 1)
        return before.contains(.determiner) || before.contains(.pronoun)
    }
}
