import Intake
import Queries

/// Ranked articles as `parley search --json` prints them.
struct SearchDocument {
    /// As it was typed.
    let query: String
    let answer: ArticlesAnswer
    let problems: [QueryProblem]

    var json: JSON {
        .object([
            ("query", .string(query)), ("total", .integer(answer.total)),
            ("hits", .array(answer.rows.map(hit))), ("errors", .array(problems.map(error))),
        ])
    }

    private func hit(_ row: ArticleRow) -> JSON {
        let passages = row.passages.map { passage in
            JSON.object([
                ("sentence", .integer(passage.sentence)), ("text", .string(passage.text)),
            ])
        }
        return .object([
            ("id", .string(row.id)), ("title", .optional(row.title)),
            ("outlet", .optional(row.outlet)), ("published", .optional(row.published?.edtf)),
            ("kind", .string(row.kind.rawValue)), ("score", .number(row.score)),
            ("passages", .array(passages)),
        ])
    }

    private func error(_ problem: QueryProblem) -> JSON {
        .object([
            ("start", .integer(problem.range.lowerBound)),
            ("end", .integer(problem.range.upperBound)), ("message", .string(problem.message)),
        ])
    }
}
