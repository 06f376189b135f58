import Analysis
import Archive
import Queries

/// What a screen shows, as text lines and, where the contract has a document for it, as JSON.
struct PrintedPage {
    var lines: [String]
    var json: JSON?
}

/// Prints the screens without a terminal: the same questions, the same answers, all of them.
struct ScreenPrinter {
    let archive: Archive
    /// Also the rule, the words and the confidence of each finding.
    var withReasons = false

    func page(of address: Address) throws -> PrintedPage {
        switch address {
        case .overview: try overview()
        case .articles(let query): try articles(query)
        case .article(let id, _): try article(id)
        case .comparison(let ids): try comparison(ids)
        case .actor(let id):
            try participant(id)
        case .source(let id):
            try page(.source(id, within: .everything)) { answer in
                if case .source(let page) = answer { TextPages.source(page) } else { nil }
            }
        case .point(let id):
            try page(.point(id, within: .everything)) { answer in
                if case .point(let page) = answer { TextPages.point(page) } else { nil }
            }
        }
    }

    private func ask(_ question: Question) throws -> Answer {
        let archive = archive
        return try waiting { try await archive.answer(question) }
    }

    private func page(
        _ question: Question, lines: (Answer) -> [String]?
    ) throws -> PrintedPage {
        PrintedPage(lines: lines(try ask(question)) ?? [], json: nil)
    }

    private func participant(_ id: String) throws -> PrintedPage {
        guard case .participant(let page) = try ask(.participant(id, within: .everything)) else {
            return PrintedPage(lines: [], json: nil)
        }
        return PrintedPage(
            lines: TextPages.participant(page), json: ParticipantJSON(page: page).document)
    }

    private func overview() throws -> PrintedPage {
        let all = ArticlesQuestion(
            query: .everything, order: .oldest, window: 0..<Overview.letterLimit,
            wantsFacets: false)
        guard case .overview(let overview) = try ask(.overview),
            case .articles(let answer) = try ask(.articles(all))
        else { return PrintedPage(lines: [], json: nil) }
        return PrintedPage(
            lines: TextPages.overview(overview, articles: answer.rows), json: nil)
    }

    private func articles(_ query: String) throws -> PrintedPage {
        let parsed = QueryParser().parse(query)
        let question = ArticlesQuestion(
            query: parsed.query, window: 0..<100_000, wantsFacets: false, passagesPerArticle: 3)
        guard case .articles(let answer) = try ask(.articles(question)) else {
            return PrintedPage(lines: [], json: nil)
        }
        let problems = parsed.problems.map { "\($0.message) The rest is answered." }
        return PrintedPage(
            lines: problems + TextPages.search(answer),
            json: SearchDocument(query: query, answer: answer, problems: parsed.problems).json)
    }

    private func article(_ id: String) throws -> PrintedPage {
        guard case .article(let analyzed) = try ask(.article(id)) else {
            return PrintedPage(lines: [], json: nil)
        }
        return PrintedPage(
            lines: TextPages.article(analyzed)
                + (withReasons ? Reasons(analyzed).lines : []),
            json: FindingsJSON(analyzed).document)
    }

    private func comparison(_ ids: [String]) throws -> PrintedPage {
        guard case .comparison(let articles, let comparison) = try ask(.comparison(ids)) else {
            return PrintedPage(lines: [], json: nil)
        }
        return PrintedPage(
            lines: ComparisonText(articles: articles, comparison: comparison).lines,
            json: ComparisonJSON(articles: articles, comparison: comparison).document)
    }
}
