import Intake

@testable import Analysis

/// Articles and dossiers made in the test, so that a reader sees what is tested.
enum Sample {
    /// An article of these sentences; a sentence "¶" begins a new paragraph.
    static func article(
        _ sentences: [String], outlet: String? = nil, url: String? = nil, language: String? = "en"
    ) -> Article {
        var text = ""
        var paragraph = 0
        var paragraphStart = 0
        var paragraphs: [Range<Int>] = []
        var ranges: [Sentence] = []
        for sentence in sentences {
            if sentence == "¶" {
                paragraphs.append(paragraphStart..<text.unicodeScalars.count)
                text += "\n\n"
                paragraphStart = text.unicodeScalars.count
                paragraph += 1
                continue
            }
            if let last = text.unicodeScalars.last, last != "\n" { text += " " }
            let start = text.unicodeScalars.count
            text += sentence
            ranges.append(
                Sentence(paragraph: paragraph, range: start..<text.unicodeScalars.count))
        }
        paragraphs.append(paragraphStart..<text.unicodeScalars.count)
        return Article(
            id: "0000000000000000", contentHash: "0000000000000000", outlet: outlet, url: url,
            language: language, text: ArticleText(text), paragraphs: paragraphs, sentences: ranges)
    }

    static func reading(_ sentences: [String]) -> Reading {
        Reading(article(sentences))
    }
}
