import Analysis
import Intake
package import Queries

// Every screen has an address: copied here, typed at `:`, given to `parley`, printed by
// `parley show`.

extension State {
    /// The address of the present screen; nil while what it shows has not come.
    package var address: Address? {
        switch place.screen {
        case .overview: place.overview.showsAll ? .clashes : .overview
        case .browse:
            .articles(query: QueryPrinter.text(of: place.browse.query(isTyping: false).query))
        case .reader:
            place.reader.articleID.map { .article($0, sentence: place.reader.sentence) }
        case .compare: comparisonAddress
        case .participant, .source, .point: place.page.content?.address
        case .matrix:
            .matrix(place.matrix.subject, query: QueryPrinter.text(of: place.matrix.query))
        case .timeline: .timeline(query: QueryPrinter.text(of: place.timeline.query))
        case .chains: .chains(query: QueryPrinter.text(of: place.chains.query))
        case .drafts: .drafts(pair: place.drafts.pair)
        case .proposals: .proposals
        case .help: .help
        }
    }

    private var comparisonAddress: Address? {
        let ids = place.compare.articles.map(\.article.id)
        let alignment = place.compare.alignment
        guard ids.count >= 2 else { return nil }
        return .comparison(ids, by: alignment == .sentence ? nil : alignment.rawValue)
    }

    /// Opens the screen of an address as it was typed; says so when it names none.
    mutating func openAddress(_ text: String) -> [Effect] {
        guard let address = Address(text) else {
            notice = Notice(
                "Error: “\(text)” names no screen; Tab lists what can follow parley:.",
                isError: true)
            return []
        }
        return open(address)
    }

    /// Opens a screen; one that has to be asked for appears when its answer has come.
    mutating func open(_ address: Address) -> [Effect] {
        switch address {
        case .overview, .clashes:
            if place.screen != .overview { go(to: .overview) }
            place.overview.showsAll = address == .clashes
            return []
        case .articles(let query):
            if place.screen != .browse { go(to: .browse) }
            return narrow { narrowing in
                narrowing = BrowseScreen.Narrowing()
                narrowing.search = query
            }
        case .article(let id, let sentence): return read(id, at: sentence)
        case .actor(let id): return openEntry(.actor, id, within: .everything)
        case .source(let id): return openEntry(.source, id, within: .everything)
        case .point(let id): return openEntry(.point, id, within: .everything)
        case .comparison(let ids, let by): return compare(ids, by: by)
        case .matrix(let subject, let query):
            if place.screen != .matrix { go(to: .matrix) }
            place.matrix = MatrixScreen()
            place.matrix.subject = subject
            place.matrix.query = QueryParser().parse(query).query
            return [askMatrix()]
        case .timeline(let query):
            if place.screen != .timeline { go(to: .timeline) }
            place.timeline = TimelineScreen()
            place.timeline.query = QueryParser().parse(query).query
            return [ask(.timeline(within: place.timeline.query), for: .timeline)]
        case .chains(let query):
            if place.screen != .chains { go(to: .chains) }
            place.chains = ChainsScreen()
            place.chains.query = QueryParser().parse(query).query
            return [ask(.chains(within: place.chains.query), for: .chains)]
        case .drafts(let pair):
            if place.screen != .drafts { go(to: .drafts) }
            place.drafts = DraftsScreen()
            place.drafts.pair = pair
            return [ask(.drafts(pair: pair, within: .everything), for: .drafts)]
        case .proposals: return showProposals()
        case .help: return run("show-help", [])
        }
    }

    private mutating func compare(_ ids: [String], by: String?) -> [Effect] {
        let alignment = by.map { CompareScreen.Alignment(rawValue: $0) } ?? .sentence
        guard let alignment else {
            let known = CompareScreen.Alignment.allCases.map(\.rawValue).joined(separator: ", ")
            notice = Notice("Error: articles are compared by \(known).", isError: true)
            return []
        }
        opening = .comparison
        openingAlignment = alignment
        return [ask(.comparison(ids), for: .comparison)]
    }

    /// The address of the present screen, for the clipboard.
    mutating func copyAddress() -> [Effect] {
        guard let address else {
            notice = Notice("What this screen shows has not come yet.")
            return []
        }
        notice = Notice("Copied: \(address.text)")
        return [.copy(address.text)]
    }
}

extension PageScreen.Content {
    fileprivate var address: Address {
        switch self {
        case .participant(let page): .actor(page.participant.id)
        case .source(let page): .source(page.outlet.id)
        case .point(let page): .point(page.point.id)
        }
    }
}
