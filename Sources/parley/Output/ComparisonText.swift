import Analysis
import Intake

/// A comparison as plain text: one row after the other, each column named, so that it reads the
/// same in a narrow window, in a pipe and aloud.
struct ComparisonText {
    let articles: [AnalyzedArticle]
    let comparison: Comparison

    var lines: [String] {
        headings + [""] + comparison.rows.flatMap(row) + clashes + omissions
    }

    private var headings: [String] {
        articles.enumerated().map { column, analyzed in
            let article = analyzed.article
            let retold = article.kind == .digest ? ", retold" : ""
            return "\(ComparisonText.name(column)) \(TextPages.outletName(article.outlet)), "
                + "\(article.published?.edtf ?? "no date stated")\(retold): "
                + article.heading
        }
    }

    /// A, B, C, D.
    static func name(_ column: Int) -> String { ["A", "B", "C", "D"][column] }

    private func row(_ row: Comparison.Row) -> [String] {
        let why = row.why.isEmpty ? "" : "  \(row.why)"
        var lines = ["\(mark(row.kind))\(why)"]
        for (column, sentences) in row.sentences.enumerated() {
            for sentence in sentences {
                let text = articles[column].article.sentenceText(sentence)
                lines.append("  \(ComparisonText.name(column)) §\(sentence + 1) \(text)")
            }
        }
        return lines + [""]
    }

    private func mark(_ kind: Comparison.Row.Kind) -> String {
        switch kind {
        case .same: "= same"
        case .overlap: "≈ overlaps"
        case .differs: "≠ differs"
        case .only: "‹ › only here"
        }
    }

    private var clashes: [String] {
        guard !comparison.clashes.isEmpty else { return [] }
        return ["Facts on which they differ"]
            + comparison.clashes.flatMap { clash in
                ["≠ \(clash.relation.words): \(clash.explanation)"]
                    + clash.values.map { value in
                        let numbers = value.sentences.map { "§\($0 + 1)" }.joined(separator: " ")
                        return "  \(ComparisonText.name(value.column)) \(numbers) \(value.text)"
                    }
            } + [""]
    }

    private var omissions: [String] {
        guard !comparison.omissions.isEmpty else { return [] }
        return ["What one leaves out"]
            + comparison.omissions.map { omission in
                let columns = omission.missingIn.map(ComparisonText.name).joined(separator: ", ")
                return "  \(omission.kind.rawValue) \(omission.id): not in \(columns)"
            }
    }
}
