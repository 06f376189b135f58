import Analysis
import Intake

/// A comparison as Markdown: a table a row of which is a row of the comparison, so that it opens
/// well on any forge and prints well.
struct ComparisonMarkdown {
    let articles: [AnalyzedArticle]
    let comparison: Comparison

    var lines: [String] {
        ["# Compared side by side", ""] + articles.indices.map(heading)
            + ["", "## By what a sentence asserts", ""] + table + clashes + omissions
    }

    private func heading(_ column: Int) -> String {
        let article = articles[column].article
        let title = article.heading
        let retold = article.kind == .digest ? ", retold" : ""
        return "- **\(ComparisonText.name(column))** \(plain(TextPages.outletName(article.outlet)))"
            + ", \(article.published?.edtf ?? "no date stated")\(retold): \(plain(title))"
    }

    private var table: [String] {
        let names = articles.indices.map { " \(ComparisonText.name($0)) |" }.joined()
        let rules = articles.indices.map { _ in " --- |" }.joined()
        return ["| |\(names) why |", "| --- |\(rules) --- |"] + comparison.rows.map(row) + [""]
    }

    private func row(_ row: Comparison.Row) -> String {
        let cells = row.sentences.enumerated().map { column, sentences in
            let texts = sentences.map { sentence in
                "§\(sentence + 1) \(plain(articles[column].article.sentenceText(sentence)))"
            }
            return " \(texts.joined(separator: "<br>")) |"
        }
        return "| \(row.kind.rawValue) |\(cells.joined()) \(plain(row.why)) |"
    }

    private var clashes: [String] {
        guard !comparison.clashes.isEmpty else { return [] }
        let items = comparison.clashes.map { clash in
            let values = clash.values.map { value in
                let numbers = value.sentences.map { "§\($0 + 1)" }.joined(separator: " ")
                return "  - \(ComparisonText.name(value.column)) \(numbers): \(plain(value.text))"
            }
            let head = "- \(clash.relation.words): \(plain(clash.explanation))"
            return ([head] + values).joined(separator: "\n")
        }
        return [
            "## Facts on which they differ", "",
            "A clash says that texts differ, not who is right.", "",
        ]
            + items + [""]
    }

    private var omissions: [String] {
        guard !comparison.omissions.isEmpty else { return [] }
        return ["## What one leaves out", ""]
            + comparison.omissions.map { omission in
                let columns = omission.missingIn.map(ComparisonText.name).joined(separator: ", ")
                return "- \(omission.kind.rawValue) `\(omission.id)`: not in \(columns)"
            }
    }

    /// Text that Markdown and HTML take as it stands: an article cannot add markup of its own.
    private func plain(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "!": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }
}
