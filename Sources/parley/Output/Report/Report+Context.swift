import Analysis
import Queries
import Screens

extension Report {
    /// An article among the others: its near copies, and what others of the same days have.
    init(_ page: ArticleContext) {
        self.init(
            address: .context(page.article.id), title: "Among the others: \(page.article.heading)")
        facts = [
            Fact("copies", "Near copies of it", .count(page.copies.count)),
            Fact("others", page.othersTitle, .count(page.otherCount)),
            Fact("read", "Of these held against it", .count(page.others.count)),
        ]
        notes = [page.reach]
        sections = [
            Section(
                "Near copies of it", columns: Report.articleColumns,
                rows: page.copies.map { Row(Report.cells(of: $0)) }),
            Section(
                "What others have and it lacks",
                columns: [
                    Column("kind", "Kind"), Column("id", "Id", isDetail: true),
                    Column("name", "Name"), Column("articles", "In so many others"),
                    Column("sentences", "Sentences"),
                ],
                rows: page.missing.map { missing in
                    Row([
                        .text(missing.kind.rawValue), .text(missing.id), .text(missing.name),
                        .count(missing.sentences.count),
                        .sentences(missing.sentences.map { Quoted($0) }),
                    ])
                }),
            Section(
                page.othersTitle, columns: Report.articleColumns,
                rows: page.others.map { Row(Report.cells(of: $0)) }),
        ]
    }
}
