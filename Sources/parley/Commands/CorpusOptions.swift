import Analysis
import ArgumentParser
import Foundation

/// Which archive and which dossier a command works with.
struct CorpusOptions: ParsableArguments {
    @Option(help: "The archive file. Without it: parley/archive.sqlite in the XDG data folder.")
    var archive: String?

    @Option(help: "The dossier: a file, or the id of a bundled one.")
    var dossier: String?
}
