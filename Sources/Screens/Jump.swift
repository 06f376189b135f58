// Jump labels, as leap, avy and Vimium have them: a key puts letters at everything that a click
// would select, and typing them is the click.

/// Letters at what can be selected, while they are being typed.
package struct Jump: Equatable, Sendable {
    struct Target: Equatable, Sendable {
        var label: String
        /// The cell that is clicked, and where the label stands.
        var column: Int
        var row: Int
    }

    var targets: [Target]
    var typed = ""

    /// Targets whose labels begin as typed.
    var open: [Target] { targets.filter { $0.label.hasPrefix(typed) } }

    /// Those under the fingers first.
    private static let letters = Array("asdfjklghqwertyuiopzxcvbnm")

    /// So many labels, the short ones first; none begins with another. Above 676 the rest have none.
    static func labels(_ count: Int) -> [String] {
        let size = letters.count
        let prefixes = min(size, max(0, (count - size + size - 2) / (size - 1)))
        var labels = letters.dropLast(prefixes).map { String($0) }
        for prefix in letters.suffix(prefixes) {
            labels += letters.map { String([prefix, $0]) }
        }
        return Array(labels.prefix(max(0, count)))
    }
}

extension Registry {
    static let jumpCommands: [Command] = [
        Command(
            "jump", "Show letters at what can be selected; typing goes there",
            hint: "jump", group: .move, keys: [";"]
        ) { state, _ in
            state.startJump()
            return []
        }
    ]
}

extension State {
    /// Puts letters at everything that a click would select.
    mutating func startJump() {
        let targets = jumpTargets
        guard !targets.isEmpty else {
            notice = Notice("Nothing here can be selected.")
            return
        }
        jump = Jump(targets: targets)
    }

    /// A letter of a label; anything else leaves, and does what it does.
    mutating func type(inJump key: Key) -> [Effect] {
        guard var jump else { return [] }
        self.jump = nil
        switch key {
        case .escape, .control("c"), .control("g"): return []
        case .backspace:
            jump.typed = String(jump.typed.dropLast())
            self.jump = jump
            return []
        case .character(let letter):
            jump.typed.append(contentsOf: letter.lowercased())
            guard let first = jump.open.first else {
                notice = Notice("Nothing has the letters \(jump.typed).")
                return []
            }
            if first.label == jump.typed {
                let (column, row) = (first.column, first.row)
                return click(.init(kind: .press, column: column, row: row))
                    + click(.init(kind: .release, column: column, row: row))
            }
            self.jump = jump
            return []
        default: return press(key)
        }
    }

    /// What has changed under the letters is given letters anew.
    mutating func settleJump() {
        guard var jump else { return }
        let targets = jumpTargets
        guard targets != jump.targets else { return }
        jump.targets = targets
        self.jump = jump.open.isEmpty ? nil : jump
    }

    /// The first line of all that a click selects, in the order in which short labels are dealt.
    private var jumpTargets: [Jump.Target] {
        var cells: [(column: Int, row: Int)] = []
        for area in jumpAreas {
            var before: [Int]?
            for row in area.rowRange {
                var clicked = self
                clicked.jump = nil
                let press = Key.Mouse(kind: .press, column: area.column, row: row)
                guard clicked.select(at: press) != .outside, clicked.selection != before else {
                    continue
                }
                before = clicked.selection
                cells.append((area.column, row))
            }
        }
        return zip(Jump.labels(cells.count), cells).map {
            Jump.Target(label: $0, column: $1.column, row: $1.row)
        }
    }

    /// Parts of the screen with rows, the likeliest first.
    private var jumpAreas: [Rect] {
        let layout = screenLayout
        switch place.screen {
        case .browse:
            guard !place.browse.isEmptyResult else { return [] }
            let panes = BrowseLayout(layout, focus: place.browse.focus)
            let order: [PaneName] = [.articles, .sources, .people, .points, .reader]
            return order.compactMap { panes.rect(of: $0)?.inset(top: 1) }
        case .reader:
            return [ReaderScreen.textArea(layout)]
                + [ReaderScreen.asideArea(layout)].compactMap(\.self)
        case .participant, .source, .point, .context, .history:
            return place.page.parts(of: layout.body)
        case .matrix: return [MatrixTable(layout.body, place.matrix).table]
        case .proposals:
            let (list, below) = ProposalsScreen.parts(of: layout.body)
            return [list] + (below.map { [$0] } ?? [])
        case .overview, .compare, .timeline, .chains, .drafts, .help: return [layout.body]
        }
    }

    /// What is selected on the present screen, by numbers.
    private var selection: [Int] {
        let browse = place.browse
        switch place.screen {
        case .overview: return [place.overview.cursor.index]
        case .browse:
            switch browse.focus {
            case .sources: return [1, browse.sources.cursor.index]
            case .people: return [2, browse.people.cursor.index]
            case .points: return [3, browse.points.cursor.index]
            case .articles: return [4, browse.list.cursor.index]
            case .reader: return [5, browse.preview.sentence]
            }
        case .reader:
            guard place.reader.isInAside, let aside = place.reader.aside else {
                return [place.reader.sentence]
            }
            return [place.reader.sentence, aside.section, aside.item]
        case .compare: return [place.compare.cursor.index]
        case .participant, .source, .point, .context, .history:
            return [place.page.section, place.page.item]
        case .matrix: return [place.matrix.row.index]
        case .timeline: return [place.timeline.cursor.index]
        case .chains: return [place.chains.cursor.index]
        case .drafts: return [place.drafts.cursor.index]
        case .proposals:
            let screen = place.proposals
            return screen.isInSentences ? [1, screen.sentence] : [0, screen.cursor.index]
        case .help: return [place.help.cursor.index]
        }
    }

    /// Draws the letters that are still to be typed.
    func drawJump(into canvas: inout Canvas) {
        guard let jump else { return }
        for target in jump.open {
            canvas.put(
                String(target.label.dropFirst(jump.typed.count)), column: target.column,
                row: target.row, style: Style(.evidence, isBold: true))
        }
    }
}
