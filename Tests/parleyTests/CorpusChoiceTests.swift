import Testing

@testable import parley

@Suite struct CorpusChoiceTests {
    @Test(
        arguments: [
            (nil, nil, "/archive.sqlite"), ("ukraine-2025", nil, "/archive.sqlite"),
            ("iran-2015", nil, "/iran-2015.sqlite"), ("talks.toml", nil, "/archive.sqlite"),
            ("iran-2015", "other.sqlite", "other.sqlite"),
        ] as [(String?, String?, String)])
    func `a further bundled dossier has an archive of its own`(
        dossier: String?, archive: String?, path: String
    ) {
        let choice = CorpusChoice(archive: archive, dossier: dossier)
        #expect(choice.archivePath.hasSuffix(path))
    }
}
