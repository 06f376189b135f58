/// A line of text in runs of one style each.
package struct StyledText: Equatable, Sendable, ExpressibleByArrayLiteral {
    package struct Run: Equatable, Sendable {
        package var text: String
        package var style: Style

        package init(_ text: String, _ style: Style = .text) {
            self.text = text
            self.style = style
        }
    }

    package var runs: [Run]

    package init(_ runs: [Run] = []) {
        self.runs = runs
    }

    package init(_ text: String, _ style: Style = .text) {
        runs = [Run(text, style)]
    }

    package init(arrayLiteral runs: (String, Style)...) {
        self.runs = runs.map { Run($0.0, $0.1) }
    }

    /// The text in `style`, but in a mark's style where a mark covers it. Marks are scalars of
    /// `text`; where several cover a scalar the last one counts, and what lies outside is left out.
    package init(_ text: String, _ style: Style, marks: [(scalars: Range<Int>, style: Style)]) {
        self.init()
        let borders = Set(marks.flatMap { [$0.scalars.lowerBound, $0.scalars.upperBound] })
        var index = text.startIndex
        var offset = 0
        for border in borders.sorted() + [.max] {
            append(to: border, from: &offset, at: &index, in: text, style, marks)
        }
    }

    /// Appends the scalars from `offset` up to `border` as one run.
    private mutating func append(
        to border: Int, from offset: inout Int, at index: inout String.Index, in text: String,
        _ style: Style, _ marks: [(scalars: Range<Int>, style: Style)]
    ) {
        let scalars = text.unicodeScalars
        let start = index
        let here = offset
        while offset < border, index < scalars.endIndex {
            scalars.formIndex(after: &index)
            offset += 1
        }
        guard start < index else { return }
        let cover = marks.last { $0.scalars.contains(here) }
        runs.append(Run(String(scalars[start..<index]), cover?.style ?? style))
    }

    /// All its text without styles.
    package var text: String { runs.reduce(into: "") { $0 += $1.text } }

    /// Columns it covers on the screen.
    package var columns: Int { runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

    package var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

    package mutating func append(_ text: String, _ style: Style = .text) {
        runs.append(Run(text, style))
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(left.runs + right.runs)
    }
}
