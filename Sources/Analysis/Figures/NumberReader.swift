import Intake

/// Reads a number in digits or words off the tokens of a sentence.
struct NumberReader {
    struct Number: Equatable {
        var tokens: Range<Int>
        var value: Double
        var isOrdinal = false
        var isApproximate = false
        /// "thousands", "dozens": counts what "of" brings.
        var isMany = false
        /// In words and below thirteen: counts only with what it counts beside it.
        var isSmallWord = false
    }

    let reading: Reading
    let words: NumberWords
    let plain: FigurePlainWords
    /// Points part thousands and commas decimals: German, Russian, French, Spanish …
    let hasContinentalMarks: Bool

    /// The number that begins at `index` and ends before `limit`; nil when none does, or one of so
    /// many digits that no value holds it.
    func number(at index: Int, before limit: Int) -> Number? {
        anyNumber(at: index, before: limit).flatMap { $0.value.isFinite ? $0 : nil }
    }

    private func anyNumber(at index: Int, before limit: Int) -> Number? {
        let token = reading.tokens[index]
        if token.isNumber { return digits(at: index, before: limit) }
        guard token.isWord else { return nil }
        switch words.meaning(of: token.word) {
        case .small(let value): return spelled(Double(value), from: index, index + 1, limit)
        case .tens(let value): return tens(value, at: index, limit)
        case .scale(let value): return article(before: index, value, limit)
        case .many(let value): return many(value, at: index, limit)
        case .dozen: return article(before: index, 12, limit)
        case .half: return half(at: index, limit)
        case .ordinal(let value):
            return Number(tokens: index..<index + 1, value: Double(value), isOrdinal: true)
        default: return nil
        }
    }

    // MARK: - Digits

    private func digits(at index: Int, before limit: Int) -> Number? {
        guard var value = value(of: reading.tokens[index]) else { return nil }
        var end = index + 1
        if end < limit, reading.tokens[end].isGlued, reading.tokens[end].isWord {
            if case .suffix(let factor) = words.meaning(of: reading.tokens[end].word) {
                return Number(tokens: index..<end + 1, value: value * factor)
            }
            let isOrdinal = plain.ordinalEndings.contains(reading.tokens[end].word)
            guard isOrdinal else { return nil }
            return Number(tokens: index..<end + 1, value: value, isOrdinal: true)
        }
        // 600 000 as the Continent writes it.
        while hasContinentalMarks, end < limit, reading.tokens[end].isNumber,
            reading.tokens[end].end - reading.tokens[end].start == 3,
            reading.tokens[end].start - reading.tokens[end - 1].end <= 3,
            let next = self.value(of: reading.tokens[end])
        {
            value = value * 1000 + next
            end += 1
        }
        (value, end) = scaled(value, end, limit)
        return Number(tokens: index..<end, value: value)
    }

    /// A value times "million" and the like, also behind a hyphen.
    private func scaled(_ value: Double, _ end: Int, _ limit: Int) -> (Double, Int) {
        var value = value
        var end = end
        while end < limit {
            let next = reading.tokens[end].isHyphen ? end + 1 : end
            guard next < limit,
                case .scale(let factor) = words.meaning(of: reading.tokens[next].word)
            else { break }
            value *= factor
            end = next + 1
        }
        return (value, end)
    }

    /// The value of a token of digits with marks; nil for 1.2.3 and the like.
    func value(of token: Token) -> Double? {
        var whole = 0.0
        var fraction = 0.0
        var weight = 0.0
        let bytes = reading.article.text.utf8
        let (grouping, decimal) = marks(of: token)
        guard let grouping else { return nil }
        for index in Int(token.start)..<Int(token.end) {
            let byte = bytes[index]
            if byte == grouping { continue }
            if byte == decimal {
                weight = 1
            } else if byte >= 0x30, byte <= 0x39 {
                if weight == 0 {
                    whole = whole * 10 + Double(byte - 0x30)
                } else {
                    weight /= 10
                    fraction += Double(byte - 0x30) * weight
                }
            } else {
                return nil
            }
        }
        return whole + fraction
    }

