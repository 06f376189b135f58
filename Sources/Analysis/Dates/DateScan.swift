import Intake

/// One pass over an article for dates. Every date has a core (a weekday, a month, a unit, a year
/// …); the scan stops at cores and looks to both sides for what belongs to them.
struct DateScan {
    /// A date in the text.
    struct Match: Equatable {
        var tokens: Range<Int>
        var span: CalendarSpan
        var isRelative: Bool
        var rule: String
        /// Not a date by itself any longer: "that day" leans on what was there before.
        var confidence = 0.95
        /// What the same words would have meant with another tense.
        var rival: CalendarSpan?

        func beating(_ rival: CalendarSpan?) -> Match {
            var match = self
            match.rival = rival
            return match
        }
    }

    let reading: Reading
    let words: DateWords
    let tenses: TenseWords
    let plain: PlainWords
    /// The day the article was written; nil when it is not known to the day.
    let today: Day?
    let isEnglish: Bool
    /// The tokens of the sentence that is read.
    private(set) var sentence: Range<Int> = 0..<0
    /// The first token of the sentence that no date has taken.
    private(set) var floor = 0
    /// The date found last, for what leans on it.
    private(set) var last: Match?

    /// The dates of the article in order.
    mutating func matches() -> [Match] {
        var matches: [Match] = []
        for index in 0..<reading.sentenceCount where mayHoldDate(index) {
            sentence = reading.tokens(ofSentence: index)
            floor = sentence.lowerBound
            let first = matches.count
            var position = sentence.lowerBound
            while position < sentence.upperBound {
                guard let match = match(at: position) else {
                    position += 1
                    continue
                }
                matches.append(match)
                last = match
                floor = match.tokens.upperBound
                position = max(position + 1, floor)
            }
            join(&matches, from: first)
            last = matches.last
        }
        return matches
    }

    private func mayHoldDate(_ sentence: Int) -> Bool {
        let kinds = reading.kinds(ofSentence: sentence)
        return kinds.classes.contains(.dateWord) || kinds.flags.contains(.number)
    }

    private func match(at index: Int) -> Match? {
        let token = reading.tokens[index]
        if token.isNumber { return numeric(at: index) }
        guard token.classes.contains(.dateWord), token.isWord else { return nil }
        switch words.meaning(of: token.word) {
        case .weekday(let weekday): return self.weekday(weekday, at: index)
        case .month(let month, let strict): return self.month(month, at: index, isStrict: strict)
        case .shortMonth(let month): return shortMonth(month, at: index)
        case .foreignMonth(let month): return foreignMonth(month, at: index)
        case .unit(let unit, let isPlural):
            return self.unit(unit, isPlural: isPlural, at: index)
                ?? (unit == .day ? anaphora(at: index, to: last) : nil)
        case .season(let code): return season(code, at: index)
        case .deictic(let deictic): return self.deictic(deictic, at: index)
        case .dayPart: return lastNight(at: index)
        case .holiday(let holiday): return self.holiday(holiday, at: index)
        default: return nil
        }
    }

    // MARK: - Looking around

    func word(_ index: Int) -> Word {
        sentence.contains(index) ? reading.tokens[index].word : .none
    }

    /// The meaning of the word at `index`; none where a date has taken it or the sentence ended.
    func meaning(_ index: Int) -> DateWords.Meaning {
        index >= floor && index < sentence.upperBound
            ? words.meaning(of: reading.tokens[index].word) : .none
    }

    func isHyphen(_ index: Int) -> Bool {
        sentence.contains(index) && reading.tokens[index].isHyphen
    }

    func isGlued(_ index: Int) -> Bool {
        sentence.contains(index) && reading.tokens[index].isGlued
    }

    /// A whole number of digits alone, with how many there are.
    func digits(_ index: Int) -> (value: Int, count: Int)? {
        guard sentence.contains(index), reading.tokens[index].isNumber else { return nil }
        let token = reading.tokens[index]
        let count = Int(token.end - token.start)
        guard count <= 4 else { return nil }
        var value = 0
        for byte in reading.article.text.utf8[Int(token.start)..<Int(token.end)] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return (value, count)
    }

    /// A year of four digits from 1000 to 2199.
    func year(_ index: Int) -> Int? {
        guard let (value, count) = digits(index), count == 4, (1000..<2200).contains(value) else {
            return nil
        }
        return value
    }

    /// A count in digits or words: "3", "three", "a few" is not one.
    func count(_ index: Int) -> Int? {
        if let (value, _) = digits(index) { return value }
        if case .number(let value) = meaning(index) { return value }
        return word(index) == plain.a || word(index) == plain.an ? 1 : nil
    }

    func isCapitalised(_ index: Int) -> Bool {
        sentence.contains(index) && reading.tokens[index].isCapitalised
    }

    func tense(_ tokens: Range<Int>) -> Tense {
        let before = tokens.lowerBound
        if word(before - 1) == plain.before
            || (word(before - 1) == plain.of && word(before - 2) == plain.ahead)
        {
            return .future
        }
        return tenses.tense(around: tokens, sentence: sentence, in: reading)
    }

    func relative(_ tokens: Range<Int>, _ span: CalendarSpan?, _ rule: String) -> Match? {
        span.map { Match(tokens: tokens, span: $0, isRelative: true, rule: rule) }
    }

    func absolute(_ tokens: Range<Int>, _ span: CalendarSpan?, _ rule: String) -> Match? {
        span.map { Match(tokens: tokens, span: $0, isRelative: false, rule: rule) }
    }

