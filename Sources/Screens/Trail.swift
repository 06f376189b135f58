import Analysis
import Intake
import Queries

/// Where one has been, as a tree: going back and then elsewhere begins a branch and loses none.
package struct Trail: Equatable, Sendable {
    struct Step: Equatable, Sendable {
        let id: Int
        /// The step it was gone to from; nil for the first.
        var parent: Int?
        /// As it was when it was left; of the current step as it was when it was come to.
        var place: Place
        /// The branch that going forward follows: the one come back from, else the newest.
        var next: Int?
    }

    /// So many steps are kept.
    static let limit = 200

    /// In the order in which they were first gone to.
    private(set) var steps: [Step]
    private(set) var current = 0
    private var count = 1

    init(_ place: Place) {
        steps = [Step(id: 0, parent: nil, place: place)]
    }

    /// The places that can be gone back to, the first one first.
    package var past: [Place] {
        var places: [Place] = []
        var at = step(current)?.parent
        while let id = at, let step = step(id) {
            places.append(step.place)
            at = step.parent
        }
        return places.reversed()
    }

    var canGoBack: Bool { step(current)?.parent != nil }

    func step(_ id: Int?) -> Step? { steps.first { $0.id == id } }

    /// Leaves a place for another that is still to be shown.
    mutating func leave(_ place: Place) {
        keep(place)
        let id = count
        count += 1
        steps.append(Step(id: id, parent: current, place: place))
        change(current) { $0.next = id }
        current = id
        prune()
    }

    /// Takes the last leaving back, as if it had not been.
    mutating func takeBack() {
        guard let parent = step(current)?.parent else { return }
        steps.removeAll { $0.id == current }
        current = parent
        let newest = steps.last { $0.parent == parent }?.id
        change(parent) { $0.next = newest }
    }

    /// The place before, or the next one; nil where there is none.
    mutating func goBack(from place: Place) -> Place? { go(to: step(current)?.parent, from: place) }

    mutating func goForward(from place: Place) -> Place? {
        go(to: step(current)?.next, from: place)
    }

    /// Goes to any step; nil where it is gone.
    mutating func go(to id: Int?, from place: Place) -> Place? {
        guard let step = step(id) else { return nil }
        keep(place)
        current = step.id
        // Going forward then leads this way again.
        var child = step
        while let parent = child.parent, let above = self.step(parent) {
            change(parent) { $0.next = child.id }
            child = above
        }
        return step.place
    }

    /// Changes every place that is kept.
    mutating func changeAll(_ body: (inout Place) -> Void) {
        for index in steps.indices { body(&steps[index].place) }
    }

    private mutating func keep(_ place: Place) { change(current) { $0.place = place } }

    private mutating func change(_ id: Int, _ body: (inout Step) -> Void) {
        if let index = steps.firstIndex(where: { $0.id == id }) { body(&steps[index]) }
    }

    /// Forgets the oldest end of a branch that one is not on; where there is none, the beginning.
    private mutating func prune() {
        while steps.count > Trail.limit {
            let parents = Set(steps.compactMap(\.parent))
            let end = steps.first { !parents.contains($0.id) && $0.id != current }
            guard let gone = end ?? steps.first else { return }
            steps.removeAll { $0.id == gone.id }
            for index in steps.indices {
                if steps[index].parent == gone.id { steps[index].parent = nil }
                if steps[index].next == gone.id { steps[index].next = nil }
            }
        }
    }

    /// All steps with what stands before them: a step follows the one it was gone to from, and
    /// branches stand to the right before the newest goes on.
    var lines: [(stem: String, step: Step)] {
        var lines: [(String, Step)] = []
        var open = steps.filter { $0.parent == nil }.reversed().map { ("", "", $0) }
        while let (stem, lead, step) = open.popLast() {
            lines.append((stem, step))
            let children = steps.filter { $0.parent == step.id }
            guard let newest = children.last else { continue }
            open.append((lead, lead, newest))
            for child in children.dropLast().reversed() {
                open.append((lead + "├ ", lead + "│ ", child))
            }
        }
        return lines
    }
}

