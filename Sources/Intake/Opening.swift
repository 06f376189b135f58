/// The first words of a text, which stand for a title where none is stated.
package enum Opening {
    /// Scalars that are looked at, and kept at most.
    package static let length = 90

    /// The first line, cut at a blank and marked `…` where it is longer; in quotation marks, so
    /// that nobody takes it for a title. Nil for a text without words.
    package static func of(_ text: some StringProtocol) -> String? {
        let line = text.prefix { !$0.isNewline }
        let kept = line.unicodeScalars.prefix(length)
        guard !kept.isEmpty else { return nil }
        guard kept.count == length, kept.endIndex < line.endIndex else { return "“\(line)”" }
        let end = kept.lastIndex(of: " ") ?? kept.endIndex
        return "“\(String(String.UnicodeScalarView(kept[..<end])))…”"
    }
}

extension Article {
    /// What it is called: its title, else its first words; "(no words)" where there are none.
    package var heading: String {
        title ?? Opening.of(text.string.prefix(4 * Opening.length)) ?? "(no words)"
    }
}
