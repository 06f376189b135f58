import Testing

@testable import Intake

struct MarkdownTests {
    @Test func `headings are sections, the first of depth one is the title`() throws {
        let article = try article(
            "# The title\n\nWords here.\n\n## One ##\n\nMore words.\n\nTwo\n---\n\nLast words.\n\n### End",
            format: .markdown)
        #expect(article.title == "The title")
        #expect(
            article.sections == [
                Section(text: "One", paragraph: 1), Section(text: "Two", paragraph: 2),
                Section(text: "End", paragraph: 3),
            ])
        #expect(article.text.string == "Words here.\n\nMore words.\n\nLast words.")
    }

    @Test func `lines of a paragraph are joined, list items are paragraphs`() throws {
        let article = try article(
            "One line\nand another.\n- first\n- second\n  goes on\n\nEnd.", format: .markdown)
        #expect(
            article.text.string == "One line and another.\n\n- first\n\n- second goes on\n\nEnd.")
    }

    @Test func `a line too long for a wrap that ends a sentence is a paragraph`() throws {
        let long = String(repeating: "The lamps on the quay were lit at last. ", count: 4)
        let article = try article("\(long)\n\(long)\nOne more.", format: .markdown)
        #expect(article.paragraphs.count == 3)
    }

    @Test func `short lines are no headings in Markdown`() throws {
        let article = try article(
            "A short line\n\nThe lamps on the quay were lit, and nobody came to see them burn.",
            format: .markdown)
        #expect(article.title == nil)
        #expect(article.sections.isEmpty)
        #expect(article.paragraphs.count == 2)
    }
}
