import Testing

@testable import Intake

struct FragmentTextTests {
    @Test(arguments: [
        ("<p>One <b>two</b></p><p>three</p>", "One two\n\nthree"),
        ("One<br>two<br/><br/>three", "One\ntwo\n\nthree"),
        ("<ul><li>One<li>two</ul>three", "One\n\ntwo\n\nthree"),
        ("wh<i>ole</i> <!-- c -->word<script>x()</script>s", "whole words"),
        ("a &lt;b&gt; &amp;amp; &#8217;", "a <b> &amp; ’"),
        ("<style>p{}</style>", ""), ("", ""), ("   \n ", ""), ("<p", ""),
        ("safe<iframe src=x> words</iframe>", "safe words"),
        ("safe<object> words", "safe words"),
    ])
    func `a fragment becomes text`(markup: String, text: String) {
        #expect((FragmentText(markup: Array(markup.utf8)).text ?? "") == text)
    }

    @Test func `on one line`() {
        #expect(
            FragmentText(markup: Array("<h1>One</h1>\n<p>two<br>three".utf8)).line
                == "One two three")
    }

    @Test func `parts know what they are`() {
        let text = FragmentText(
            markup: Array(
                "<h2>One <i>x</i></h2>two<figure><figcaption>three</figcaption></figure>".utf8))
        #expect(
            text.parts == [
                .init(kind: .heading(depth: 2), text: "One x"),
                .init(kind: .paragraph, text: "two"), .init(kind: .caption, text: "three"),
            ])
    }

    @Test(arguments: [
        ("a\nb\n\n c  d \n", ["a b", "c d"]), ("", []), (" \n ", []), ("a < b", ["a < b"]),
    ])
    func `plain text has paragraphs, too`(plain: String, parts: [String]) {
        #expect(FragmentText(plain: Array(plain.utf8)).parts.map(\.text) == parts)
    }
}
