import Intake
import Testing

@testable import Analysis

struct DraftFinderTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "d", title: "d", contentHash: "0")
        func draft(_ id: String, _ size: Int, _ day: String, kind: String = "proposal") -> Draft {
            var draft = Draft(id: id, title: "Draft \(id)")
            draft.size = size
            draft.date = PublicationDate(edtf: day)
            draft.kind = kind
            return draft
        }
        dossier.drafts = [
            draft("first-21", 21, "2024-03-01"),
            draft("counter-21", 21, "2024-03-05", kind: "counter-proposal"),
            draft("second-17", 17, "2024-03-20"), draft("third-12", 12, "2024-06-01"),
            draft("fourth-12", 12, "2024-06-20"), draft("sketch-4", 4, "2024-07-01"),
            draft("note-4", 4, "2024-07-02"),
        ]
        dossier.drafts[4].aliases = [Alias("12-point plan", isWeak: true)]
        dossier.drafts[6].aliases = [Alias("47 pages")]
        dossier.drafts[2].aliases = [Alias("Harbour text")]
        dossier.drafts[1].aliases = [Alias("European counter-proposal")]
        return dossier
    }()

    private func drafts(_ text: [String], published: String? = "2024-04-01") -> [String] {
        var article = Sample.article(text)
        article.published = published.flatMap { PublicationDate(edtf: $0) }
        let reading = Reading(article)
        let cast = Cast(mentions: [], newcomers: [], tokenCount: reading.tokens.count)
        let drafts = DraftFinder(dossier: Self.dossier).drafts(in: reading, cast: cast)
        return drafts.ofSentence.map { $0.map { Self.dossier.drafts[$0].id } ?? "-" }
    }

    @Test(arguments: [
        ("The 21-point plan is long.", "first-21"),
        ("The 21\u{2011}point plan is long.", "first-21"),
        ("It ran to twenty-one points.", "first-21"), ("There were seventeen points.", "second-17"),
        ("The European 21-point text is long.", "counter-21"),
        ("Twenty people read it.", "-"), ("A 99-point plan came.", "-"),
        ("The Harbour text is short.", "second-17"),
        ("The initial draft was long.", "first-21"),
        ("The revised proposal is short.", "second-17"),
        ("A revised 21-point framework came.", "second-17"),
        ("The initial 21-point draft was long.", "first-21"),
        ("The plan is known.", "-"),
    ])
    func `a draft is meant by its name, its size or its version`(text: String, draft: String) {
        #expect(drafts([text]) == [draft])
    }

    @Test func `a version is one that the article can know`() {
        #expect(drafts(["The revised proposal is short."], published: "2024-06-03") == ["third-12"])
        #expect(drafts(["The revised proposal is short."], published: "2024-03-02") == ["-"])
        #expect(drafts(["The revised proposal is short."], published: nil) == ["-"])
    }

    @Test func `without a date the draft is meant that goes by its number`() {
        #expect(drafts(["The 12 points are few."], published: nil) == ["fourth-12"])
        #expect(drafts(["The 21 points are many."], published: nil) == ["first-21"])
        #expect(drafts(["The 4 points are few."], published: nil) == ["sketch-4"])
        #expect(drafts(["The 12 points are few."], published: "2024-06-10") == ["third-12"])
    }

    @Test func `it and the plan carry the draft on`() {
        let text = [
            "The 21-point plan came.", "It would ban trade.", "Many read the plan.", "Rain fell.",
        ]
        #expect(drafts(text) == ["first-21", "first-21", "first-21", "-"])
        #expect(
            drafts(["The 21-point plan came.", "The plan shrank to around 15 points."])
                == ["first-21", "-"])
        #expect(
            drafts(["The 21-point plan came.", "It is clear that rain fell."]) == ["first-21", "-"])
        #expect(
            drafts(["The 21-point plan came.", "It was the sixth time that they met."])
                == ["first-21", "-"])
    }
}
