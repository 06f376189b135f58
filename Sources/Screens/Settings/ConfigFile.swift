/// The settings file, in TOML: settings, keys, macros and themes of one's own.
///
///     theme = "dusk"
///
///     [keys]
///     gg = "go-to-first"
///     X = ""
///     "<F5>" = "play morning"
///
///     [macros]
///     morning = "/is:unread<Enter><Home>"
///
///     [themes.dusk]
///     like = "dark"
///     focus = "#89dceb bold"
package enum ConfigFile {
    /// A line that could not be taken; the others are.
    package struct Problem: Hashable, Sendable {
        /// From 1.
        package var line: Int
        package var message: String
        /// What the line says is taken all the same.
        package var isRemark = false

        package init(line: Int, message: String, isRemark: Bool = false) {
            self.line = line
            self.message = message
            self.isRemark = isRemark
        }
    }

    /// What a file says, over the defaults.
    package struct Contents: Equatable, Sendable {
        package var settings = Settings()
        package var keymaps = Registry.keymaps
        /// Scripts that are played by name.
        package var macros: [String: Script] = [:]
        /// In the order of lines.
        package var problems: [Problem] = []
    }

    /// Reads a file; never fails, and names every line that is not understood.
    package static func parse(_ text: String) -> Contents {
        var reader = ConfigReader(TOMLStatements(text))
        reader.read()
        reader.contents.problems.sort { $0.line < $1.line }
        return reader.contents
    }

    /// Reads a file as it lies there, which should be UTF-8.
    package static func parse(bytes: [UInt8]) -> Contents {
        var contents = parse(String(decoding: bytes, as: UTF8.self))
        guard String(validating: bytes, as: UTF8.self) == nil else { return contents }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        let message = "This is not UTF-8; save the file in that encoding."
        contents.problems.removeAll { $0.line == line + 1 }
        let place = contents.problems.firstIndex { $0.line > line } ?? contents.problems.count
        contents.problems.insert(.init(line: line + 1, message: message), at: place)
        return contents
    }

    /// What is to be said of a file with these mistakes, the first of them; nil without any. Where
    /// all are remarks, what they are of is taken.
    package static func notice(
        of problems: [String], isKept: Bool = false, areRemarks: Bool = false
    ) -> String? {
        guard let first = problems.first else { return nil }
        let isOnly = problems.count == 1
        let count = isOnly ? "" : " (1 of \(Wording.number(problems.count)))"
        let kind = areRemarks ? "Settings" : "Error"
        return (isKept ? "Settings stay as they were. " : "") + "\(kind)\(count): \(first)"
            + (isOnly ? "" : " `parley config --check` lists all.")
    }

    /// Binds keys to a command with its arguments, wherever the command works or in one mode;
    /// returns what is wrong, or nil. `replaced` hears of each mode's keys that run theirs no more.
    static func bind(
        _ words: [String], only mode: Mode? = nil, in keymaps: inout Keymaps,
        replaced: (Keymap.Conflict) -> Void = { _ in }
    ) -> String? {
        guard words.count >= 2 else { return "`bind` needs keys and a command." }
        guard let command = Registry.command(words[1]) else {
            return Registry.complaint(about: words[1], help: "docs/commands.md lists them.")
        }
        if let mistake = command.mistake(in: Array(words.dropFirst(2))) { return mistake }
        do {
            let sequence = try KeySequence(words[0])
            let all = command.modes.isEmpty ? Mode.reading : command.modes
            if let mode, !all.contains(mode) {
                return "`\(command.name)` does not work in \(mode.rawValue)."
            }
            let line = words.dropFirst().joined(separator: " ")
            for mode in mode.map({ [$0] }) ?? Array(all) {
                keymaps[mode]?.bind(sequence, to: line).forEach(replaced)
            }
            return nil
        } catch {
            return "`\(words[0])`: \(error.message)."
        }
    }

    /// Takes keys away, everywhere or in one mode; returns what is wrong, or nil.
    static func unbind(
        _ keys: String, only mode: Mode? = nil, in keymaps: inout Keymaps
    ) -> String? {
        do {
            let sequence = try KeySequence(keys)
            for mode in mode.map({ [$0] }) ?? Mode.allCases { keymaps[mode]?.unbind(sequence) }
            return nil
        } catch {
            return "`\(keys)`: \(error.message)."
        }
    }
}

/// Takes the statements of a settings file one after the other: themes before what sets them.
private struct ConfigReader {
    private typealias Statement = TOMLStatements.Statement

    var contents = ConfigFile.Contents()
    private let statements: [Statement]
    /// What the file has bound so far, where and in which line.
    private var bound: [(mode: Mode, sequence: KeySequence, line: Int)] = []

    init(_ file: TOMLStatements) {
        statements = file.statements
        contents.problems = file.problems
    }

    mutating func read() {
        readThemes()
        for statement in statements where statement.path.first != "themes" {
            note(take(statement), at: statement.line)
        }
    }

