import Queries

/// The lines of a text, from its beginning or, where the first hit stands below the lines that are
/// shown, from some words before that.
struct Snippet {
    /// Lines that a list shows of a passage.
    static let shownLines = 2

    let lines: [WrappedLine]
    /// Scalars of what was wrapped.
    let highlights: [Range<Int>]

    init(_ passage: Passage, columns: Int) {
        self.init(
            passage.text, around: passage.highlights, columns: columns, shown: Snippet.shownLines)
    }

    /// `hits` are ranges of scalars, in order; `shown` is how many lines there is room for.
    init(_ text: String, around hits: [Range<Int>], columns: Int, shown: Int) {
        let columns = max(2, columns)
        let whole = Wrapping.lines(of: text, columns: columns)
        let end = shown > 0 && whole.count > shown ? whole[shown - 1].scalars.upperBound : .max
        guard let hit = Snippet.span(of: hits, within: columns * shown / 2), hit.upperBound > end
        else {
            lines = whole
            highlights = hits
            return
        }
        let scalars = Array(text.unicodeScalars)
        let start = Snippet.start(
            before: hit.lowerBound, in: scalars, within: columns / 2,
            atMost: max(columns / 2, columns * shown - hit.count - columns / 2))
        let lead = "… "
        let rest = String(String.UnicodeScalarView(scalars[start...]))
        lines = Wrapping.lines(of: lead + rest, columns: columns)
        let shift = lead.unicodeScalars.count - start
        highlights = hits.filter { $0.lowerBound >= start }.map {
            $0.lowerBound + shift..<$0.upperBound + shift
        }
    }

    /// From the first hit to the last where so many scalars hold them all, else the first hit; what
    /// is longer than that is seen from where it begins.
    private static func span(of hits: [Range<Int>], within room: Int) -> Range<Int>? {
        guard let first = hits.first, let last = hits.last else { return nil }
        let start = first.lowerBound
        if last.upperBound - start <= room { return start..<last.upperBound }
        return first.count <= room ? first : start..<start + 1
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
            start = Snippet.start(
                before: hit.lowerBound, in: scalars, within: reach,
                atMost: max(reach, columns - hit.count - 2))
            // Where it does not fit, the beginning says more than its opposite.
            if (0..<start).contains(where: { isTurning($0, in: scalars) }) { start = 0 }
        }
        let marks = hits.filter { $0.lowerBound >= start }.map {
            (scalars: $0.lowerBound - start..<$0.upperBound - start, style: style)
        }
        let rest = String(String.UnicodeScalarView(scalars[start...]))
        let lead: StyledText = start > 0 ? [("… ", .quiet)] : []
        return lead + StyledText(rest, .text, marks: marks)
    }

    /// The first word that begins at most so many scalars before a place, where it does not part a
    /// number from its name; the place itself where there is none so near. A word that turns round
    /// what follows, "unless", is not cut off where it stands `limit` scalars before or nearer.
    private static func start(
        before place: Int, in scalars: [Unicode.Scalar], within reach: Int, atMost limit: Int
    ) -> Int {
        let near = max(1, place - reach)..<max(1, place)
        let start = near.first { isWordStart($0, in: scalars) && !isNumberOfName($0, in: scalars) }
        let first = max(0, place - limit)
        let turning = (first..<max(first, start ?? place)).last {
            isTurning($0, in: scalars)
        }
        return turning ?? start ?? place
    }

    private static func isWordStart(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        place == 0 || scalars[place - 1] == " "
    }

    /// Whether a word that turns round what follows begins there.
    private static func isTurning(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard isWordStart(start, in: scalars) else { return false }
        let letters = scalars[start...].prefix {
            $0.properties.isAlphabetic || $0 == "'" || $0 == "’"
        }
        let word = String(String.UnicodeScalarView(letters)).lowercased()
        return turning.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }

    private static let turning: Set<String> = [
        "unless", "if", "not", "never", "no", "neither", "nor", "without", "whether", "denied",
        "denies", "until",
    ]

    /// Whether the word there is the number of a name or the day of a month: `Article 5`, `March 2`.
    private static func isNumberOfName(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[start].properties.numericType != nil else { return false }
        let word = scalars[..<(start - 1)].split(separator: " ").last
        return word?.first?.properties.isUppercase == true
    }
}
