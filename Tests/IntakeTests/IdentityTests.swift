import Testing

@testable import Intake

struct IdentityTests {
    private let body =
        "The delegations sat in the old customs house until the lamps were lit. "
        + String(repeating: "Nobody would say how far they’d come since 2024. ", count: 8)

    private func article(
        _ text: String, url: String? = nil, outlet: String? = "Post", title: String = "T"
    ) throws -> Article {
        let stated = RawDocument.Statement(outlet: outlet, title: title, url: url)
        return try #require(
            articles(in: RawDocument(name: "x", bytes: Array(text.utf8), stated: stated)).first
        ).get()
    }

    @Test(arguments: [
        "https://example.org/a", "HTTPS://Example.ORG/a", "https://example.org/a#top",
        "https://example.org/a?utm_source=x&fbclid=1", "https://example.org/a?",
    ])
    func `addresses of one article give one id`(url: String) throws {
        #expect(
            try article(body, url: url).id
                == article("Other words.", url: "https://example.org/a").id)
    }

    @Test(arguments: [
        "https://example.org/A", "https://example.org/a?id=2", "https://example.com/a",
        "https://example.org/a/b",
    ])
    func `addresses of different articles give different ids`(url: String) throws {
        #expect(try article(body, url: url).id != article(body, url: "https://example.org/a").id)
    }

    @Test func `without an address small edits keep the id and change the hash`() throws {
        let edited = body.replacing("’", with: "'").replacing(". ", with: ".\n\n").uppercased()
        let first = try article(body)
        let second = try article(edited, title: "Another headline")
        #expect(first.id == second.id)
        #expect(first.contentHash != second.contentHash)
    }

    @Test func `other outlets, other numbers and other texts have other ids`() throws {
        let id = try article(body).id
        #expect(try article(body, outlet: "Other").id != id)
        #expect(try article("Today " + body).id != id)
        #expect(try article(body.replacing("2024", with: "2025")).id != id)
    }

    @Test func `short notices are told apart by their titles`() throws {
        #expect(try article("More soon.").id != article("More soon.", title: "Other").id)
    }

    @Test func `the hash depends on title and body and nothing else`() throws {
        let hash = try article(body).contentHash
        #expect(try article(body, outlet: nil).contentHash == hash)
        #expect(try article(body, title: "U").contentHash != hash)
        #expect(try article(body + "!").contentHash != hash)
    }

    @Test func `fingerprints are FNV-1a`() {
        #expect(Fingerprint().hexadecimal == "cbf29ce484222325")
        #expect(Fingerprint.of("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(Fingerprint.of("foobar") == 0x8594_4171_f739_67e8)
    }

    @Test(arguments: [
        ("HTTP://A.b/C?x=1&utm_medium=y&ref=z#f", "http://a.b/C?x=1"),
        ("http://A.b/", "http://a.b"),
        ("http://a.b", "http://a.b"), (" a/b#c", "a/b"), ("", ""), ("://", "://"),
        ("http://a.b?utm_source=x&y", "http://a.b?y"), ("https://a.b/c/?#", "https://a.b/c/"),
        ("http://a.b/c?Fbclid=1&d=%20", "http://a.b/c?d=%20"), ("mailto:A@b", "mailto:A@b"),
    ])
    func `addresses are folded where case and extras do not matter`(url: String, key: String) {
        #expect(Address.key(url) == key)
    }
}
