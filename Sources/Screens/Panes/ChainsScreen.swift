package import Queries

/// Who has it from whom, as a tree.
package struct ChainsScreen: TableView, Equatable, Sendable {
    /// What the branches of the tree hang on.
    package enum Trunk: String, Sendable { case article, outlet }

    package private(set) var chains: Chains?
    package var query: Query = .everything
    package private(set) var trunk: Trunk = .article
    /// Words straight from a named speaker are left out.
    private(set) var isFolded = true
    /// What is shown, in the order of the trunk.
    package private(set) var links: [Chains.Link] = []
    package var cursor = ListCursor()
    /// The sentence of the selected link that Enter goes to.
    private(set) var choice = 0

    package init() {}

    var isLoaded: Bool { chains != nil }
    var lineCount: Int { links.count }

    package var selected: Chains.Link? { links[safe: cursor.index] }
    package var selectedCitation: CitedSentence? { selected?.sentences[safe: choice] }

    mutating func show(_ chains: Chains) {
        self.chains = chains
        trunk = chains.isByArticle ? .article : .outlet
        cursor = ListCursor()
        choice = 0
        lay()
    }

    private mutating func lay() {
        let kept = selected
        let all = (chains?.links ?? []).filter { !isFolded || !$0.isPlain }
        links = all
        if trunk == .outlet {
            // The outlets that most articles cite first, what is straight last.
            let citing = chains?.citing ?? [:]
            func rank(_ link: Chains.Link) -> (Int, String) {
                link.outlet.map { (-(citing[$0] ?? 0), $0) } ?? (1, "")
            }
            links = all.enumerated().sorted { left, right in
                let (one, other) = (rank(left.element), rank(right.element))
                return one == other ? left.offset < right.offset : one < other
            }.map(\.element)
        }
        cursor.index = links.firstIndex { $0 == kept } ?? 0
        cursor.clamp(count: links.count)
    }

    mutating func lineChanged() { choice = 0 }

    /// Goes to another sentence of the selected link.
    mutating func choose(by step: Int) {
        let count = selected?.sentences.count ?? 0
        choice = min(max(0, choice + step), max(0, count - 1))
    }

    mutating func fold() {
        isFolded.toggle()
        choice = 0
        lay()
    }

    /// Hangs the branches on outlets in place of articles, and back; false of many articles, which
    /// have no branches of their own.
    mutating func turn() -> Bool {
        guard chains?.isByArticle == true else { return false }
        trunk = trunk == .article ? .outlet : .article
        choice = 0
        lay()
        return true
    }

    /// What the selected link can narrow the articles by: its outlet, else its speaker.
    var filter: Filter? {
        guard let selected else { return nil }
        if let outlet = selected.outlet {
            return Filter(field: .cites, value: selected.outletID ?? outlet, name: outlet)
        }
        return selected.speaker.map {
            Filter(field: .speaker, value: selected.speakerID ?? $0, name: $0)
        }
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = cursor.row(selected.map(id))
        standing[.sentence] = selectedCitation.map { .init(id: $0.placeID, index: choice) }
        standing.set(.opened, if: !isFolded)
        standing[.order] = trunk.rawValue
        return standing
    }

    mutating func stand(on standing: Standing) {
        isFolded = !standing.isSet(.opened)
        let wanted = standing[.order].flatMap(Trunk.init) ?? trunk
        if chains?.isByArticle == true { trunk = wanted }
        lay()
        guard let row = standing[.row] else { return }
        cursor.stand(on: row, among: links.map(id))
        let sentences = selected?.sentences ?? []
        choice = sentences.firstIndex { $0.placeID == standing[.sentence]?.id } ?? 0
    }

    /// Who has it from whom, and where first.
    private func id(of link: Chains.Link) -> String {
        let article = link.column == nil ? "" : link.sentences.first?.placeID ?? ""
        return [article, link.outletID ?? link.outlet ?? "", link.speakerID ?? link.speaker ?? ""]
            .joined(separator: " ")
    }

    /// Lines of the table; the rest of the body tells of the selected link.
    func tableRows(_ body: Rect) -> Int {
        let below = body.rows < 10 ? 0 : max(5, min(body.rows / 4, 8))
        return max(1, min(links.count, body.rows - 1 - below))
    }
}

extension State {
    /// Enter: the chosen sentence of the link.
    mutating func openFromChains() -> [Effect] {
        guard let sentence = place.chains.selectedCitation else { return [] }
        return read(sentence.articleID, at: sentence.sentence)
    }

    /// Space: the articles that have it from the same outlet or speaker.
    mutating func filterByChain() -> [Effect] {
        guard let filter = place.chains.filter else {
            notice = Notice("No source is given here to filter by.")
            return []
        }
        return narrow { $0.add(filter) }
    }
}

extension Registry {
    static let chainsCommands: [Command] = [
        Command(
            "show-chains", "Show who has it from whom, and who is not named", hint: "chains",
            group: .screens, keys: ["C"]
        ) { state, _ in state.show(.chains, \.chains) }
    ]
}
