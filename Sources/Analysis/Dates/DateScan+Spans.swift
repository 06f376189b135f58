import Intake

// Spans that lean on the day of publication: last week, two days ago, month's end, recent weeks.
extension DateScan {
    func unit(_ unit: DateWords.Unit, isPlural: Bool, at index: Int) -> Match? {
        guard let today else { return nil }
        if unit == .day, let holiday = newYear(at: index, today) { return holiday }
        if let ends = ending(unit, at: index, today) { return ends }
        if let counted = counted(unit, at: index, today) { return counted }
        if isPlural { return several(unit, at: index, today) }
        if unit == .weekend { return weekend(at: index, today) }
        if unit == .quarter, let quarter = quarter(at: index, today) { return quarter }
        guard case .direction(let direction) = meaning(index - 1) else {
            guard unit == .week || unit == .month || unit == .year else { return nil }
            return laterIn(unit, at: index, today) ?? theEnd(of: unit, at: index, today)
                ?? weekOfMonth(unit, at: index)
        }
        // "a last week of talks" is the last of some, not the one before this.
        if direction == .last, word(index - 2) == plain.a { return nil }
        let isSpan = direction == .past || direction == .last && word(index + 1) != plain.of
        if isSpan, word(index - 2) == plain.the {
            let start = today.adding(unit, -1).map { CalendarSpan.days($0, today) } ?? nil
            return relative(index - 2..<index + 1, start, "past-span")
        }
        let step = direction == .last ? -1 : direction == .this ? 0 : 1
        guard direction != .recent, let whole = whole(unit, step, today) else { return nil }
        return partOf(whole, unit, step: step, at: index, today)
    }

    /// "year-end", "month's end".
    private func ending(_ unit: DateWords.Unit, at index: Int, _ today: Day) -> Match? {
        guard unit == .month || unit == .year || unit == .week else { return nil }
        let isPossessive = reading.flags(index).contains(.possessive)
        let position = isPossessive ? index + 1 : index + 2
        guard isPossessive || isHyphen(index + 1), case .part(.end) = meaning(position),
            let whole = whole(unit, 0, today)
        else { return nil }
        return relative(index..<position + 1, lastPart(of: whole, unit, today), "end-of-span")
    }

    private func lastPart(of whole: CalendarSpan, _ unit: DateWords.Unit, _ today: Day)
        -> CalendarSpan?
    {
        switch unit {
        case .year: .month(today.civil.year, 12)
        case .month: .day(whole.last)
        default: .part(.end, ofWeek: whole.first)
        }
    }

    /// "the end of the month" without "this".
    private func theEnd(of unit: DateWords.Unit, at index: Int, _ today: Day) -> Match? {
        guard word(index - 1) == plain.the, let (part, start) = partBefore(index), part == .end,
            word(index + 1) != plain.of, let whole = whole(unit, 0, today)
        else { return nil }
        return relative(start..<index + 1, lastPart(of: whole, unit, today), "end-of-span")
    }

    /// "later in the week", "earlier in the year".
    private func laterIn(_ unit: DateWords.Unit, at index: Int, _ today: Day) -> Match? {
        guard word(index - 1) == plain.the, word(index - 2) == plain.inside,
            let whole = whole(unit, 0, today)
        else { return nil }
        switch meaning(index - 3) {
        case .earlier:
            return relative(index - 3..<index + 1, .days(whole.first, today), "part-of-span")
        case .later:
            return relative(index - 3..<index + 1, .days(today, whole.last), "part-of-span")
        default: return nil
        }
    }

    /// "the first week of December": its first seven days, and so on.
    private func weekOfMonth(_ unit: DateWords.Unit, at index: Int) -> Match? {
        guard unit == .week, word(index + 1) == plain.of,
            case .ordinal(let number) = meaning(index - 1),
            case .month(let month, _) = meaning(index + 2), isCapitalised(index + 2),
            let found = self.month(month, at: index + 2, isStrict: false) ?? nil
        else { return nil }
        let first = found.span.first + 7 * (number - 1)
        let start = word(index - 2) == plain.the ? index - 2 : index - 1
        return relative(start..<found.tokens.upperBound, .days(first, first + 6), "week-of-month")
    }

    private func whole(_ unit: DateWords.Unit, _ step: Int, _ today: Day) -> CalendarSpan? {
        switch unit {
        case .week:
            return .days(today.monday + 7 * step, today.monday + (7 * step + 6))
        case .month:
            let month = Day(year: today.civil.year, month: today.civil.month, day: 1)?
                .adding(months: step)
            return month.flatMap { CalendarSpan.month($0.civil.year, $0.civil.month) }
        case .year: return .year(today.civil.year + step)
        case .quarter:
            let quarter = (today.civil.month - 1) / 3 + step
            let year = today.civil.year + (quarter < 0 ? -1 : quarter / 4)
            let first = (quarter + 4) % 4 * 3 + 1
            return .months(year, first...first + 2)
        default: return nil
        }
    }

    /// "early last week", "earlier this month", "so far this year", "the end of next week", or the
    /// whole.
    private func partOf(
        _ whole: CalendarSpan, _ unit: DateWords.Unit, step: Int, at index: Int, _ today: Day
    ) -> Match? {
        let start = index - 1
        switch meaning(start - 1) {
        case .earlier where step == 0:
            return relative(start - 1..<index + 1, .days(whole.first, today), "part-of-span")
        case .earlier:
            return relative(start - 1..<index + 1, whole, "part-of-span")
        case .later where step == 0:
            return relative(start - 1..<index + 1, .days(today, whole.last), "part-of-span")
        default: break
        }
        if word(start - 1) == plain.far, word(start - 2) == plain.so {
            return relative(start - 2..<index + 1, .days(whole.first, today), "part-of-span")
        }
        guard let (part, partStart) = partBefore(start) else {
            return relative(start..<index + 1, whole, "whole-span")
        }
        let span: CalendarSpan? =
            switch unit {
            case .week: .part(part, ofWeek: whole.first)
            case .month: .part(part, ofMonth: whole)
            case .year: .part(part, ofYear: whole.first.civil.year)
            default: whole
            }
        return relative(partStart..<index + 1, span ?? whole, "part-of-span")
    }

