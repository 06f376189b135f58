import Analysis
import Intake

/// An article of the given sentences, in one paragraph, with what the caller found in them.
func sample(
    _ sentences: [String], published: String? = nil, findings: Findings = Findings()
) -> AnalyzedArticle {
    var text = ""
    var ranges: [Sentence] = []
    for sentence in sentences {
        if !text.isEmpty { text += " " }
        let start = text.unicodeScalars.count
        text += sentence
        ranges.append(Sentence(paragraph: 0, range: start..<text.unicodeScalars.count))
    }
    let article = Article(
        id: "sample", contentHash: "", published: published.flatMap { PublicationDate(edtf: $0) },
        language: "en", text: ArticleText(text), paragraphs: [0..<text.unicodeScalars.count],
        sentences: ranges)
    return AnalyzedArticle(article: article, findings: findings)
}

extension AnalyzedArticle {
    /// Where `words` stand in sentence `index`; the whole sentence when they do not.
    func evidence(_ words: String, in index: Int) -> Evidence {
        let sentence = article.sentences[index].range
        let text = Array(article.sentenceText(index).unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        for start in text.indices where text[start...].starts(with: wanted) {
            let first = sentence.lowerBound + start
            return Evidence(sentence: index, range: first..<first + wanted.count)
        }
        return Evidence(sentence: index, range: sentence)
    }
}
