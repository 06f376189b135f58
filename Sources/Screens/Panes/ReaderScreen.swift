import Algorithms
package import Analysis
import Intake
import Queries

/// One article to be read: its text, what was found in it, and the sentence one is at.
package struct ReaderScreen: Equatable, Sendable {
    package var analyzed: AnalyzedArticle?
    package var sentence = 0
    /// The first line of the layout that is shown.
    var top = 0
    /// Lines that the pane shows.
    private var height = 1
    /// The lines that are shown: all, or only those of sentences that match.
    var layout: TextLayout?
    /// All lines.
    private var whole: TextLayout?
    var notes: SentenceNotes?
    /// What the person has done with the article; nil before it has been asked for.
    private(set) var work: OwnWork?
    /// The words a search hit, as scalars of the article's text, ascending and apart.
    private(set) var hits: [Range<Int>] = []
    /// The pattern that is looked for in the text; nil where none is.
    private(set) var search: TextSearch?
    /// The sentences that the pattern or the search hit, ascending.
    private(set) var matched: [Int] = []
    /// What becomes of all other sentences.
    package private(set) var others = Others.shown
    /// The column beside the text says why the findings of this sentence were made.
    package var isAskingWhy = false
    /// What other articles have, beside the text; nil until it is known.
    var aside: PageScreen?
    /// The article it was asked for.
    var asideOf: String?
    /// The keys move in it rather than in the text.
    var isInAside = false

    package init() {}

    package var articleID: String? { analyzed?.article.id }
    var sentenceCount: Int { analyzed?.article.sentences.count ?? 0 }

    /// Takes an article in; the sentence stays when it is the same article.
    mutating func show(
        _ analyzed: AnalyzedArticle, labels: Labels, facts: [Disagreement],
        letters: [ArticleLetter]
    ) {
        let isSame = analyzed.article.id == articleID
        self.analyzed = analyzed
        notes = SentenceNotes(analyzed, labels: labels, facts: facts, letters: letters)
        whole = nil
        layout = nil
        if !isSame {
            search = nil
            matched = []
            others = .shown
            sentence = 0
            top = 0
            isAskingWhy = false
            aside = nil
            isInAside = false
        }
        sentence = min(sentence, max(0, sentenceCount - 1))
    }

    /// Says anew what was found, by what is known by now of the other articles.
    mutating func renewNotes(labels: Labels, facts: [Disagreement], letters: [ArticleLetter]) {
        guard let analyzed else { return }
        notes = SentenceNotes(analyzed, labels: labels, facts: facts, letters: letters)
        if let work { notes?.show(work) }
        whole = nil
        layout = nil
    }

    /// Shows what the person has done with the article.
    mutating func show(_ work: OwnWork) {
        guard work.article == articleID else { return }
        self.work = work
        let before = notes?.marks
        notes?.show(work)
        // What is rejected is underlined no more.
        guard notes?.marks != before else { return }
        whole = nil
        layout = nil
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

    /// Takes in what was decided about a finding, or that nothing is.
    mutating func take(_ verdict: Verdict) {
        guard var work else { return }
        work.verdicts.removeAll { $0.isOnSame(as: verdict) }
        if verdict.state != nil { work.verdicts.append(verdict) }
        show(work)
    }

    /// Breaks the text into lines for a pane; nothing when that has been done.
    mutating func lay(columns: Int) {
        guard let analyzed, columns > 0, layout?.columns != max(2, columns) else { return }
        if whole?.columns != max(2, columns) {
            whole = TextLayout(analyzed.article, columns: columns, marks: notes?.marks ?? [])
        }
        layout = hidesOthers ? whole?.keeping(matched) : whole
    }

    private var hidesOthers: Bool { others == .hidden && !matched.isEmpty }

    /// Whether a sentence is among those shown.
    func isShown(_ sentence: Int) -> Bool { !hidesOthers || isMatched(sentence) }

    /// Whether a sentence steps back behind those that match.
    func isDimmed(_ sentence: Int) -> Bool {
        others != .shown && !matched.isEmpty && !isMatched(sentence)
    }

    private func isMatched(_ sentence: Int) -> Bool {
        matched[safe: place(of: sentence)] == sentence
    }

    /// How many of the sentences that match come before this one.
    private func place(of sentence: Int) -> Int {
        matched.partitioningIndex { $0 >= sentence }
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
        takeMatched()
    }

    /// Looks for a pattern, or for none; what was found before stays until that is answered.
    mutating func look(for pattern: Pattern?) {
        guard let pattern else {
            search = nil
            return takeMatched()
        }
        search = TextSearch(pattern, after: search)
    }

    /// The pattern that has to be asked for, once.
    mutating func patternToAsk() -> Pattern? {
        guard search?.isAsked == false else { return nil }
        search?.isAsked = true
        return search?.pattern
    }

    /// What was asked for and has not come is asked for again.
    mutating func forgetUnanswered() {
        asideOf = aside == nil ? nil : articleID
        if search?.isAnswered == false { search?.isAsked = false }
    }

    /// Takes in where the pattern matches: the first match from a sentence on is the current one.
    mutating func show(_ matches: PatternMatches, of pattern: Pattern, from start: Int) {
        guard var search, search.pattern == pattern, let article = analyzed?.article else { return }
        search.show(matches, in: article, from: start)
        self.search = search
        takeMatched()
    }

    /// Goes to the current match; where there is none, to a sentence.
    mutating func moveToCurrentMatch(or start: Int) {
        sentence = search.flatMap { search in search.current.map { search.sentences[$0] } } ?? start
    }

    /// Steps to the next match, or back; false where there is none. From another sentence than
    /// that of the current match it steps from there.
    mutating func moveToMatch(by step: Int) -> Bool {
        guard search?.step(by: step, from: sentence) == true, let search,
            let index = search.current
        else { return false }
        sentence = search.sentences[index]
        return true
    }

    /// Shows, dims or hides the sentences that do not match; false where none matches.
    mutating func cycleOthers() -> Bool {
        guard !matched.isEmpty else { return false }
        others = others.next
        layout = nil
        moveToShown()
        return true
    }

    /// Hides or shows as another text did.
    mutating func treatOthers(as others: Others) {
        guard self.others != others else { return }
        self.others = others
        layout = nil
    }

    private mutating func takeMatched() {
        let before = matched
        if let search {
            matched = TextSearch.distinct(search.sentences)
        } else if let article = analyzed?.article {
            matched = TextSearch.distinct(TextSearch.sentences(of: hits, in: article))
        }
        guard matched != before, others == .hidden else { return }
        layout = nil
        moveToShown()
    }

    /// Where the selected sentence is left out, the next one that is not is selected.
    private mutating func moveToShown() {
        guard !isShown(sentence) else { return }
        sentence = matched[safe: place(of: sentence)] ?? matched.last ?? sentence
    }

    /// The sentence is in the address.
    var standing: Standing {
        var standing = Standing()
        standing[.sentence] = .init(id: "", index: sentence)
        standing.set(.top, to: [top])
        standing.set(.why, if: isAskingWhy)
        standing[.others] = others == .shown ? nil : others.rawValue
        standing[.pattern] = search?.pattern.text
        standing[.passage] = search?.current.map(String.init)
        guard isInAside, let aside = aside?.standing else { return standing }
        standing[.beside] = aside[.row]
        standing[.besideSection] = aside[.section]
        standing[.besideTop] = aside[.top]
        return standing
    }

    /// What stands beside the text, and what a pattern matches, only once they have come.
    mutating func stand(on standing: Standing) {
        let wanted = standing[.pattern].flatMap { try? Pattern($0) }
        if let wanted, search?.pattern != wanted { look(for: wanted) }
        search?.stand(at: standing.numbers(.passage).first)
        treatOthers(as: standing[.others].flatMap(Others.init) ?? .shown)
        isAskingWhy = standing.isSet(.why)
        if let sentence = standing[.sentence]?.index {
            self.sentence = min(sentence, max(0, sentenceCount - 1))
            moveToShown()
        }
        top = standing.numbers(.top).first ?? 0
        guard let item = standing[.beside], aside != nil else { return }
        var beside = Standing()
        beside[.row] = item
        beside[.section] = standing[.besideSection]
        beside[.top] = standing[.besideTop]
        aside?.stand(on: beside)
        isInAside = aside?.selectedItem?.isOpenable == true
    }

    /// Scrolls as little as shows the selected sentence, with a line of what is around it.
    mutating func reveal(height: Int) {
        self.height = height
        guard let layout, layout.extents.indices.contains(sentence) else {
            top = 0
            return
        }
        let extent = shownLines(layout)
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

    /// The lines to be in view: those of the sentence, or that of the match where the sentence has
    /// one.
    private func shownLines(_ layout: TextLayout) -> ClosedRange<Int> {
        let extent = layout.extents[sentence]
        guard let match = search?.currentRange(in: sentence),
            let line = layout.line(of: match.lowerBound, in: sentence)
        else { return extent }
        return line...line
    }

    mutating func move(by step: Int) {
        guard hidesOthers else {
            sentence = min(max(0, sentence + step), max(0, sentenceCount - 1))
            return
        }
        let next = place(of: sentence) + step
        sentence = matched[min(max(0, next), matched.count - 1)]
    }

    /// Goes to the next or previous sentence that has notes; false when there is none.
    mutating func moveToFinding(forward: Bool) -> Bool {
        guard let sentences = notes?.stops else { return false }
        let next =
            forward
            ? sentences.first { $0 > sentence && isShown($0) }
            : sentences.last { $0 < sentence && isShown($0) }
        guard let next else { return false }
        sentence = next
        return true
    }

    /// Turns so many pages, two lines of the last being seen again; what was selected is then the
    /// first sentence that begins there.
    mutating func move(pages count: Int) {
        guard let layout else { return }
        let last = max(0, layout.lines.count - height)
        let before = top
        top = min(max(0, top + count * max(1, height - 2)), last)
        if top == before || top == 0 || top == last {
            sentence = count > 0 ? max(0, sentenceCount - 1) : 0
        } else {
            sentence = layout.extents.firstIndex { $0.lowerBound >= top } ?? sentence
        }
        moveToShown()
    }
}