    private func weekend(at index: Int, _ today: Day) -> Match? {
        var start = index
        var saturday = today.monday + 5
        if case .direction(let direction) = meaning(index - 1) {
            start = word(index - 2) == plain.the ? index - 2 : index - 1
            switch direction {
            case .last, .past: saturday = saturday - 7
            case .next: saturday = saturday + (today.weekday >= 6 ? 7 : 0)
            case .this where tense(start..<index + 1) == .past && today.weekday <= 3:
                saturday = saturday - 7
            default: break
            }
        } else {
            guard word(index - 1) == plain.the else { return nil }
            start = index - 1
            if tense(start..<index + 1) != .future, today.weekday < 6 { saturday = saturday - 7 }
        }
        let other = saturday < today.monday + 5 ? saturday + 7 : saturday - 7
        return relative(start..<index + 1, .days(saturday, saturday + 1), "weekend")?
            .beating(start == index - 1 ? .days(other, other + 1) : nil)
    }

    // MARK: - Counted spans

    /// "two weeks ago", "in two months", "within 48 hours", "the past three days".
    private func counted(_ unit: DateWords.Unit, at index: Int, _ today: Day) -> Match? {
        guard let count = count(index - 1), index - 1 >= floor else { return nil }
        let start = index - 1
        if word(index + 1) == plain.ago {
            return relative(
                start..<index + 2, today.adding(unit, -count).map(CalendarSpan.day), "ago")
        }
        let before = word(start - 1)
        if before == plain.within {
            let last = today.adding(unit, count)
            return relative(
                start - 1..<index + 1, last.flatMap { CalendarSpan.days(today, $0) }, "within")
        }
        if word(index + 1) == plain.from, word(index + 2) == plain.now {
            return relative(
                start..<index + 3, today.adding(unit, count).map(CalendarSpan.day), "in-span")
        }
        let isPossessive = reading.flags(index).contains(.possessive)
        if before == plain.inside, word(index + 1) != plain.of, !isHyphen(index + 1),
            !isPossessive || word(index + 1) == plain.time,
            tense(start - 1..<index + 1) != .past
        {
            return relative(
                start - 1..<index + 1, today.adding(unit, count).map(CalendarSpan.day), "in-span")
        }
        guard case .direction(let direction) = meaning(start - 1), count < 1000 else { return nil }
        let from = word(start - 2) == plain.the ? start - 2 : start - 1
        switch direction {
        case .past, .last:
            let first = today.adding(unit, -count)
            return relative(
                from..<index + 1, first.flatMap { CalendarSpan.days($0, today) }, "past-span")
        case .next, .coming:
            let last = today.adding(unit, count)
            return relative(
                from..<index + 1, last.flatMap { CalendarSpan.days(today, $0) }, "coming-span")
        default: return nil
        }
    }

    /// "recent days", "these past weeks", "the coming months", "the weeks to come".
    private func several(_ unit: DateWords.Unit, at index: Int, _ today: Day) -> Match? {
        guard unit != .hour, unit != .quarter else { return nil }
        if word(index + 1) == plain.to,
            word(index + 2) == plain.come || word(index + 2) == plain.ahead
        {
            let start = word(index - 1) == plain.the ? index - 1 : index
            return relative(start..<index + 3, CalendarSpan.day(today).since, "coming-span")
        }
        if word(index + 1) == plain.ahead, word(index - 1) == plain.the {
            return relative(index - 1..<index + 2, CalendarSpan.day(today).since, "coming-span")
        }
        guard case .direction(let direction) = meaning(index - 1) else { return nil }
        var start = index - 1
        if [plain.the, plain.these, plain.those].contains(word(start - 1)) { start -= 1 }
        switch direction {
        case .recent, .past, .last:
            return relative(start..<index + 1, recent(unit, today), "recent-span")
        case .coming, .next:
            return relative(start..<index + 1, CalendarSpan.day(today).since, "coming-span")
        case .this: return nil
        }
    }

    /// About a week of days, a month of weeks, half a year of months.
    private func recent(_ unit: DateWords.Unit, _ today: Day) -> CalendarSpan? {
        switch unit {
        case .day: return .days(today - 7, today)
        case .week:
            let first = today - 28
            guard let left = CalendarSpan.month(first.civil.year, first.civil.month),
                let right = CalendarSpan.month(today.civil.year, today.civil.month)
            else { return nil }
            return left == right ? left : .joined(left, right)
        case .month: return today.adding(months: -6).flatMap { .days($0, today) }
        case .year: return today.adding(months: -60).flatMap { .days($0, today) }
        default: return nil
        }
    }
}

extension Day {
    /// Counted on or back in units; hours in whole days.
    func adding(_ unit: DateWords.Unit, _ count: Int) -> Day? {
        guard abs(count) < 5_000 else { return nil }
        switch unit {
        case .hour: return self + count / 24
        case .day: return self + count
        case .week, .weekend: return self + 7 * count
        case .fortnight: return self + 14 * count
        case .month: return adding(months: count)
        case .quarter: return adding(months: 3 * count)
        case .year: return adding(months: 12 * count)
        case .decade: return adding(months: 120 * count)
        }
    }
}
