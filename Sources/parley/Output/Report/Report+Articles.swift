import Analysis
import Intake
import Queries

extension Report {
    /// The corpus in numbers, its articles, and where they differ. `sentence` gives the sentence
    /// of an article as it is quoted, or nil where there is none.
    init(
        _ overview: Overview, articles: [ArticleRow],
        sentence: (Disagreement.Value) throws -> Quoted?
    ) rethrows {
        self.init(address: .overview, title: overview.dossierTitle)
        facts = Report.counts(overview)
        sections.append(
            Section(
                "Articles", columns: Report.articleColumns,
                rows: articles.map { Row(Report.cells(of: $0)) }))
        sections.append(try Report.differing(overview.disagreements, sentence: sentence))
    }

    /// Facts on which articles differ, with what each article has; `sentence` gives the sentence
    /// of a value as it is quoted, or nil where there is none.
    static func differing(
        _ facts: [Disagreement], sentence: (Disagreement.Value) throws -> Quoted?
    ) rethrows -> Section {
        Section(
            "Where they differ", note: "A clash says that texts differ, not who is right.",
            columns: [
                Column("relation", "Relation"), Column("kindOfFact", "Kind", isDetail: true),
                Column("about", "About", isDetail: true), Column("explain", "What differs"),
                Column("values", "Sentences"),
            ],
            rows: try facts.map { fact in
                Row([
                    .text(fact.relation.words), .text(fact.kind.rawValue), .text(fact.about),
                    .text(fact.explanation), .sentences(try fact.values.compactMap(sentence)),
                ])
            })
    }

    private static func counts(_ overview: Overview) -> [Fact] {
        var facts = [
            Fact("articles", "Articles", .count(overview.articleCount)),
            Fact("sentences", "Sentences", .count(overview.sentenceCount)),
            Fact("actors", "Actors", .count(overview.actorCount)),
            Fact("points", "Points", .count(overview.pointCount)),
        ]
        if let first = overview.firstPublished, let last = overview.lastPublished {
            facts.append(Fact("published", "Published", "\(first.edtf) to \(last.edtf)"))
        }
        if overview.digestCount > 0 {
            facts.append(Fact("retold", "Retold by us", .count(overview.digestCount)))
        }
        return facts
    }

    /// The articles that meet a query, with the passages that met it; `addresses` of the web by
    /// article id, where they are to be shown.
    init(
        _ answer: ArticlesAnswer, query: String, problems: [QueryProblem],
        addresses: [String: String] = [:]
    ) {
        self.init(
            address: .articles(query: query),
            title: query.isEmpty ? "All articles" : "Articles: \(query)")
        let shown = answer.rows.count < answer.total ? ", \(answer.rows.count) shown" : ""
        facts = [
            Fact(
                "found", "Found",
                "\(answer.total) of \(TextPages.counted(answer.corpusTotal, "article"))\(shown)")
        ]
        notes = problems.map { "\($0.message) The rest is answered." }
        let rows = answer.rows.map { row in
            let address = addresses.isEmpty ? [] : [Cell.optional(addresses[row.id])]
            let passages = row.passages.map { Quoted($0, of: row) }
            return Row(Report.cells(of: row) + address + [.sentences(passages)])
        }
        let address = addresses.isEmpty ? [] : [Column("url", "Address")]
        let passages = Column("passages", "Passages", sentences: .numbered)
        sections = [
            Section("Articles", columns: Report.articleColumns + address + [passages], rows: rows)
        ]
    }

    static let articleColumns = [
        Column("article", "Article"), Column("published", "Published"),
        Column("outlet", "Outlet"), Column("kind", "Wording"), Column("title", "Title"),
    ]

    static func cells(of row: ArticleRow) -> [Cell] {
        [
            .text(row.id), .text(row.published?.edtf ?? "no date"),
            .text(TextPages.outletName(row.outlet)), .kind(row.kind), .text(row.heading),
        ]
    }
}
