import Intake
import Queries

/// A report as one JSON document, for the screens that have no document of their own. Sentences
/// are counted from 0 and offsets are Unicode scalars of the article's text, as in all documents.
struct ReportJSON {
    let report: Report

    var document: JSON {
        .object([
            ("address", .optional(report.address?.text)),
            ("title", .string(report.title)),
            ("facts", .object(report.facts.map { ($0.key, value($0.value)) })),
            ("notes", .strings(report.notes)),
            ("sections", .array(report.sections.map(section))),
        ])
    }

    private func section(_ section: Report.Section) -> JSON {
        let rows = section.rows.map { row in
            JSON.object(zip(section.columns, row.cells).map { ($0.key, value($1)) })
        }
        return .object([
            ("title", .string(section.title)), ("note", .optional(section.note)),
            ("rows", .array(rows)),
        ])
    }

    private func value(_ cell: Report.Cell) -> JSON {
        switch cell {
        case .none: .null
        case .text(let text): .string(text)
        case .number(let value): .number(value)
        case .list(let items): .strings(items)
        case .kind(let kind): .string(kind.rawValue)
        case .sentences(let sentences): .array(sentences.map(sentence))
        }
    }

    private func sentence(_ quoted: Report.Quoted) -> JSON {
        let evidence = quoted.evidence.map { range in
            JSON.object([
                ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
            ])
        }
        return .object([
            ("article", .string(quoted.articleID)), ("outlet", .optional(quoted.outlet)),
            ("published", .optional(quoted.published)), ("kind", .string(quoted.kind.rawValue)),
            ("sentence", .integer(quoted.sentence)), ("start", .integer(quoted.range.lowerBound)),
            ("end", .integer(quoted.range.upperBound)), ("text", .string(quoted.text)),
            ("evidence", .array(evidence)),
        ])
    }
}
