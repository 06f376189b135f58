import Intake

/// One pass over an article for figures.
struct FigureScan {
    struct Figure: Equatable {
        var tokens: Range<Int>
        var value: Double
        /// Singular: "point", "hour", "USD", "%", "ordinal"; nil for a number alone.
        var unit: String?
        /// What an ordinal orders: "visit".
        var noun: String?
        var isApproximate: Bool
        var rule: String
        /// What else the number could have been taken for: a rule, or what it would have named.
        var rival: String?
    }

    let reading: Reading
    let words: NumberWords
    let plain: FigurePlainWords
    let dates: [DateFinding]
    let hasContinentalMarks: Bool
    private var nextDate = 0

    init(
        reading: Reading, words: NumberWords, plain: FigurePlainWords, dates: [DateFinding],
        hasContinentalMarks: Bool
    ) {
        self.reading = reading
        self.words = words
        self.plain = plain
        self.dates = dates
        self.hasContinentalMarks = hasContinentalMarks
    }

    mutating func figures() -> [Figure] {
        let reader = NumberReader(
            reading: reading, words: words, plain: plain, hasContinentalMarks: hasContinentalMarks)
        var figures: [Figure] = []
        for index in 0..<reading.sentenceCount where mayHoldNumber(index) {
            let sentence = reading.tokens(ofSentence: index)
            var position = sentence.lowerBound
            while position < sentence.upperBound {
                let token = reading.tokens[position]
                guard token.isNumber || token.classes.contains(.quantityWord), !isDate(position),
                    let number = reader.number(at: position, before: sentence.upperBound)
                else {
                    position += 1
                    continue
                }
                if let figure = figure(number, in: sentence) {
                    figures.append(figure)
                    shareUnit(&figures)
                    position = max(figure.tokens.upperBound, position + 1)
                } else {
                    position = max(number.tokens.upperBound, position + 1)
                }
            }
        }
        return figures
    }

    private func mayHoldNumber(_ sentence: Int) -> Bool {
        let kinds = reading.kinds(ofSentence: sentence)
        return kinds.classes.contains(.quantityWord) || kinds.flags.contains(.number)
    }

    /// Whether a date found before covers the token.
    private mutating func isDate(_ index: Int) -> Bool {
        let scalar = Int(reading.tokens[index].scalarStart)
        while nextDate < dates.count, dates[nextDate].range.upperBound <= scalar { nextDate += 1 }
        return nextDate < dates.count && dates[nextDate].range.contains(scalar)
    }

    /// "20 to 30 percent", "10 or 12 years": the first has the unit of the second.
    private func shareUnit(_ figures: inout [Figure]) {
        guard figures.count > 1, let last = figures.last else { return }
        let before = figures[figures.count - 2]
        guard before.unit == nil, before.tokens.upperBound + 1 == last.tokens.lowerBound,
            before.value < last.value
        else { return }
        let link = reading.tokens[before.tokens.upperBound]
        let isRange =
            link.isHyphen || link.word == plain.to
            || link.word == plain.and && reading.word(before.tokens.lowerBound - 1) == plain.between
        guard isRange || link.word == plain.or else { return }
        figures[figures.count - 2].unit = last.unit
        figures[figures.count - 2].rival = before.rule
        figures[figures.count - 2].isApproximate = true
        figures[figures.count - 1].isApproximate = true
    }

    private func word(_ index: Int, _ sentence: Range<Int>) -> Word {
        sentence.contains(index) ? reading.tokens[index].word : .none
    }

    // MARK: - One number

    private func figure(_ number: NumberReader.Number, in sentence: Range<Int>) -> Figure? {
        if isName(number, in: sentence) || isTime(number, in: sentence) { return nil }
        if number.isOrdinal { return ordinal(number, in: sentence) }
        let measure = measure(of: number, in: sentence)
        if isNoFigure(number, measure, in: sentence) { return nil }
        var start = measure.tokens.lowerBound
        var isApproximate = number.isApproximate
        if let approximated = approximation(before: start, in: sentence) {
            start = approximated
            isApproximate = true
        }
        return Figure(
            tokens: start..<measure.tokens.upperBound, value: number.value, unit: measure.unit,
            isApproximate: isApproximate, rule: measure.rule,
            rival: looksLikeYear(number) ? "year " + reading.text(of: number.tokens) : nil)
    }

    /// Numbers that name: "Air Force One", "Boeing 737", "F-16", "Article 5", "point 12".
    private func isName(_ number: NumberReader.Number, in sentence: Range<Int>) -> Bool {
        let start = number.tokens.lowerBound
        let token = reading.tokens[start]
        if token.isWord, token.isCapitalised, !token.flags.contains(.capitalExpected) {
            return true
        }
        guard start > sentence.lowerBound else { return false }
        let before = reading.tokens[start - 1]
        if token.isGlued, before.isHyphen, before.isGlued, start - 2 >= sentence.lowerBound,
            reading.tokens[start - 2].isWord
        {
            return true
        }
        if plain.references.contains(before.word) { return true }
        let hasReferencePoint = before.word == plain.stop && start - 2 >= sentence.lowerBound
        if hasReferencePoint, plain.references.contains(reading.tokens[start - 2].word) {
            return true
        }
        guard before.isWord, before.isCapitalised, token.isNumber else { return false }
        return !before.flags.contains(.capitalExpected) && !before.isPossessive
            && !reading.classes(start - 1).contains(.weekday)
    }

