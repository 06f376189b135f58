/// A line as it is typed where there is no keyboard to press: keys (`jj<Enter>`), or after `:` a
/// command with the Enter that runs it.
package struct TypedLine: Equatable, Sendable {
    package struct Stroke: Equatable, Sendable {
        package var key: Key
        /// A blank of the line, which counts only where letters are typed: `/two words<Enter>`.
        package var isBlank = false
    }

    /// None in a line that is a remark.
    package var strokes: [Stroke] = []

    /// An empty line is Enter. `isTyping` says that letters are being typed already: `:` and `#`
    /// then mean themselves.
    package init(_ line: String, isTyping: Bool) throws(KeySequence.Mistake) {
        if line.allSatisfy(\.isWhitespace) {
            strokes = [Stroke(key: .enter)]
        } else if !isTyping, line.hasPrefix("#") {
            return
        } else if !isTyping, line.hasPrefix(":") {
            strokes = (line.map(Key.character) + [.enter]).map { Stroke(key: $0) }
        } else {
            // Mistakes are told by their place in the whole line.
            _ = try KeySequence(line)
            for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { strokes.append(Stroke(key: .character(" "), isBlank: true)) }
                guard !word.isEmpty else { continue }
                strokes += try KeySequence(String(word)).keys.map { Stroke(key: $0) }
            }
        }
    }
}
