import Intake
package import Queries

// What narrows the articles of a screen, how many of how many that leaves, what hides the others
// and how to have them back: the same words over every view of many articles.

extension State {
    /// What narrows the articles of the present screen; nil where it is not about many.
    package var scopeQuery: Query? {
        switch place.screen {
        case .overview: place.overview.list?.query ?? .everything
        case .matrix: place.matrix.query
        case .timeline: place.timeline.query
        case .chains: place.chains.query
        case .drafts: place.drafts.query
        case .participant, .source, .point: place.page.query
        case .proposals: .everything
        case .browse, .reader, .compare, .context, .history, .help: nil
        }
    }

    /// The present screen leaves articles out, or could.
    var isScopeNarrowed: Bool { (scopeQuery ?? .everything) != .everything }

    /// The scope of the present screen, then what else is to be said of it.
    func scoped(_ words: StyledText) -> StyledText {
        guard let scopeQuery, let overview else { return words }
        let rest = words.isEmpty ? words : StyledText("   ") + words
        guard isScopeNarrowed else {
            let count = overview.articleCount
            if count == 0 { return StyledText(EmptyResult.noneYet, .quiet) + rest }
            let all = count == 1 ? "The one article" : "All \(Wording.counted(count, "article"))"
            return StyledText(all, .quiet) + rest
        }
        return asked(scopeQuery) + counts(of: scopeQuery, overview.articleCount)[0] + rest
    }

    /// Where what narrows the screen is too long for its line, puts the counts at the right end,
    /// since they say how to lift it; false where all fits or nothing narrows it.
    func drawScope(into canvas: inout Canvas, in area: Rect) -> Bool {
        guard isScopeNarrowed, let scopeQuery, let overview else { return false }
        let query = asked(scopeQuery)
        let forms = counts(of: scopeQuery, overview.articleCount)
        let counts =
            forms.first { query.columns + $0.columns <= area.columns } ?? forms[forms.count - 1]
        let needed = query.columns + counts.columns
        if needed <= area.columns {
            // What else is to be said is left out where only its beginning would stand there.
            guard needed + 16 > area.columns, screenSentence.columns > area.columns else {
                return false
            }
            canvas.put(query + counts, column: area.column, row: area.row, in: area)
            return true
        }
        let least = min(16, area.columns / 3)
        let start = canvas.put(
            counts, endingAt: area.columnRange.upperBound, row: area.row,
            in: area.inset(left: least))
        var left = area
        left.columns = start - 2 - area.column
        canvas.put(query, column: left.column, row: left.row, in: left)
        return true
    }

    /// "Filter actor:Ada Holm", by names where the list is narrowed so, else as it is typed.
    private func asked(_ query: Query) -> StyledText {
        if isListNarrowed(by: query) { return browseQuery }
        var text = StyledText()
        let words = QueryPrinter.text(of: query.known(on: nil))
        if !words.isEmpty {
            text.append("Only ", .quiet)
            text.append(words + "   ", Style(.text, isBold: true))
        }
        if let day = query.knownOn, words.isEmpty {
            text.append("As known on ", .quiet)
            text.append(Wording.day(day) + "   ", Style(.text, isBold: true))
        }
        return text
    }

    /// "2 of 5 articles, 3 hidden by the filter: U shows all", and shorter forms of it.
    private func counts(of query: Query, _ all: Int) -> [StyledText] {
        let (long, short) = (Wording.counted(all, "article"), Wording.number(all))
        var forms = ["of \(long)", "of \(short)"]
        var lifting = " shows all"
        if let count = scopeCount(of: query) {
            let met = Wording.number(count)
            let hidden = count < all ? ", \(Wording.number(all - count)) hidden" : ""
            let by =
                count < all && isListNarrowed(by: query)
                ? " by \(place.browse.narrowing.words)" : ""
            forms = [
                "\(met) of \(long)\(hidden)\(by)", "\(met) of \(long)\(hidden)",
                "\(met) of \(short)\(hidden)",
            ]
            if count == all, all > 0 {
                forms = ["all \(long) meet it", "all \(short) meet it"]
                lifting = " lifts it"
            }
        }
        return forms.map {
            [($0 + ": ", .quiet), (keys(of: "clear-filters"), .focus), (lifting, .quiet)]
        }
    }

    /// Articles that meet what narrows the present screen; nil where nobody has counted them.
    private func scopeCount(of query: Query) -> Int? {
        let counted: Int? =
            switch place.screen {
            case .overview: place.overview.list?.articleCount
            case .matrix: place.matrix.matrix?.articleCount
            case .timeline: place.timeline.timeline?.articleCount
            case .chains: place.chains.chains?.articleCount
            default: nil
            }
        let list = place.browse.list
        let isListed = isListNarrowed(by: query) && list.isLoaded && !waiting.contains(.articles)
        return counted ?? (isListed ? list.met : nil)
    }

    private func isListNarrowed(by query: Query) -> Bool {
        !place.browse.narrowing.isEmpty && place.browse.query(isTyping: false).query == query
    }

    /// Takes all that narrows the present screen away, of the list behind it too; going back
    /// brings it again.
    mutating func showAll() -> [Effect] {
        if place.screen == .browse { return narrow { $0 = .init() } }
        guard isScopeNarrowed else {
            notice = Notice("Nothing is filtered out here.")
            return []
        }
        remember()
        var effects: [Effect] = []
        let before = place.browse.narrowing
        if !before.isEmpty {
            place.browse.narrowing = .init()
            place.browse.undone.append(.narrowing(before))
            place.browse.redone = []
            effects = [askList()]
        }
        switch place.screen {
        case .overview: return effects + showClashes(within: .everything)
        case .matrix: place.matrix.query = .everything
        case .timeline: place.timeline.query = .everything
        case .chains: place.chains.query = .everything
        case .drafts: place.drafts.query = .everything
        default: place.page.query = .everything
        }
        return effects + askScreen()
    }
}

extension Mode {
    /// Those whose screens are narrowed to articles that meet a query.
    static let narrowed: Set<Mode> = [
        .overview, .browse, .page, .matrix, .timeline, .chains, .drafts,
    ]
}