    /// 10:30, 24/7, 5 p.m., and a list's "1." at the beginning.
    private func isTime(_ number: NumberReader.Number, in sentence: Range<Int>) -> Bool {
        let start = number.tokens.lowerBound
        let end = number.tokens.upperBound
        for index in [start - 1, end] where sentence.contains(index) {
            let isGlued = index == end ? reading.tokens[end].isGlued : reading.tokens[start].isGlued
            let mark = reading.tokens[index].word
            if isGlued, mark == plain.colon || mark == plain.slash { return true }
        }
        let next = word(end, sentence)
        if next == plain.am || next == plain.pm { return true }
        return start == sentence.lowerBound && next == plain.stop && end + 1 < sentence.upperBound
    }

    private func isNoFigure(
        _ number: NumberReader.Number, _ measure: Measure, in sentence: Range<Int>
    ) -> Bool {
        let end = number.tokens.upperBound
        let next = word(end, sentence)
        if number.value == 1, number.isSmallWord { return !plain.measures.contains(next) }
        if isYear(number, measure) || measure.unit == nil && isDayOfMonth(number) { return true }
        guard number.isSmallWord else { return false }
        if next == plain.of || plain.sides.contains(next) { return true }
        if number.value == 2, word(number.tokens.lowerBound - 1, sentence) == plain.the,
            measure.rule == "counted-noun"
        {
            return true
        }
        return measure.unit == nil
    }

    /// "2 December", "Nov. 27" in an article of which nobody knows the year.
    private func isDayOfMonth(_ number: NumberReader.Number) -> Bool {
        guard (1...31).contains(number.value) else { return false }
        let before = number.tokens.lowerBound - 1
        return [before, before - 1, number.tokens.upperBound].contains {
            reading.classes($0).contains(.month)
                && ($0 != before - 1 || !reading.tokens[before].isWord)
        }
    }

    /// Four digits without a mark that count nothing.
    private func isYear(_ number: NumberReader.Number, _ measure: Measure) -> Bool {
        looksLikeYear(number)
            && (measure.unit == nil
                || (1800..<2100).contains(number.value) && measure.rule == "counted-noun")
    }

    private func looksLikeYear(_ number: NumberReader.Number) -> Bool {
        let token = reading.tokens[number.tokens.lowerBound]
        return number.tokens.count == 1 && token.isNumber && token.end - token.start == 4
            && (1000..<2200).contains(number.value)
    }

    private func ordinal(_ number: NumberReader.Number, in sentence: Range<Int>) -> Figure? {
        let noun = number.tokens.upperBound
        guard sentence.contains(noun), reading.tokens[noun].isWord,
            !reading.tokens[noun].isCapitalised, !isFunctionWord(noun)
        else { return nil }
        let word = reading.tokens[noun].word
        if number.value < 3, !plain.happenings.contains(word) { return nil }
        if number.value == 3, plain.notThird.contains(word) { return nil }
        // "A third of", "one fifth": shares are left alone.
        if case .small = words.meaning(of: reading.word(number.tokens.lowerBound - 1)) {
            return nil
        }
        let isVisit = word == plain.time && comes(after: noun, in: sentence)
        return Figure(
            tokens: number.tokens.lowerBound..<noun + 1, value: number.value, unit: "ordinal",
            noun: isVisit ? "visit" : Self.singular(reading.text(of: noun..<noun + 1)),
            isApproximate: false, rule: "ordinal")
    }

    /// "the sixth time since May that she had come to Oslo": a time somebody goes somewhere is a
    /// visit.
    private func comes(after noun: Int, in sentence: Range<Int>) -> Bool {
        (noun + 1..<max(noun + 1, sentence.upperBound - 1)).contains {
            reading.classes($0).contains(.motionVerb)
                && (reading.word($0 + 1) == plain.to || reading.tokens[$0 + 1].isCapitalised)
        }
    }

    /// The first token of "nearly", "more than", "up to" right before `index`.
    private func approximation(before index: Int, in sentence: Range<Int>) -> Int? {
        guard index > sentence.lowerBound else { return nil }
        switch words.meaning(of: reading.tokens[index - 1].word) {
        case .approximate: return index - 1
        case .bound:
            guard index - 2 >= sentence.lowerBound else { return nil }
            let link = reading.tokens[index - 1].word
            // "from 20 to 30" has no bound.
            if link == plain.to, reading.tokens[index - 2].word != Self.up,
                reading.tokens[index - 2].word != Self.close
            {
                return nil
            }
            return index - 2
        default: return nil
        }
    }

    private static let up = Word("up")
    private static let close = Word("close")

    func isFunctionWord(_ index: Int) -> Bool {
        !reading.classes(index).isDisjoint(with: [
            .preposition, .determiner, .conjunction, .pronoun, .auxiliary,
        ])
    }
}
