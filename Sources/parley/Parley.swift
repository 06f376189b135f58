import ArgumentParser
import Glibc

// The front door: reads arguments, opens what they name, starts the browser or prints. The only
// room that sees all others and the only one that starts background work.

@main
struct Parley: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Browse, search and compare articles about a negotiation.",
        discussion: """
            Without a command it opens the browser; with no archive yet it fills one from the \
            bundled corpus first. Where standard output is no terminal it prints what the screen \
            would show.
            """,
        version: Version.current,
        subcommands: [
            TutorialCommand.self, ImportCommand.self, FetchCommand.self, WatchCommand.self,
            RemoveCommand.self, ExtractCommand.self, AnalyzeCommand.self, SearchCommand.self,
            CompareCommand.self, ListCommand.self, ShowCommand.self, ExportCommand.self,
            DossierCommand.self, ArchiveCommand.self, CheckCommand.self, PlayCommand.self,
            TellCommand.self, BrowseCommand.self, ConfigCommand.self, DocsCommand.self,
        ],
        defaultSubcommand: BrowseCommand.self)

    /// Runs the command that the arguments name and ends with the status of the contract: 0 done,
    /// 1 something failed, 2 wrong usage, 130 interrupted.
    static func main() {
        if CommandLine.arguments.dropFirst().elementsEqual(["help", "keys"]) {
            return Console.write(lines: KeyTable.lines)
        }
        do {
            if let opening = plainOpening { return try opening.run() }
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            for message in failure.messages { Console.complain(message) }
            Glibc.exit(failure.status)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code == .success {
                Console.write(message)
                Glibc.exit(0)
            }
            if !message.isEmpty { Console.complain(lines: message) }
            guard code == .validationFailure else { Glibc.exit(code.rawValue) }
            if let dashHint { Console.complain(dashHint) }
            Glibc.exit(2)
        }
    }
}

extension Parley {
    /// What to do about the first word with a dash before it, which may have been taken for options;
    /// nil where there is none.
    fileprivate static var dashHint: String? {
        let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
        let word = words.first {
            $0.hasPrefix("-") && !$0.hasPrefix("--") && !["-", "-h"].contains($0)
        }
        return word.map {
            "  “\($0)” was read as an option; words that begin with a dash stand last, behind --: "
                + "-- \($0)"
        }
    }

    /// How to open the browser where the arguments can mean nothing else: none at all, or an archive
    /// alone. Getting ready to read any arguments would take a fifth of the way to the first screen.
    /// Nil when they are to be read.
    fileprivate static var plainOpening: Opening? {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.count, arguments.first) {
        case (0, _): return Opening()
        case (2, "--archive"): return Opening(choice: CorpusChoice(archive: arguments.last))
        default: return nil
        }
    }
}

enum Version {
    static let current = "0.1.0"
    /// As servers are told.
    static let agent = "parley/\(current)"
}
