/// A number that is written out, so that "28 points" and "twenty-eight points" count as one value.
package enum SpelledNumber {
    private static let words = NumberWords()

    /// `text` with the number below a hundred at its beginning in digits; any other as it is.
    package static func inDigits(_ text: String) -> String {
        let parts = text.split(maxSplits: 2) { $0 == " " || $0 == "-" || $0 == "‑" }
        guard let first = parts.first else { return text }
        let next = parts.dropFirst().first
        let following = next.map { words.meaning(of: Word($0.lowercased())) }
        switch (words.meaning(of: Word(first.lowercased())), following) {
        case (.small, .scale), (.tens, .scale): return text
        case (.tens(let tens), .small(let value)):
            return number(tens + value, behind: next ?? first, in: text)
        case (.small(let value), _), (.tens(let value), _):
            return number(value, behind: first, in: text)
        default: return text
        }
    }

    private static func number(_ value: Int, behind word: Substring, in text: String) -> String {
        String(value) + text[word.endIndex...]
    }
}
