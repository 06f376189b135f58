import Analysis
import Intake
import Queries

extension Registry {
    static let compareCommands: [Command] = [
        Command(
            "compare", "Compare the picked articles side by side", hint: "compare",
            group: .compare, modes: [.overview, .browse, .reader, .page], keys: ["c"]
        ) { state, _ in state.compareChosen() },
        Command(
            "add-article", "Add the next article to the comparison", hint: "add article",
            group: .compare, modes: [.compare], keys: ["+"]
        ) { state, _ in state.addToComparison() },
        Command(
            "remove-article", "Take the last article out of the comparison", group: .compare,
            modes: [.compare], keys: ["-"]
        ) { state, _ in state.removeFromComparison() },
        Command(
            "swap-articles", "Change which article leads: rows follow the first", hint: "swap",
            group: .compare, modes: [.compare], keys: ["w"]
        ) { state, _ in state.swapCompared() },
        Command(
            "fold",
            "Fold or unfold what matters less here: copies, what stayed",
            hint: "fold",
            group: .compare, modes: [.browse, .compare, .timeline, .chains, .drafts, .proposals],
            keys: ["o"]
        ) { state, _ in
            if state.place.screen == .proposals { return state.foldSetAside() }
            if state.place.screen == .browse { return state.foldCopies() }
            switch state.place.screen {
            case .timeline: state.place.timeline.fold()
            case .chains: state.place.chains.fold()
            case .drafts: state.place.drafts.fold()
            default: state.place.compare.toggleFold()
            }
            return []
        },
    ]
}

extension State {
    /// Lists of near copies only the first, or all.
    fileprivate mutating func foldCopies() -> [Effect] {
        place.browse.foldsCopies.toggle()
        notice = Notice(
            place.browse.foldsCopies
                ? "Of near copies only the first is listed; o shows all." : "All copies are listed."
        )
        return [askList()]
    }

    /// Compares what is picked, the oldest on the left; the selected article makes up for a missing
    /// second one, on the overview the articles of the selected fact.
    mutating func compareChosen() -> [Effect] {
        var rows = picked
        if rows.count < 2, place.screen == .overview, let fact = place.overview.selected(self) {
            return open(fact)
        }
        let here = rowHere
        if rows.count < 2, let here, !rows.contains(where: { $0.id == here.id }) {
            rows.append(here)
        }
        guard rows.count >= 2 else {
            guard !rows.isEmpty else {
                notice = Notice("No article to compare.")
                return []
            }
            if picked.isEmpty { _ = togglePicked() }
            let outlet = here?.outlet ?? "1 article"
            notice = Notice(
                "\(outlet) picked; go to another article and press \(keys(of: "compare")) again.")
            return []
        }
        guard rows.count <= CompareScreen.articleLimit else {
            notice = Notice(
                "Four articles fit side by side, \(rows.count) are picked: v takes one out, z all.")
            return []
        }
        opening = .comparison
        return [ask(.comparison(oldestFirst(rows)), for: .comparison)]
    }

    /// Their ids in the order of their letters; where articles have none, by day, the undated last,
    /// those of one day as they were picked.
    private func oldestFirst(_ rows: [ArticleRow]) -> [String] {
        rows.enumerated().map { picked, row in
            let letter = letters.firstIndex { $0.articleID == row.id } ?? letters.count
            return (place: (letter, row.published?.day.number ?? .max, picked), id: row.id)
        }
        .sorted { $0.place < $1.place }.map(\.id)
    }

    /// Adds the next article of the list that is not compared yet.
    mutating func addToComparison() -> [Effect] {
        let ids = place.compare.articles.map(\.article.id)
        guard ids.count < CompareScreen.articleLimit else {
            notice = Notice("Four articles fit side by side; - takes one out.")
            return []
        }
        let more = chosen + place.browse.list.rows.map(\.id) + letters.map(\.articleID)
        guard let next = more.first(where: { !ids.contains($0) }) else {
            notice = Notice("There is no other article.")
            return []
        }
        opening = .comparison
        return [ask(.comparison(ids + [next]), for: .comparison)]
    }

    /// Turns the columns round: the second leads, the first comes last.
    mutating func swapCompared() -> [Effect] {
        let ids = place.compare.articles.map(\.article.id)
        guard let first = ids.first else { return [] }
        opening = .comparison
        return [ask(.comparison(ids.dropFirst() + [first]), for: .comparison)]
    }

    mutating func removeFromComparison() -> [Effect] {
        let ids = place.compare.articles.map(\.article.id)
        guard ids.count > 2 else {
            notice = Notice("Two articles are the least; q goes back.")
            return []
        }
        opening = .comparison
        return [ask(.comparison(Array(ids.dropLast())), for: .comparison)]
    }
}
