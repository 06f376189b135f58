import Analysis
import Intake
import Queries

// The last two lines: what the marks mean or what was said last, and which keys there are.

extension State {
    /// What the marks mean, or what was said last, or how far long work is.
    func drawLegend(into canvas: inout Canvas, _ layout: ScreenLayout) {
        guard let row = layout.legendRow else { return }
        if let message {
            let area = Rect(column: 1, row: row, columns: size.columns - 2, rows: 1)
            canvas.put(longMessage?.first ?? message, column: 1, row: row, in: area)
            return
        }
        if let rest = tutorialLines[safe: 1] {
            canvas.put(rest, column: 3, row: row)
            return
        }
        let (left, right) = legend
        canvas.drawFoot(layout, left: left, right: right)
    }

    /// The two lines of a message that is too long for one; the second stands in place of the keys.
    private var longMessage: [StyledText]? {
        guard let message, let style = message.runs.first?.style, message.runs.count == 1,
            message.columns > size.columns - 2
        else { return nil }
        return Wrapping.lines(of: message.text, columns: size.columns - 2, atMost: 2)
            .map { StyledText($0.text, style) }
    }

    /// What must be said now, before any legend.
    var message: StyledText? {
        if isShowingKeys, !pending.isEmpty { return whichKeys }
        if let jump {
            return [
                ("Jump: ", .focus), (jump.typed, Style(.text, isBold: true)),
                ("the letters of a row select it, once more they open it; Esc leaves", .quiet),
            ]
        }
        if let notice {
            return StyledText(notice.text, notice.isError ? Style(.error) : .text)
        }
        if let problem = prompt?.problem {
            let words = "\(problem.message)."
            return problem.isUnfinished
                ? StyledText("Not whole yet: \(words)", .text)
                : StyledText("Error: \(words)", Style(.error))
        }
        if prompt?.kind == .search || (prompt == nil && place.screen == .browse),
            let problem = place.browse.problems.first
        {
            return StyledText("Error: \(problem.message) The rest is answered.", Style(.error))
        }
        if let progress {
            return StyledText(progress.words, .quiet)
        }
        if isBusy, waiting == [.clashes] {
            guard place.screen == .overview else { return nil }
            return StyledText("Comparing articles · Ctrl-C stops, keeps what is found", .quiet)
        }
        if isBusy {
            let isBlank = place.screen == .browse || overview == nil
            let isFirst = isBlank && !place.browse.list.isLoaded
            let before = isFirst ? "" : "; what is shown is from before"
            let part = waiting.contains(.articles) ? searched : nil
            let activity = part.map { "\(Wording.share($0)) of the texts read" }
            return StyledText(
                "\(activity ?? "Asking the archive") · Ctrl-C stops\(before)", .quiet)
        }
        return nil
    }

    /// That articles are digests, where there is room to say so.
    private var retold: String {
        guard let overview, overview.digestCount > 0, size.columns >= 120 else { return "" }
        guard overview.digestCount == overview.articleCount else {
            return "\(overview.digestCount) are retellings"
        }
        return size.columns < 150
            ? "All are retellings"
            : "All are retellings; names, figures, dates and quoted words are kept"
    }

    /// The keys that may follow those pressed.
    private var whichKeys: StyledText {
        guard case .prefix(let continuations)? = keymaps[mode]?.lookup(pending) else {
            return StyledText()
        }
        var text: StyledText = [(named(pending.map(\.shown).joined()) + "  ", .focus)]
        for continuation in continuations {
            text.append(named(continuation.key.shown), .focus)
            text.append(" \(continuation.command ?? "…")  ", .quiet)
        }
        return text
    }

    /// How many lines of a page stand below what is shown of it.
    private var pageRest: StyledText {
        let rest = place.page.hiddenLines(in: screenLayout.body)
        return StyledText(rest > 0 ? "… \(Wording.counted(rest, "more line"))" : "", .quiet)
    }

    /// Where in the list one is, and before it the days of what was searched for where they stand
    /// on this line.
    private func browseLegend(_ position: String, beside left: String) -> StyledText {
        let isSearched = prompt?.text.isEmpty == false || !place.browse.narrowing.isEmpty
        let room = size.columns - TextWidth.columns(of: left + position) - 8
        guard isSearched, timeBesideQuery == nil, let bars = timeBars(in: room) else {
            return StyledText(position, .quiet)
        }
        return bars + StyledText("   " + position, .quiet)
    }

