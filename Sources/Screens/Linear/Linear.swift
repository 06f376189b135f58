// The other renderer: what a state says in lines, for screen readers, dumb terminals and logs.
// Lines are only ever added; none steers a terminal.

/// The lines to say of a state after `before`, the one of which lines were said last; nil before
/// the first. Each is one line without control characters.
///
/// Another screen says its name, facts and what it holds; another selection is one line, with what
/// the screen says of it on the lines that follow. A notice is said whenever there is one, since
/// every key takes it away.
package func linear(_ state: State, after before: State? = nil) -> [String] {
    var lines: [String] = []
    if let message = state.message, state.notice != nil || message != before?.message {
        lines.append(message.text)
    }
    lines += Spoken(state).lines(after: before.map { Spoken($0) })
    if let words = state.tutorialLine, words != before?.tutorialLine {
        lines.append("Tutorial \(words)")
    }
    if state.jump != before?.jump { lines += state.labelLines }
    if lines.isEmpty, state.jump == nil, before?.jump != nil { lines = ["The letters are gone."] }
    return lines.map { state.audible($0) }
}

/// Where one stands, once more: for a key that changed nothing. One that goes somewhere says that
/// there is nothing further that way.
package func linearSelection(_ state: State, unmovedBy key: Key? = nil) -> [String] {
    let spoken = Spoken(state)
    let start = key.map(state.goesSomewhere) == true ? "Nothing further. " : ""
    return [state.audible(start + (spoken.selection ?? spoken.head))]
}

extension State {
    /// Whether the key is for going from one thing to another, where one is now.
    fileprivate func goesSomewhere(_ key: Key) -> Bool {
        guard case .command(let line)? = keymaps[mode]?.lookup([key]) else { return false }
        return Registry.command(line)?.group == .move
    }

    /// The letters that stand at what can be selected, each with what it would select.
    fileprivate var labelLines: [String] {
        guard let jump else { return [] }
        return jump.open.map { target in
            var clicked = self
            clicked.jump = nil
            let press = Key.Mouse(kind: .press, column: target.column, row: target.row)
            _ = clicked.select(at: press)
            return "\(target.label): \(Spoken(clicked).selection ?? "")"
        }
    }

    /// The one gate between what is said and the outside.
    fileprivate func audible(_ line: String) -> String {
        let visible = Sanitiser.visible(line)
        return settings.ascii == .on ? ASCIIFallback.text(for: visible) : visible
    }
}

/// What a screen says: what it is, what it holds, and where one stands.
struct Spoken: Equatable {
    var screen: Screen
    var name: String
    var facts: [String]
    /// What is asked or typed; empty where nothing is.
    var sentence: String
    /// What there is, in lines.
    var contents: [String] = []
    /// Where one stands, in one line.
    var selection: String?
    /// What the screen says of the selection, in lines.
    var details: [String] = []

    init(_ state: State) {
        screen = state.place.screen
        name = state.screenName
        facts = state.screenFacts
        sentence = Spoken.plain(state.screenSentence.text)
        if let prompt = state.prompt {
            add(prompt, state)
        } else {
            addBody(state)
        }
    }

    /// "Timeline, events and who tells of them. 3 of 4 events told of, 2 other days"
    var head: String {
        ([name] + (facts.isEmpty ? [] : [Spoken.list(facts)])).joined(separator: ". ")
    }

    func lines(after before: Spoken?) -> [String] {
        guard let before, before.screen == screen, before.name == name else {
            return ([head, sentence] + contents + [selection ?? ""] + details).filter {
                !$0.isEmpty
            }
        }
        var lines: [String] = []
        if sentence != before.sentence { lines.append(sentence) }
        if contents != before.contents { lines += contents }
        if let selection, selection != before.selection {
            lines += [selection] + details
        } else if details != before.details {
            lines += details.isEmpty ? [selection ?? ""] : details
        }
        return lines.filter { !$0.isEmpty }
    }

    private mutating func addBody(_ state: State) {
        switch screen {
        case .overview: add(state.place.overview, state)
        case .browse: add(state.place.browse, state)
        case .reader: add(state.place.reader, state)
        case .compare: add(state.place.compare, state)
        case .participant, .source, .point, .context, .history: add(state.place.page, state)
        case .matrix: add(state.place.matrix)
        case .timeline: add(state.place.timeline, state)
        case .chains: add(state.place.chains)
        case .drafts: add(state.place.drafts)
        case .proposals: add(state.place.proposals)
        case .help: add(state.place.help, state)
        }
    }
}

// MARK: Words

extension Spoken {
    /// Several things in a row, as one line has them.
    static func list(_ parts: [String]) -> String {
        parts.reduce(into: "") { line, part in
            guard !part.isEmpty else { return }
            line += line.isEmpty ? part : (line.hasSuffix(".") ? " " : "; ") + part
        }
    }

    /// Words that are set apart by blanks on the screen, set apart by a sign.
    static func plain(_ text: String) -> String {
        var parts: [String] = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if word.isEmpty {
                if parts.last?.isEmpty == false { parts.append("") }
            } else {
                let gap = parts[parts.count - 1].isEmpty ? "" : " "
                parts[parts.count - 1] += gap + word
            }
        }
        return list(parts)
    }

    /// "Article 3 of 16".
    static func position(_ noun: String, _ index: Int, of count: Int) -> String {
        "\(noun) \(Wording.number(index + 1)) of \(Wording.number(count))"
    }
}
