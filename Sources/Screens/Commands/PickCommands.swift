import Analysis
import Intake
import Queries

// Several articles at once: they are picked, and then commands act on all of them.

extension Registry {
    static let pickCommands: [Command] = [
        Command(
            "pick", "Take the article into the selection, or out of it", hint: "pick",
            group: .own, modes: [.browse, .reader], keys: ["v"]
        ) { state, _ in state.togglePicked() },
        Command(
            "pick-range", "Take all articles from the last one picked to this one", group: .own,
            modes: [.browse], keys: ["V"]
        ) { state, _ in state.pickRange() },
        Command(
            "pick-all", "Take all that are listed into the selection, or a query's",
            group: .own, modes: [.browse], keys: ["<C-a>"],
            arguments: [.init("QUERY", isOptional: true)]
        ) { state, words in state.pickAll(meeting: words.joined(separator: " ")) },
        Command(
            "clear-picked", "Take every article out of the selection", group: .own,
            modes: [.browse, .reader], keys: ["z"]
        ) { state, _ in state.clearPicked() },
    ]
}

extension State {
    /// The picked articles by id, in the order of picking.
    package var chosen: [String] { picked.map(\.id) }

    /// What commands act on: the picked articles; where none is picked, or one is read, the one.
    var actedOn: [ArticleRow] {
        if place.screen == .browse, !picked.isEmpty { return picked }
        return rowHere.map { [$0] } ?? []
    }

    /// The article that is read, or selected in the list.
    var rowHere: ArticleRow? {
        guard place.screen == .reader else {
            return place.browse.isEmptyResult ? nil : place.browse.list.selected
        }
        let id = place.reader.articleID
        return place.browse.list.rows.first { $0.id == id } ?? place.reader.row
    }

    /// Picks the article one is at, or takes it out again.
    mutating func togglePicked() -> [Effect] {
        guard let row = rowHere else {
            notice = Notice("There is no article to pick here.")
            return []
        }
        pick { picked in
            if let index = picked.firstIndex(where: { $0.id == row.id }) {
                picked.remove(at: index)
            } else {
                picked.append(row)
            }
        }
        pickAnchor = place.screen == .browse ? place.browse.list.cursor.index : nil
        return []
    }

    fileprivate mutating func pickRange() -> [Effect] {
        let list = place.browse.list
        guard let last = picked.last else { return togglePicked() }
        let here = list.cursor.index
        guard let start = list.rows.firstIndex(where: { $0.id == last.id }), list.row(here) != nil
        else { return askForRange(to: here) }
        let from = list.window.lowerBound + start
        let way = stride(from: from, through: here, by: here < from ? -1 : 1)
        pick(way.compactMap { list.row($0) })
        pickAnchor = here
        return []
    }

    /// So many articles are picked at once where not all of them are held.
    private static let rangeLimit = 1000

    private static let notNear = "The last one picked is not near: v on an article begins anew."

    /// Asks for all rows from the last one picked to one that is shown.
    private mutating func askForRange(to here: Int) -> [Effect] {
        guard let anchor = pickAnchor else {
            notice = Notice(State.notNear)
            return []
        }
        let range = min(anchor, here)..<max(anchor, here) + 1
        guard range.count <= State.rangeLimit else {
            let limit = Wording.number(State.rangeLimit)
            notice = Notice("V takes \(limit) articles at most; here are \(range.count).")
            return []
        }
        return [ask(rows(range, passages: 0), for: .range)]
    }

    /// Picks the rows that were asked for; the list may be another one by now.
    mutating func pick(_ answer: ArticlesAnswer) {
        let isUpward = answer.rows.last?.id == picked.last?.id
        let rows = isUpward ? answer.rows.reversed() : answer.rows
        guard let first = rows.first, first.id == picked.last?.id else {
            notice = Notice(State.notNear)
            return
        }
        pick(rows)
        let start = answer.window.lowerBound
        pickAnchor = isUpward ? start : start + rows.count - 1
    }

    /// Picks those of the rows that meet the query and are not picked yet.
    private mutating func pick(_ rows: [ArticleRow]) {
        pick { picked in
            let known = Set(picked.map(\.id))
            picked += rows.filter { $0.isMet && !known.contains($0.id) }
        }
    }

    /// Asks for the articles listed that meet a query as well; without one for all that are met.
    fileprivate mutating func pickAll(meeting text: String) -> [Effect] {
        guard place.screen == .browse else {
            notice = Notice("Articles are picked in the list: 4 goes there.")
            return []
        }
        let typed = QueryParser().parse(text)
        if let problem = typed.problems.first {
            notice = Notice("Error: \(problem.message)", isError: true)
            return []
        }
        let query = place.browse.query(isTyping: false).query.narrowed(by: typed.query)
        let question = ArticlesQuestion(
            query: query, order: place.browse.order, window: 0..<State.rangeLimit,
            wantsFacets: false)
        return [ask(.articles(question.folding(place.browse.foldsCopies)), for: .picks)]
    }

    /// Picks what was asked for, all of it or nothing.
    mutating func pickAll(_ answer: ArticlesAnswer) {
        guard answer.total > 0 else {
            notice = Notice("No article listed here meets that.")
            return
        }
        guard answer.total <= answer.rows.count else {
            let limit = Wording.number(State.rangeLimit)
            let all = Wording.counted(answer.total, "article")
            notice = Notice("At most \(limit) articles are picked at once; this would be \(all).")
            return
        }
        let before = picked.count
        pick(answer.rows)
        let new = picked.count - before
        let all = words(ofPicked: picked.count)
        notice = Notice(
            new == 0
                ? "All of these are picked already: \(all)."
                : "\(all), \(Wording.number(new)) of them now; u takes these back, z all.")
    }

    fileprivate mutating func clearPicked() -> [Effect] {
        pick { $0 = [] }
        return []
    }

    /// Changes what is picked, so that it can be undone, and says how much that is now.
    private mutating func pick(_ change: (inout [ArticleRow]) -> Void) {
        let before = picked
        change(&picked)
        if picked != before {
            place.browse.undone.append(.picked(before))
            place.browse.redone = []
        }
        sayPicked()
    }

    func words(ofPicked count: Int) -> String {
        "\(Wording.counted(count, "article")) picked"
    }

    mutating func sayPicked() {
        switch picked.count {
        case 0: notice = Notice("No article is picked.")
        case 1: notice = Notice("1 article picked; v picks another, V all up to one.")
        default: notice = Notice("\(words(ofPicked: picked.count)); u takes the last one back.")
        }
    }

    /// What can be done with what is picked, for the legend.
    var pickedLegend: String {
        let compares = picked.count <= CompareScreen.articleLimit ? "c compares, " : ""
        return
            "✓ \(words(ofPicked: picked.count)): \(compares)* marks, r sets read, y cites, z lets go"
    }
}

extension ReaderScreen {
    /// The article as a list has it.
    fileprivate var row: ArticleRow? {
        guard let article = analyzed?.article else { return nil }
        return ArticleRow(
            id: article.id, title: article.title,
            opening: article.title == nil ? article.heading : nil,
            outletID: analyzed?.findings.outletID, outlet: article.outlet,
            published: article.published, kind: article.kind, language: article.language,
            sentenceCount: article.sentences.count, isRead: true,
            isMarked: work?.isMarked ?? false)
    }
}
