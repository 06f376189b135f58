package import Analysis
import Intake
import Queries

/// One article to be read: its text, what was found in it, and the sentence one is at.
package struct ReaderScreen: Equatable, Sendable {
    package var analyzed: AnalyzedArticle?
    package var sentence = 0
    /// The first line of the layout that is shown.
    var top = 0
    var layout: TextLayout?
    var notes: SentenceNotes?
    /// What the person has done with the article; nil before it has been asked for.
    private(set) var work: OwnWork?
    /// The words a search hit, as scalars of the article's text, ascending and apart.
    private(set) var hits: [Range<Int>] = []
    /// The column beside the text says why the findings of this sentence were made.
    package var isAskingWhy = false

    package init() {}

    package var articleID: String? { analyzed?.article.id }
    var sentenceCount: Int { analyzed?.article.sentences.count ?? 0 }

    /// Takes an article in; the sentence stays when it is the same article.
    mutating func show(_ analyzed: AnalyzedArticle, labels: Labels, facts: [Disagreement]) {
        let isSame = analyzed.article.id == articleID
        self.analyzed = analyzed
        notes = SentenceNotes(analyzed, labels: labels, facts: facts)
        layout = nil
        if !isSame {
            sentence = 0
            top = 0
            isAskingWhy = false
        }
        sentence = min(sentence, max(0, sentenceCount - 1))
    }

    /// Shows what the person has done with the article.
    mutating func show(_ work: OwnWork) {
        guard work.article == articleID else { return }
        self.work = work
        notes?.show(work.notes)
    }

    mutating func mark(_ isMarked: Bool) { work?.isMarked = isMarked }

    /// Takes in a note that was written, or taken away.
    mutating func take(_ note: Note) {
        guard var work else { return }
        work.notes.removeAll { $0.sentence == note.sentence }
        if !note.text.isEmpty { work.notes.append(note) }
        work.notes.sort { $0.sentence < $1.sentence }
        show(work)
    }

    /// Breaks the text into lines for a pane; nothing when that has been done.
    mutating func lay(columns: Int) {
        guard let analyzed, columns > 0, layout?.columns != max(2, columns) else { return }
        layout = TextLayout(
            analyzed.article, columns: columns, marks: notes?.marks ?? [], hits: hits)
    }

    /// Marks what a search hit in this article.
    mutating func mark(_ passages: [Passage]) {
        guard let article = analyzed?.article else { return }
        let ranges = passages.flatMap { passage -> [Range<Int>] in
            guard article.sentences.indices.contains(passage.sentence) else { return [] }
            let sentence = article.sentences[passage.sentence].range
            return passage.highlights.map {
                ($0.lowerBound + sentence.lowerBound..<$0.upperBound + sentence.lowerBound)
                    .clamped(to: sentence)
            }
        }.sorted { $0.lowerBound < $1.lowerBound }
        guard ranges != hits else { return }
        hits = ranges
        layout = nil
    }

    /// Scrolls as little as shows the selected sentence, with a line of what is around it.
    mutating func reveal(height: Int) {
        guard let layout, layout.extents.indices.contains(sentence) else {
            top = 0
            return
        }
        let extent = layout.extents[sentence]
        let last = max(0, layout.lines.count - height)
        let margin = min(3, height / 4)
        if extent.upperBound < top || extent.lowerBound >= top + height {
            // Out of view: what was jumped to stands in the upper third.
            top = extent.lowerBound - height / 3
        } else {
            if extent.upperBound + margin >= top + height {
                top = extent.upperBound + margin + 1 - height
            }
            if extent.lowerBound - margin < top { top = extent.lowerBound - margin }
        }
        if sentence == 0 { top = 0 }
        top = min(max(0, top), last)
    }

    mutating func move(by step: Int) {
        sentence = min(max(0, sentence + step), max(0, sentenceCount - 1))
    }

    /// Goes to the next or previous sentence that has notes; false when there is none.
    mutating func moveToFinding(forward: Bool) -> Bool {
        guard let sentences = notes?.stops else { return false }
        let next =
            forward
            ? sentences.first { $0 > sentence } : sentences.last { $0 < sentence }
        guard let next else { return false }
        sentence = next
        return true
    }

    /// Steps by about so many lines.
    mutating func movePage(lines step: Int) {
        guard let layout, layout.extents.indices.contains(sentence) else { return }
        let target = layout.extents[sentence].lowerBound + step
        if step > 0 {
            sentence = layout.extents.lastIndex { $0.lowerBound <= target } ?? sentence
        } else {
            sentence = layout.extents.firstIndex { $0.lowerBound >= target } ?? 0
        }
    }
}
