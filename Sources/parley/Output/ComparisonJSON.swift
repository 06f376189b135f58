import Analysis
import Intake

/// A comparison as `parley compare --json` prints it.
struct ComparisonJSON {
    let articles: [AnalyzedArticle]
    let comparison: Comparison

    var document: JSON {
        .object([
            ("articles", .array(articles.map(article))),
            ("rows", .array(comparison.rows.map(row))),
            (
                "points",
                .array(
                    comparison.points.map {
                        .object([("id", .string($0.id)), ("sentences", columns($0.sentences))])
                    })
            ),
            ("clashes", .array(comparison.clashes.map(clash))),
            ("omissions", .array(comparison.omissions.map(omission))),
            ("copied", .array(comparison.copied.map(copy))),
            ("quotations", .array(comparison.quotations.map(quotation))),
            ("variants", .array(comparison.variants.map(variant))),
            ("similarity", .number(rounded(comparison.similarity))),
        ])
    }

    private func article(_ analyzed: AnalyzedArticle) -> JSON {
        let article = analyzed.article
        return .object([
            ("id", .string(article.id)), ("title", .optional(article.title)),
            ("outlet", .optional(article.outlet)),
            ("published", .optional(article.published?.edtf)),
            ("kind", .string(article.kind.rawValue)),
            ("sentences", .strings(article.sentences.indices.map(article.sentenceText))),
        ])
    }

    private func quotation(_ quotation: Comparison.Quotation) -> JSON {
        let places = quotation.places.map { place in
            JSON.object([
                ("article", .integer(place.column)), ("sentence", .integer(place.sentence)),
                ("start", .integer(place.range.lowerBound)),
                ("end", .integer(place.range.upperBound)),
                ("text", .string(articles[place.column].article.text[scalars: place.range])),
            ])
        }
        return .object([
            ("relation", .string(quotation.relation.rawValue)),
            ("speaker", .optional(quotation.speaker)), ("places", .array(places)),
            ("explain", .string(quotation.explanation)),
        ])
    }

    private func variant(_ variant: Comparison.Variant) -> JSON {
        let uses = variant.uses.map { use in
            JSON.object([
                ("article", .integer(use.column)), ("word", .string(use.form)),
                ("own", .integers(use.own.map(\.sentence))),
                ("quoted", .integers(use.quoted.map(\.sentence))),
            ])
        }
        return .object([
            ("about", .string(variant.about)), ("kind", .string(variant.kind.rawValue)),
            ("uses", .array(uses)),
        ])
    }

    private func row(_ row: Comparison.Row) -> JSON {
        .object([
            ("kind", .string(row.kind.rawValue)), ("sentences", columns(row.sentences)),
            ("points", .strings(row.points)), ("why", .string(row.why)),
        ])
    }

    private func clash(_ clash: Comparison.Clash) -> JSON {
        let values = clash.values.map { value in
            JSON.object([
                ("article", .integer(value.column)),
                (
                    "sentence",
                    value.sentences.count == 1
                        ? .integer(value.sentences[0]) : .integers(value.sentences)
                ), ("text", .string(value.text)),
            ])
        }
        return .object([
            ("about", .string(clash.about)), ("kind", .string(clash.kind.rawValue)),
            ("relation", .string(clash.relation.rawValue)), ("values", .array(values)),
            ("explain", .string(clash.explanation)),
        ])
    }

    private func omission(_ omission: Comparison.Omission) -> JSON {
        .object([
            ("kind", .string(omission.kind.rawValue)), ("id", .string(omission.id)),
            ("missingIn", .integers(omission.missingIn)),
        ])
    }

    private func copy(_ copy: Comparison.Copy) -> JSON {
        .object([
            ("sentences", columns(copy.sentences)),
            ("similarity", .number(rounded(copy.similarity))),
        ])
    }

    private func columns(_ sentences: [[Int]]) -> JSON {
        .array(sentences.map { JSON.integers($0) })
    }

    /// To three places: more would claim a precision the measure does not have.
    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
