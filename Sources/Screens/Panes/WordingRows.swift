import Analysis
import Intake

/// A comparison by wording, as rows: what several quote, sentences that stand nearly word for word
/// in both, and what they call the same thing. The words that differ are the evidence of a row.
struct WordingRows {
    private let articles: [AnalyzedArticle]
    private let comparison: Comparison

    /// Of the sentences with one of the words, so many of each article are shown; all are named.
    private static let sentenceLimit = 2

    init(_ articles: [AnalyzedArticle], _ comparison: Comparison) {
        self.articles = articles
        self.comparison = comparison
    }

    var rows: [Comparison.Row] {
        comparison.quotations.map(row) + comparison.copied.compactMap(row)
            + comparison.variants.map(row)
    }

    private func row(_ quotation: Comparison.Quotation) -> Comparison.Row {
        var row = emptyRow(
            quotation.relation == .same ? .same : .differs, "quoted: \(quotation.explanation)")
        for place in quotation.places {
            row.sentences[place.column] = [place.sentence]
            let marked = quotation.relation == .same ? [place.range] : place.own
            row.evidence[place.column] = marked.map {
                Evidence(sentence: place.sentence, range: $0)
            }
        }
        return row
    }

    /// A copied sentence with the words that only one side has.
    private func row(_ copy: Comparison.Copy) -> Comparison.Row? {
        let columns = copy.sentences.indices.filter { !copy.sentences[$0].isEmpty }
        guard columns.count == 2, let left = place(copy, columns[0]),
            let right = place(copy, columns[1])
        else { return nil }
        let diff = WordDiff(from: left.text, to: right.text)
        let changed = diff.pieces.filter { $0.kind != .kept }
        let percent = Int((100 * copy.similarity).rounded())
        var row = emptyRow(
            changed.isEmpty ? .same : .differs,
            changed.isEmpty
                ? "the same sentence" : "almost the same sentence, \(percent) % of the words")
        row.sentences = copy.sentences
        for (column, place) in [(columns[0], left), (columns[1], right)] {
            let ranges = changed.map { column == columns[0] ? $0.left : $0.right }
            row.evidence[column] = ranges.filter { !$0.isEmpty }.map {
                Evidence(
                    sentence: place.sentence,
                    range: $0.lowerBound + place.start..<$0.upperBound + place.start)
            }
        }
        return row
    }

    private func place(
        _ copy: Comparison.Copy, _ column: Int
    ) -> (sentence: Int, start: Int, text: String)? {
        guard let sentence = copy.sentences[column].first, articles.indices.contains(column),
            articles[column].article.sentences.indices.contains(sentence)
        else { return nil }
        let article = articles[column].article
        return (
            sentence, article.sentences[sentence].range.lowerBound, article.sentenceText(sentence)
        )
    }

    /// What each article calls it, how often, and where; words in quotations counted apart.
    private func row(_ variant: Comparison.Variant) -> Comparison.Row {
        let kind = variant.kind == .spelling ? "spelled" : "called"
        var row = emptyRow(.differs, "\(kind) · \(variant.about): \(WordingRows.counts(variant))")
        for use in variant.uses {
            let evidence = use.own + use.quoted
            row.evidence[use.column] += evidence
            for sentence in evidence.map(\.sentence).prefix(WordingRows.sentenceLimit)
            where !row.sentences[use.column].contains(sentence) {
                row.sentences[use.column].append(sentence)
            }
        }
        row.sentences = row.sentences.map { $0.sorted() }
        return row
    }

    private func emptyRow(_ kind: Comparison.Row.Kind, _ why: String) -> Comparison.Row {
        Comparison.Row(
            kind: kind, sentences: articles.map { _ in [] }, why: why,
            evidence: articles.map { _ in [] })
    }

    /// "“Kiev” 3 (§2, §5) | “Kyiv” 1 (§4), 2 quoted (§7)": one part an article.
    static func counts(_ variant: Comparison.Variant) -> String {
        let columns = Set(variant.uses.map(\.column)).sorted()
        return columns.map { column in
            variant.uses.filter { $0.column == column }.map(words).joined(separator: ", ")
        }.joined(separator: "  |  ")
    }

    private static func words(_ use: Comparison.Variant.Use) -> String {
        var parts: [String] = []
        if !use.own.isEmpty { parts.append(count(use.own)) }
        if !use.quoted.isEmpty { parts.append(count(use.quoted, " quoted")) }
        return "“\(use.form)” " + parts.joined(separator: ", ")
    }

    private static func count(_ places: [Evidence], _ what: String = "") -> String {
        let sentences = Set(places.map(\.sentence))
        return "\(places.count)\(what) (\(CompareSetter.ranges(Array(sentences))))"
    }
}
