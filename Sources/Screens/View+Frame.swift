import Analysis
import Intake
import Queries

// The lines above the body: what screen this is, and what is asked.

extension State {
    /// What stands beside the program's name: the screen, and the day as of which it shows all.
    var screenName: String {
        guard prompt == nil, let knownOn else { return ownName }
        let day = "as known on \(Wording.date(PublicationDate(day: knownOn)))"
        // Without what explains the screen: the day matters more, and titles are narrow.
        let isNarrow = size.columns < 100 && ownName == title
        let name = isNarrow ? "Articles" : ownName.prefix { $0 != "," }
        return "\(name) · \(day)"
    }

    private var ownName: String {
        if let name = prompt?.kind.name { return name }
        switch place.screen {
        case .overview, .browse: return title
        case .reader:
            guard let article = place.reader.analyzed?.article else { return "Reading" }
            let retold = article.kind == .digest ? " · retold" : ""
            return "\(Wording.outlet(article.outlet)) · \(Wording.date(article.published))\(retold)"
        case .compare:
            let isBeside = CompareScreen.isSideBySide(
                size.columns, count: place.compare.articles.count)
            return isBeside ? "Compare, side by side" : "Compare, one under the other"
        case .participant, .source, .point, .context, .history: return place.page.name(labels)
        case .matrix: return place.matrix.name
        case .timeline: return "Timeline, events and who tells of them"
        case .chains: return "Chains, who has it from whom"
        case .drafts: return place.drafts.name
        case .proposals: return "Proposals · names the dossier does not have"
        case .help: return "Help, keys and marks"
        }
    }

    /// Facts at the right of the title, most important first; those without room are left out.
    var screenFacts: [String] { (recording.map { ["● recording \($0.name)"] } ?? []) + ownFacts }

    private var ownFacts: [String] {
        if let prompt, prompt.kind.name != nil {
            let count = prompt.suggestions.count
            if prompt.kind == .trail { return [Wording.counted(count, "place")] }
            if prompt.names.count == Prompt.mostNames { return ["the first \(count)"] }
            return [Wording.counted(count, "fits", "fit")]
        }
        switch place.screen {
        case .reader:
            let count = place.reader.sentenceCount
            return count == 0 ? [] : ["sentence \(place.reader.sentence + 1) of \(count)"]
        case .compare: return compareFacts
        case .participant, .source, .point, .context, .history: return place.page.facts
        case .matrix: return place.matrix.facts
        case .timeline: return place.timeline.facts
        case .chains: return place.chains.facts
        case .drafts: return place.drafts.facts
        case .proposals: return place.proposals.facts
        case .help:
            let all = Wording.counted(Registry.all.count, "command")
            let fitting = place.help.text.isEmpty ? nil : place.help.fittingCount(keymaps)
            return [fitting.map { "\($0) of \(all)" } ?? all]
        case .overview, .browse: return corpusFacts
        }
    }

    private var corpusFacts: [String] {
        guard let overview else { return [] }
        if place.screen == .overview, let narrowed = place.overview.list {
            let all = Wording.counted(overview.articleCount, "article")
            return [narrowed.articleCount.map { "\(Wording.number($0)) of \(all)" } ?? "of \(all)"]
        }
        let list = place.browse.list
        let isNarrowed = place.screen == .browse && list.isLoaded && list.met < list.corpusTotal
        let articles =
            isNarrowed
            ? "\(Wording.number(list.met)) of \(Wording.counted(list.corpusTotal, "article"))"
            : Wording.counted(overview.articleCount, "article")
        var facts = [articles]
        if size.columns >= 150 { facts.append(Wording.counted(overview.sentenceCount, "sentence")) }
        if size.columns >= 100 {
            facts.append(
                Wording.counted(overview.actorCount, "person or body", "people and bodies"))
        }
        facts.append(Wording.counted(overview.pointCount, "point"))
        if let first = overview.firstPublished, let last = overview.lastPublished,
            size.columns >= 100
        {
            facts.append(
                first == last
                    ? Wording.date(first) : "\(Wording.date(first)) – \(Wording.date(last))")
        }
        return facts
    }

