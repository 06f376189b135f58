import Analysis
import Archive
import Intake
import Queries
import Screens

/// What a screen shows; `document` is its JSON where the contract has one for it.
struct PrintedPage {
    var report: Report
    var document: JSON?
}

/// Gathers the content of screens without a terminal: the same questions, the same answers, all
/// of them.
struct ScreenPrinter {
    let archive: Archive

    func page(of address: Address) throws -> PrintedPage {
        switch address {
        case .overview: PrintedPage(report: try overview())
        case .articles(let query): try articles(query)
        case .article(let id, _): try article(id)
        case .comparison(let ids, let by): try comparison(ids, by: by)
        case .clashes(let query): try clashes(query)
        case .matrix(let subject, let query): try matrix(subject, query)
        case .timeline(let query): try timeline(query)
        case .chains(let query): try chains(query)
        case .drafts(let pair, let query): try drafts(pair, query)
        case .context(let id):
            try page(.context(id)) {
                if case .context(let page) = $0 { Report(page) } else { nil }
            }
        case .history(let id):
            try page(.history(id)) {
                if case .history(let page) = $0 { Report(page) } else { nil }
            }
        case .proposals: try proposals()
        case .help: PrintedPage(report: .help)
        case .actor(let id, let query): try participant(id, query)
        case .source(let id, let query):
            try page(.source(id, within: try archive.parsed(query).query)) {
                if case .source(let page) = $0 { Report(page) } else { nil }
            }
        case .point(let id, let query): try point(id, query)
        }
    }

    private func ask(_ question: Question) throws -> Answer {
        let archive = archive
        return try waiting { try await archive.answer(question) }
    }

    private func page(
        _ question: Question, report: (Answer) -> Report?
    ) throws -> PrintedPage {
        guard let report = report(try ask(question)) else { throw ScreenPrinter.noAnswer }
        return PrintedPage(report: report)
    }

    private func participant(_ id: String, _ query: String) throws -> PrintedPage {
        let question = Question.participant(id, within: try archive.parsed(query).query)
        guard case .participant(let page) = try ask(question) else {
            throw ScreenPrinter.noAnswer
        }
        return PrintedPage(report: Report(page), document: ParticipantJSON(page: page).document)
    }

    private func point(_ id: String, _ query: String) throws -> PrintedPage {
        let question = Question.point(id, within: try archive.parsed(query).query)
        guard case .point(let page) = try ask(question) else { throw ScreenPrinter.noAnswer }
        return PrintedPage(report: try Report(page, sentence: quoter()))
    }

    private static let noAnswer = CommandFailure("The archive did not answer.")

    private func clashes(_ query: String) throws -> PrintedPage {
        let parsed = try archive.parsed(query)
        let all = ClashesQuestion(query: parsed.query, factLimit: .max, groupLimit: .max)
        guard case .clashes(let answer) = try ask(.clashes(all)) else {
            throw ScreenPrinter.noAnswer
        }
        var report = Report(address: .clashes(query: query), title: "Where articles differ")
        report.notes = parsed.problems.map { "\($0.message) The rest is answered." }
        report.sections = [try Report.differing(answer.facts, sentence: quoter())]
        return PrintedPage(report: report)
    }

    /// Gives the sentences of values as they are quoted, each article read once.
    private func quoter() -> (Disagreement.Value) throws -> Report.Quoted? {
        var known: [String: AnalyzedArticle] = [:]
        return { value in
            if known[value.articleID] == nil {
                known[value.articleID] = try analyzed(value.articleID)
            }
            guard let article = known[value.articleID]?.article,
                article.sentences.indices.contains(value.sentence)
            else { return nil }
            var quoted = Report.Quoted(article, value.sentence)
            quoted.highlights = [value.range]
            return quoted
        }
    }

    private func overview() throws -> Report {
        let all = ArticlesQuestion(
            query: .everything, order: .oldest, window: 0..<Overview.letterLimit,
            wantsFacets: false)
        guard case .overview(var overview) = try ask(.overview),
            case .articles(let answer) = try ask(.articles(all))
        else { throw ScreenPrinter.noAnswer }
        if overview.letters.isEmpty, case .clashes(let first) = try ask(.clashes(ClashesQuestion()))
        {
            overview.disagreements = first.facts
        }
        return try Report(overview, articles: answer.rows, sentence: quoter())
    }

