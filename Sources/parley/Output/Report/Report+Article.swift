import Analysis
import Intake
import Queries

extension Report {
    /// One article: what is known of it, its sentences by number, what was found in each, and as
    /// detail every finding with its rule, its cue and the words it rests on.
    init(_ analyzed: AnalyzedArticle) {
        let article = analyzed.article
        self.init(address: .article(article.id, sentence: nil), title: article.heading)
        facts = Report.facts(article)
        notes = analyzed.findings.notes
        sections = Report.text(analyzed) + FindingTables(analyzed).sections
        sections.append(
            Section(
                "Taken out of the body", columns: [Column("words", "Words"), Column("why", "Why")],
                rows: article.removed.map { Row([.text($0.text), .text($0.why)]) }))
    }

    private static func facts(_ article: Article) -> [Fact] {
        let authors = article.authors.joined(separator: ", ")
        var facts = [
            Fact("outlet", "Outlet", article.outlet ?? "not stated"),
            Fact("published", "Published", article.published?.edtf ?? "not stated"),
            Fact("author", "Author", authors.isEmpty ? "not stated" : authors),
        ]
        if article.kind == .digest { facts.append(Fact("kind", "Wording", "retold by us")) }
        if let url = article.url { facts.append(Fact("url", "Address", url)) }
        if let language = article.language { facts.append(Fact("language", "Language", language)) }
        facts.append(Fact("article", "Article", article.id))
        return facts
    }

    /// The body under its own headings.
    private static func text(_ analyzed: AnalyzedArticle) -> [Section] {
        let article = analyzed.article
        let found = FindingLabels(analyzed).bySentence
        let columns = [
            Column("sentences", "Sentence", sentences: .numbered), Column("found", "Found"),
        ]
        var sections = [Section("Text", columns: columns, rows: [])]
        var paragraph = -1
        for (index, sentence) in article.sentences.enumerated() {
            let opens = sentence.paragraph != paragraph
            if opens {
                paragraph = sentence.paragraph
                for heading in article.sections where heading.paragraph == paragraph {
                    sections.append(Section(heading.text, columns: columns, rows: []))
                }
            }
            let row = Row(
                [.sentences([Quoted(article, index)]), .list(found[index] ?? [])],
                opensParagraph: opens)
            sections[sections.count - 1].rows.append(row)
        }
        return sections.filter { !$0.rows.isEmpty }
    }
}
