import Analysis
import Queries

/// Where the columns of the chains stand, from the left.
private struct ChainColumns {
    let trunk: Range<Int>
    let branch: Range<Int>
    /// Empty where the articles are counted together.
    let other: Range<Int>
    let speaker: Range<Int>
    /// What is passed on; empty where there is no room.
    let words: Range<Int>
    let place: Range<Int>

    /// "─┬─→ "
    private static let treeColumns = 5

    /// Whether an article's outlet and speaker stand in one column, which leaves room for what is
    /// passed on.
    let joinsOutlet: Bool
    /// Whether there is none even so, and lines are short.
    let isNarrow: Bool

    init(_ columns: Int, trunk isOf: ChainsScreen.Trunk, isByArticle: Bool) {
        let isWide = columns >= 100
        joinsOutlet = !isWide && isByArticle && isOf == .article
        isNarrow = joinsOutlet && columns < 60
        let outlet = isWide ? 26 : max(8, columns / 4)
        let article = isWide ? 20 : isNarrow ? 3 : 4
        let first = isOf == .outlet ? outlet : article
        let second = isByArticle && !joinsOutlet ? (isOf == .outlet ? article : outlet) : 0
        trunk = 2..<2 + first
        branch = trunk.upperBound..<trunk.upperBound + (isNarrow ? 3 : ChainColumns.treeColumns)
        other = branch.upperBound..<branch.upperBound + second
        let right = isByArticle ? 6 : 14
        place = max(other.upperBound, columns - right)..<max(other.upperBound, columns)
        let start = other.upperBound + (second > 0 ? 3 : 0)
        let room = max(0, place.lowerBound - start)
        let hasWords = isWide || joinsOutlet && columns >= 70
        let speaking = isWide ? min(34, room * 9 / 20) : hasWords ? room / 2 : room
        speaker = start..<start + speaking
        words = speaker.upperBound..<max(speaker.upperBound, hasWords ? place.lowerBound : 0)
    }
}

extension ChainsScreen {
    /// Why there is no table; nil where there is one.
    var emptyWords: String? {
        guard let chains else { return "Reading the articles …" }
        guard links.isEmpty else { return nil }
        if chains.articleCount == 0 { return EmptyResult.noneFits }
        return chains.links.isEmpty
            ? "These articles give no source for anything."
            : "These articles have everything straight from speakers with a name: o shows it."
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let note = layout.body.inset(left: 2, top: 1, right: 2)
        guard let chains, emptyWords == nil else {
            return canvas.drawNote(emptyWords ?? "", in: note)
        }
        let body = layout.body
        let columns = ChainColumns(body.columns, trunk: trunk, isByArticle: chains.isByArticle)
        drawHeads(into: &canvas, body, columns, chains)
        let height = tableRows(body)
        for offset in 0..<height {
            let index = cursor.top + offset
            guard links.indices.contains(index) else { break }
            let area = Rect(
                column: 0, row: body.row + 1 + offset, columns: body.columns, rows: 1)
            draw(index, into: &canvas, area, columns, chains, isTop: offset == 0)
            if index == cursor.index {
                canvas.put("▸", column: 0, row: area.row, style: .focus, in: area)
                canvas.select(area)
            }
        }
        drawDetail(into: &canvas, layout, chains)
    }

    private func drawHeads(
        into canvas: inout Canvas, _ body: Rect, _ columns: ChainColumns, _ chains: Chains
    ) {
        canvas.drawHeading("", in: body, isFocused: true)
        func head(_ words: String, _ range: Range<Int>) {
            guard range.count > words.count + 2 else { return }
            canvas.put(" \(words) ", column: range.lowerBound - 1, row: body.row, style: .quiet)
        }
        head(trunk == .article ? "Article" : "Cited", columns.trunk)
        head(trunk == .article ? "Cites" : "By", columns.other)
        head("Has it from", columns.speaker)
        head("What", columns.words)
        head(chains.isByArticle ? "§" : "articles", columns.place)
    }

    /// What a link hangs on: an article, or an outlet.
    private func head(_ link: Chains.Link) -> String {
        trunk == .article ? "\(link.column ?? -1)" : link.outlet ?? ""
    }

    private func isSameTrunk(_ index: Int, _ other: Int) -> Bool {
        guard links.indices.contains(index), links.indices.contains(other) else { return false }
        return head(links[index]) == head(links[other])
    }

