import Testing

@testable import Intake

struct FrontMatterTests {
    private func facts(_ lines: String) throws -> Facts {
        try #require(FrontMatter(Array("---\n\(lines)\n---\nWords".utf8))).facts
    }

    @Test func `a key without a value states nothing`() throws {
        let facts = try facts("title:\noutlet: \nurl:\nlanguage:\nkind:\npublished:")
        #expect(facts.title == nil && facts.outlet == nil && facts.url == nil)
        #expect(facts.language == nil && facts.published == nil && facts.kind == .report)
        #expect(facts.warnings.isEmpty)
    }

    @Test(arguments: [
        ("title: \"One: two\"", "One: two"), ("title: 'One'", "One"), ("Title: One", "One"),
        ("title: One: two", "One: two"), ("title: \"", "\""),
    ])
    func `values stand behind the first colon, in quotation marks or not`(
        line: String, title: String
    ) throws {
        #expect(try facts(line).title == title)
    }

    @Test func `blank lines above it and blanks behind its marks are nothing`() throws {
        let bytes = Array("\n --- \ntitle: T\n---  \nWords".utf8)
        let front = try #require(FrontMatter(bytes))
        #expect(front.facts.title == "T")
        #expect(String(decoding: bytes[front.end...], as: UTF8.self) == "Words")
    }

    @Test(arguments: [
        "author: Ann Lee, Bo Sun", "authors: [Ann Lee, \"Bo Sun\"]",
        "authors:\n- Ann Lee\n- Bo Sun",
        "author: Ann Lee and Bo Sun",
    ])
    func `authors are a list in any of its spellings`(lines: String) throws {
        #expect(try facts(lines).authors == ["Ann Lee", "Bo Sun"])
    }

    @Test(arguments: [
        ("published: 2025-12-02", "2025-12-02"), ("published: 2025-12-01~", "2025-12-01~"),
        ("date: 2025-12", "2025-12"), ("published: 2 December 2025", "2025-12-02"),
        ("published: 2025", "2025"),
    ])
    func `dates are exact, about, or to the month or year`(line: String, date: String) throws {
        #expect(try facts(line).published?.edtf == date)
    }

    @Test(arguments: ["published: soon", "published: 2025-13-01", "kind: novel", "language: 12"])
    func `a value that cannot be read is a warning`(line: String) throws {
        #expect(try facts(line).warnings.count == 1)
    }

    @Test(arguments: [
        "---\ntitle: T\nWords without an end", "---\nThe lamps were lit.\n---\n", "--- \n",
        "----\na: b\n---",
        "title: T\n---\n", "---",
    ])
    func `lines that only look like it are text`(text: String) {
        #expect(FrontMatter(Array(text.utf8)) == nil)
    }
}
