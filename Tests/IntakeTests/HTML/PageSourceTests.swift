import Testing

@testable import Intake

struct PageSourceTests {
    private func markup(_ text: String) -> String {
        String(decoding: PageSource(Array(text.utf8)).markup, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p class=a onclick='go()' id=\"b\">x</p>", "<p class=\"a\" id=\"b\">x</p>"),
        ("<P CLASS='a'>x</P >", "<P CLASS=\"a\">x</P>"),
        ("a<!-- <p>no</p> -->b", "ab"),
        ("a<!-- never closed <p>b", "ab"),
        ("<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "&e;"),
        ("<?xml version='1.0'?>x", "x"),
        ("a<script>if (a < b) { p('</p>') }</script>b", "ab"),
        ("a<style>p > b { }</style>b", "ab"),
        ("a<svg><title>An icon</title></svg>b", "ab"),
        ("a<iframe>b", "ab"),
        ("1 < 2 <3", "1 &lt; 2 &lt;3"),
        ("<title>a <b> c</title>", "<title>a &lt;b> c</title>"),
        ("<p title='\"'>", "<p title=\"&quot;\">"),
        ("<p style='color: red'>", "<p>"),
        ("<p style='display : NONE'>", "<p hidden>"),
        ("<p aria-hidden=true>", "<p hidden>"),
        ("<a href=\"x", "<a href=\"&quot;x\">"),
        ("<br/>", "<br>"),
        ("a\u{0}b\u{1F}c\td", "a\u{FFFD}b\u{FFFD}c\td"),
    ])
    func `what is never read goes, the rest stays`(text: String, expected: String) {
        #expect(markup(text) == expected)
    }

    @Test func `linked data is set aside whole`() {
        let text = "<script type='application/ld+json'>{\"a\": \"<p>\"}</script><script>x</script>"
        let bytes = Array(text.utf8)
        let source = PageSource(bytes)
        let found = source.linkedData.map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == ["{\"a\": \"<p>\"}"])
        #expect(source.markup == [])
    }

    @Test func `a long attribute is cut where a character begins`() {
        let source = PageSource(Array("<p class=\"\(String(repeating: "ä", count: 5000))\">".utf8))
        #expect(source.cutAttributes == 1)
        #expect(source.markup.count < PageSource.longestValue + 20)
        #expect(String(validating: source.markup, as: UTF8.self) != nil)
    }

    @Test func `more attributes than anyone reads are left out`() {
        let many = (0..<200).map { "class=c\($0)" }.joined(separator: " ")
        let source = PageSource(Array("<p \(many)>".utf8))
        #expect(source.cutAttributes == 200 - PageSource.mostAttributes)
    }

    @Test(arguments: [
        "<", "</", "<!", "<!-", "<?", "<a ", "<a b", "<a b=", "<a b='", "<title>", "&#",
    ])
    func `markup that breaks off is read to its end`(text: String) {
        _ = markup("x" + text)
    }
}
