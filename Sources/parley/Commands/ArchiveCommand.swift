import Analysis
import Archive
import ArgumentParser

/// The archive itself.
struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Change the archive itself.",
        subcommands: [UseDossier.self])

    struct UseDossier: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use-dossier",
            abstract: "Switch to another dossier and find everything anew.",
            discussion: "What a person added or judged is kept.")

        @Argument(help: "A dossier file, or the id of a bundled one.")
        var dossier: String

        @Option(help: "The archive file.")
        var archive: String?

        func run() throws {
            let path = CorpusChoice(archive: archive).archivePath
            let chosen = try DossierShelf.dossier(named: dossier)
            let own = try OwnDossierFile(of: chosen).map { file in
                OwnDossier.read(try file.read(), over: chosen, file: file.path).dossier
            }
            let meter = ProgressMeter()
            try waiting {
                let archive = try Archive(path: path, dossier: nil)
                try await archive.switchDossier(to: chosen, own: own) { done, all in
                    meter.show("Reading \(done) of \(all) articles anew")
                }
            }
            meter.end()
            Console.write("\(path): read anew against “\(chosen.title)”.")
        }
    }
}
