import Analysis
import Queries

extension Spoken {
    /// How many facts differ and how, what only one speaks of, what to try; and the selected fact.
    mutating func add(_ overview: OverviewScreen, _ state: State) {
        guard let corpus = state.overview else {
            contents = ["Comparing what the articles say …"]
            return
        }
        let facts = overview.facts(state)
        guard let fact = overview.selected(state) else {
            contents = overview.factlessLines(corpus, state)
            return
        }
        let rows = FactTable.rows(facts, of: overview.allFacts(state))
        let headings = rows.compactMap { row -> String? in
            if case .heading(let words) = row { return words }
            return nil
        }
        let more = overview.moreLine(rows, facts, state, shown: rows.count)
        contents = [Spoken.list(headings)] + (more.map { [$0] } ?? [])
        if overview.list == nil {
            let shared = overview.sharedPoints(state)
            if !shared.isEmpty {
                contents.append("\(OverviewScreen.sharedTitle): \(shared.joined(separator: ", "))")
            }
            func named(_ letter: ArticleLetter) -> String {
                "\(letter.letter) \(Wording.outlet(letter.outlet))"
            }
            contents += overview.somePoints(state).map { presence, names in
                let outlets = state.letters.enumerated()
                    .filter { presence & 1 << UInt16($0.offset) != 0 }.map { named($0.element) }
                return "\(OverviewScreen.someTitle), \(Spoken.list(outlets)): "
                    + names.joined(separator: ", ")
            }
            contents += overview.lonelyPoints(state).map { letter, names in
                let article = state.letters.first { $0.letter == letter }
                return "\(OverviewScreen.lonelyTitle), \(article.map(named) ?? letter): "
                    + names.joined(separator: ", ")
            }
        }
        contents += OverviewScreen.things(state).map { "\($0.key): \($0.does)" }
        selection =
            Spoken.position("Fact", overview.cursor.index, of: facts.count) + ": "
            + Spoken.words(of: fact, state)
    }

    /// "Size of the army, contradiction; 28 and 27 differ; The Tide: 40,000; Gull Wire: 30,000".
    static func words(of fact: Disagreement, _ state: State) -> String {
        var said: [String] = []
        for value in state.letters.isEmpty ? fact.tellingValues : fact.values {
            let text = FactName.value(value.text, of: fact.about, labels: state.labels)
            said.append("\(Wording.outlet(value.outlet)): \(text)")
        }
        let name = FactName.words(fact, labels: state.labels)
        return list(["\(name), \(fact.relation.words)", fact.explanation] + said)
    }
}
