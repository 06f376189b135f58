import Analysis
import Queries

/// Where the articles disagree, what only one of them says, and what to try: the first screen.
package struct OverviewScreen: Equatable, Sendable {
    /// The selected fact.
    package var cursor = ListCursor()
    /// Every fact on which articles differ, not only the contradictions.
    package var showsAll = false

    package init() {}

    /// The facts shown: all, or the contradictions and, while those are few, what else is more
    /// than spelling.
    func facts(_ overview: Overview?) -> [Disagreement] {
        guard let overview else { return [] }
        if showsAll { return overview.disagreements }
        let graver = overview.disagreements.filter { $0.relation != .spelling }
        if graver.isEmpty { return overview.disagreements }
        let contradictions = graver.filter { $0.relation == .contradiction }
        return contradictions.count >= 5 ? contradictions : Array(graver.prefix(8))
    }

    func selected(_ overview: Overview?) -> Disagreement? {
        facts(overview)[safe: cursor.index]
    }

    mutating func clamp(_ overview: Overview?) {
        cursor.clamp(count: facts(overview).count)
    }

    mutating func move(_ step: Step, overview: Overview?, page: Int) {
        let count = facts(overview).count
        cursor.move(by: step.rows(page: page / 2, count: count), count: count)
    }

    /// Goes to the first fact of the next kind.
    mutating func moveSection(by step: Int, overview: Overview?) {
        let facts = facts(overview)
        guard let here = facts[safe: cursor.index]?.relation else { return }
        let rest = step > 0 ? Array(facts.indices) : facts.indices.reversed()
        let beyond = rest.first {
            (step > 0 ? $0 > cursor.index : $0 < cursor.index) && facts[$0].relation != here
        }
        if let beyond { cursor.index = beyond }
    }

    mutating func settle(_ layout: ScreenLayout, overview: Overview?) {
        clamp(overview)
        let rows = FactTable.rows(facts(overview))
        let index = rows.firstIndex(of: .fact(cursor.index)) ?? 0
        let height = tableRows(layout.body, count: rows.count)
        cursor.top = min(cursor.top, max(0, rows.count - height))
        if index - 1 < cursor.top { cursor.top = max(0, index - 1) }
        if index >= cursor.top + height { cursor.top = index - height + 1 }
    }

    /// Rows of the table of facts; the rest of the body tells of the selected one.
    func tableRows(_ body: Rect, count: Int) -> Int {
        let most = showsAll ? body.rows * 3 / 5 : body.rows * 2 / 5
        return max(1, min(count, max(1, most - 1)))
    }

    /// The first value's sentence, cited.
    func citation(_ overview: Overview?) -> String? {
        guard let value = selected(overview)?.values.first else { return nil }
        let letter = overview?.letters.first { $0.articleID == value.articleID }
        return Wording.citation(
            value.sentenceText, outlet: letter?.outlet, published: letter?.published,
            sentence: value.sentence, isRetold: false)
    }
}

extension State {
    /// Enter on a fact: what its articles say.
    mutating func openFromOverview() -> [Effect] {
        guard let fact = place.overview.selected(overview) else {
            go(to: .browse)
            return []
        }
        return open(fact)
    }

    /// The sentences of a fact on which articles differ side by side, or the one there is.
    mutating func open(_ fact: Disagreement) -> [Effect] {
        var ids: [String] = []
        for value in fact.values where !ids.contains(value.articleID) {
            ids.append(value.articleID)
        }
        guard let first = fact.values.first else { return [] }
        if ids.count == 1 { return read(first.articleID, at: first.sentence) }
        opening = .comparison
        openingSentences = fact.values.map { ($0.articleID, $0.sentence) }.map(SentencePlace.init)
        return [ask(.comparison(Array(ids.prefix(4))), for: .comparison)]
    }
}

/// A sentence of an article.
struct SentencePlace: Hashable, Sendable {
    var article: String
    var sentence: Int

    init(_ place: (String, Int)) {
        article = place.0
        sentence = place.1
    }
}