    private func draw(
        _ index: Int, into canvas: inout Canvas, _ line: Rect, _ columns: ChainColumns,
        _ chains: Chains, isTop: Bool
    ) {
        func put(_ text: StyledText, _ range: Range<Int>) {
            let area = Rect(
                column: range.lowerBound, row: line.row, columns: max(0, range.count - 1), rows: 1)
            canvas.put(text, column: range.lowerBound, row: line.row, in: area)
        }
        let link = links[index]
        let goesOn = isSameTrunk(index, index + 1)
        let isFirst = !isSameTrunk(index, index - 1)
        let article = link.column.map { name(of: chains.columns[$0], in: columns) }
        let outlet = outletName(link)
        if isFirst || isTop { put(trunk == .article ? article ?? [] : outlet, columns.trunk) }
        var tree = isFirst ? (goesOn ? "─┬─→" : "───→") : goesOn ? " ├─→" : " └─→"
        if columns.isNarrow { tree.removeAll { $0 == " " || $0 == "─" } }
        put(StyledText(tree, .rule), columns.branch)
        if !columns.other.isEmpty {
            put(trunk == .article ? outlet + context(link) : article ?? [], columns.other)
            canvas.put("→", column: columns.other.upperBound, row: line.row, style: .rule, in: line)
        }
        let source: StyledText =
            columns.joinsOutlet && link.outlet != nil
            ? outlet + context(link) + StyledText(" → ", .rule) : StyledText()
        put(source + speaker(of: link, isBehindOutlet: !source.isEmpty), columns.speaker)
        if !columns.words.isEmpty { put(StyledText(link.words, .quiet), columns.words) }
        let end = line.columnRange.upperBound - 1
        if chains.isByArticle {
            let place = link.sentences.first.map { Wording.sentence($0.sentence) } ?? ""
            canvas.put(StyledText(place, .quiet), endingAt: end, row: line.row)
        } else {
            let most = links.map(\.articleCount).max() ?? 1
            let bar = Strip.bar(link.articleCount, of: most, cells: 6)
            canvas.put(
                bar, column: columns.place.lowerBound, row: line.row, style: .quiet, in: line)
            canvas.put(StyledText(Wording.number(link.articleCount)), endingAt: end, row: line.row)
        }
    }

    private func name(of column: Matrix.Column, in columns: ChainColumns) -> StyledText {
        let range = trunk == .article ? columns.trunk : columns.other
        let outlet = range.count > 8 ? Wording.shortOutlet(column.outlet) : ""
        return [((column.letter ?? "") + " ", .focus), (outlet, .text)]
    }

    private func outletName(_ link: Chains.Link) -> StyledText {
        link.outlet.map { StyledText(Wording.shortOutlet($0)) } ?? StyledText("(straight)", .quiet)
    }

    /// That the sentence does not name the outlet and goes on from one that does.
    private func context(_ link: Chains.Link) -> StyledText {
        StyledText(link.outletSentence == nil ? "" : ", by context", .quiet)
    }

    /// Names stand under each other, marks before them; behind an outlet right away.
    private func speaker(of link: Chains.Link, isBehindOutlet: Bool) -> StyledText {
        switch link.end {
        case .name: return [(isBehindOutlet ? "" : "  ", .text), (link.speaker ?? "", .text)]
        case .unnamed:
            let words = link.speaker ?? ""
            let told = words.hasPrefix("unnamed ") ? String(words.dropFirst(8)) : words
            return [("∅ ", Style(.unnamed)), (told, Style(.unnamed))]
        case .notGiven:
            return [("– ", .rule), ("no speaker given", .quiet)]
        }
    }

    // MARK: The selected link

    /// What is told of the selected link, and where there is room of those after it and how the
    /// chains of each article end.
    private func drawDetail(into canvas: inout Canvas, _ layout: ScreenLayout, _ chains: Chains) {
        var rect = layout.body.inset(top: 1 + tableRows(layout.body))
        guard rect.rows >= 2, let link = selected else { return }
        let ends = Ends(chains)
        let isRoomy = rect.rows >= 8
        if isRoomy, chains.isByArticle {
            var block = DetailBlock("Ends by article: " + Ends.title)
            block.add([("  ", .quiet)], ends.words, .quiet, lines: 2)
            let rows = block.rowCount(rect.columns)
            canvas.draw(block, in: rect.inset(top: rect.rows - rows))
            rect = rect.inset(bottom: rows)
        }
        var first = block(of: link, chains, choice: choice, lines: rect.rows >= 16 ? 8 : 4)
        if !isRoomy, chains.isByArticle {
            first.add([("  ", .quiet)], Ends.shortTitle + ":  " + ends.words, .quiet, lines: 2)
        }
        let next = isRoomy ? links[(cursor.index + 1)...] : []
        canvas.draw(
            first, then: next.lazy.map { block(of: $0, chains, lines: 3) }, in: rect,
            bottom: rect.rowRange.upperBound)
    }

    /// How many chains of each article end with a name, unnamed or with no speaker.
    private struct Ends {
        static let title = "a name / unnamed / no speaker given"
        static let shortTitle = "a name/unnamed/none"
        let words: String

