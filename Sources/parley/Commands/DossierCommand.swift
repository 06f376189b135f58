import Analysis
import ArgumentParser
import Intake

/// Dossiers: checking one, drafting one, listing what is bundled.
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "Check, draft or list dossiers.",
        subcommands: [Check.self, List.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Name every mistake of a dossier, with file and line.",
            discussion: "Ends with status 1 when there is an error; warnings alone are no failure.")

        @Argument(help: ArgumentHelp("The dossier to check.", valueName: "file"))
        var file: String

        func run() throws {
            let (dossier, problems) = DossierReader.read(
                try DossierShelf.bytes(at: file), file: file)
            Console.write(lines: problems.map(\.description))
            let errors = problems.count { $0.severity == .error }
            guard errors == 0 else {
                let noun = TextPages.counted(errors, "error")
                throw CommandFailure("\(file): \(noun). The sound entries can still be used.")
            }
            Console.write("\(file): sound. \(Self.summary(dossier))")
        }

        /// What the dossier holds, in one line.
        static func summary(_ dossier: Dossier) -> String {
            [
                TextPages.counted(dossier.participants.count, "actor"),
                TextPages.counted(dossier.outlets.count, "outlet"),
                TextPages.counted(dossier.places.count, "place"),
                TextPages.counted(dossier.points.count, "point"),
                TextPages.counted(dossier.drafts.count, "draft"),
                TextPages.counted(dossier.provisions.count, "provision"),
                TextPages.counted(dossier.events.count, "event"),
            ].joined(separator: ", ") + "."
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the bundled dossiers.")

        @Flag(help: "Print one JSON document.")
        var json = false

        func run() throws {
            var table = ListTable(columns: ["id", "title", "file", "holds"])
            for file in BundledFile.dossiers {
                let (dossier, _) = DossierReader.read(file.bytes, file: file.name)
                table.rows.append([
                    .string(dossier.id), .string(dossier.title), .string(file.name),
                    .string(Check.summary(dossier)),
                ])
            }
            if json { Console.write(table.json) } else { Console.write(lines: table.textLines) }
        }
    }
}