    private func matrix(
        _ subject: MatrixQuestion.Subject, _ query: String
    ) throws -> PrintedPage {
        let parsed = try archive.parsed(query)
        let question = MatrixQuestion(subject, within: parsed.query)
        guard case .matrix(let matrix) = try ask(.matrix(question)) else {
            throw ScreenPrinter.noAnswer
        }
        return PrintedPage(report: Report(matrix, query: query, problems: parsed.problems))
    }

    private func timeline(_ query: String) throws -> PrintedPage {
        let parsed = try archive.parsed(query)
        guard case .timeline(var timeline) = try ask(.timeline(within: parsed.query)) else {
            throw ScreenPrinter.noAnswer
        }
        let told = timeline.rows.filter { $0.articleCount > 0 && $0.sentences.isEmpty }
        if !told.isEmpty,
            case .tellings(let tellings) = try ask(
                .tellings(told.map(\.key), within: parsed.query))
        {
            timeline.add(tellings)
        }
        return PrintedPage(report: Report(timeline, query: query, problems: parsed.problems))
    }

    private func chains(_ query: String) throws -> PrintedPage {
        let parsed = try archive.parsed(query)
        guard case .chains(let chains) = try ask(.chains(within: parsed.query)) else {
            throw ScreenPrinter.noAnswer
        }
        return PrintedPage(report: Report(chains, query: query, problems: parsed.problems))
    }

    private func drafts(_ pair: Int, _ query: String) throws -> PrintedPage {
        let query = try archive.parsed(query).query
        guard case .drafts(let page) = try ask(.drafts(pair: pair, within: query)) else {
            throw ScreenPrinter.noAnswer
        }
        guard let page, page.pair == pair else {
            throw CommandFailure(
                page.map {
                    "The dossier compares \(TextPages.counted($0.pairCount, "pair")) of drafts."
                }
                    ?? "The dossier compares no drafts.")
        }
        return PrintedPage(report: Report(page))
    }

    private func proposals() throws -> PrintedPage {
        guard case .proposals(let answer) = try ask(.proposals(limit: .max)) else {
            throw ScreenPrinter.noAnswer
        }
        let pages = try (answer.open + answer.setAside).map { proposal in
            guard case .proposal(let page) = try ask(.proposal(proposal.id)) else {
                throw ScreenPrinter.noAnswer
            }
            return (proposal, page)
        }
        return PrintedPage(report: Report(pages))
    }

    private func articles(_ query: String) throws -> PrintedPage {
        let parsed = try archive.parsed(query)
        let question = ArticlesQuestion(
            query: parsed.query, window: 0..<100_000, wantsFacets: false, passagesPerArticle: 3)
        guard case .articles(let answer) = try ask(.articles(question)) else {
            throw ScreenPrinter.noAnswer
        }
        return PrintedPage(
            report: Report(answer, query: query, problems: parsed.problems),
            document: SearchDocument(query: query, answer: answer, problems: parsed.problems).json)
    }

    private func analyzed(_ id: String) throws -> AnalyzedArticle {
        let archive = archive
        return try waiting { try await archive.article(id) }
    }

    private func article(_ id: String) throws -> PrintedPage {
        let analyzed = try analyzed(id)
        return PrintedPage(
            report: Report(analyzed),
            document: FindingsJSON(analyzed).document)
    }

    /// By what the address says, else in every way.
    private func comparison(_ ids: [String], by: String?) throws -> PrintedPage {
        let alignment = by.flatMap(CompareScreen.Alignment.init)
        if let by, alignment == nil {
            let known = CompareScreen.Alignment.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("Articles are compared by \(known), not by “\(by)”.")
        }
        guard case .comparison(let articles, let comparison) = try ask(.comparison(ids)) else {
            throw ScreenPrinter.noAnswer
        }
        return PrintedPage(
            report: Report(articles, comparison, by: alignment),
            document: ComparisonJSON(articles: articles, comparison: comparison).document)
    }
}
