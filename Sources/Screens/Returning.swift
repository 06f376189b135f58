import Queries

// Standing where one stood in an earlier session.

/// A place that is being opened again, until one has gone on from it.
struct Returning: Equatable, Sendable {
    let place: KeptPlace
    /// What it shows has come, and one stands there. What comes later may still move the row.
    var hasStood = false

    init(to place: KeptPlace) { self.place = place }

    /// It has not come yet, and one is still where one waits for it.
    func isAwaited(in state: State) -> Bool {
        !hasStood && state.place.screen == .browse && !state.waiting.isEmpty
    }
}

extension State {
    /// Opens a place that was kept, and stands there as soon as it has come.
    mutating func open(_ there: KeptPlace) -> [Effect] {
        returning = Returning(to: there)
        guard case .articles(let query) = there.address else { return open(there.address) }
        if place.screen != .browse { go(to: .browse) }
        place.browse.return(to: there.standing)
        let effects = narrow { $0 = BrowseScreen.Narrowing(typed: query) }
        return effects.isEmpty ? [askList()] : effects
    }

    /// Stands where one stood, as far as what has come has it.
    mutating func standAgain() {
        guard let there = returning, isLoaded, address?.isOnSame(as: there.place.address) == true
        else { return }
        returning?.hasStood = true
        stand(on: there.place.standing)
    }

    /// A key goes on from where one stands.
    mutating func goOn() {
        if returning?.hasStood == true { returning = nil }
    }

    /// What the present screen shows has come.
    private var isLoaded: Bool {
        switch place.screen {
        case .overview: overview != nil
        case .matrix: place.matrix.isLoaded
        case .timeline: place.timeline.isLoaded
        case .chains: place.chains.isLoaded
        case .drafts: place.drafts.isLoaded
        case .proposals: place.proposals.answer != nil
        case .browse, .reader, .compare, .participant, .source, .point, .context, .history, .help:
            true
        }
    }

    /// Where one stands on the present screen, beyond its address.
    var standing: Standing {
        switch place.screen {
        case .overview: place.overview.standing(self)
        case .browse: place.browse.standing
        case .reader: place.reader.standing
        case .compare: place.compare.standing
        case .participant, .source, .point, .context, .history: place.page.standing
        case .matrix: place.matrix.standing
        case .timeline: place.timeline.standing
        case .chains: place.chains.standing
        case .drafts: place.drafts.standing
        case .proposals: place.proposals.standing
        case .help: place.help.standing(keymaps)
        }
    }

    private mutating func stand(on standing: Standing) {
        guard !standing.isEmpty else { return }
        switch place.screen {
        case .overview: place.overview.stand(on: standing, place.overview.facts(self))
        case .browse: break
        case .reader:
            let row = place.browse.list.rows.first { $0.id == place.reader.articleID }
            place.reader.mark(row?.passages ?? [])
            place.reader.stand(on: standing)
        case .compare: place.compare.stand(on: standing)
        case .participant, .source, .point, .context, .history: place.page.stand(on: standing)
        case .matrix: place.matrix.stand(on: standing)
        case .timeline: place.timeline.stand(on: standing)
        case .chains: place.chains.stand(on: standing)
        case .drafts: place.drafts.stand(on: standing)
        case .proposals: place.proposals.stand(on: standing)
        case .help: place.help.stand(on: standing, keymaps)
        }
    }
}

extension Address {
    /// Another sentence of an article is on the same screen.
    fileprivate func isOnSame(as other: Address) -> Bool {
        if case (.article(let id, _), .article(let wanted, _)) = (self, other) {
            return id == wanted
        }
        return self == other
    }
}
