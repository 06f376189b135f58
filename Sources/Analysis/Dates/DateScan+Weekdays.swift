import Intake

// Days that lean on the day of publication: Tuesday night, next Friday, yesterday, last night.
extension DateScan {
    // MARK: - Weekdays

    func weekday(_ weekday: Int, at index: Int) -> Match? {
        guard let today, isCapitalised(index), !belongsToDate(after: index), !isNamePart(index)
        else { return nil }
        var start = index
        var end = index + 1
        if case .dayPart = meaning(end) { end += 1 }
        if case .dayPart = meaning(start - 1) { start -= 1 }
        if case .part(let part) = meaning(start - 1), part == .early || part == .late { start -= 1 }
        if word(end) == plain.of, case .direction(let direction) = meaning(end + 1),
            word(end + 2) == plain.week
        {
            let step = direction == .last ? -7 : direction == .next ? 7 : 0
            return relative(
                start..<end + 3, .day(today.monday + (weekday - 1 + step)), "weekday-of-week")
        }
        var day: Day?
        if case .direction(let direction) = meaning(start - 1) {
            start -= 1
            day = self.day(weekday, direction, today)
            if direction == .coming, case .direction(.this) = meaning(start - 1) { start -= 1 }
        }
        if let day { return relative(start..<end, .day(day), "weekday") }
        let coming = today + (weekday - today.weekday + 7) % 7
        let past = today - (today.weekday - weekday + 7) % 7
        let (chosen, other) = tense(start..<end) == .future ? (coming, past) : (past, coming)
        return relative(start..<end, .day(chosen), "weekday")?
            .beating(chosen == other ? nil : .day(other))
    }

    private func day(_ weekday: Int, _ direction: DateWords.Direction, _ today: Day) -> Day? {
        switch direction {
        case .last, .past:
            let back = (today.weekday - weekday + 7) % 7
            return today - (back == 0 ? 7 : back)
        case .this: return today.monday + (weekday - 1)
        case .next: return today.monday + (weekday + 6)
        case .coming:
            let ahead = (weekday - today.weekday + 7) % 7
            return today + (ahead == 0 ? 7 : ahead)
        case .recent: return nil
        }
    }

    /// Whether the weekday only opens "Tuesday, Nov. 14" or "Tuesday 14 November".
    private func belongsToDate(after index: Int) -> Bool {
        var next = index + 1
        if word(next) == plain.comma { next += 1 }
        if word(next) == plain.the { next += 1 }
        switch meaning(next) {
        case .month, .shortMonth: return digits(next + 1) != nil || digits(next + 2) != nil
        default: break
        }
        guard let (_, count) = digits(next), count <= 2 else { return false }
        switch meaning(next + 1) {
        case .month, .shortMonth, .foreignMonth: return true
        default: return isGlued(next + 1)
        }
    }

    /// "The Sunday Times", "Bloody Sunday", "every Friday": no day is meant.
    private func isNamePart(_ index: Int) -> Bool {
        if word(index - 1) == plain.the, isCapitalised(index + 1),
            !reading.flags(index).contains(.possessive)
        {
            return true
        }
        if word(index - 1) == plain.every || word(index - 1) == plain.each { return true }
        guard index - 1 >= floor, isCapitalised(index - 1) else { return false }
        if case .holiday = meaning(index - 1) { return true }
        // An adjective of a name stands right before it; "Putin Monday" is left to the verb.
        return reading.flags(index - 1).contains(.capitalExpected)
            ? false : isHolyAdjective(word(index - 1))
    }

    private func isHolyAdjective(_ word: Word) -> Bool {
        [plain.bloody, plain.superWord, plain.cyber, plain.palm, plain.ash].contains(word)
    }

    // MARK: - Today

    func deictic(_ deictic: DateWords.Deictic, at index: Int) -> Match? {
        guard let today else { return nil }
        switch deictic {
        case .today:
            // In what somebody says, and as "today's", it means these times.
            guard !reading.flags(index).contains(.possessive), !isQuoted(index) else { return nil }
            return relative(index..<index + 1, .day(today), "today")
        case .tonight: return relative(index..<index + 1, .day(today), "today")
        case .yesterday, .tomorrow:
            let step = deictic == .yesterday ? -1 : 1
            let link = deictic == .yesterday ? plain.before : plain.after
            if word(index - 1) == link, word(index - 2) == plain.day, index - 2 >= floor {
                let start = word(index - 3) == plain.the ? index - 3 : index - 2
                return relative(start..<index + 1, .day(today + 2 * step), "today")
            }
            var end = index + 1
            if case .dayPart = meaning(end) { end += 1 }
            return relative(index..<end, .day(today + step), "today")
        }
    }

    private func isQuoted(_ index: Int) -> Bool {
        var depth = 0
        for position in sentence.lowerBound..<index {
            let flags = reading.tokens[position].flags
            if flags.contains(.single) { continue }
            if flags.contains(.opens) { depth += 1 }
            if flags.contains(.closes) { depth -= 1 }
        }
        return depth > 0
    }

    /// "last night", "this morning".
    func lastNight(at index: Int) -> Match? {
        guard let today, case .direction(let direction) = meaning(index - 1),
            direction == .last || direction == .this
        else { return nil }
        var start = index - 1
        if case .part(let part) = meaning(start - 1), part == .late || part == .early { start -= 1 }
        return relative(
            start..<index + 1, .day(direction == .last ? today - 1 : today), "part-of-day")
    }
}
