import Analysis
import ArgumentParser
import Intake

/// Dossiers: checking one, drafting one, listing what is bundled.
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "Check, draft or list dossiers.",
        subcommands: [Check.self, New.self, List.self])

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

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose a commented dossier from articles.",
            discussion: """
                Prints it on standard output: people, bodies and outlets the articles name, \
                versions of the plan, and phrases they repeat, each with where it comes from. \
                It is a beginning to correct, not a dossier to trust.
                """)

        @Argument(help: ArgumentHelp("The articles to read.", valueName: "file"))
        var files: [String] = []

        @Option(help: "The dossier's id.")
        var id = "my-dossier"

        @Option(help: "The dossier's title.")
        var title = "My dossier"

        @OptionGroup var document: DocumentOptions

        func run() throws {
            guard !files.isEmpty else {
                throw CommandFailure(
                    "Name the articles to read, or “-” for standard input.", status: 2)
            }
            let analyzer = Analyzer(dossier: .empty)
            var articles: [AnalyzedArticle] = []
            var failures: [String] = []
            DocumentStream(paths: files, statement: document.statement).readAll { result in
                switch result {
                case .success(let article): articles.append(analyzer.analyzed(article))
                case .failure(let error): failures.append(error.description)
                }
            }
            for failure in failures { Console.complain(failure) }
            let proposal = DossierDraft.toml(from: articles, id: id, title: title)
            Console.write(bytes: Array(proposal.utf8))
            if !failures.isEmpty { throw CommandFailure([]) }
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
