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
///     morning = "/is:unread<Enter>g"
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

    /// Binds keys to a command with its arguments, wherever the command works or in one mode;
    /// returns what is wrong, or nil.
    static func bind(
        _ words: [String], only mode: Mode? = nil, in keymaps: inout Keymaps
    ) -> String? {
        guard words.count >= 2 else { return "`bind` needs keys and a command." }
        guard let command = Registry.command(words[1]) else {
            return "`\(words[1])` is no command; docs/commands.md lists them."
        }
        do {
            let sequence = try KeySequence(words[0])
            let all = command.modes.isEmpty ? Mode.reading : command.modes
            if let mode, !all.contains(mode) {
                return "`\(command.name)` does not work in \(mode.rawValue)."
            }
            let line = words.dropFirst().joined(separator: " ")
            for mode in mode.map({ [$0] }) ?? Array(all) {
                keymaps[mode]?.bind(sequence, to: line)
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

    private mutating func note(_ mistake: String?, at line: Int) {
        if let mistake { contents.problems.append(.init(line: line, message: mistake)) }
    }

    /// Returns what is wrong with a statement, or nil.
    private mutating func take(_ statement: Statement) -> String? {
        let path = statement.path
        switch (path[0], path.count) {
        case ("keys", 2): return bind(path[1], to: statement.value)
        case ("keys", 3):
            guard let mode = Mode(rawValue: path[1]) else {
                let modes = Mode.allCases.map(\.rawValue).joined(separator: ", ")
                return "`\(path[1])` is no place for keys; there are \(modes)."
            }
            return bind(path[2], to: statement.value, only: mode)
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
        _ keys: String, to value: TOMLStatements.Value, only mode: Mode? = nil
    ) -> String? {
        if value == .flag(false) || value == .text("") {
            return ConfigFile.unbind(keys, only: mode, in: &contents.keymaps)
        }
        guard let commands = value.texts else {
            return "`\(keys)` takes a command, or a list of commands."
        }
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            if let mistake = ConfigFile.bind([keys] + words, only: mode, in: &contents.keymaps) {
                return mistake
            }
        }
        return nil
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
            note(contents.settings.colour([name, key] + words), at: statement.line)
        }
    }

    /// A theme that is none of ours begins as another.
    private mutating func make(_ name: String, _ statements: [Statement]) {
        let like = statements.first { $0.path.count == 3 && $0.path[2] == "like" }
        let ground = statements.first { $0.path.count == 3 && $0.path[2] == "ground" }
        if contents.settings.themes.contains(where: { $0.name == name }), like == nil { return }
        guard let line = (like ?? statements.first)?.line else { return }
        guard let other = like?.value.word else {
            return note("`\(name)` needs the theme it is like: like = \"dark\".", at: line)
        }
        let paper = ground?.value.word.map { ["on", $0] } ?? []
        note(contents.settings.addTheme([name, "like", other] + paper), at: line)
    }
}