    /// Of the days that the words could mean, the one nearest to today that is not `chosen`.
    func rival(of chosen: Day?, among days: [Day]) -> CalendarSpan? {
        guard let today, let chosen else { return nil }
        return days.filter { $0 != chosen }.min { abs($0 - today) < abs($1 - today) }
            .map(CalendarSpan.day)
    }

    // MARK: - Joining

    /// Joins "from A to B" and "between A and B" to intervals and opens "since A".
    private func join(_ matches: inout [Match], from first: Int) {
        var index = first
        while index < matches.count {
            let tokens = matches[index].tokens
            let before = word(tokens.lowerBound - 1)
            if index + 1 < matches.count, links(matches[index], matches[index + 1]),
                let span = joined(matches[index], matches[index + 1])
            {
                let start = before == plain.from || before == plain.between ? 1 : 0
                matches[index] = Match(
                    tokens: tokens.lowerBound - start..<matches[index + 1].tokens.upperBound,
                    span: span,
                    isRelative: matches[index].isRelative || matches[index + 1].isRelative,
                    rule: "date-range")
                matches.remove(at: index + 1)
            } else if before == plain.since, matches[index].span.last.civil.year < 9999 {
                matches[index].tokens = tokens.lowerBound - 1..<tokens.upperBound
                matches[index].span = matches[index].span.since
            }
            index += 1
        }
    }

    /// The interval of two dates; an end that came out before its beginning is the next such day.
    private func joined(_ left: Match, _ right: Match) -> CalendarSpan? {
        if left.span.first < right.span.last { return .joined(left.span, right.span) }
        guard right.span.first == right.span.last else { return nil }
        if right.rule == "weekday" { return .joined(left.span, .day(right.span.first + 7)) }
        let (_, month, day) = right.span.first.civil
        let year = left.span.first.civil.year
        let next = [year, year + 1].lazy.compactMap { Day(year: $0, month: month, day: day) }
            .first { $0 > left.span.first }
        return next.flatMap { .joined(left.span, .day($0)) }
    }

    private func links(_ left: Match, _ right: Match) -> Bool {
        guard right.tokens.lowerBound == left.tokens.upperBound + 1 else { return false }
        let link = left.tokens.upperBound
        let before = word(left.tokens.lowerBound - 1)
        if word(link) == plain.and { return before == plain.between }
        return reading.tokens[link].isHyphen || word(link) == plain.to || word(link) == plain.until
            || word(link) == plain.through
    }

    /// "That day", "the same day": the day last spoken of, in this sentence or the one before.
    private func anaphora(at index: Int, to last: Match?) -> Match? {
        guard let last, last.span.first == last.span.last,
            let at = reading.tokens[last.tokens.lowerBound...].first?.sentence,
            reading.tokens[index].sentence - at <= 1
        else { return nil }
        var step = 0
        switch word(index - 1) {
        case plain.that where word(index + 1) != plain.after: break
        case plain.same: break
        case plain.following where word(index - 2) == plain.the: step = 1
        default: return nil
        }
        let start = word(index - 2) == plain.the || word(index - 2) == plain.that ? 2 : 1
        return Match(
            tokens: index - start..<index + 1, span: .day(last.span.first + step),
            isRelative: true, rule: "day-spoken-of", confidence: 0.85)
    }
}

/// Words that join dates, compared by their hashes. A class, because copying so many words with each
/// scan costs more than reading them.
final class PlainWords: Sendable {
    let a = Word("a"), an = Word("an"), the = Word("the"), of = Word("of"), on = Word("on")
    let to = Word("to"), from = Word("from"), between = Word("between"), and = Word("and")
    let until = Word("until"), through = Word("through"), since = Word("since")
    let inside = Word("in"), within = Word("within"), ago = Word("ago"), by = Word("by")
    let before = Word("before"), after = Word("after"), ahead = Word("ahead")
    let during = Word("during"), over = Word("over"), at = Word("at"), forWord = Word("for")
    let that = Word("that"), same = Word("same"), following = Word("following")
    let these = Word("these"), those = Word("those"), come = Word("come")
    let so = Word("so"), far = Word("far"), new = Word("new"), day = Word("day"), eve = Word("eve")
    let week = Word("week"), comma = Word(","), point = Word("."), slash = Word("/")
    let few = Word("few"), couple = Word("couple"), several = Word("several")
    let yet = Word("yet"), yesterday = Word("yesterday"), tomorrow = Word("tomorrow")
    let st = Word("st"), nd = Word("nd"), rd = Word("rd"), th = Word("th")
    let de = Word("de"), del = Word("del"), er = Word("er"), s = Word("s")
    let year = Word("year"), friday = Word("friday"), sunday = Word("sunday")
    let monday = Word("monday"), dollar = Word("$"), euro = Word("€"), pound = Word("£")
    let percent = Word("%"), bracket = Word("(")
    let every = Word("every"), each = Word("each"), now = Word("now"), time = Word("time")
    let half = Word("half"), people = Word("people")
    /// Words before a number of four digits that place it in time more often than they count.
    let yearPlacers = WordSet(
        """
        in since until till during before after from between through
        the a its his her their our this that
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    let bloody = Word("bloody"), superWord = Word("super"), cyber = Word("cyber")
    let palm = Word("palm"), ash = Word("ash"), thisWord = Word("this"), asWord = Word("as")
}
