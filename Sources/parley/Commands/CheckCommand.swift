import Archive
import ArgumentParser

/// Proves that the archive is whole.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Prove that the archive is whole.",
        discussion: """
            Storage sound, index equal to the articles, every piece of evidence equal to the text \
            it points at. Status 1 when something is not.
            """)

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let archive = try corpus.choice.openArchive()
        let problems = try waiting { try await archive.check() }
        guard problems.isEmpty else {
            throw CommandFailure(problems.map { "\(corpus.choice.archivePath): \($0)" })
        }
        Console.write("\(corpus.choice.archivePath): whole.")
    }
}