        init(_ chains: Chains) {
            let ends = chains.columns.indices.map { column in
                let mine = chains.links.filter { $0.column == column }
                let counts = Chains.End.allCases.map { end in "\(mine.count { $0.end == end })" }
                // A no-break space keeps the counts beside their letter.
                return "\(chains.columns[column].letter ?? "?")\u{A0}"
                    + counts.joined(separator: "/")
            }
            words = ends.joined(separator: "   ")
        }
    }

    /// The sentences in which a link stands, from the one before the chosen one on, and how many
    /// rest on the same outlet.
    private func block(
        of link: Chains.Link, _ chains: Chains, choice: Int? = nil, lines: Int
    ) -> DetailBlock {
        let count = link.sentences.count
        let scope = choice.map { "sentence \($0 + 1) of \(count)" } ?? "\(count) sentences"
        var block = DetailBlock(path(of: link, chains), scope: count > 1 ? scope : "")
        let first = max(0, (choice ?? 0) - 1)
        for (index, sentence) in link.sentences.enumerated().dropFirst(first).prefix(4) {
            let letter = chains.columns.first { $0.id == sentence.articleID }?.letter
            let head = letter ?? Wording.shortOutlet(sentence.outlet)
            block.add(sentence, of: head, isChosen: choice.map { $0 == index }, lines: lines)
        }
        if choice != nil, let outlet = link.outlet, let named = link.outletSentence,
            let own = link.sentences.first?.sentence
        {
            let words =
                "\(outlet) is not named in \(Wording.sentence(own)); it is cited last before it, in "
                + "\(Wording.sentence(named))."
            block.add([("◦ ", Style(.machine))], words, .quiet, lines: 2)
        }
        if choice != nil, let outlet = link.outlet, let citing = chains.citing[outlet] {
            let all = chains.articleCount
            let words =
                citing == 1
                ? "No other of these \(Wording.counted(all, "article")) cites \(outlet)."
                : "\(Wording.number(citing)) of these \(Wording.counted(all, "article")) cite \(outlet): "
                    + "one source, not \(Wording.number(citing))."
            block.add([("◦ ", Style(.machine))], words, .quiet, lines: 2)
        }
        return block
    }
    /// "P Pravda.Ru → Axios → unnamed officials"
    func path(of link: Chains.Link, _ chains: Chains) -> String {
        var parts: [String] = []
        if let column = link.column {
            let head = chains.columns[column]
            parts.append((head.letter.map { $0 + " " } ?? "") + Wording.outlet(head.outlet))
        } else {
            parts.append(Wording.counted(link.articleCount, "article"))
        }
        if let outlet = link.outlet {
            parts.append(outlet + (link.outletSentence == nil ? "" : ", by context"))
        }
        parts.append(link.speaker ?? "no speaker given")
        return parts.joined(separator: " → ")
    }

    // MARK: Words

    var facts: [String] {
        guard let chains else { return [] }
        var totals = chains.totals
        if !totals.isEmpty { totals[0] += chains.links.count { $0.isPlain } }
        let counts = totals.map { Wording.number($0) }
        let all = totals.reduce(0, +)
        return [
            "\(Wording.counted(all, "chain")): \(counts[0]) "
                + (totals.first == 1 ? "ends with a name" : "end with a name"),
            "\(counts[1]) unnamed", "\(counts[2]) no speaker given",
        ]
    }

    /// Which articles these are, on which outlet most rest, and what is left out.
    func sentence(_ columns: Int) -> StyledText {
        guard let chains else { return StyledText() }
        var words: [String] = []
        if let most = chains.citing.values.max(), most > 1 {
            var names = chains.citing.filter { $0.value == most }.keys.sorted()
            if names.count > (columns < 100 ? 1 : 2) {
                names = [names[0], Wording.counted(names.count - 1, "other")]
            }
            words.append(
                "cited most: \(names.joined(separator: " and ")), by "
                    + (columns < 100 ? Wording.number(most) : Wording.counted(most, "article")))
        }
        let plain = chains.links.count { $0.isPlain }
        if isFolded, plain > 0 {
            words.append(
                columns < 100
                    ? "o shows \(Wording.number(plain)) straight"
                    : columns < 140
                        ? "o shows \(Wording.number(plain)) straight from a name"
                        : "left out: \(plain) straight from a named speaker, o shows them")
        }
        if chains.leftOut > 0 {
            words.append("left out: \(Wording.counted(chains.leftOut, "rarer chain"))")
        }
        return StyledText(words.joined(separator: "   "), .quiet)
    }

    var legend: (left: StyledText, right: StyledText) {
        let place = links.isEmpty ? "" : "row \(cursor.index + 1) of \(links.count)"
        return (
            [
                ("∅", Style(.unnamed)), (" unnamed  ", .quiet), ("–", .rule),
                (" no speaker given  ", .quiet), ("(straight)", .quiet),
                (" no outlet  ", .quiet), ("◦", Style(.machine)), (" by rule", .quiet),
            ], StyledText(place, .quiet)
        )
    }
}
