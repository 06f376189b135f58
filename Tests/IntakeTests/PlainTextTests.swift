import Testing

@testable import Intake

/// What plain text gives: masthead, paragraphs, sections and removed lines.
struct PlainTextTests {
    private let long =
        "The delegations sat in the old customs house until the lamps were lit along the quay."

    @Test func `a title stands above byline and date line, which are read and taken out`() throws {
        let article = try article(
            """
            Envoys Return to the Customs House
            - by Ann Lee and Bo Sun, Staff Writers.
            - Nov 26, 2025
            Credit:
            \(long)
            Nobody would say how far they had come.

            0 Comment(s)
            """)
        #expect(article.title == "Envoys Return to the Customs House")
        #expect(article.authors == ["Ann Lee", "Bo Sun"])
        #expect(article.published?.edtf == "2025-11-26")
        #expect(article.paragraphs.count == 2)
        #expect(
            article.removed.map(\.why) == ["byline", "date line", "credit", "comment counter"])
        #expect(article.sections.isEmpty)
    }

    @Test(arguments: [
        "By 2026", "By Monday the ships will be gone", "By the quay: notes of a pilot",
    ])
    func `a line that begins with by is not always a byline`(line: String) throws {
        let article = try article("\(line)\n\n\(long)", format: .text)
        #expect(article.authors.isEmpty)
    }

    @Test func `a label below the first line shows it is a title`() throws {
        let article = try article(
            """
            Envoys Return to the Customs House

            Summary

            The envoys are back.

            \(long)
            """)
        #expect(article.title == "Envoys Return to the Customs House")
        #expect(article.sections == [Section(text: "Summary", paragraph: 0)])
    }

    @Test func `a lone question in headline capitals is a title`() throws {
        let article = try article("Will the Envoys Ever Come Back?\n\n\(long)\n\n\(long)")
        #expect(article.title == "Will the Envoys Ever Come Back?")
    }

    @Test func `any other question at the beginning is the first sentence`() throws {
        let article = try article("Will the envoys ever come back?\n\n\(long)\n\n\(long)")
        #expect(article.title == nil)
        #expect(article.sections.isEmpty)
        #expect(article.paragraphs.count == 3)
    }

    @Test func `a question above a byline is a title`() throws {
        let article = try article("Will the envoys come back?\nBy Ann Lee\n\n\(long)")
        #expect(article.title == "Will the envoys come back?")
        #expect(article.authors == ["Ann Lee"])
    }

    @Test func `a long first line without a full stop is a standfirst, not a title`() throws {
        let line =
            "Envoys of both towns return to the old customs house after a summer of letters, "
            + "visits and quarrels in the harbour"
        #expect(try article("\(line)\n\n\(long)\n\n\(long)").title == nil)
        let confirmed = try article("\(line.prefix(99))\n\nBy Ann Lee\n\n\(long)")
        #expect(confirmed.title == String(line.prefix(99)))
    }

    @Test(arguments: [
        "The envoys on the quay in May. (Harbour Post photo: Ann Lee)",
        "The envoys on the quay in May (via YouTube)",
        "The envoys on the quay in May (Ann Lee/Harbour Post)",
    ])
    func `a line that ends with a credit is a caption`(line: String) throws {
        let article = try article("\(line)\n\n\(long)\n\n\(long)")
        #expect(article.title == nil)
        #expect(article.removed.map(\.why) == ["caption"])
    }

    @Test(arguments: [
        "The envoys came back on Monday.",
        "Will the envoys ever come back? Nobody knows?",
        "The envoys came back, said the harbour master,",
        "the envoys came back to the customs house",
    ])
    func `a sentence or a piece of one is no title`(first: String) throws {
        let article = try article("\(first)\n\n\(long)\n\n\(long)")
        #expect(article.title == nil)
        #expect(article.outlet == nil)
        #expect(article.published == nil)
    }

    @Test func `a title that is known is not looked for, but taken out where it is repeated`()
        throws
    {
        let document = RawDocument(
            name: "x", bytes: Array("The Envoys’ Return!\n\n\(long)".utf8),
            stated: .init(title: "The envoys' return"))
        let article = try #require(articles(in: document).first).get()
        #expect(article.title == "The envoys' return")
        #expect(article.text.string == long)
    }

    @Test func `short lines above paragraphs are sections`() throws {
        let article = try article(
            """
            \(long)
            What the harbour needs
            \(long)
            Has the mood in the town changed?
            \(long)
            “Fresh wind”
            \(long)
            """)
        #expect(
            article.sections == [
                Section(text: "What the harbour needs", paragraph: 1),
                Section(text: "Has the mood in the town changed?", paragraph: 2),
                Section(text: "“Fresh wind”", paragraph: 3),
            ])
        #expect(article.paragraphs.count == 4)
    }

    @Test(arguments: [
        "He came alone.", "He said:", "and so it went", "Is it over? Nobody knows?", "Apples,",
    ])
    func `a short line that is a sentence or breaks off is no section`(line: String) throws {
        let article = try article("\(long)\n\n\(line)\n\n\(long)")
        #expect(article.sections.isEmpty)
        #expect(article.paragraphs.count == 3)
    }

    @Test func `a last short line is no section`() throws {
        let article = try article("\(long)\n\nThe end of the story")
        #expect(article.sections.isEmpty)
    }

    @Test func `hard wraps are joined by one blank`() throws {
        let article = try article(
            """
            The delegations sat in the old customs house until the lamps were lit along
            the quay, and then they went home without a word to those who had been waiting
            outside.

            Nobody would say how far they had come, though one of them, an old pilot, was
            seen to smile.
             The next day they came back and sat down again in the same chairs at the same
            table.
             What comes next?

            Another round of talks is planned, and the customs house has been booked for it
            until the end of the month.
            """)
        #expect(article.paragraphs.count == 4)
        #expect(article.sections == [Section(text: "What comes next?", paragraph: 3)])
        #expect(article.text.string.contains("along the quay, and then"))
        #expect(article.sentences.count == 4)
    }

    @Test func `a dash at the beginning of a wrapped line is no list item`() throws {
        let article = try article(
            """
            The delegations sat in the old customs house until the lamps were lit along
            - and beyond - the quay, and then they went home without a word to those who
            had been waiting outside:
            - the pilots
            - the harbour master, who had brought his daughter and his dog to the quay in
              spite of the rain
            """)
        #expect(article.paragraphs.count == 3)
    }

    @Test func `one long address does not widen the wraps`() throws {
        let wrapped = Array(
            repeating: "The delegations sat in the old customs house\nuntil the lamps were lit.",
            count: 12
        ).joined(separator: "\n\n")
        let address = "https://example.org/" + String(repeating: "a", count: 90)
        let article = try article("\(wrapped)\n\n\(address)\n\nNobody came.")
        #expect(article.sections.isEmpty)
        #expect(article.paragraphs.count == 14)
    }

    @Test func `one paragraph a line stays one paragraph a line`() throws {
        let article = try article("\(long)\n\(long)\n\(long)\n“\(long)”")
        #expect(article.paragraphs.count == 4)
    }

    @Test func `a caption between a paragraph and a heading goes`() throws {
        let article = try article(
            """
            The delegations sat in the old customs house until the lamps were lit along
            the quay, and then they went home without a word to those who had been waiting
            outside.

            Nobody would say how far they had come, though one of them, an old pilot, was
            seen to smile.
             The harbour master is joined by the pilots Ann Lee and Bo Sun on the quay of the
            town.
             What comes next?

            Another round of talks is planned, and the customs house has been booked for it
            until the end of the month.
            """)
        #expect(article.removed.map(\.why) == ["caption"])
        #expect(article.paragraphs.count == 3)
    }

    @Test(arguments: [
        ("PORTBY (Harbour Press) — The envoys are back.", "Harbour Press"),
        ("PORTBY, Norland, Nov 26 (HP) - The envoys are back.", "HP"),
        ("Portby (and the towns around it) - all are closed.", nil),
        ("Berg (Labour) – who else – was there.", nil),
        ("PORTBY (Harbour Press) envoys are back.", nil),
        ("PORTBY — The envoys are back.", nil),
    ])
    func `a dateline states its agency`(line: String, outlet: String?) throws {
        #expect(try article("\(line)\n\n\(long)").outlet == outlet)
    }

    @Test(arguments: [
        ("Subscribe to Harbour.Example Telegram channel, RSS!", "Harbour.Example"),
        ("Subscribe to The Harbour Post’s YouTube channel.", "The Harbour Post"),
        ("Join The Harbour Post on Telegram", "The Harbour Post"),
        ("Follow Ann Lee on Twitter.", nil),
        ("Subscribe to our Telegram channel.", nil),
        ("Subscribe to The Morning newsletter.", nil),
    ])
    func `the outlet is found where a channel line names it`(line: String, outlet: String?) throws {
        let article = try article("\(long)\n\(line)")
        #expect(article.outlet == outlet)
        #expect(article.removed == [RemovedText(text: line, why: "subscription line")])
    }
}