    private var compareFacts: [String] {
        let compare = place.compare
        func counted(_ kind: Comparison.Row.Kind, _ verb: String) -> String {
            let count = compare.count(kind)
            return "\(count) \(verb)" + (count == 1 ? "s" : "")
        }
        let facts = [
            counted(.differs, "differ"), "\(compare.count(.same)) same",
            counted(.overlap, "overlap"),
        ]
        let counts = compare.articles.indices.map { compare.onlyCount(column: $0) }
        func only(noun: String?) -> [String] {
            counts.enumerated().map { column, count in
                let words = column == 0 ? noun.map { Wording.counted(count, $0) } : nil
                return "\(words ?? "\(count)") only \(compare.letter(column, letters))"
            }
        }
        // All are told or their sum: an article left out would look as if it were not compared.
        let unit = compare.alignment.rawValue
        var ways = [only(noun: unit), only(noun: nil)]
        if counts.count > 2 {
            let sum = counts.reduce(0, +)
            ways += [["\(Wording.counted(sum, unit)) in one alone"], ["\(sum) in one alone"]]
        }
        let room = size.columns - TextWidth.columns(of: " parley  \(screenName)  ") - 12
        let fitting = ways.first {
            TextWidth.columns(of: (facts + $0).joined(separator: " · ")) <= room
        }
        return facts + (fitting ?? ways[ways.count - 1])
    }

    // MARK: The line of the query

    /// Draws what is asked or typed; returns where the cursor stands while typing, nil where what
    /// fits is stepped through.
    func drawQuery(into canvas: inout Canvas, _ layout: ScreenLayout) -> Frame.Position? {
        guard let row = layout.queryRow else { return nil }
        if let prompt {
            let typed = draw(prompt, into: &canvas, row: row)
            return prompt.isChoosing && !prompt.suggestions.isEmpty ? nil : typed
        }
        let area = Rect(column: 1, row: row, columns: size.columns - 2, rows: 1)
        switch place.screen {
        case .browse: drawBrowseQuery(into: &canvas, in: area)
        case .reader: drawTitle(into: &canvas, in: area)
        case .help:
            let after = canvas.put(screenSentence, column: 1, row: row, in: area)
            guard place.help.isTyping else { return nil }
            return Frame.Position(column: min(after, size.columns - 1), row: row)
        default:
            if !drawScope(into: &canvas, in: area) {
                canvas.put(screenSentence, column: 1, row: row, in: area)
            }
        }
        return nil
    }

    /// What the screen is asked, or what it shows.
    var screenSentence: StyledText {
        switch place.screen {
        case .browse: browseQuery + browseCounts()
        case .overview: isScopeNarrowed ? scoped(overviewSentence) : overviewSentence
        case .reader: place.reader.searchWords ?? articleTitle
        case .compare: compareSentence
        case .matrix: scoped(place.matrix.sentence(in: screenLayout.body))
        case .timeline: scoped(place.timeline.sentence)
        case .chains: scoped(place.chains.sentence(size.columns))
        case .drafts: scoped(place.drafts.sentence)
        case .proposals: scoped(place.proposals.sentence(size.columns))
        case .help: [("Narrow: ", .quiet), (place.help.text, .text)]
        case .participant, .source, .point: scoped(StyledText())
        case .context, .history: place.page.article.map { cited($0) } ?? StyledText()
        }
    }

