import ArgumentParser

/// Which archive and which dossier a command works with.
struct CorpusOptions: ParsableArguments {
    @Option(
        help: """
            The archive file. Without it: parley/archive.sqlite in the XDG data folder, or there \
            a file of its own for a further bundled dossier.
            """)
    var archive: String?

    @Option(help: "The dossier: a file, or the id of a bundled one.")
    var dossier: String?

    var choice: CorpusChoice { CorpusChoice(archive: archive, dossier: dossier) }
}
