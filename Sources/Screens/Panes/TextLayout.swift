import Intake

/// An article's text broken into lines of one width, made once for each article and width.
///
/// Sentence numbers stand in a gutter beside the line in which a sentence begins. What lies
/// outside the pane is never drawn.
package struct TextLayout: Equatable, Sendable {
    /// A stretch of a line that belongs to one sentence and is marked throughout or not at all.
    struct Piece: Equatable, Sendable {
        var text: String
        var sentence: Int
        /// Words that a finding rests on.
        var isMarked: Bool
    }

    enum Line: Equatable, Sendable {
        case blank
        case section(String)
        /// The number is that of the first sentence that begins in the line; where none does, of
        /// one that began behind another in the line before, so that no number is missed. The line
        /// shows the article's text from a scalar on.
        case text([Piece], begins: Int?, from: Int)
        /// So many sentences begin in lines that are left out here.
        case gap(Int)
    }

    let columns: Int
    private(set) var lines: [Line] = []
    /// The first and last line of each sentence; of one that is left out the gap.
    private(set) var extents: [ClosedRange<Int>]

    /// `marks` are scalars of the article's text, ascending and apart.
    init(_ article: Article, columns: Int, marks: [Range<Int>]) {
        self.columns = max(2, columns)
        extents = Array(repeating: 0...0, count: article.sentences.count)
        var sections = article.sections[...]
        var sentences = article.sentences.indices
        var marks = marks[...]
        for (index, paragraph) in article.paragraphs.enumerated() {
            while let section = sections.first, section.paragraph <= index {
                separate()
                lines.append(.section(section.text))
                sections = sections.dropFirst()
            }
            separate()
            let inside = sentences.prefix { article.sentences[$0].paragraph <= index }
            sentences = inside.upperBound..<sentences.upperBound
            marks = marks.drop { $0.upperBound <= paragraph.lowerBound }
            append(article, paragraph, sentences: inside, marks: marks)
        }
        for section in sections {
            separate()
            lines.append(.section(section.text))
        }
    }

    private mutating func separate() {
        if !lines.isEmpty { lines.append(.blank) }
    }

    /// The lines of one paragraph, cut where a sentence or a mark begins or ends.
    private mutating func append(
        _ article: Article, _ paragraph: Range<Int>, sentences: Range<Int>,
        marks: ArraySlice<Range<Int>>
    ) {
        let text = article.text[scalars: paragraph]
        var next = sentences.lowerBound
        var current = sentences.first ?? 0
        var unnumbered: Int?
        for wrapped in Wrapping.lines(of: text, columns: columns) {
            let start = paragraph.lowerBound + wrapped.scalars.lowerBound
            let end = paragraph.lowerBound + wrapped.scalars.upperBound
            var borders: [Int] = [start, end]
            var begins: Int?
            var starts: [(at: Int, sentence: Int)] = []
            while next < sentences.upperBound, article.sentences[next].range.lowerBound < end {
                let at = max(start, article.sentences[next].range.lowerBound)
                starts.append((at, next))
                begins = begins ?? next
                borders.append(at)
                extents[next] = lines.count...lines.count
                next += 1
            }
            for mark in marks.prefix(while: { $0.lowerBound < end })
            where mark.upperBound > start {
                borders.append(max(start, mark.lowerBound))
                borders.append(min(end, mark.upperBound))
            }
            if starts.first?.at != start { extend(current) }
            let pieces = cut(
                wrapped.text, from: start, at: borders, starts: starts, marks: marks,
                current: &current)
            extend(current)
            lines.append(.text(pieces, begins: begins ?? unnumbered, from: start))
            unnumbered = starts.count > 1 ? starts.last?.sentence : nil
        }
    }

    /// The line about to be added belongs to this sentence too.
    private mutating func extend(_ sentence: Int) {
        guard extents.indices.contains(sentence) else { return }
        extents[sentence] = min(extents[sentence].lowerBound, lines.count)...lines.count
    }

    private func cut(
        _ text: String, from start: Int, at borders: [Int],
        starts: [(at: Int, sentence: Int)], marks: ArraySlice<Range<Int>>, current: inout Int
    ) -> [Piece] {
        let cuts = Set(borders).sorted()
        guard cuts.count > 1 else { return [] }
        var pieces: [Piece] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            if let begun = starts.last(where: { $0.at <= from }) { current = begun.sentence }
            let end =
                scalars.index(index, offsetBy: to - from, limitedBy: scalars.endIndex)
                ?? scalars.endIndex
            pieces.append(
                Piece(
                    text: String(scalars[index..<end]), sentence: current,
                    isMarked: marks.contains { $0.lowerBound <= from && $0.upperBound >= to }))
            index = end
        }
        return pieces
    }
}

// MARK: Leaving out

extension TextLayout {
    /// The lines of these sentences (ascending), and for what is left out between them one line.
    func keeping(_ sentences: [Int]) -> TextLayout {
        var isKept = Array(repeating: false, count: lines.count)
        for sentence in sentences where extents.indices.contains(sentence) {
            for line in extents[sentence] { isKept[line] = true }
        }
        var kept = self
        kept.lines = []
        var places: [Int] = []
        for (index, line) in lines.enumerated() {
            if isKept[index] {
                kept.lines.append(line)
            } else if index == 0 || isKept[index - 1] {
                kept.lines.append(.gap(0))
            }
            places.append(kept.lines.count - 1)
        }
        for (sentence, extent) in extents.enumerated() {
            kept.extents[sentence] = places[extent.lowerBound]...places[extent.upperBound]
            if case .gap(let count) = kept.lines[places[extent.lowerBound]] {
                kept.lines[places[extent.lowerBound]] = .gap(count + 1)
            }
        }
        return kept
    }

    /// The line that shows a scalar of the article's text; nil where none does.
    func line(of scalar: Int, in sentence: Int) -> Int? {
        guard extents.indices.contains(sentence) else { return nil }
        return extents[sentence].last { index in
            if case .text(_, _, let from) = lines[index] { return from <= scalar }
            return false
        }
    }
}