    private mutating func note(_ words: String?, at line: Int, isRemark: Bool = false) {
        guard let words else { return }
        contents.problems.append(.init(line: line, message: words, isRemark: isRemark))
    }

    /// Returns what is wrong with a statement, or nil.
    private mutating func take(_ statement: Statement) -> String? {
        let path = statement.path
        switch (path[0], path.count) {
        case ("keys", 2): return bind(path[1], to: statement)
        case ("keys", 3):
            guard let mode = Mode(rawValue: path[1]) else {
                let modes = Mode.allCases.map(\.rawValue).joined(separator: ", ")
                return "`\(path[1])` is no place for keys; there are \(modes)."
            }
            return bind(path[2], to: statement, only: mode)
        case ("macros", 2):
            guard case .text(let text) = statement.value else {
                return "A macro is a text of keys."
            }
            do throws(Script.Mistake) {
                contents.macros[path[1]] = try Script(text)
                return nil
            } catch {
                return "`\(path[1])`: \(error.message)."
            }
        case (_, 1):
            guard let word = statement.value.word else {
                return "`\(path[0])` takes one value, not a list."
            }
            return contents.settings.set(path[0], to: word)
        default:
            return "`[\(path.dropLast().joined(separator: "."))]` is none of [keys], [macros], "
                + "[themes.NAME]."
        }
    }

    /// An empty text, or false, takes the keys away.
    private mutating func bind(
        _ keys: String, to statement: Statement, only mode: Mode? = nil
    ) -> String? {
        let value = statement.value
        if value == .flag(false) || value == .text("") {
            return ConfigFile.unbind(keys, only: mode, in: &contents.keymaps)
        }
        guard let commands = value.texts, !commands.isEmpty else {
            return "`\(keys)` takes a command, or a list of commands."
        }
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            if let mistake = ConfigFile.bind([keys] + words, only: mode, in: &contents.keymaps) {
                return mistake
            }
            let modes = mode.map { [$0] } ?? Registry.command(words.first ?? "")?.modes ?? []
            let reached = modes.isEmpty ? Mode.reading : modes
            if let mistake = note(keys, in: reached, line: statement.line) { return mistake }
        }
        return nil
    }

    /// Notes what is bound; says which line before it can be reached no more.
    private mutating func note(_ keys: String, in modes: Set<Mode>, line: Int) -> String? {
        guard let sequence = try? KeySequence(keys) else { return nil }
        let hidden = bound.first {
            $0.line != line && modes.contains($0.mode) && Keymap.collide($0.sequence, sequence)
        }
        bound += modes.map { ($0, sequence, line) }
        return hidden.map {
            "`\(keys)` hides `\($0.sequence.notation)` of line \($0.line): no keys may begin with "
                + "others."
        }
    }

    // MARK: Themes

    private mutating func readThemes() {
        let themes = statements.filter { $0.path.first == "themes" }
        var made: Set<String> = []
        for statement in themes {
            guard statement.path.count == 3 else {
                note("A theme is a table: [themes.NAME].", at: statement.line)
                continue
            }
            let name = statement.path[1]
            if made.insert(name).inserted { make(name, themes.filter { $0.path[1] == name }) }
            let key = statement.path[2]
            if key == "like" || key == "ground" { continue }
            let words = (statement.value.word ?? "").split(separator: " ").map(String.init)
            let before = contents.settings
            let remark = contents.settings.colour([name, key] + words)
            note(remark, at: statement.line, isRemark: contents.settings != before)
        }
    }

    /// A theme that is none of ours begins as another.
    private mutating func make(_ name: String, _ statements: [Statement]) {
        let like = statements.first { $0.path.count == 3 && $0.path[2] == "like" }
        let ground = statements.first { $0.path.count == 3 && $0.path[2] == "ground" }
        if contents.settings.themes.contains(where: { $0.name == name }), like == nil {
            guard let ground else { return }
            return note(
                "`\(name)` is ours and keeps its ground; a theme of yours, like = \"\(name)\", may "
                    + "have another.", at: ground.line)
        }
        guard let line = (like ?? statements.first)?.line else { return }
        guard let other = like?.value.word else {
            return note("`\(name)` needs the theme it is like: like = \"dark\".", at: line)
        }
        let paper = ground?.value.word.map { ["on", $0] } ?? []
        note(contents.settings.addTheme([name, "like", other] + paper), at: line)
        guard let ground else { return }
        let coloured = statements.compactMap { $0.path.count == 3 ? $0.path[2] : nil }
        let hard = contents.settings.hardToRead(in: name).filter { !coloured.contains($0.name) }
        guard !hard.isEmpty else { return }
        let names = hard.map { "`\($0.name)`" }.joined(separator: ", ")
        note(
            "On this ground \(names) cannot be read well; give them colours of their own.",
            at: ground.line, isRemark: true)
    }
}
