import Testing

@testable import Intake

struct XMLSourceTests {
    private func mended(_ text: String) -> String {
        String(decoding: XMLSource(Array(text.utf8)).markup, as: UTF8.self)
    }

    @Test(arguments: [
        ("<a>b</a>", "<a>b</a>"),
        ("<a>R&D &amp; &#38; &copy; &#x201C;</a>", "<a>R&amp;D &amp; &amp; © “</a>"),
        ("<a>1 < 2 <3</a>", "<a>1 &lt; 2 &lt;3</a>"),
        ("<a><![CDATA[<b> & ]] >]]></a>", "<a>&lt;b&gt; &amp; ]] &gt;</a>"),
        ("<a><!-- <b> -->c<?x <d>?></a>", "<a>c</a>"),
        ("<a b=1 c='2\"' d e=\"&lt;<\"/>", "<a b=\"1\" c=\"2&quot;\" d=\"\" e=\"&lt;&lt;\"/>"),
        ("<a b=\"1\" b=\"2\">", "<a b=\"1\">"),
        ("<a b=\"1\" <c>", "<a b=\"1\"><c>"),
        ("<a>&#0;&#x1F;\u{0}\u{1B}</a>", "<a>\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}</a>"),
        ("<a>&#146;&#xD800;&#99999999999;</a>", "<a>’\u{FFFD}&amp;#99999999999;</a>"),
        ("<a><![CDATA[b", "<a>b"), ("<a><!-- b", "<a>"), ("<a><b c=", "<a>"), ("<a></a", "<a></a>"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;&d;</a>", "<a>c&amp;d;</a>"),
        ("<!DOCTYPE a SYSTEM \"http://x.example/a.dtd\"><a/>", "<a/>"),
    ])
    func `markup is mended`(text: String, result: String) {
        #expect(mended(text) == result)
    }

    @Test func `an entity stands for plain text or for nothing`() {
        let text = """
            <!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY d SYSTEM "file:///etc/passwd">
            <!ENTITY % e "f"><!ENTITY g "<h/>">]><a>&b;&d;&e;&g;</a>
            """
        #expect(
            mended(text) == "\n<a>&amp;b;&amp;d;&amp;e;&amp;g;</a>"
                || mended(text) == "<a>&amp;b;&amp;d;&amp;e;&amp;g;</a>")
    }

    @Test func `attributes are bounded in number and length`() {
        let many = (0..<1000).map { "a\($0)='x'" }.joined(separator: " ")
        #expect(mended("<a \(many)>").split(separator: " ").count == XMLSource.mostAttributes + 1)
        let long = "<a b='" + String(repeating: "é", count: 100_000) + "'>"
        #expect(mended(long).utf8.count <= XMLSource.longestValue + 10)
    }
}