    /// That what is read is a near copy of others, or was edited; nil where it is neither.
    var copyWords: String? {
        let id = place.reader.articleID
        guard let row = place.browse.list.rows.first(where: { $0.id == id }) else { return nil }
        let words = [
            row.editCount > 0 ? "edited since, F shows what" : "",
            row.copyCount > 0
                ? "near copy \(row.copyNumber) of \(row.copyCount), O lists them" : "",
        ].filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// The article that a page is of, by its outlet and day, and as much of its title as fits.
    private func cited(_ article: ArticleRow) -> StyledText {
        [
            ("\(Wording.outlet(article.outlet)), \(Wording.date(article.published))   ", .quiet),
            (article.heading, Style(.text, isBold: true)),
        ]
    }

    private var articleTitle: StyledText {
        [(place.reader.analyzed?.article.heading ?? "", Style(.text, isBold: true))]
    }

    /// The title of what is read, that it is a near copy of others, and which list it is of; or
    /// what is looked for in it, and the title behind that where there is room.
    private func drawTitle(into canvas: inout Canvas, in area: Rect) {
        let left = screenSentence
        let room = area.columns - left.columns - 4
        var right = copyWords.map { StyledText($0, Style(.machine)) } ?? StyledText()
        if place.reader.searchWords != nil {
            right = StyledText(articleTitle.text, .quiet)
            if right.columns > room { right = StyledText() }
        } else {
            let gap = right.isEmpty ? "" : "   "
            right = right + StyledText(gap) + listWords(in: room - right.columns - gap.count)
        }
        let start = canvas.put(right, endingAt: area.columnRange.upperBound, row: area.row)
        let end = right.isEmpty ? area.columnRange.upperBound : start - 1
        canvas.put(
            left, column: area.column, row: area.row,
            in: Rect(column: area.column, row: area.row, columns: end - area.column, rows: 1))
    }

    /// Which of the list the article is that is read, and what narrows the list: as much of that as
    /// so many columns take, which of a narrowed list at least.
    private func listWords(in columns: Int) -> StyledText {
        let list = place.browse.list
        guard list.selected?.id == place.reader.articleID else { return StyledText() }
        let narrowing = place.browse.narrowing
        let number = "\(Wording.number(list.cursor.index + 1)) of \(Wording.number(list.total))"
        let hidden = list.corpusTotal - list.met
        let hiding = hidden > 0 ? ", \(Wording.number(hidden)) hidden" : ""
        let by = hidden > 0 ? " by \(narrowing.words)" : ""
        let forms: [StyledText] =
            narrowing.isEmpty
            ? [StyledText("article \(number)", .quiet), StyledText()]
            : [
                browseQuery + StyledText("article \(number)\(hiding)\(by)", .quiet),
                browseQuery + StyledText("article \(number)\(hiding)", .quiet),
                StyledText("article \(number)\(hiding)\(by)", .quiet),
                StyledText("article \(number)\(hiding)", .quiet),
                StyledText("article \(number)", .quiet), StyledText(number, .quiet),
            ]
        return forms.first { $0.columns <= columns } ?? forms[forms.count - 1]
    }

    private func draw(
        _ prompt: Prompt, into canvas: inout Canvas, row: Int
    ) -> Frame.Position {
        var area = Rect(column: 1, row: row, columns: size.columns - 2, rows: 1)
        let filters = prompt.kind == .search ? filterWords : StyledText()
        if prompt.kind == .search, place.screen == .browse, !prompt.text.isEmpty {
            drawCounts(into: &canvas, in: &area)
        }
        if prompt.kind == .pattern, let search = place.reader.search {
            let words = search.words(of: place.reader.sentenceCount)
            let end = area.columnRange.upperBound
            let start = canvas.put(StyledText(words, .quiet), endingAt: end, row: row)
            if start > 20 { area.columns = start - 2 - area.column }
        }
        let gap = prompt.kind == .command ? "" : " "
        // What narrows the list besides stays in sight, in the third of a line that is full.
        let free = area.columns - TextWidth.columns(of: prompt.text) - 4
        let beside = Rect(
            column: area.column, row: row,
            columns: min(filters.columns, max(area.columns / 3, free)), rows: 1)
        var start = filters.isEmpty ? 1 : canvas.put(filters, column: 1, row: row, in: beside) + 1
        start = canvas.put(
            prompt.kind.label + gap, column: start, row: row, style: .focus, in: area)
        // A long line is shown from where the cursor still fits.
        let room = max(1, area.columnRange.upperBound - start - 1)
        var (skipped, width) = prompt.start(showingCursorIn: room)
        if skipped > 0, room > 1 {
            (skipped, width) = prompt.start(showingCursorIn: room - 1)
            start = canvas.put("…", column: start, row: row, style: .quiet, in: area)
        }
        let shown = String(String.UnicodeScalarView(prompt.text.unicodeScalars.dropFirst(skipped)))
        let wrong =
            prompt.kind == .search
            ? place.browse.problems.map(\.range) : prompt.problem.map { [$0.range] } ?? []
        let marks = wrong.map { range -> (scalars: Range<Int>, style: Style) in
            let low = max(0, range.lowerBound - skipped)
            let high = max(low, range.upperBound - skipped)
            return (low..<high, Style(.error, isUnderlined: true))
        }
        let words = marks.isEmpty ? StyledText(shown) : StyledText(shown, .text, marks: marks)
        canvas.put(words, column: start, row: row, in: area)
        return Frame.Position(column: min(start + width, size.columns - 1), row: row)
    }

    var browseQuery: StyledText {
        let narrowing = place.browse.narrowing
        guard !narrowing.isEmpty else {
            let list = place.browse.list
            let all = list.isLoaded ? "   all \(Wording.number(list.corpusTotal)) articles" : ""
            return StyledText("No filter" + all, .quiet)
        }
        var text = filterWords
        if !text.isEmpty { text.append("   ") }
        if !narrowing.search.isEmpty {
            text.append("/ ", .focus)
            text.append(narrowing.search + "   ", Style(.text, isBold: true))
        }
        return text
    }

    /// What narrows the list besides a search: "Filter  source:Gull Wire or The Tide actor:Ada Holm
    /// As known on 2 Dec 2025". An article has one source, so that several are alternatives.
    var filterWords: StyledText {
        let narrowing = place.browse.narrowing
        var text = StyledText()
        if !narrowing.filters.isEmpty {
            text.append("Filter ", .quiet)
            let sources = narrowing.filters.filter { $0.field == .source }
            let others = narrowing.filters.filter { $0.field != .source }
            for (index, filter) in (sources + others).enumerated() {
                let isOther = index > 0 && index < sources.count
                text.append(isOther ? " or " : " \(filter.field.rawValue):", .quiet)
                text.append(filter.name, Style(.text, isBold: true))
            }
        }
        // Beside other words the title has it.
        let isAlone = narrowing.filters.isEmpty && narrowing.search.isEmpty
        if let day = narrowing.knownOn, isAlone || prompt != nil {
            text.append(text.isEmpty ? "As known on " : "   As known on ", .quiet)
            text.append(Wording.date(PublicationDate(day: day)), Style(.text, isBold: true))
        }
        return text
    }

    /// "Five articles, one negotiation, 26 November 2025 to about 21 January 2026."
    private var overviewSentence: StyledText {
        guard let overview, overview.articleCount > 0 else { return StyledText() }
        // What narrows it is said in its place.
        if place.overview.list != nil { return StyledText() }
        let long = sentence(of: overview, Wording.longDate, between: " to ")
        if long.columns <= size.columns - 2 { return long }
        return sentence(of: overview, Wording.date, between: " – ")
    }

    private func sentence(
        of overview: Overview, _ date: (PublicationDate?) -> String, between: String
    ) -> StyledText {
        let count =
            "\(Wording.spelled(overview.articleCount)) "
            + (overview.articleCount == 1 ? "article" : "articles")
        var text = count
        if let first = overview.firstPublished, let last = overview.lastPublished {
            text += ", " + date(first) + (first == last ? "" : between + date(last))
        }
        let undated = overview.letters.count { $0.published == nil }
        if undated > 0 {
            let isWhole = undated == overview.articleCount
            text +=
                isWhole
                ? " without a date" : "; \(Wording.spelled(undated).lowercased()) without a date"
        }
        text += "."
        if !clashes.facts.isEmpty { text += " They do not say the same." }
        return StyledText(text)
    }

    private var compareSentence: StyledText {
        let compare = place.compare
        let first = compare.letter(0, letters)
        let folds =
            compare.isFolded && compare.alignment == .sentence
            ? "   folded sentences open with Enter" : ""
        return StyledText(
            "Aligned \(compare.alignment.words)   in the order of \(first)\(folds)", .quiet)
    }
}
