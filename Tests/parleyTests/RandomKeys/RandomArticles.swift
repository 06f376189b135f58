import Archive
import Intake

extension Chance {
    /// Articles that no parser has cleaned: none, one, or a number of them.
    mutating func articles() -> [Article] {
        let count = one(of: [0, 1, 1, 2, 3, 5, 14, 40])
        return (0..<count).map { article($0) }
    }

    /// Without outlet, date, title or text in some cases, with a huge title in others.
    mutating func article(_ number: Int) -> Article {
        var scalars: [Unicode.Scalar] = []
        var paragraphs: [Range<Int>] = []
        var sentences: [Sentence] = []
        for paragraph in 0..<one(of: [0, 1, 1, 2, 4]) {
            if paragraph > 0 { scalars += ["\n", "\n"] }
            let start = scalars.count
            for sentence in 0..<below(5) + 1 {
                if sentence > 0 { scalars.append(" ") }
                let from = scalars.count
                scalars += kept(below(16) + 1).unicodeScalars
                sentences.append(Sentence(paragraph: paragraph, range: from..<scalars.count))
            }
            paragraphs.append(start..<scalars.count)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let days = ["2025-11-26", "2025-12-02", "2025-12~", "2026-01-21T10:00:00Z"]
        let id = String(UInt64(number + 1) << 40 | 0xABCDEF, radix: 16)
        return Article(
            id: String(repeating: "0", count: 16 - id.utf8.count) + id,
            contentHash: "\(number)", kind: isOne(in: 4) ? .digest : .report,
            title: isOne(in: 6) ? nil : kept(one(of: [1, 4, 9, 400])),
            outlet: isOne(in: 3) ? nil : one(of: ["Axios", "The Moscow Times", kept(2)]),
            published: isOne(in: 4) ? nil : PublicationDate(edtf: one(of: days)),
            authors: isOne(in: 2) ? [] : [kept(1)],
            url: isOne(in: 2) ? nil : "https://x.example/\(number)",
            language: isOne(in: 3) ? nil : "en", text: ArticleText(String(text)),
            paragraphs: paragraphs, sentences: sentences,
            removed: isOne(in: 3) ? [RemovedText(text: kept(3), why: "caption")] : [])
    }

    /// Words as an archive may hold them: everything but U+0000, which no way in lets pass.
    private mutating func kept(_ count: Int) -> String { words(count).replacing("\0", with: "") }
}
