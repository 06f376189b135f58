import Testing

@testable import Intake

/// A generator with a fixed seed (SplitMix64, Steele et al. 2014), so that a failure repeats.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Pieces that tend to meet the rules' edges.
private let pieces = [
    "The ministers met", "U.S.", "“", "”", "’", "«", "»", ".", "?", "!", "…", "...", ":", ",",
    "\n", "\n\n", " ", "\u{A0}", "\t", "\r\n", "# ", "## ", "---", "===", "- ", "* ", "by ",
    "By Ann Lee", "Nov 26, 2025", "Credit:", "0 Comment(s)", "Subscribe to", "Telegram channel",
    "your inbox", "©", "。", "「", "」", "會談", "мир", "їжак", "e\u{301}", "\u{301}", "\u{1}",
    "\u{92}", "\u{FEFF}", "\u{2028}", "👨‍👩‍👧", "https://example.org/a?b#c", "{\"text\":\"", "\\u", "1",
    "2025", "No.", "a.m.", "published: ", "title:", "___", "Read more", "is joined by", "What",
]

struct IntakePropertyTests {
    /// A text of random pieces.
    private func text(_ seed: UInt64) -> String {
        var generator = SeededGenerator(seed)
        let count = Int.random(in: 0..<120, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private func articles(_ bytes: [UInt8], _ format: RawDocument.Format) -> [Article] {
        let raw = RawDocument(name: "x", bytes: bytes, stated: .init(format: format))
        return DocumentReader().articles(in: raw).compactMap { try? $0.get() }
    }

    private func check(_ article: Article) {
        let scalars = Array(article.text.string.unicodeScalars)
        #expect(scalars.count == article.text.count)
        #expect(!article.sentences.isEmpty)
        var last = 0
        for sentence in article.sentences {
            let paragraph = article.paragraphs[sentence.paragraph]
            #expect(sentence.range.lowerBound >= last)
            #expect(!sentence.range.isEmpty)
            #expect(paragraph.lowerBound <= sentence.range.lowerBound)
            #expect(sentence.range.upperBound <= paragraph.upperBound)
            last = sentence.range.upperBound
        }
        let paragraphs = article.paragraphs.map { article.text[scalars: $0] }
        #expect(paragraphs.joined(separator: "\n\n") == article.text.string)
        for section in article.sections { #expect(section.paragraph <= article.paragraphs.count) }
        #expect(article.id.utf8.count == 16 && article.contentHash.utf8.count == 16)
    }

    @Test(arguments: [RawDocument.Format.automatic, .text, .markdown, .jsonl])
    func `random bytes never crash`(format: RawDocument.Format) {
        var generator = SeededGenerator(7)
        for _ in 0..<300 {
            let count = Int.random(in: 0..<400, using: &generator)
            let start = ["", "---\n", "---\na: ", "{\"text\": \"", "<?", "WARC/", "\u{FEFF}"]
                .randomElement(using: &generator)
            let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let bytes = Array((start ?? "").utf8) + random
            _ = DocumentFormat.format(of: bytes)
            for article in articles(bytes, format) { check(article) }
        }
    }

    @Test(arguments: [RawDocument.Format.automatic, .text, .markdown, .jsonl])
    func `random text keeps every range inside its text`(format: RawDocument.Format) {
        for seed in 0..<400 {
            for article in articles(Array(text(UInt64(seed)).utf8), format) { check(article) }
        }
    }

    @Test func `random text as a JSON line keeps every range inside its text`() {
        for seed in 0..<300 {
            let escaped = text(UInt64(seed)).unicodeScalars.map { scalar in
                let code = String(scalar.value, radix: 16)
                return scalar.value < 0x80
                    ? "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
                    : String(scalar)
            }
            let line = "{\"title\": \"T\", \"text\": \"\(escaped.joined())\"}"
            for article in articles(Array(line.utf8), .jsonl) { check(article) }
        }
    }

    @Test func `a text taken in again as Markdown is the same text`() throws {
        for seed in 0..<400 {
            for article in articles(Array(text(UInt64(seed)).utf8), .text) {
                let again = try #require(articles(Array(article.text.utf8), .markdown).first)
                #expect(again.text == article.text)
                #expect(again.sentences == article.sentences)
            }
        }
    }

    @Test func `JSON cut off anywhere is an error, not a crash`() {
        let line = Array(
            #"{"text": "One \u00e9 \ud83d\ude00 two.", "a": [1, {"b": "]"}], "id": 7}"#.utf8)
        for end in 1..<line.count {
            let raw = RawDocument(
                name: "x", line: 1, bytes: Array(line[..<end]), stated: .init(format: .jsonl))
            #expect(throws: IntakeError.self) {
                try DocumentReader().articles(in: raw).first?.get()
            }
        }
    }
}
