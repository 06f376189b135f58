import Testing

@testable import parley

struct `Reports as Markdown` {
    @Test(arguments: [
        ("plain words.", "plain words."), ("a | b", "a \\| b"),
        ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
        ("<b>&", "&lt;b&gt;&amp;"), ("[t](u)", "\\[t\\](u)"), ("a\\b", "a\\\\b"),
        ("http://x.org", "http\\://x.org"), ("www.x.org", "www\\.x.org"), (":smile:", "\\:smile:"),
        ("he said: no", "he said: no"), ("$5 #1 @a", "\\$5 \\#1 \\@a"), ("a\nb", "a b"),
    ])
    func `an article adds no markup`(text: String, written: String) {
        #expect(Markdown.escaped(text) == written)
    }

    @Test(arguments: hostileTexts + steeringTexts)
    func `tables keep their columns and footnotes their numbers`(text: String) {
        let lines = ReportMarkdown(report: .sample(text)).lines
        #expect(lines.allSatisfy { !$0.contains("\n") })
        let bars = lines.filter { $0.hasPrefix("|") }.map { line in
            var isEscaped = false
            var count = 0
            for character in line {
                if character == "|" && !isEscaped { count += 1 }
                isEscaped = character == "\\" && !isEscaped
            }
            return count
        }
        #expect(bars.count == 4)
        #expect(Set(bars).count == 1)
        #expect(lines.count { $0.hasPrefix("[^") } == 1)
        #expect(!lines.joined().contains("<script"))
        #expect(lines.contains { $0.contains("characters 411–") && $0.contains("retold by us") })
    }
}