    private var legend: (left: StyledText, right: StyledText) {
        let strip = letters.map(\.letter).joined()
        let hasUndated = letters.contains { $0.published == nil }
        let order = "oldest first" + (hasUndated ? ", undated last" : "")
        let stripWords =
            size.columns >= 100
            ? "Strip \(strip): one letter an article, \(order) · none found  blank filtered out"
            : "Strip \(strip): articles, \(order); · none found"
        if let prompt, prompt.kind != .search {
            let cut = prompt.cutDetail(self, in: screenLayout.body)
            return (
                cut.map { StyledText($0) } ?? StyledText(prompt.kind.legend, .quiet), StyledText()
            )
        }
        switch place.screen {
        case .browse:
            let place = place.browse.list.position
            if self.place.browse.isEmptyResult {
                let words =
                    isCorpusEmpty ? "" : "Esc takes the search away, u brings it back"
                return (StyledText(words, .quiet), StyledText())
            }
            if !chosen.isEmpty {
                return (StyledText(pickedLegend, .quiet), StyledText(place, .quiet))
            }
            let left = strip.isEmpty ? "Bars and counts: articles of the result" : stripWords
            return (StyledText(left, .quiet), browseLegend(place, beside: left))
        case .overview:
            return (
                StyledText(
                    (letters.isEmpty ? "" : "· says nothing of it   ")
                        + "A clash says that texts differ, not who is right.", .quiet),
                StyledText(retold, .quiet)
            )
        case .reader:
            return (
                [
                    ("◦", Style(.machine)), (" by rule  ", .quiet),
                    ("●", Style(.confirmed)), (" accepted  ", .quiet),
                    ("○", .quiet), (" rejected  ", .quiet),
                    ("≠", Style(.differs)), (" another differs  ", .quiet),
                    ("underlined", Style(.quiet, isUnderlined: true)), (": evidence", .quiet),
                ], StyledText()
            )
        case .compare:
            let marks: StyledText = [
                ("=", Style(.same)), (" \(Comparison.Row.Kind.same.words)  ", .quiet),
                ("≈", Style(.overlap)), (" \(Comparison.Row.Kind.overlap.words)  ", .quiet),
                ("≠", Style(.differs)), (" \(Comparison.Row.Kind.differs.words)  ", .quiet),
                ("‹ ›", Style(.only)), (" \(Comparison.Row.Kind.only.words)", .quiet),
            ]
            let rows = place.compare.blocks.count
            return (
                marks,
                StyledText(
                    rows == 0
                        ? "◦ by rule"
                        : "◦ by rule   row \(place.compare.cursor.index + 1) of \(rows)",
                    .quiet)
            )
        case .context:
            return (
                [("◦", Style(.machine)), (" found by rule, not yet checked", .quiet)], pageRest
            )
        case .history:
            return (
                [
                    ("±", Style(.differs)), (" edited  ", .quiet),
                    ("●", Style(.confirmed)), (" the text that is held now", .quiet),
                ], pageRest
            )
        case .participant, .source, .point:
            return (
                [
                    ("●", Style(.confirmed)), (" from the dossier  ", .quiet),
                    ("◦", Style(.machine)), (" found by rule, not yet checked", .quiet),
                ], pageRest
            )
        case .matrix: return place.matrix.legend
        case .timeline: return place.timeline.legend(size.columns)
        case .chains: return place.chains.legend
        case .drafts: return place.drafts.legend
        case .proposals: return (place.proposals.legend, place.proposals.position)
        case .help:
            if let summary = place.help.cutSummary(self, in: screenLayout.body) {
                return (StyledText(summary), StyledText())
            }
            return (
                StyledText(place.help.below(self, in: screenLayout.body), .quiet),
                StyledText("every key can be bound anew", .quiet)
            )
        }
    }

    // MARK: Keys

    func drawKeys(into canvas: inout Canvas, _ layout: ScreenLayout) {
        if let line = lineInsteadOfKeys(layout) {
            let area = Rect(column: 1, row: layout.hintsRow, columns: size.columns - 1, rows: 1)
            canvas.put(line, column: 1, row: layout.hintsRow, in: area)
            return
        }
        let (hints, last) = Hints.of(self)
        canvas.drawHints(hints, last: last, row: layout.hintsRow)
    }

    /// What stands where the keys do: what is said on a low screen, or the rest of what is long.
    private func lineInsteadOfKeys(_ layout: ScreenLayout) -> StyledText? {
        layout.legendRow == nil ? message ?? tutorialLines.first : longMessage?.last
    }

    /// The command whose hint stands at a cell, or that of the corner that leads to the help.
    func command(at mouse: Key.Mouse) -> String? {
        let layout = screenLayout
        if mouse.row == 0, prompt == nil, place.screen != .help {
            let isHelp = size.columns >= 60 && mouse.column >= size.columns - 8
            return isHelp ? "show-help" : nil
        }
        guard mouse.row == layout.hintsRow, lineInsteadOfKeys(layout) == nil else { return nil }
        let (hints, last) = Hints.of(self)
        return Hint.places(of: hints, last: last, in: size.columns)
            .first { $0.columns.contains(mouse.column) }?.hint.command
    }
}

extension Progress {
    /// "Reading 1,240 of 5,000 · Ctrl-C stops, keeps what is done", or "Reading 1,240, 24 % · …".
    package var words: String {
        let part = share.map { ", " + Wording.share($0) } ?? ""
        let of = total.map { " of \(Wording.number($0))" } ?? part
        return "\(activity) \(Wording.number(done))\(of) · Ctrl-C stops, keeps what is done"
    }

    /// That an import was stopped, and how far it had come.
    package static func stopped(at progress: Progress?) -> String {
        guard let progress, progress.done > 0 else { return "Stopped; what was taken in stays." }
        let all = progress.total.map { " of \(Wording.number($0))" } ?? ""
        return
            "Stopped after reading \(Wording.number(progress.done))\(all); what was taken in stays."
    }
}

extension Comparison.Row.Kind {
    /// What the sign before a row means.
    var words: String {
        switch self {
        case .same: "same"
        case .overlap: "overlaps"
        case .differs: "differs"
        case .only: "only one says it"
        }
    }
}
