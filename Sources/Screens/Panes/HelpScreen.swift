/// Every key, made from the registry and the keys as they are bound now; letters narrow the list.
package struct HelpScreen: Equatable, Sendable {
    /// The mode help was asked in: its commands are marked, and Enter runs one there.
    var origin: Mode = .browse
    package var text = ""
    /// The last key narrowed the list.
    private(set) var isTyping = false
    package var cursor = ListCursor()
    private(set) var height = 1
    /// The marks stand below the keys, since there is no room beside them.
    private var listsMarks = false

    package init() {}

    init(from origin: Mode) {
        self.origin = origin
    }

    enum Row: Equatable {
        case heading(String)
        case entry(name: String, keys: String, summary: String, worksHere: Bool)
        case mark(String, String)
    }

    /// No command is described in more characters.
    private static let longestText = 200

    mutating func type(_ typed: String) {
        let room = max(0, HelpScreen.longestText - text.count)
        text += typed.filter { !$0.isNewline }.prefix(room)
        cursor = ListCursor()
        isTyping = true
    }

    /// Shows what fits other words than before.
    mutating func narrow(to text: String) {
        guard text != self.text else { return }
        self.text = text
        cursor = ListCursor()
        isTyping = true
    }

    mutating func move(_ step: Step, page: Int) {
        isTyping = false
        let count = Registry.all.count + Command.Group.allCases.count + HelpScreen.marks.count + 1
        cursor.move(by: step.rows(page: page, count: count), count: count)
    }

    /// Commands that fit what is typed, by group.
    func rows(_ keymaps: Keymaps) -> [Row] {
        var rows: [Row] = []
        let wanted = text.lowercased()
        for group in Command.Group.allCases {
            let entries = Registry.all.filter { $0.group == group }.compactMap { command in
                let keys = HelpScreen.keys(of: command, keymaps, origin)
                let isWanted =
                    wanted.isEmpty || command.name.contains(wanted)
                    || command.summary.lowercased().contains(wanted)
                    || keys.lowercased().split(separator: " ").contains { $0 == wanted }
                return isWanted
                    ? Row.entry(
                        name: command.name, keys: keys.isEmpty ? ":" + command.name : keys,
                        summary: HelpScreen.summary(of: command, telling: wanted),
                        worksHere: command.modes.contains(origin) || command.modes.isEmpty)
                    : nil
            }
            if !entries.isEmpty { rows += [.heading(group.rawValue)] + entries }
        }
        return rows + ownRows(keymaps, wanted) + (listsMarks ? HelpScreen.markRows(wanted) : [])
    }

    /// What a command does, with its name where that is what fits.
    private static func summary(of command: Command, telling wanted: String) -> String {
        let isNamed = !wanted.isEmpty && command.name.contains(wanted)
        return isNamed && !command.summary.lowercased().contains(wanted)
            ? "\(command.summary) (\(command.name))" : command.summary
    }

    /// How many commands of the registry fit what is typed.
    func fittingCount(_ keymaps: Keymaps) -> Int {
        rows(keymaps).count {
            if case .entry(let name, _, _, _) = $0 { Registry.command(name) != nil } else { false }
        }
    }

    private static func markRows(_ wanted: String) -> [Row] {
        let title = "Marks, without colour"
        let fitting =
            wanted.isEmpty || title.lowercased().contains(wanted)
            ? marks : marks.filter { $0.0 == wanted || $0.1.contains(wanted) }
        return fitting.isEmpty ? [] : [.heading(title)] + fitting.map { .mark($0.0, $0.1) }
    }

    /// Keys that a person bound to a command with something behind it: `play unread`.
    private func ownRows(_ keymaps: Keymaps, _ wanted: String) -> [Row] {
        let entries = (keymaps[origin]?.bindings ?? []).filter { binding in
            binding.command.contains(" ")
                && (wanted.isEmpty || binding.command.lowercased().contains(wanted)
                    || binding.sequence.shown.lowercased() == wanted)
        }.map { binding in
            Row.entry(
                name: binding.command, keys: binding.sequence.shown, summary: binding.command,
                worksHere: true)
        }
        return entries.isEmpty ? [] : [.heading("Your own keys")] + entries
    }

    private static func keys(of command: Command, _ keymaps: Keymaps, _ origin: Mode) -> String {
        let modes = [origin] + Mode.allCases
        for mode in modes where command.modes.contains(mode) {
            let sequences = keymaps[mode]?.sequences(for: command.name) ?? []
            if !sequences.isEmpty { return sequences.map(\.shown).joined(separator: " ") }
        }
        return ""
    }

    mutating func settle(_ layout: ScreenLayout, keymaps: Keymaps) {
        listsMarks = !HelpScreen.hasRoomBeside(layout.body)
        let rows = rows(keymaps)
        cursor.clamp(count: rows.count)
        if rows.indices.contains(cursor.index), case .heading = rows[cursor.index] {
            let isUp = cursor.index < cursor.top + 1 && cursor.index > 0
            cursor.move(by: isUp ? -1 : 1, count: rows.count)
        }
        let columns = HelpScreen.keyColumns(of: layout.body)
        height = columns.reduce(0) { $0 + $1.rows }
        cursor.reveal(height: height, count: rows.count)
        if cursor.index == 1 { cursor.top = 0 }
    }

    func standing(_ keymaps: Keymaps) -> Standing {
        var standing = Standing()
        standing[.row] = cursor.row(selected(keymaps))
        let fits = rows(keymaps).contains { if case .entry = $0 { true } else { false } }
        // Text that nothing fits is none to come back to.
        standing[.pattern] = text.isEmpty || !fits ? nil : text
        return standing
    }

    mutating func stand(on standing: Standing, _ keymaps: Keymaps) {
        text = String((standing[.pattern] ?? "").prefix(HelpScreen.longestText))
        guard let row = standing[.row] else { return }
        let ids = rows(keymaps).map { row in
            if case .entry(let name, _, _, _) = row { name } else { "" }
        }
        cursor.stand(on: row, among: ids)
    }

    func selected(_ keymaps: Keymaps) -> String? {
        guard case .entry(let name, _, _, _)? = rows(keymaps)[safe: cursor.index] else {
            return nil
        }
        return name
    }

    /// What the marks mean, without colour.
    static let marks: [(String, String)] = [
        ("=", "say the same"), ("≈", "overlap"), ("≠", "differ"), ("‹ ›", "only one says it"),
        ("·", "nothing found of it"), ("◦", "found by rule, not yet checked"),
        ("●", "from the dossier, or confirmed"), ("○", "rejected by a person"),
        ("∅", "nobody is named"),
        ("~", "about, or less certain"), ("§8", "sentence 8 of the article"),
        ("▸", "the row you are on"), ("▌", "the sentence you are on"), ("◉", "a filter that is on"),
        ("…", "cut here; Enter shows it whole"),
        ("?·MR·", "articles, oldest first"),
        ("•", "not read yet"), ("✓", "picked; * marks an article"),
    ]

    /// What a mark means.
    static func words(of mark: String) -> String {
        marks.first { $0.0 == mark }?.1 ?? mark
    }
}

extension State {
    /// Runs the chosen command on the screen that help was asked from.
    mutating func runFromHelp() -> [Effect] {
        let words = (place.help.selected(keymaps) ?? "").split(separator: " ").map(String.init)
        guard let name = words.first, let command = Registry.command(name) else { return [] }
        if let before = past.last {
            trail.takeBack()
            place = before
            place.comeBack()
        }
        guard command.modes.contains(mode) || command.modes.isEmpty else {
            notice = Notice("`\(name)` works on other screens.")
            return []
        }
        if words.count == 1, !command.arguments.filter({ !$0.isOptional }).isEmpty {
            let effects = openPrompt(.command)
            prompt?.replace(with: name + " ")
            suggest()
            return effects
        }
        return run(name, Array(words.dropFirst()))
    }
}
