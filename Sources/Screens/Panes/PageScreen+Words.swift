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
        case nil: "Page"
        }
    }

    var facts: [String] {
        switch content {
        case .participant(let page):
            [
                "named in \(Wording.counted(page.articleCount, "article"))",
                Wording.counted(page.mentions.count, "sentence"),
            ]
        case .source(let page):
            [
                Wording.counted(page.published.count, "article"),
                "cited in \(Wording.counted(page.citedBy.count, "sentence"))",
            ]
        case .point(let page):
            [
                "reported by \(Wording.counted(page.articleCount, "article"))",
                Wording.counted(page.sentences.count, "sentence"),
            ]
        case nil: []
        }
    }
}