    /// Which mark parts thousands and which decimals; the first is nil when neither fits, and a
    /// byte that never occurs when there is none.
    private func marks(of token: Token) -> (grouping: UInt8?, decimal: UInt8) {
        let bytes = reading.article.text.utf8
        let comma = UInt8(ascii: ",")
        let point = UInt8(ascii: ".")
        var counts = (commas: 0, points: 0)
        var last = 0
        var groupsOfThree = true
        for index in Int(token.start)..<Int(token.end) {
            guard bytes[index] == comma || bytes[index] == point else { continue }
            if last > 0, index - last != 4 { groupsOfThree = false }
            last = index
            if bytes[index] == comma { counts.commas += 1 } else { counts.points += 1 }
        }
        if last == 0 { return (0, 0) }
        if Int(token.end) - last != 4 { groupsOfThree = false }
        let (grouping, decimal) = hasContinentalMarks ? (point, comma) : (comma, point)
        let groupings = hasContinentalMarks ? counts.points : counts.commas
        let decimals = hasContinentalMarks ? counts.commas : counts.points
        if decimals == 0 {
            return groupsOfThree ? (grouping, 0) : (groupings == 1 ? (0, grouping) : (nil, 0))
        }
        if decimals == 1 { return (grouping, decimal) }
        return (nil, 0)
    }

    // MARK: - Words

    private func tens(_ value: Int, at index: Int, _ limit: Int) -> Number? {
        var next = index + 1
        if next < limit, reading.tokens[next].isHyphen { next += 1 }
        if next < limit, case .small(let unit) = words.meaning(of: reading.tokens[next].word),
            unit < 10
        {
            return spelled(Double(value + unit), from: index, next + 1, limit)
        }
        return spelled(Double(value), from: index, index + 1, limit)
    }

    /// A number in words with the scales and the rest that follow it: "two hundred and fifty".
    private func spelled(_ value: Double, from index: Int, _ end: Int, _ limit: Int) -> Number {
        var (total, end) = scaled(value, end, limit)
        if total >= 100 {
            var next = end
            if next < limit, reading.tokens[next].word == plain.and { next += 1 }
            if next < limit, let rest = rest(at: next, limit), rest.value < total {
                total += rest.value
                end = rest.tokens.upperBound
            }
        } else if end + 2 < limit, reading.tokens[end].word == plain.and,
            reading.tokens[end + 1].word == plain.a,
            case .half = words.meaning(of: reading.tokens[end + 2].word)
        {
            total += 0.5
            end += 3
        }
        return Number(
            tokens: index..<end, value: total, isSmallWord: total < 13 && end == index + 1)
    }

    private func rest(at index: Int, _ limit: Int) -> Number? {
        switch words.meaning(of: reading.tokens[index].word) {
        case .small(let value): spelled(Double(value), from: index, index + 1, limit)
        case .tens(let value): tens(value, at: index, limit)
        default: nil
        }
    }

    /// "a hundred", "a dozen", "half a million" begin a word earlier.
    private func article(before index: Int, _ value: Double, _ limit: Int) -> Number? {
        guard reading.word(index - 1) == plain.a, index > 0 else { return nil }
        let (total, end) = scaled(value, index + 1, limit)
        let isHalf = words.meaning(of: reading.word(index - 2)) == .half
        return Number(
            tokens: (isHalf ? index - 2 : index - 1)..<end, value: isHalf ? total / 2 : total,
            isApproximate: value != 12)
    }

    /// "hundreds of thousands", "dozens": the least it can be.
    private func many(_ value: Double, at index: Int, _ limit: Int) -> Number? {
        var end = index + 1
        var value = value
        if end + 1 < limit, reading.tokens[end].word == plain.of,
            case .many(let factor) = words.meaning(of: reading.tokens[end + 1].word)
        {
            value *= factor
            end += 2
        }
        return Number(tokens: index..<end, value: value, isApproximate: true, isMany: true)
    }

    /// "half of": a share. "Half a million" is read from its scale.
    private func half(at index: Int, _ limit: Int) -> Number? {
        guard index + 1 < limit, reading.tokens[index + 1].word == plain.of else { return nil }
        return Number(tokens: index..<index + 1, value: 0.5)
    }
}
