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
        #expect(FragmentText.paragraphs(of: Array(markup.utf8)) == text)
    }

    @Test func `on one line`() {
        #expect(
            FragmentText.line(of: Array("<h1>One</h1>\n<p>two<br>three".utf8)) == "One two three")
    }
}
