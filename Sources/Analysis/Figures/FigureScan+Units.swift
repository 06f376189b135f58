import Intake

// What a number measures: percent, money, "28-point", "44-year-old", "four more documents".
extension FigureScan {
    struct Measure {
        /// From the currency sign to the unit.
        var tokens: Range<Int>
        var unit: String?
        var rule: String
    }

    func measure(of number: NumberReader.Number, in sentence: Range<Int>) -> Measure {
        let start = number.tokens.lowerBound
        let end = number.tokens.upperBound
        return money(start, end, in: sentence) ?? percent(start, end, in: sentence)
            ?? compound(start, end, in: sentence)
            ?? noun(
                start, counted(end, number, in: sentence), isOne: number.value == 1, in: sentence)
            ?? Measure(tokens: start..<end, unit: nil, rule: "number")
    }

    /// Where the noun of a number begins: behind "of" after "thousands", behind "-plus".
    private func counted(
        _ end: Int, _ number: NumberReader.Number, in sentence: Range<Int>
    ) -> Int {
        guard sentence.contains(end + 1) else { return end }
        if number.isMany, reading.tokens[end].word == plain.of { return end + 1 }
        if reading.tokens[end].isHyphen, reading.tokens[end + 1].word == plain.plus {
            return end + 2
        }
        return end
    }

    private func money(_ start: Int, _ end: Int, in sentence: Range<Int>) -> Measure? {
        if start > sentence.lowerBound, reading.tokens[start - 1].isMark,
            let code = plain.signs.code(of: reading.tokens[start - 1].word)
        {
            let hasCountry =
                start - 2 >= sentence.lowerBound && reading.tokens[start - 1].isGlued
                && reading.tokens[start - 2].word == plain.us
            return Measure(
                tokens: (hasCountry ? start - 2 : start - 1)..<end, unit: code, rule: "money")
        }
        guard sentence.contains(end) else { return nil }
        // "4.2-billion-dollar", "hundreds of billions of dollars".
        let isLinked = reading.tokens[end].isHyphen || reading.tokens[end].word == plain.of
        let next = isLinked && sentence.contains(end + 1) ? end + 1 : end
        let word = reading.tokens[next].word
        let code = plain.currencies.code(of: word) ?? plain.signs.code(of: word)
        return code.map { Measure(tokens: start..<next + 1, unit: $0, rule: "money") }
    }

    private func percent(_ start: Int, _ end: Int, in sentence: Range<Int>) -> Measure? {
        guard sentence.contains(end) else { return nil }
        let word = reading.tokens[end].word
        if word == plain.percentSign || word == plain.percent {
            return Measure(tokens: start..<end + 1, unit: "%", rule: "percent")
        }
        guard sentence.contains(end + 1) else { return nil }
        let next = reading.tokens[end + 1].word
        if word == plain.per, next == plain.cent {
            return Measure(tokens: start..<end + 2, unit: "%", rule: "percent")
        }
        if word == plain.percentage, next == plain.points || next == plain.point {
            return Measure(tokens: start..<end + 2, unit: "percentage point", rule: "percent")
        }
        return nil
    }

    /// "28-point", "five-hour", "44-year-old".
    private func compound(_ start: Int, _ end: Int, in sentence: Range<Int>) -> Measure? {
        guard sentence.contains(end + 1), reading.tokens[end].isHyphen,
            reading.tokens[end + 1].isGlued, reading.tokens[end + 1].isWord,
            reading.tokens[end + 1].word != plain.plus
        else { return nil }
        let isAge =
            reading.tokens[end + 1].word == plain.year && sentence.contains(end + 3)
            && reading.tokens[end + 2].isHyphen && reading.tokens[end + 3].word == plain.old
        let word = reading.tokens[end + 1].word
        if word == plain.percent {
            return Measure(tokens: start..<end + 2, unit: "%", rule: "percent")
        }
        let unit = Self.singular(reading.text(of: end + 1..<end + 2))
        return Measure(
            tokens: start..<(isAge ? end + 4 : end + 2), unit: unit,
            rule: isAge ? "age" : "compound")
    }

    /// The plural behind the number, past up to three words that describe it.
    private func noun(_ start: Int, _ end: Int, isOne: Bool, in sentence: Range<Int>) -> Measure? {
        var index = end
        while index < min(end + 4, sentence.upperBound) {
            let token = reading.tokens[index]
            guard token.isWord, index == end || !isFunctionWord(index) else { return nil }
            if isFunctionWord(index), !isDescribing(index) { return nil }
            if isPlural(token) || isOne {
                let unit = Self.singular(reading.text(of: index..<index + 1))
                return Measure(tokens: start..<index + 1, unit: unit, rule: "counted-noun")
            }
            index += 1
        }
        return nil
    }

    /// "more", "other" may be listed as determiners and still describe: "four more documents".
    private func isDescribing(_ index: Int) -> Bool {
        reading.classes(index).isDisjoint(with: [.preposition, .conjunction, .auxiliary])
    }

    /// "10 years' time" is a plural, "the year's end" none.
    private func isPlural(_ token: Token) -> Bool {
        if plain.plurals.contains(token.word) { return true }
        guard token.end - token.start > 3 else { return false }
        let bytes = reading.article.text.utf8
        let end = Int(token.end)
        guard bytes[end - 1] == UInt8(ascii: "s") else { return false }
        let before = bytes[end - 2]
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
            && before != UInt8(ascii: "i")
    }

    /// "countries" gives "country", "people" gives "person".
    static func singular(_ text: String) -> String {
        let word = text.lowercased()
        switch word {
        case "people": return "person"
        case "men": return "man"
        case "women": return "woman"
        case "children": return "child"
        case "lives": return "life"
        default: break
        }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
        if word.hasSuffix("ches") || word.hasSuffix("shes") || word.hasSuffix("sses")
            || word.hasSuffix("xes")
        {
            return String(word.dropLast(2))
        }
        let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
        return isPlural ? String(word.dropLast()) : word
    }
}
