import Analysis
import Queries

/// Where the articles disagree, what only one of them says, and what to try: the first screen.
package struct OverviewScreen: Equatable, Sendable {
    /// The selected fact.
    package var cursor = ListCursor()
    /// Every fact on which articles differ, not only the contradictions.
    package var showsAll = false
    /// On what some of the articles differ, where not all are asked for.
    package var list: ClashList?

    package init() {}

    /// The facts shown: all where a glance can hold them, else the contradictions and, while those
    /// are few, as much else that is more than spelling as it can.
    func facts(_ state: State) -> [Disagreement] {
        let all = allFacts(state)
        let most = max(8, state.size.rows / 4)
        if showsAll || all.count <= most { return all }
        let graver = all.filter { $0.relation != .spelling }
        if graver.isEmpty { return all }
        let contradictions = graver.filter { $0.relation == .contradiction }
        if contradictions.count >= 5 { return contradictions }
        return Array(graver.prefix(most))
    }

    func allFacts(_ state: State) -> [Disagreement] { list?.facts ?? state.clashes.facts }

    func selected(_ state: State) -> Disagreement? {
        facts(state)[safe: cursor.index]
    }

    mutating func clamp(_ state: State) {
        // Its top counts rows of the table, not facts.
        cursor.move(by: 0, count: facts(state).count)
    }

    mutating func move(_ step: Step, count: Int, page: Int) {
        cursor.move(by: step.rows(page: page / 2, count: count), count: count)
    }

    /// Goes to the first fact of the next kind.
    mutating func moveSection(by step: Int, facts: [Disagreement]) {
        guard let here = facts[safe: cursor.index]?.relation else { return }
        let rest = step > 0 ? Array(facts.indices) : facts.indices.reversed()
        let beyond = rest.first {
            (step > 0 ? $0 > cursor.index : $0 < cursor.index) && facts[$0].relation != here
        }
        if let beyond { cursor.index = beyond }
    }

    func standing(_ state: State) -> Standing {
        var standing = Standing()
        standing[.row] = .init(id: selected(state)?.id ?? "", index: cursor.index)
        standing.set(.top, to: [cursor.top])
        return standing
    }

    mutating func stand(on standing: Standing, _ facts: [Disagreement]) {
        guard let row = standing[.row] else { return }
        cursor.stand(on: row, among: facts.map(\.id))
        cursor.top = standing.numbers(.top).first ?? 0
    }

    mutating func settle(_ layout: ScreenLayout, state: State) {
        clamp(state)
        let rows = rows(state, columns: layout.body.columns)
        let first = rows.firstIndex { $0.part?.fact == cursor.index } ?? 0
        let last = rows.lastIndex { $0.part?.fact == cursor.index } ?? 0
        let height = tableRows(layout.body, count: rows.count)
        cursor.top = min(cursor.top, max(0, rows.count - height))
        if last >= cursor.top + height { cursor.top = last - height + 1 }
        if first - 1 < cursor.top { cursor.top = max(0, first - 1) }
    }

    /// The rows of the table in so many columns.
    func rows(_ state: State, columns: Int) -> [FactTable.Row] {
        let facts = facts(state)
        let all = allFacts(state)
        guard let values = valueColumns(columns, state) else {
            return FactTable.rows(facts, of: all)
        }
        return FactTable.rows(facts, of: all) {
            values.lineCount(of: $0, letters: letters(state), labels: state.labels)
        }
    }

    /// A column for each article; nil where there is room for the strip of letters alone.
    func valueColumns(_ columns: Int, _ state: State) -> FactColumns? {
        FactColumns(columns, articles: letters(state).count)
    }

    /// The letters of the articles that are asked; none where they are many.
    func letters(_ state: State) -> [ArticleLetter] {
        guard let list else { return state.letters }
        return state.letters.filter { list.articleIDs.contains($0.articleID) }
    }

    /// Rows of the table of facts; the rest of the body tells of the selected one. A few rows
    /// more are no reason to end in “… 3 more”, unless the second of two sentences would be cut
    /// off for them. Of all facts as many as leave room for one.
    func tableRows(_ body: Rect, count: Int) -> Int {
        // Without room for a sentence the facts have it all.
        if body.rows < 8 { return max(1, min(count, body.rows - 2)) }
        let glance = body.rows < 30 ? body.rows * 9 / 20 : body.rows / 2
        let most = max(1, (showsAll ? max(body.rows * 3 / 5, body.rows - 9) : glance) - 1)
        let isFew = count <= most + body.rows / 7 && body.rows - count >= 12
        return count <= most || isFew ? max(1, count) : most
    }
}

extension State {
    /// Enter on a fact: what its articles say.
    mutating func openFromOverview() -> [Effect] {
        guard let fact = place.overview.selected(self) else {
            go(to: .browse)
            return []
        }
        return open(fact)
    }

    /// The sentences of a fact on which articles differ side by side, or the one there is.
    mutating func open(_ fact: Disagreement) -> [Effect] {
        let most = letters.isEmpty ? 2 : CompareScreen.articleLimit
        let ids = fact.articles(atMost: most)
        guard let first = fact.values.first else { return [] }
        if ids.count == 1 { return read(first.articleID, at: first.sentence) }
        opening = .comparison
        openingFact = fact
        // Of few articles all values are held.
        let count =
            letters.isEmpty ? fact.articleCount : Set(fact.values.map(\.articleID)).count
        if count > ids.count {
            notice = Notice(
                "\(ids.count) of the \(Wording.number(count)) articles that speak of it: those "
                    + "that between them say most.")
        }
        return [ask(.comparison(ids), for: .comparison)]
    }
}

extension Disagreement {
    /// The articles of its values in their order; of more than so many, those that between them
    /// say most of what is said.
    func articles(atMost limit: Int) -> [String] {
        var all: [String] = []
        for value in values where !all.contains(value.articleID) { all.append(value.articleID) }
        guard all.count > limit else { return all }
        let texts = all.map { id in
            Set(values.lazy.filter { $0.articleID == id }.map { $0.text.lowercased() })
        }
        var chosen: [Int] = []
        var said: Set<String> = []
        for _ in 0..<limit {
            let rest = all.indices.filter { !chosen.contains($0) }
            let added = rest.map { texts[$0].subtracting(said).count }
            guard let most = added.max(), let place = added.firstIndex(of: most) else { break }
            chosen.append(rest[place])
            said.formUnion(texts[rest[place]])
        }
        return chosen.sorted().map { all[$0] }
    }

    /// One value of each text first, then the others: where many articles speak, what they say is
    /// seen before who else says it.
    var tellingValues: [Value] {
        var seen: Set<String> = []
        var first: [Value] = []
        var rest: [Value] = []
        for value in values {
            if seen.insert(value.text.lowercased()).inserted {
                first.append(value)
            } else {
                rest.append(value)
            }
        }
        return first + rest
    }
}
