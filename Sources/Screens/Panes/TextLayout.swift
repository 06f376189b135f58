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
        /// Words that a search hit.
        var isHit: Bool
    }

    enum Line: Equatable, Sendable {
        case blank
        case section(String)
        /// The number is that of the first sentence that begins in the line; where none does, of
        /// one that began behind another in the line before, so that no number is missed.
        case text([Piece], begins: Int?)
    }

    let columns: Int
    private(set) var lines: [Line] = []
    /// The first and last line of each sentence.
    private(set) var extents: [ClosedRange<Int>]

    private let hits: [Range<Int>]

    /// `marks` and `hits` are scalars of the article's text, ascending and apart.
    init(_ article: Article, columns: Int, marks: [Range<Int>], hits: [Range<Int>] = []) {
        self.columns = max(2, columns)
        self.hits = hits
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
            for mark in marks.prefix(while: { $0.lowerBound < end }) + hits
            where mark.upperBound > start && mark.lowerBound < end {
                borders.append(max(start, mark.lowerBound))
                borders.append(min(end, mark.upperBound))
            }
            if starts.first?.at != start { extend(current) }
            let pieces = cut(
                wrapped.text, from: start, at: borders, starts: starts, marks: marks,
                current: &current)
            extend(current)
            lines.append(.text(pieces, begins: begins ?? unnumbered))
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
                    isMarked: marks.contains { $0.lowerBound <= from && $0.upperBound >= to },
                    isHit: hits.contains { $0.lowerBound <= from && $0.upperBound >= to }))
            index = end
        }
        return pieces
    }
}
