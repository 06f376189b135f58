import Analysis
import Intake
import Queries

// Beside the names that can be gone to: what the chosen one leads to.

/// What a name leads to, as far as it had to be asked for.
enum Peek: Equatable, Sendable {
    case page(PageScreen)
    case article(AnalyzedArticle)
}

extension State {
    /// Asks for what the chosen name leads to, where there is room to show it; what was shown stays
    /// until that has come.
    mutating func settlePeek(_ layout: ScreenLayout) -> [Effect] {
        guard let prompt, let area = prompt.parts(of: layout.body).peek else { return [] }
        if case .page(var page)? = prompt.peek {
            page.settle(in: Prompt.peekPage(area), letters: letters)
            self.prompt?.peek = .page(page)
        }
        let target = prompt.suggestions[safe: prompt.choice ?? 0]?.target
        guard target != prompt.peekedAt else { return [] }
        self.prompt?.peekedAt = target
        guard case .entry(let entry)? = target, let question = question(of: entry) else {
            self.prompt?.peek = nil
            waiting.remove(.peek)
            generations[.peek, default: 0] += 1
            return [.cancel(.peek)]
        }
        return [ask(question, for: .peek, priority: .later)]
    }

    private func question(of entry: NamedEntry) -> Question? {
        switch entry.kind {
        case .article: .article(entry.id)
        case .source: .source(entry.id, within: .everything)
        case .participant: .participant(entry.id, within: .everything)
        case .point: .point(entry.id, within: .everything)
        case .draft, .event: nil
        }
    }

    /// Takes in what the chosen name leads to.
    mutating func showPeek(_ answer: Answer) {
        guard let prompt else { return }
        let content: PageScreen.Content? =
            switch answer {
            case .participant(let page): .participant(page)
            case .source(let page): .source(page)
            case .point(let page): .point(page)
            default: nil
            }
        if let content {
            var (_, page) = page(of: content, within: .everything)
            if let area = prompt.parts(of: screenLayout.body).peek {
                page.settle(in: Prompt.peekPage(area), letters: letters)
            }
            self.prompt?.peek = .page(page)
        } else if case .article(let analyzed) = answer {
            self.prompt?.peek = .article(analyzed)
        }
    }
}

extension Prompt {
    /// Below the heading, a line that says what it is and a blank one.
    static func peekPage(_ area: Rect) -> Rect { area.inset(top: 3) }

    /// What the chosen suggestion leads to.
    func drawPeek(into canvas: inout Canvas, in rect: Rect, state: State) {
        let chosen = suggestions[safe: choice ?? 0]
        let inside = rect.inset(left: 1, top: 1, right: 1)
        switch peek {
        case .page(let page)? where isPeekOfEntry:
            drawPeekHeading(page.name(state.labels), into: &canvas, in: rect)
            canvas.put(
                page.facts.joined(separator: " · "), column: inside.column, row: inside.row,
                style: .quiet, in: inside)
            let area = Prompt.peekPage(rect)
            page.draw(into: &canvas, in: [area], state: state, hasKeys: false)
        case .article(let analyzed)? where isPeekOfEntry:
            draw(analyzed.article, into: &canvas, in: rect)
        default:
            drawPeekHeading(chosen?.name ?? "", into: &canvas, in: rect)
            guard let chosen else { return }
            draw(chosen.told(state), into: &canvas, in: inside)
        }
    }

    private func drawPeekHeading(_ title: String, into canvas: inout Canvas, in rect: Rect) {
        let fits = TextWidth.columns(of: title) + 18 <= rect.columns
        canvas.drawHeading(
            title, scope: fits && !title.isEmpty ? "preview" : "", in: rect, isFocused: false)
    }

    /// What is shown was asked for an entry, this one or the one chosen before.
    private var isPeekOfEntry: Bool {
        if case .entry? = suggestions[safe: choice ?? 0]?.target { return true }
        return false
    }

    /// The head of an article, and as much of its text as there is room for.
    private func draw(_ article: Article, into canvas: inout Canvas, in rect: Rect) {
        let inside = rect.inset(left: 1, top: 1, right: 1)
        let source = "\(Wording.outlet(article.outlet)), \(Wording.date(article.published))"
        drawPeekHeading(source, into: &canvas, in: rect)
        let title = StyledText(article.heading, Style(.text, isBold: true))
        var paragraphs = [title, StyledText()]
        for paragraph in article.paragraphs.prefix(inside.rows) {
            paragraphs += [StyledText(article.text[scalars: paragraph]), StyledText()]
        }
        draw(paragraphs, into: &canvas, in: inside)
    }

    /// Paragraphs as far as there is room, a mark before them in its style; a cut ends in `…`.
    private func draw(_ paragraphs: [StyledText], into canvas: inout Canvas, in rect: Rect) {
        var row = rect.row
        for paragraph in paragraphs {
            let style = paragraph.runs.last?.style ?? .text
            let room = rect.rowRange.upperBound - row
            guard room > 0 else { return }
            let first = row
            for line in Wrapping.lines(of: paragraph.text, columns: rect.columns, atMost: room) {
                canvas.put(line.text, column: rect.column, row: row, style: style, in: rect)
                row += 1
            }
            if paragraph.runs.count > 1, let mark = paragraph.runs.first {
                canvas.put(mark.text, column: rect.column, row: first, style: mark.style, in: rect)
            }
        }
    }
}

extension Suggestion {
    /// What can be said of it without asking.
    fileprivate func told(_ state: State) -> [StyledText] {
        switch target {
        case .command(let name):
            guard let command = Registry.command(name) else { return [] }
            return [StyledText(command.summary), StyledText(), StyledText(detail, .quiet)]
        case .search(let query):
            let parts = QueryParser().parse(query).parts
            return [StyledText(query, Style(.text, isBold: true)), StyledText()]
                + parts.map { StyledText($0.explanation) }
        case .step:
            return [
                StyledText(detail), StyledText(),
                StyledText("As it was left: filters, selection and scroll.", .quiet),
            ]
        case .entry(let entry): return entry.told(state.labels)
        case .fact(let id): return state.clashes.facts.first { $0.id == id }?.told ?? []
        case .completion, .term, .argument: return []
        }
    }
}

extension Disagreement {
    /// What differs, and the sentences that say so.
    fileprivate var told: [StyledText] {
        [StyledText("◦ " + explanation, Style(.machine))]
            + tellingValues.flatMap { value -> [StyledText] in
                let source = [
                    Wording.outlet(value.outlet), Wording.date(value.published),
                    Wording.sentence(value.sentence),
                ].joined(separator: ", ")
                return [StyledText(), StyledText(source, .quiet), StyledText(value.sentenceText)]
            }
    }
}

extension NamedEntry {
    /// What the dossier says of a draft or an event.
    fileprivate func told(_ labels: Labels) -> [StyledText] {
        var lines: [String] = []
        switch kind {
        case .draft:
            guard let draft = labels.drafts[id] else { return [] }
            lines = [
                draft.date.map { Wording.date($0) },
                draft.size.map { Wording.counted($0, "point") },
                draft.publicity, draft.summary,
            ].compactMap(\.self)
        case .event:
            guard let event = labels.events[id] else { return [] }
            let place = event.place.map { labels.places[$0] ?? $0 }
            lines = [Wording.span(event.first, event.last), place, event.what, event.note]
                .compactMap(\.self)
        default: return []
        }
        return lines.map { [("● ", Style(.confirmed)), ($0, .text)] }
    }
}
