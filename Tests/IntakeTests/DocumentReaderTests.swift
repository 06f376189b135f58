import Testing

@testable import Intake

/// The only article of a text, or a failed test.
func article(
    _ text: String, format: RawDocument.Format = .automatic
) throws -> Article {
    let document = RawDocument(
        name: "test.txt", bytes: Array(text.utf8), stated: .init(format: format))
    let results = DocumentReader().articles(in: document)
    #expect(results.count == 1)
    return try #require(results.first).get()
}

struct DocumentReaderTests {
    @Test func `front matter gives title, outlet, date, language, kind and authors`() throws {
        let article = try article(
            """
            ---
            title: Ministers meet on the island
            outlet: The Harbour Post
            published: 2025-12-01~
            url:
            language: en
            kind: digest
            authors: [Ann Lee, Bo Sun]
            ---

            The ministers met on Monday. They agreed on little.

            ## What comes next

            Another round is planned for January.
            """)
        #expect(article.title == "Ministers meet on the island")
        #expect(article.outlet == "The Harbour Post")
        #expect(article.published?.edtf == "2025-12-01~")
        #expect(article.url == nil)
        #expect(article.language == "en")
        #expect(article.kind == .digest)
        #expect(article.authors == ["Ann Lee", "Bo Sun"])
        #expect(article.paragraphs.count == 2)
        #expect(article.sentences.count == 3)
        #expect(article.sections == [Section(text: "What comes next", paragraph: 1)])
    }

    @Test func `what the caller states wins over the document`() throws {
        let document = RawDocument(
            name: "a", bytes: Array("---\ntitle: One\n---\n\nSome words here.".utf8),
            stated: .init(
                outlet: "The Caller", published: PublicationDate(edtf: "2024-02"), title: "Two"))
        let article = try #require(articles(in: document).first).get()
        #expect(article.title == "Two")
        #expect(article.outlet == "The Caller")
        #expect(article.published?.edtf == "2024-02")
    }
}
