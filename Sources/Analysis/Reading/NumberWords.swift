/// Whole numbers in digits or words: "28", "twenty-eight", "twelve". Larger ones and fractions are
/// for the figures' layer.
enum NumberWords {
    /// The value of the number that begins at token `index` and where it ends; nil when none does.
    static func value(
        at index: Int, in reading: Reading, before limit: Int
    ) -> (value: Int, end: Int)? {
        guard index < limit else { return nil }
        let token = reading.tokens[index]
        if token.isNumber {
            return Int(reading.text(of: index..<index + 1)).map { ($0, index + 1) }
        }
        guard let value = values[token.word] else { return nil }
        guard value >= 20 else { return (value, index + 1) }
        var next = index + 1
        if next < limit, reading.tokens[next].isHyphen { next += 1 }
        if next < limit, let unit = values[reading.word(next)], unit < 10 {
            return (value + unit, next + 1)
        }
        return (value, index + 1)
    }

    private static let values: [Word: Int] = {
        let small = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ]
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var values: [Word: Int] = [:]
        for (index, word) in small.enumerated() { values[Word(word)] = index + 1 }
        for (index, word) in tens.enumerated() { values[Word(word)] = 20 + 10 * index }
        return values
    }()
}
