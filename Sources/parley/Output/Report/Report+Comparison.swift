import Analysis
import Intake
import Queries
import Screens

extension Report {
    /// Two to four articles beside each other, a row a row of the comparison: what the screen shows
    /// by `alignment`, or everything where that is nil.
    init(
        _ articles: [AnalyzedArticle], _ comparison: Comparison,
        by alignment: CompareScreen.Alignment? = nil
    ) {
        let content = ComparisonTables(articles: articles.map(\.article), comparison: comparison)
        self.init(
            address: .comparison(articles.map(\.article.id), by: alignment?.rawValue),
            title: "Compared side by side")
        facts = content.facts
        sections = content.sections(by: alignment)
    }
}

private struct ComparisonTables {
    let articles: [Article]
    let comparison: Comparison

    /// A, B, C, D.
    static func name(_ column: Int) -> String { ["A", "B", "C", "D"][column] }

    var facts: [Report.Fact] {
        articles.enumerated().map { column, article in
            let name = ComparisonTables.name(column)
            let retold = article.kind == .digest ? ", retold" : ""
            return Report.Fact(
                name.lowercased(), name,
                "\(TextPages.outletName(article.outlet)), "
                    + "\(article.published?.edtf ?? "no date stated")\(retold): \(article.heading)")
        } + [
            Report.Fact(
                "similarity", "Words in common, A and B",
                .number((comparison.similarity * 1000).rounded() / 1000))
        ]
    }

    func sections(by alignment: CompareScreen.Alignment?) -> [Report.Section] {
        switch alignment {
        case .sentence: [rows]
        case .point: [points, omissions]
        case .fact: [clashes]
        case .wording: [quotations, copied, variants]
        case nil: [rows, points, clashes, omissions, quotations, copied, variants]
        }
    }

    private var rows: Report.Section {
        Report.Section(
            "By what a sentence asserts",
            columns: [Report.Column("relation", "Row")]
                + columns(.numbered)
                + [Report.Column("why", "Why"), Report.Column("points", "Points")],
            rows: comparison.rows.map { row in
                Report.Row(
                    [.text(row.kind == .only ? "only here" : row.kind.rawValue)]
                        + row.sentences.enumerated().map { column, sentences in
                            quoted(
                                sentences, in: column,
                                ranges: row.evidence.indices.contains(column)
                                    ? row.evidence[column].map(\.range) : [])
                        } + [
                            .optional(row.why.isEmpty ? nil : row.why),
                            .optional(
                                row.points.isEmpty ? nil : row.points.joined(separator: ", ")),
                        ])
            })
    }

    private var points: Report.Section {
        Report.Section(
            "By point", columns: [Report.Column("point", "Point")] + columns(.numbered),
            rows: comparison.points.map { point in
                Report.Row(
                    [.text(point.id)]
                        + point.sentences.enumerated().map { quoted($1, in: $0) })
            })
    }

    private var clashes: Report.Section {
        Report.Section(
            "Facts on which they differ",
            note: "A clash says that texts differ, not who is right.",
            columns: [
                Report.Column("relation", "Relation"),
                Report.Column("kindOfFact", "Kind", isDetail: true),
                Report.Column("about", "About", isDetail: true),
                Report.Column("explain", "What differs"),
            ] + columns(.numbered),
            rows: comparison.clashes.map { clash in
                Report.Row(
                    [
                        .text(clash.relation.words), .text(clash.kind.rawValue),
                        .text(clash.about), .text(clash.explanation),
                    ]
                        + articles.indices.map { column in
                            let values = clash.values.filter { $0.column == column }
                            return quoted(
                                values.flatMap(\.sentences), in: column, ranges: values.map(\.range)
                            )
                        })
            })
    }

    private var omissions: Report.Section {
        Report.Section(
            "What one leaves out",
            columns: [
                Report.Column("type", "Kind"), Report.Column("id", "Id"),
                Report.Column("missingIn", "Not in"),
            ],
            rows: comparison.omissions.map { omission in
                let names = omission.missingIn.map(ComparisonTables.name)
                return Report.Row([
                    .text(omission.kind.rawValue), .text(omission.id),
                    .text(names.joined(separator: ", ")),
                ])
            })
    }

    private var copied: Report.Section {
        Report.Section(
            "Almost the same words",
            columns: [Report.Column("similarity", "Similarity")] + columns(.numbered),
            rows: comparison.copied.map { copy in
                Report.Row(
                    [.number((copy.similarity * 1000).rounded() / 1000)]
                        + copy.sentences.enumerated().map { quoted($1, in: $0) })
            })
    }

    private var quotations: Report.Section {
        Report.Section(
            "The same quotation",
            columns: [
                Report.Column("relation", "Relation"), Report.Column("speaker", "Said by"),
                Report.Column("explain", "What differs"),
            ] + columns(.numbered),
            rows: comparison.quotations.map { quotation in
                Report.Row(
                    [
                        .text(quotation.relation.rawValue), .optional(quotation.speaker),
                        .text(quotation.explanation),
                    ]
                        + articles.indices.map { column in
                            let places = quotation.places.filter { $0.column == column }
                            return quoted(
                                places.map(\.sentence), in: column, ranges: places.map(\.range))
                        })
            })
    }

    /// Words of retold articles are ours, no outlet's, and are not counted.
    private var variants: Report.Section {
        Report.Section(
            "What they call it",
            columns: [
                Report.Column("about", "About"), Report.Column("word", "Word"),
                Report.Column("article", "In"), Report.Column("own", "Own words"),
                Report.Column("inQuotations", "In quotations"),
                Report.Column("sentences", "Sentences", sentences: .numbered),
            ],
            rows: comparison.variants.flatMap { variant in
                variant.uses.map { use in
                    let places = use.own + use.quoted
                    return Report.Row([
                        .text(variant.about), .text(use.form),
                        .text(ComparisonTables.name(use.column)), .count(use.own.count),
                        .count(use.quoted.count),
                        quoted(
                            Set(places.map(\.sentence)).sorted(), in: use.column,
                            ranges: places.map(\.range)),
                    ])
                }
            })
    }

    private func columns(_ sentences: Report.Column.Sentences) -> [Report.Column] {
        articles.indices.map { column in
            let name = ComparisonTables.name(column)
            let article = articles[column]
            let retold = article.kind == .digest ? ", retold" : ""
            return Report.Column(
                name.lowercased(), name,
                subtitle: "\(TextPages.outletName(article.outlet)), "
                    + "\(article.published?.edtf ?? "no date")\(retold)", sentences: sentences)
        }
    }

    private func quoted(
        _ sentences: [Int], in column: Int, ranges: [Range<Int>] = []
    ) -> Report.Cell {
        let article = articles[column]
        return .sentences(
            sentences.filter(article.sentences.indices.contains).map {
                Report.Quoted(article, $0, ranges: ranges)
            })
    }
}
