import Analysis
import Testing

@testable import parley

@Suite struct BundledDossierTests {
    @Test func `bundled dossiers are read without a problem`() throws {
        for file in BundledFile.dossiers {
            let (dossier, problems) = DossierReader.read(file.bytes, file: file.name)
            #expect(problems == [])
            #expect("\(dossier.id).toml" == file.name)
            #expect(!dossier.points.isEmpty)
        }
    }

    @Test func `the dossier on Ukraine holds what its drafts say`() throws {
        let file = try #require(BundledFile.dossiers.first { $0.name == "ukraine-2025.toml" })
        let dossier = DossierReader.read(file.bytes, file: file.name).dossier
        for (draft, size) in [("us-28", 28), ("e3-28", 28), ("ua-us-20", 20)] {
            let numbers = dossier.provisions.filter { $0.draft == draft }.map(\.number)
            #expect(numbers == Array(1...size))
        }
        #expect(dossier.provisions.allSatisfy { !$0.points.isEmpty })
        // Each of the 28 is accounted for, and each of the 20.
        let rows = dossier.concordance.filter {
            $0.fromDraft == "us-28" && $0.toDraft == "ua-us-20"
        }
        #expect(Set(rows.compactMap(\.from)) == Set(1...28))
        #expect(Set(rows.compactMap(\.to)) == Set(1...20))
    }

    @Test func `labels of points fit the pane of 26 columns`() throws {
        for file in BundledFile.dossiers {
            let dossier = DossierReader.read(file.bytes, file: file.name).dossier
            let long = dossier.points.filter { $0.name.count > 24 }.map(\.name)
            #expect(long == [])
        }
    }
}
