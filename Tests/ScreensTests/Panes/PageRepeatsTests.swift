import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct PageRepeatsTests {
    private static func citation(_ sentence: Int, _ label: String = "") -> PageScreen.Item {
        let article = SampleCorpus.articles[0].article
        let citation = CitedSentence(
            articleID: article.id, outlet: article.outlet, published: article.published,
            kind: article.kind, sentence: sentence, text: article.sentenceText(sentence),
            highlights: [], label: label, rule: "")
        return .citation(citation)
    }

    private static func section(
        _ title: String, _ items: [PageScreen.Item], isRest: Bool = false
    ) -> PageScreen.Section {
        PageScreen.Section(
            title: title, scope: "\(items.count) sentences", items: items, isWide: true,
            isRest: isRest)
    }

    @Test func `what a later heading finds in a sentence is told in one line that leads to it`() {
        let sections = PageScreen.Section.once([
            Self.section("On quotas", [Self.citation(1, "rejects"), Self.citation(2, "demands")]),
            Self.section("Said", [Self.citation(0, "says"), Self.citation(2, "says")]),
        ])
        #expect(sections[0].items.count == 2 && sections[1].items.count == 2)
        guard case .again(let citation, let words) = sections[1].items[1] else {
            return #expect(Bool(false), "\(sections[1].items[1])")
        }
        #expect(citation.sentence == 2 && citation.label == "says")
        #expect(words == "told above, under “On quotas”")
        #expect(sections[1].scope == "2 sentences")
    }

    @Test func `several findings of one heading in one sentence stay as they are`() {
        let section = Self.section(
            "On quotas", [Self.citation(1, "rejects"), Self.citation(1, "open")])
        #expect(PageScreen.Section.once([section]) == [section])
    }

    @Test func `a list of sentences leaves out what is told above, but not what it says of one`() {
        let sections = PageScreen.Section.once([
            Self.section(
                "Held by Northland", [Self.citation(0, "rejects"), Self.citation(1, "open")]),
            Self.section(
                "Who reports it",
                [Self.citation(0, "first report"), Self.citation(1), Self.citation(2)], isRest: true
            ),
        ])
        #expect(sections[1].scope == "3 sentences, 1 above")
        #expect(sections[1].items.count == 2)
        #expect(sections[1].items.last == Self.citation(2))
        guard case .again(let citation, _) = sections[1].items[0] else {
            return #expect(Bool(false), "\(sections[1].items[0])")
        }
        #expect(citation.label == "first report")
    }

    @Test func `a heading that is about something else keeps its sentence as a line`() {
        let sections = PageScreen.Section.once([
            Self.section("Says nothing of: Quotas", [Self.citation(1)]),
            Self.section("Says nothing of: Buoys", [Self.citation(1)]),
        ])
        #expect(sections[1].items.count == 1 && sections[1].scope == "1 sentences")
    }
}