extension Registry {
    static let trailCommands: [Command] = [
        Command(
            "show-trail", "Show where you have been, as a tree, and go to any of it",
            hint: "where you have been", group: .move, keys: ["p"]
        ) { state, _ in state.openTrail() }
    ]
}

extension State {
    /// The places that can be gone back to, the first one first.
    package var past: [Place] { trail.past }

    fileprivate mutating func openTrail() -> [Effect] {
        let effects = openPrompt(.trail)
        let here = prompt?.suggestions.firstIndex { $0.target == .step(trail.current) }
        prompt?.choice = here ?? 0
        return effects
    }

    /// The steps whose words have what is typed; without anything typed as a tree.
    func trailSuggestions(_ prompt: Prompt) -> [Suggestion] {
        trail.lines.compactMap { stem, step in
            let isHere = step.id == trail.current
            var there = self
            there.prompt = nil
            if !isHere { there.place = step.place }
            let (name, detail) = there.standingWords
            let words = name + " " + detail
            guard prompt.text.isEmpty || words.lowercased().contains(prompt.text.lowercased())
            else { return nil }
            return Suggestion(
                target: .step(step.id), name: (prompt.text.isEmpty ? stem : "") + name,
                highlights: [], kind: isHere ? "here" : "", detail: detail)
        }
    }

    /// The places one was at before this one, newest first, each once.
    var latelyVisited: [Suggestion] {
        var there = self
        there.prompt = nil
        var seen: Set<String> = []
        let (name, detail) = there.standingWords
        seen.insert(name + detail)
        var places: [Suggestion] = []
        for step in trail.steps.reversed() where step.id != trail.current {
            there.place = step.place
            let (name, detail) = there.standingWords
            guard seen.insert(name + detail).inserted else { continue }
            places.append(there.visited(step, name, detail))
            if places.count == State.latelyLimit { break }
        }
        return places
    }

    private static let latelyLimit = 8

    /// A place as one looks for it: an article by its title, a page by its name.
    private func visited(_ step: Trail.Step, _ name: String, _ detail: String) -> Suggestion {
        var visited = Suggestion(
            target: .step(step.id), name: name, highlights: [], kind: step.place.screen.noun,
            detail: detail)
        switch place.screen {
        case .reader:
            guard let article = place.reader.analyzed?.article else { break }
            visited.name = article.heading
            visited.detail = "§\(place.reader.sentence + 1) " + name
        case .participant, .source, .point:
            guard let dot = name.firstRange(of: " · ") else { break }
            visited.kind = name[..<dot.lowerBound].lowercased()
            visited.name = String(name[dot.upperBound...])
        default: break
        }
        return visited
    }

    /// Goes to a step of the trail, with its filters, selection and scroll.
    mutating func go(toStep id: Int) {
        guard id != trail.current, let there = trail.go(to: id, from: place) else { return }
        place = there
        place.comeBack()
    }

    /// The screen and where on it one stands, in words.
    var standingWords: (name: String, detail: String) {
        switch place.screen {
        case .browse:
            let query = place.browse.query(isTyping: false).query
            let text = query == .everything ? "" : " " + QueryPrinter.text(of: query)
            return ("Articles" + text, place.browse.list.selected?.heading ?? "")
        case .reader:
            return (
                screenName,
                "§\(place.reader.sentence + 1) "
                    + (place.reader.analyzed?.article.heading ?? "")
            )
        case .overview: return ("Overview", screenName)
        default: return (screenName, screenFacts.first ?? "")
        }
    }
}

extension Screen {
    /// What one stands on, in a word.
    fileprivate var noun: String {
        switch self {
        case .overview, .browse, .matrix, .timeline, .chains, .drafts, .proposals, .help: "screen"
        case .reader: "article"
        case .compare: "compare"
        case .participant, .source, .point, .context, .history: "page"
        }
    }
}
