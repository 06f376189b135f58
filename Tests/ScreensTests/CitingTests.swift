import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

/// `y` copies what is selected with outlet, title, date, sentence and address, on every screen.
@Suite struct CitingTests {
    private static let quota =
        "(The Tide, “Quota divides the harbour talks”, 2 Mar 2031, sentence"
    private static let herald =
        "(Southland Herald, “Lind returns with nine points and no signature”, ~4 Mar 2031, sentence"

    /// The sample, its second article with an address.
    private static func archive(_ archive: MemoryArchive = SampleCorpus.archive) -> MemoryArchive {
        var articles = archive.articles
        articles[1].article.url = "https://tide.example/quota"
        var copy = MemoryArchive(
            dossier: archive.dossier, articles: articles, compare: archive.compare)
        copy.disagreements = archive.disagreements
        return copy
    }

    private func copied(_ keys: String, _ archive: MemoryArchive = archive()) -> [String] {
        var driver = Driver(archive)
        driver.press(keys)
        let copies = driver.effects.compactMap { effect -> String? in
            if case .copy(let text) = effect { return text }
            return nil
        }
        return copies.last.map { $0.split(separator: "\n").map(String.init) } ?? []
    }

    @Test(arguments: [
        // The reader, the list's preview.
        ("jj<Enter>jy", "The draft names 40,000 tonnes, twice what Northland wanted at first.", 2),
        ("jjy", "The fishing quota divides Northland and Southland.", 1),
        // The page of a person, at the first thing she said.
        ("2<Enter>y", "“We will not sign this,” Ada Holm said.", 3),
        // The matrix, points by article: fees, the second article.
        ("MGly", "Pilot fees are settled, her office added.", 4),
    ])
    func `one sentence is copied whole`(keys: String, words: String, number: Int) {
        #expect(
            copied(keys) == ["\(words) \(Self.quota) \(number), https://tide.example/quota)"])
    }

    @Test func `of a cell of the matrix all sentences are copied`() {
        let place = "(outlet not stated, “Envoys meet on the breakwater”, 1 Mar 2031, sentence"
        #expect(
            copied("My") == [
                "They spoke of the fishing quota for two hours. \(place) 2)",
                "Northland offers a quota of 30,000 tonnes, Gull Wire reports. \(place) 3)",
            ])
    }

    @Test func `an empty cell has nothing to copy`() {
        #expect(copied("MGy").isEmpty)
    }

    @Test func `of a row of a comparison every column is copied`() {
        let lines = copied("jj<Space>k<Space>cy")
        #expect(lines.contains { $0.contains(Self.quota) })
        #expect(lines.contains { $0.contains(Self.herald) })
    }

    @Test func `of a clash what every article says is copied`() {
        let lines = copied("Xy")
        #expect(lines.count > 1)
        #expect(lines.contains { $0.contains(Self.quota) })
    }

    @Test func `chains, timeline and drafts copy the sentence that is shown`() {
        #expect(copied("Cy", SampleCorpus.sourced).first?.contains(", sentence ") == true)
        #expect(copied("Tgy", SampleCorpus.dated).first?.contains(", sentence ") == true)
        #expect(copied("Dy", SampleCorpus.twoDrafts).first?.contains(", sentence ") == true)
    }

    @Test func `an article in a page's list is cited by its title`() {
        #expect(
            copied("1jj<Enter>y") == [
                "“Lind returns with nine points and no signature” (Southland Herald, ~4 Mar 2031)"
            ])
    }

    @Test func `what is picked is cited with its address`() {
        #expect(
            copied("jjvy") == [
                "“Quota divides the harbour talks” (The Tide, 2 Mar 2031, https://tide.example/quota)"
            ])
    }
}
