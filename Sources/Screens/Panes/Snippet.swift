import Queries

/// The lines of a passage, from its beginning or, where the first hit stands below the two lines
/// that are shown, from some words before that.
struct Snippet {
    /// Lines that a list shows of a passage.
    static let shownLines = 2

    let lines: [WrappedLine]
    /// Scalars of what was wrapped.
    let highlights: [Range<Int>]

    init(_ passage: Passage, columns: Int) {
        let columns = max(2, columns)
        let whole = Wrapping.lines(of: passage.text, columns: columns)
        guard let hit = passage.highlights.first, whole.count > Snippet.shownLines,
            hit.lowerBound >= whole[Snippet.shownLines - 1].scalars.upperBound
        else {
            lines = whole
            highlights = passage.highlights
            return
        }
        let scalars = Array(passage.text.unicodeScalars)
        let start = Snippet.start(before: hit.lowerBound, in: scalars, within: columns / 2)
        let lead = "… "
        let rest = String(String.UnicodeScalarView(scalars[start...]))
        lines = Wrapping.lines(of: lead + rest, columns: columns)
        let shift = lead.unicodeScalars.count - start
        highlights = passage.highlights.filter { $0.lowerBound >= start }.map {
            $0.lowerBound + shift..<$0.upperBound + shift
        }
    }

    /// One line of `columns` cells: a text from its beginning or, where its first hit would not be
    /// seen then, from some words before that, as many as leave the end in sight. `hits` are ranges
    /// of scalars; they are drawn in `style`.
    static func line(
        of text: String, around hits: [Range<Int>], columns: Int, style: Style
    ) -> StyledText {
        let scalars = Array(text.unicodeScalars)
        var start = 0
        if let hit = hits.first, hit.upperBound >= columns, scalars.count > columns {
            let reach = max(0, columns / 3, hit.lowerBound - (scalars.count - columns + 2))
            start = Snippet.start(before: hit.lowerBound, in: scalars, within: reach)
        }
        let marks = hits.filter { $0.lowerBound >= start }.map {
            (scalars: $0.lowerBound - start..<$0.upperBound - start, style: style)
        }
        let rest = String(String.UnicodeScalarView(scalars[start...]))
        let lead: StyledText = start > 0 ? [("… ", .quiet)] : []
        return lead + StyledText(rest, .text, marks: marks)
    }

    /// The first word that begins at most so many scalars before a place, where it does not part a
    /// number from its name; the place itself where there is none so near.
    private static func start(
        before place: Int, in scalars: [Unicode.Scalar], within reach: Int
    ) -> Int {
        let near = max(1, place - reach)..<max(1, place)
        return near.first { scalars[$0 - 1] == " " && !isNumberOfName($0, in: scalars) } ?? place
    }

    /// Whether the word there is the number of a name or the day of a month: `Article 5`, `March 2`.
    private static func isNumberOfName(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[start].properties.numericType != nil else { return false }
        let word = scalars[..<(start - 1)].split(separator: " ").last
        return word?.first?.properties.isUppercase == true
    }
}
