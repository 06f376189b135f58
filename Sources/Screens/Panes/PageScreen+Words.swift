import Analysis
import Queries

extension PageScreen {
    func name(_ labels: Labels) -> String {
        switch content {
        case .participant(let page):
            page.participant.kind.words + " · " + page.participant.name
        case .source(let page): "Source · " + page.outlet.name
        case .point(let page):
            page.isOfTopic
                ? "Topic · \(page.topic.name)"
                : "Point · \(page.topic.name) › \(page.point.name)"
        case .context: "Among the others"
        case .history: "What was edited"
        case nil: "Page"
        }
    }

    /// The article that the page is of, where it is of one.
    var article: ArticleRow? {
        switch content {
        case .context(let page): page.article
        case .history(let page): page.article
        case .participant, .source, .point, nil: nil
        }
    }

    var facts: [String] {
        switch content {
        case .participant(let page):
            [
                "named in \(Wording.counted(page.articleCount, "article"))",
                PageScreen.sentences(page.mentions.count, page.readCount, of: page.articleCount),
            ]
        case .source(let page):
            [
                Wording.counted(page.published.count, "article"),
                page.citedBy.isEmpty
                    ? "cited by no other"
                    : "cited in \(Wording.counted(page.citedBy.count, "sentence"))",
            ]
        case .point(let page):
            [
                "reported by \(Wording.counted(page.articleCount, "article"))",
                PageScreen.sentences(
                    page.sentences.distinctCount, page.readCount, of: page.articleCount),
            ]
        case .context(let page): page.facts
        case .history(let page): page.facts
        case nil: []
        }
    }

    /// "9 sentences", or "1,547 sentences in the oldest 200" where not all have been read.
    private static func sentences(_ count: Int, _ read: Int?, of articles: Int) -> String {
        let sentences = Wording.counted(count, "sentence")
        guard let read, read < articles else { return sentences }
        return "\(sentences) in the oldest \(Wording.number(read))"
    }
}

extension [CitedSentence] {
    /// How many sentences they are: one that is cited twice counts once.
    var distinctCount: Int {
        Set(map { SentencePlace($0.articleID, $0.sentence) }).count
    }
}
