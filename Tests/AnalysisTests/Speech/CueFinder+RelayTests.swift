import Intake
import Testing

@testable import Analysis

/// Who has it from whom inside one sentence.
struct CueFinderRelayTests {
    private struct Told: Equatable, CustomStringConvertible {
        var speaker: String?
        var via: String?
        var words: String

        init(_ speaker: String?, _ via: String?, _ words: String) {
            self.speaker = speaker
            self.via = via
            self.words = words
        }

        var description: String { "\(speaker ?? "-") | \(via ?? "-") | \(words)" }
    }

    private static let dossier: Dossier = {
        var dossier = Dossier(id: "harbour", title: "Harbour", contentHash: "0")
        var gazette = Outlet(id: "gazette", name: "The Gazette")
        gazette.aliases = [Alias("The Gazette"), Alias("Gazette")]
        var post = Outlet(id: "post", name: "Harbour Post")
        post.aliases = [Alias("Harbour Post"), Alias("Post")]
        dossier.outlets = [gazette, post]
        return dossier
    }()

    private func told(_ sentences: [String]) -> [Told] {
        let article = Sample.article(sentences)
        let reading = Reading(article)
        let cast = NameFinder(dossier: Self.dossier).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: Self.dossier, home: nil)
        return QuoteFinder().findings(in: speech).filter { $0.kind != .scare }.map {
            Told($0.speaker, $0.via, article.text[scalars: $0.range])
        }
    }

    @Test(arguments: [
        (
            "Anna Berg was quoted as saying by the Gazette that the harbour would close.",
            "Anna Berg", "The Gazette"
        ),
        (
            "Anna Berg was quoted by the Gazette as saying that the harbour would close.",
            "Anna Berg", "The Gazette"
        ),
        (
            "The Gazette quoted Anna Berg as saying that the harbour would close.",
            "Anna Berg", "The Gazette"
        ),
        (
            "The Gazette cited a senior port official as saying the harbour would close.",
            "unnamed senior port official", "The Gazette"
        ),
        (
            "On Monday, the port official was quoted as telling the Gazette that the harbour would close.",
            "port official", "The Gazette"
        ),
        (
            "Anna Berg told the Gazette on Monday that the harbour would close.", "Anna Berg",
            "The Gazette"
        ),
        (
            "Anna Berg told the Gazette newspaper that the harbour would close.", "Anna Berg",
            "The Gazette"
        ),
        (
            "Anna Berg was quoted as saying that the harbour would close.", "Anna Berg", nil
        ),
    ])
    func `who is quoted speaks, and the outlet passes it on`(
        text: String, speaker: String, via: String?
    ) {
        #expect(told([text]).map(\.speaker) == [speaker])
        #expect(told([text]).map(\.via) == [via])
        #expect(told([text]).map { $0.words.hasSuffix("the harbour would close") } == [true])
    }

    @Test(arguments: [
        (
            "The Post, citing a leaked memo, reported that the harbour would close.",
            "leaked memo", "Harbour Post", "the harbour would close"
        ),
        (
            "Citing a leaked memo, the Post reported that the harbour would close.",
            "leaked memo", "Harbour Post", "the harbour would close"
        ),
        (
            "The Post reported that the harbour would close, citing two port officials.",
            "two port officials", "Harbour Post", "the harbour would close"
        ),
        (
            "The Post, which cited Anna Berg, said that the harbour would close.",
            "Anna Berg", "Harbour Post", "the harbour would close"
        ),
        (
            "The harbour will close, according to the Post, citing two port officials.",
            "two port officials", "Harbour Post", "The harbour will close"
        ),
    ])
    func `an outlet that cites has it from its source`(
        text: String, speaker: String, via: String, words: String
    ) {
        #expect(told([text]) == [Told(speaker, via, words)])
    }

    @Test(arguments: [
        "The Post cited a senior diplomat.", "The report cited Anna Berg.",
        "The Post cited two people in the town.",
    ])
    func `citing somebody states nothing`(text: String) {
        #expect(told([text]).isEmpty)
    }

    @Test func `a speaker that is no outlet keeps what it says`() {
        #expect(
            told(["The minister, citing a leaked memo, said that the harbour would close."])
                == [Told("minister", nil, "the harbour would close")])
        #expect(
            told(["Anna Berg cited the cold as a reason."]).map(\.words) == ["the cold as a reason"]
        )
    }

    @Test(arguments: [
        ("Anna Berg met the mayor.", "In her words, “the harbour is dead.”", "Anna Berg"),
        ("It rained.", "In the words of Anna Berg, “the harbour is dead.”", "Anna Berg"),
        ("It rained.", "The harbour, in Anna Berg’s words, is “dead.”", "Anna Berg"),
        ("It rained.", "The harbour is, in Anna Berg’s own words, “quite dead.”", "Anna Berg"),
        ("It rained.", "As Anna Berg put it, “the harbour is dead.”", "Anna Berg"),
        ("It rained.", "The harbour, as Anna Berg put it, is “dead.”", "Anna Berg"),
        ("It rained.", "“The harbour is dead,” in the words of Anna Berg.", "Anna Berg"),
    ])
    func `words are whose words they are called`(before: String, text: String, speaker: String) {
        #expect(told([before, text]).last?.speaker == speaker)
    }

    @Test(arguments: [
        "In other words, the harbour is dead.", "The mayor, in a few words, left.",
        "Children told it in their own words at school.",
    ])
    func `other words are nobody's`(text: String) {
        #expect(told([text]).filter { $0.words.contains("harbour") }.isEmpty)
    }

    @Test func `what others have recognised is said by whoever says so`() {
        #expect(
            told([
                "Anna Berg said in an interview that the great powers have recognised “the real border.”"
            ]).filter { $0.words.hasPrefix("the real") }.map(\.speaker) == ["Anna Berg"])
    }
}
