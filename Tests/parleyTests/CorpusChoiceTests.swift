import Foundation
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

    @Test func `an archive in a folder that is not there is a slip`() {
        let folder = URL.temporaryDirectory.appending(path: "none-\(UUID().uuidString)").path
        let choice = CorpusChoice(archive: folder + "/a.sqlite", dossier: nil)
        let failure = #expect(throws: CommandFailure.self) {
            try choice.openArchive(fillsNew: true)
        }
        #expect(failure?.messages.first?.contains("there is no folder \(folder)") == true)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
