import Intake
import Queries

@testable import parley

/// Words that every format must take for words: what a hostile or careless article may hold.
let hostileTexts = [
    "plain words", "a | pipe and a \\ backslash", "<script>alert(\"x\")</script> & <b>bold</b>",
    "say \"no\", he said, 'twice'", "=HYPERLINK(\"http://example.org\")", "+1", "-2", "@SUM(A1)",
    "'=1", "  =1", "*stars* _under_ `ticks` ~~gone~~ [link](http://example.org) ![x](y)",
    "www.example.org and http://example.org", "$x$ :smile: #1 @somebody [^1]", "",
    "Київ, “цитата”, שלום, العربية", "a,b;c\td", "ends with a backslash \\", "]]> -->",
]

/// Texts that hold what steers a terminal or reorders a line; none of it is shown.
let steeringTexts = [
    "red \u{1B}[31m text", "bell \u{7}", "right \u{202E}to left", "zero\u{0}", "two\nlines",
    "carriage\rreturn", "hidden \u{200B} blank", "isolate \u{2067} open",
]

extension Report {
    /// A report that holds `text` wherever a text can stand.
    static func sample(_ text: String) -> Report {
        let quoted = Quoted(
            articleID: "1bee497e55fabfae", outlet: text, published: "2025-12-02", kind: .digest,
            sentence: 7, start: 411, text: text, highlights: text.isEmpty ? [] : [0..<1])
        var report = Report(address: .actor("holm"), title: text)
        report.facts = [Fact("note", "Note", text), Fact("articles", "Articles", .number(2))]
        report.notes = [text]
        report.sections = [
            Section(
                text, note: text,
                columns: [
                    Column("finding", "Finding"), Column("count", "Count"),
                    Column("kindOfWords", "Wording"), Column("found", "Found"),
                    Column("sentences", "Sentence"),
                ],
                rows: [
                    Row([
                        .text(text), .number(-2), .kind(.digest), .list([text, text]),
                        .sentences([quoted, quoted]),
                    ]),
                    Row([.text(text), .none, .none, .list([]), .sentences([])]),
                ])
        ]
        return report
    }
}
