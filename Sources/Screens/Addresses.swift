import Analysis
import Intake
package import Queries

// Every screen has an address: copied here, typed at `:`, given to `parley`, printed by
// `parley show`.

extension State {
    /// The address of the present screen; nil while what it shows has not come.
    package var address: Address? {
        switch place.screen {
        case .overview:
            place.overview.showsAll
                ? .clashes(query: QueryPrinter.text(of: place.overview.list?.query ?? .everything))
                : .overview
        case .browse:
            .articles(query: QueryPrinter.text(of: place.browse.query(isTyping: false).query))
        case .reader:
            place.reader.articleID.map { .article($0, sentence: place.reader.sentence) }
        case .compare: comparisonAddress
        case .participant, .source, .point, .context, .history: place.page.address
        case .matrix:
            .matrix(place.matrix.subject, query: QueryPrinter.text(of: place.matrix.query))
        case .timeline: .timeline(query: QueryPrinter.text(of: place.timeline.query))
        case .chains: .chains(query: QueryPrinter.text(of: place.chains.query))
        case .drafts:
            .drafts(
                pair: place.drafts.pair, query: QueryPrinter.text(of: place.drafts.query))
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
        case .overview: return run("show-overview", [])
        case .clashes(let query):
            if place.screen != .overview { go(to: .overview) }
            return showClashes(within: QueryParser().parse(query).query)
        case .articles(let query):
            if place.screen != .browse { go(to: .browse) }
            return narrow { narrowing in
                narrowing = BrowseScreen.Narrowing(typed: query)
            }
        case .article(let id, let sentence): return read(id, at: sentence)
        case .context(let id): return showContext(of: id)
        case .history(let id): return showHistory(of: id)
        case .actor(let id, let query): return openEntry(.actor, id, matching: query)
        case .source(let id, let query): return openEntry(.source, id, matching: query)
        case .point(let id, let query): return openEntry(.point, id, matching: query)
        case .comparison(let ids, let by): return compare(ids, by: by)
        case .matrix(let subject, let query):
            return open(.matrix, \.matrix, on: QueryParser().parse(query).query) {
                $0.subject = subject
            }
        case .timeline(let query):
            return open(.timeline, \.timeline, on: QueryParser().parse(query).query)
        case .chains(let query):
            return open(.chains, \.chains, on: QueryParser().parse(query).query)
        case .drafts(let pair, let query):
            return open(.drafts, \.drafts, on: QueryParser().parse(query).query) {
                $0.pair = pair
            }
        case .proposals: return showProposals()
        case .help: return run("show-help", [])
        }
    }

    private mutating func openEntry(
        _ field: Query.Field, _ id: String, matching query: String
    ) -> [Effect] {
        openEntry(field, id, within: QueryParser().parse(query).query)
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

    /// What this screen shows, all of it and as text.
    mutating func showInPager() -> [Effect] {
        guard let address else {
            notice = Notice("What this screen shows has not come yet.")
            return []
        }
        return [.page(address)]
    }
}

extension PageScreen {
    /// The address of the page, with what narrows it; nil while nothing has come.
    fileprivate var address: Address? {
        let query = QueryPrinter.text(of: query)
        return switch content {
        case .participant(let page): .actor(page.participant.id, query: query)
        case .source(let page): .source(page.outlet.id, query: query)
        case .point(let page): .point(page.point.id, query: query)
        case .context(let page): .context(page.article.id)
        case .history(let page): .history(page.article.id)
        case nil: nil
        }
    }
}
