import ArgumentParser
import Foundation

/// The command line described once, by the commands themselves: as a manual page and as Markdown.
struct CommandDescription: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }
        var kind: String
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?

        /// `--archive PATH`, `<file> …`.
        var usage: String {
            let spelled = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
            let value = valueName ?? "value"
            switch kind {
            case "flag": return spelled.joined(separator: ", ")
            case "option": return spelled.joined(separator: ", ") + " <\(value)>"
            default: return "<\(value)>" + (isRepeating ? " …" : "")
            }
        }
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [CommandDescription]?

    private struct Dump: Decodable {
        var command: CommandDescription
    }

    /// Read from the parser's own dump, so that nothing can go undescribed.
    static func ofParley() throws -> CommandDescription {
        try JSONDecoder().decode(Dump.self, from: Data(Parley._dumpHelp().utf8)).command
    }

    var shownArguments: [Argument] {
        (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.longName) }
    }

    var shownSubcommands: [CommandDescription] {
        (subcommands ?? []).filter { $0.commandName != "help" }
    }
}

extension CommandDescription.Argument {
    var longName: String? { names?.first { $0.kind == "long" }?.name }
}

/// `parley.1`, in the man macros that every roff reads.
struct ManualPage {
    let command: CommandDescription
    /// Sections that other registries add, already in man macros: keys, settings.
    let registries: [String]

    var text: String {
        var lines = [
            ".TH PARLEY 1 \"\" \"parley \(Version.current)\" \"User Commands\"",
            ".SH NAME", "parley \\- \(escaped(lowered(command.abstract)))",
            ".SH SYNOPSIS", ".B parley", "[\\fIaddress\\fR]", ".br", ".B parley",
            "\\fIcommand\\fR [\\fIoptions\\fR]",
            ".SH DESCRIPTION", escaped(command.discussion ?? ""), ".SH COMMANDS",
        ]
        for subcommand in command.shownSubcommands { lines += section(subcommand, path: "parley") }
        lines += registries
        lines += [
            ".SH EXIT STATUS",
            "0 all done; 1 something failed, each failure named on standard error;",
            "2 wrong usage; 130 interrupted.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ command: CommandDescription, path: String) -> [String] {
        let name = "\(path) \(command.commandName)"
        let positional = command.shownArguments.filter { $0.kind == "positional" }
        var lines = [".SS \(escaped(([name] + positional.map(\.usage)).joined(separator: " ")))"]
        lines.append(escaped(command.abstract ?? ""))
        if let discussion = command.discussion { lines += [".PP", escaped(discussion)] }
        for argument in command.shownArguments where argument.kind != "positional" {
            lines += [
                ".TP", "\\fB\(escaped(argument.usage))\\fR", escaped(argument.abstract ?? ""),
            ]
        }
        for subcommand in command.shownSubcommands { lines += section(subcommand, path: name) }
        return lines
    }

    /// Backslashes, and the dots and quotes that begin a request.
    private func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\n", with: " ")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }

    private func lowered(_ abstract: String?) -> String {
        guard let abstract, let first = abstract.first else { return "" }
        return first.lowercased() + abstract.dropFirst()
    }
}
