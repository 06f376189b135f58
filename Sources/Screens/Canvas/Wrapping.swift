/// One line of a wrapped text.
package struct WrappedLine: Equatable, Sendable {
    /// What it shows, without the blanks at which it was broken.
    package var text: String
    /// The scalars of the wrapped text that it shows.
    package var scalars: Range<Int>
    /// Columns it leaves free at its left.
    package var indent: Int
    /// Columns its text covers.
    package var columns: Int

    /// The parts of `ranges` (scalars of the wrapped text) that lie on this line, as scalars of
    /// its own text.
    package func parts(of ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.compactMap { range in
            let part = range.clamped(to: scalars)
            if part.isEmpty { return nil }
            return part.lowerBound - scalars.lowerBound..<part.upperBound - scalars.lowerBound
        }
    }

    /// The line in `style`, with the marks (scalars of the wrapped text) in theirs.
    package func styled(
        _ style: Style, marks: [(scalars: Range<Int>, style: Style)] = []
    ) -> StyledText {
        let own = marks.compactMap { mark in
            parts(of: [mark.scalars]).first.map { (scalars: $0, style: mark.style) }
        }
        return StyledText(text, style, marks: own)
    }
}

/// Breaks text into lines of so many columns.
///
/// A line ends at a blank, or between two wide characters (CJK is written without blanks). A word
/// that is longer than a line is broken where the line ends, never inside a character. A line feed
/// always ends a line; a no-break blank never does.
package enum Wrapping {
    /// The lines of `text`, at least one; each but the first after a line feed leaves
    /// `hangingIndent` columns free. Less room than 2 columns counts as 2, so that any character
    /// fits.
    package static func lines(of text: String, columns: Int, hangingIndent: Int = 0)
        -> [WrappedLine]
    {
        let columns = max(2, columns)
        let hanging = max(0, min(hangingIndent, columns - 2))
        return Wrapper(text: text, columns: columns, hanging: hanging).lines()
    }

    /// The first lines of `text`, at most `limit` (at least one): where it goes on, the last ends
    /// in `…`.
    package static func lines(of text: String, columns: Int, atMost limit: Int) -> [WrappedLine] {
        let all = lines(of: text, columns: columns)
        guard all.count > max(1, limit) else { return all }
        var shown = Array(all.prefix(max(1, limit)))
        guard let last = shown.popLast() else { return shown }
        // Room for a blank and the sign, which takes two columns where there is only ASCII.
        let kept = lines(of: last.text, columns: columns - 3).first
        let text = kept?.text ?? ""
        let start = last.scalars.lowerBound
        shown.append(
            WrappedLine(
                text: text + " …", scalars: start..<start + text.unicodeScalars.count,
                indent: last.indent, columns: (kept?.columns ?? 0) + 2))
        return shown
    }
}

/// Breaks one text; its glyphs are laid out once and then taken line by line.
private struct Wrapper {
    /// What a glyph means for breaking lines.
    enum Kind {
        case word, wide, blank, lineFeed
    }

    struct Piece {
        var width: Int
        var scalarCount: Int
        var kind: Kind
    }

    let text: String
    let columns: Int
    let hanging: Int
    let pieces: [Piece]

    init(text: String, columns: Int, hanging: Int) {
        self.text = text
        self.columns = columns
        self.hanging = hanging
        var pieces: [Piece] = []
        pieces.reserveCapacity(text.utf8.count)
        for glyph in Glyphs(text) {
            let kind = Self.kind(of: glyph)
            pieces.append(
                Piece(width: glyph.width, scalarCount: glyph.scalarCount, kind: kind))
        }
        self.pieces = pieces
    }

    func lines() -> [WrappedLine] {
        var lines: [WrappedLine] = []
        var index = text.startIndex
        var scalar = 0
        var start = 0
        var indent = 0
        while true {
            let (end, next) = line(from: start, room: columns - indent)
            let first = (index, scalar)
            let width = advance(&index, &scalar, over: start..<end)
            lines.append(
                WrappedLine(
                    text: String(text[first.0..<index]), scalars: first.1..<scalar,
                    indent: indent, columns: width))
            let isFed = next > end && pieces[next - 1].kind == .lineFeed
            if next == pieces.count && !isFed { return lines }
            _ = advance(&index, &scalar, over: end..<next)
            indent = isFed ? 0 : hanging
            start = next
        }
    }

    /// Where the line that begins at a piece ends, and where the next one begins.
    private func line(from start: Int, room: Int) -> (end: Int, next: Int) {
        var used = 0
        var end = start
        var at = start
        var opportunity: (end: Int, next: Int)?
        while at < pieces.count {
            let piece = pieces[at]
            switch piece.kind {
            case .lineFeed:
                return (end, at + 1)
            case .blank:
                used += piece.width
                at += 1
                if end > start { opportunity = (end, at) }
                continue
            case .word, .wide:
                let isBetween = at > start && end == at
                if isBetween, piece.kind == .wide || pieces[at - 1].kind == .wide {
                    opportunity = (at, at)
                }
                if used + piece.width > room {
                    // Blanks at the start that leave no room for the word are a line of nothing.
                    return opportunity ?? (end == start ? start : at, at)
                }
            }
            used += piece.width
            at += 1
            end = at
        }
        return (end, pieces.count)
    }

    /// Moves over pieces and says how many columns they cover.
    private func advance(
        _ index: inout String.Index, _ scalar: inout Int, over range: Range<Int>
    ) -> Int {
        var width = 0
        for piece in pieces[range] {
            for _ in 0..<piece.scalarCount { text.unicodeScalars.formIndex(after: &index) }
            scalar += piece.scalarCount
            width += piece.width
        }
        return width
    }

    /// Blanks end a line, but not U+00A0, U+2007 and U+202F, which hold words together, nor one
    /// that carries marks.
    private static func kind(of glyph: Glyphs.Element) -> Kind {
        if glyph.scalarCount > 1 { return glyph.width == 2 ? .wide : .word }
        return switch glyph.source.value {
        case 0x0A: .lineFeed
        case 0x20, 0x09, 0x0D, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
            .blank
        default: glyph.width == 2 ? .wide : .word
        }
    }
}
