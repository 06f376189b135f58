/// The settings file: one command a line, as at `:`; `#` begins a comment.
///
///     set theme light
///     bind gg go-to-first
///     unbind X
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
        package var problems: [Problem] = []
    }

    /// Reads a file; never fails, and names every line that is not understood.
    package static func parse(_ text: String) -> Contents {
        var contents = Contents()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let rest = Array(words.dropFirst())
            if let mistake = take(first, rest, into: &contents) {
                contents.problems.append(Problem(line: index + 1, message: mistake))
            }
        }
        return contents
    }

    private static func take(
        _ name: String, _ words: [String], into contents: inout Contents
    ) -> String? {
        switch name {
        case "set":
            guard words.count == 2 else { return "`set` needs a setting and a value." }
            return contents.settings.set(words[0], to: words[1])
        case "add-theme": return contents.settings.addTheme(words)
        case "colour": return contents.settings.colour(words)
        case "bind": return bind(words, in: &contents.keymaps)
        case "unbind": return unbind(words, in: &contents.keymaps)
        default: return "`\(name)` is none of `set`, `bind`, `unbind`, `colour`, `add-theme`."
        }
    }

    /// Binds keys to a command wherever the command works; returns what is wrong, or nil.
    static func bind(_ words: [String], in keymaps: inout Keymaps) -> String? {
        guard words.count == 2 else { return "`bind` needs keys and a command." }
        guard let command = Registry.command(words[1]) else {
            return "`\(words[1])` is no command; docs/commands.md lists them."
        }
        do {
            let sequence = try KeySequence(words[0])
            let modes = command.modes.isEmpty ? Mode.reading : command.modes
            for mode in modes { keymaps[mode]?.bind(sequence, to: command.name) }
            return nil
        } catch {
            return "`\(words[0])`: \(error.message)."
        }
    }

    private static func unbind(_ words: [String], in keymaps: inout Keymaps) -> String? {
        guard words.count == 1 else { return "`unbind` needs keys." }
        do {
            let sequence = try KeySequence(words[0])
            for mode in Mode.allCases { keymaps[mode]?.unbind(sequence) }
            return nil
        } catch {
            return "`\(words[0])`: \(error.message)."
        }
    }

    /// How a theme of one's own is written.
    private static let themeExample = """

        # A theme of one's own begins as another, and is set after it is made.
        # add-theme dusk like dark on #1e1e2e
        # colour dusk focus #89dceb bold
        # colour dusk evidence #11111b on #f9e2af

        """

    /// A complete file with every default, commented out, and what it means.
    package static var defaults: String {
        var text = """
            # Settings of parley. One command a line, as after `:`; `#` begins a comment.
            # Every line below is the default: take the `#` away to change it.

            """
        for setting in SettingsRegistry.all {
            text +=
                "\n# \(setting.summary).\n# One of: \(setting.values.joined(separator: ", ")).\n"
            text += "# set \(setting.name) \(setting.defaultValue)\n"
        }
        text += themeExample
        for group in Command.Group.allCases {
            let commands = Registry.all.filter { $0.group == group && !$0.keys.isEmpty }
            guard !commands.isEmpty else { continue }
            text += "\n# \(group.rawValue)\n"
            for command in commands {
                for keys in command.keys {
                    text += "# bind \(keys) \(command.name)\n"
                }
            }
        }
        return text
    }
}
