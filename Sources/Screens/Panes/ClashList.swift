import Analysis
package import Queries

/// The facts on which the articles of a query differ, as far as they have been found.
package struct ClashList: Equatable, Sendable {
    package var query: Query
    /// The gravest first.
    package private(set) var facts: [Disagreement] = []
    /// Groups of articles that have been compared, and all that there are; nil before the first
    /// answer.
    package private(set) var next = 0
    package private(set) var groupCount: Int?
    /// Articles that meet the query; nil before the first answer, and of all.
    private(set) var articleCount: Int?
    /// Which they are, where they are few.
    private(set) var articleIDs: Set<String> = []

    package init(of query: Query) { self.query = query }

    /// Facts that are already known, all of them.
    package init(of query: Query, facts: [Disagreement]) {
        self.query = query
        self.facts = facts
        groupCount = 0
    }

    package var isComplete: Bool { groupCount.map { next >= $0 } ?? false }

    /// The question for what comes next: a screen full first, unless more is known anyway.
    var question: Question {
        guard next == 0, query != .everything else {
            return .clashes(ClashesQuestion(query: query, start: next))
        }
        return .clashes(ClashesQuestion(query: query, factLimit: 24, groupLimit: 300))
    }

    mutating func add(_ answer: ClashesAnswer) {
        var places = Dictionary(
            facts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for fact in answer.facts {
            if let known = places[fact.id] {
                facts[known].merge(fact)
            } else {
                places[fact.id] = facts.count
                facts.append(fact)
            }
        }
        facts.sort(by: Disagreement.precedes)
        next = answer.next
        groupCount = answer.groupCount
        articleCount = answer.articleCount
        articleIDs = answer.articleIDs
    }
}

extension State {
    /// Shows the corpus and the few gravest facts on which its articles differ; where the list is
    /// narrowed all facts on which those of the list do, and from there those of the corpus.
    mutating func showOverview() -> [Effect] {
        let query = enterOverview()
        place.overview.showsAll = false
        place.overview.list = nil
        return query == .everything ? [] : showClashes(within: query)
    }

    /// Shows all facts on which the articles of the list differ; there already, the few gravest of
    /// them or all.
    mutating func showClashes() -> [Effect] {
        guard place.screen == .overview else { return showClashes(within: enterOverview()) }
        place.overview.showsAll.toggle()
        return place.overview.showsAll ? askClashes() : []
    }

    /// Shows a fact of the corpus among the few gravest, or among all where it is none of these.
    mutating func showFact(_ id: String) -> [Effect] {
        go(to: .overview)
        place.overview = OverviewScreen()
        place.overview.showsAll = !place.overview.facts(self).contains { $0.id == id }
        place.overview.cursor.index =
            place.overview.facts(self).firstIndex { $0.id == id } ?? 0
        return []
    }

    /// What the list that one comes from is narrowed to.
    private mutating func enterOverview() -> Query {
        guard place.screen != .overview else { return .everything }
        let query = place.browse.query(isTyping: false).query
        go(to: .overview)
        return query
    }

    /// The same for the articles of a query; with what is known already, asks for the rest.
    mutating func showClashes(within query: Query) -> [Effect] {
        place.overview.showsAll = true
        place.overview.cursor = ListCursor()
        place.overview.list = query == .everything ? nil : ClashList(of: query)
        return askClashes()
    }

    /// Asks for the next facts of the clashes that are shown, unless there are none.
    mutating func askClashes() -> [Effect] {
        if let list = place.overview.list {
            return list.isComplete ? [] : [ask(list.question, for: .clashes)]
        }
        return clashes.isComplete ? [] : [ask(clashes.question, for: .clashes)]
    }

    /// Takes in what has been found, and asks on while somebody looks at it.
    mutating func accept(_ answer: ClashesAnswer) -> [Effect] {
        let selected = place.overview.selected(self)?.id
        let wasMoved = place.overview.cursor.index > 0
        if place.overview.list != nil {
            place.overview.list?.add(answer)
        } else {
            clashes.add(answer)
        }
        let facts = place.overview.facts(self)
        if wasMoved, let selected, let index = facts.firstIndex(where: { $0.id == selected }) {
            place.overview.cursor.index = index
        }
        place.overview.clamp(self)
        guard place.screen == .overview, place.overview.showsAll else { return [] }
        return askClashes()
    }

    /// The first facts of the whole archive, once the first screen stands; few articles have
    /// brought all theirs with it.
    mutating func askFirstClashes(_ overview: Overview) -> [Effect] {
        if !overview.letters.isEmpty || overview.articleCount < 2 {
            clashes = ClashList(of: .everything, facts: overview.disagreements)
            return []
        }
        clashes = ClashList(of: .everything)
        return [ask(clashes.question, for: .clashes)]
    }
}
