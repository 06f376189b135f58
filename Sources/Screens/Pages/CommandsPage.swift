/// The registry as Markdown, for `docs/commands.md`; never edited by hand.
package enum CommandsPage {
    package static var markdown: String {
        var text = """
            # Commands

            Generated from the registry of commands by `parley docs --write`; do not edit.
            Every key can be bound anew in the settings file (`parley config --defaults`), and every
            command runs by name after `:` and in `parley play` scripts.

            In lines (`parley --linear`) a line is typed for each: keys as a settings file has them
            (`j`, `<Enter>`, `/nato<Enter>`), or a command after `:`. An empty line is Enter; a blank counts
            only where letters are typed, and `#` begins a remark. The end of the input leaves.

            """
        for group in Command.Group.allCases {
            let commands = Registry.all.filter { $0.group == group }
            guard !commands.isEmpty else { continue }
            text +=
                "\n## \(group.rawValue)\n\n| keys | command | does | where |\n| --- | --- | --- | --- |\n"
            for command in commands { text += row(command) }
        }
        return text
    }

    private static func row(_ command: Command) -> String {
        let keys = command.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
        let arguments = command.arguments.map { $0.isOptional ? " [\($0.name)]" : " \($0.name)" }
        let name = "`\(command.name)\(arguments.joined())`"
        return "| \(keys) | \(name) | \(command.summary) | \(places(command.modes)) |\n"
    }

    /// Where a command's keys work, in words.
    static func places(_ modes: Set<Mode>) -> String {
        switch modes {
        case []: return "after `:`"
        case Mode.reading: return "every screen"
        case Mode.typing: return "every prompt, help"
        case Set(Mode.allCases): return "everywhere"
        default: break
        }
        return Mode.allCases.filter(modes.contains).map(\.words).joined(separator: ", ")
    }

    /// The registry as a section of the manual page, in roff.
    package static var manual: String {
        var text = ".SH KEYS\n"
        for group in Command.Group.allCases {
            let commands = Registry.all.filter { $0.group == group && !$0.keys.isEmpty }
            guard !commands.isEmpty else { continue }
            text += ".SS \(group.rawValue)\n"
            for command in commands {
                let keys = command.keys.map(roff).joined(separator: ", ")
                text += ".TP\n.B \(keys)\n\(roff(command.summary)).\n"
            }
        }
        return text
    }

    /// Text that roff takes as it stands.
    private static func roff(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}

extension Mode {
    /// What a mode is called in the manual.
    package var words: String {
        switch self {
        case .overview: "overview"
        case .browse: "browse"
        case .reader: "reader"
        case .compare: "compare"
        case .page: "pages"
        case .matrix: "matrix"
        case .timeline: "timeline"
        case .chains: "chains"
        case .drafts: "drafts"
        case .proposals: "proposals"
        case .help: "help"
        case .search: "search"
        case .pattern: "pattern"
        case .commandLine: "command line"
        case .goTo: "go to"
        case .saved: "saved searches"
        case .trail: "trail"
        case .note: "note"
        }
    }
}
