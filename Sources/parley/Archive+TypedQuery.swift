import Archive
import Queries

extension Archive {
    /// What is read of a query as typed. A kept search that it names and nobody keeps is among what
    /// cannot be read.
    func parsed(_ typed: String) throws -> ParsedQuery {
        var parsed = QueryParser().parse(typed)
        for part in parsed.parts {
            let condition = if case .not(let inner) = part.query { inner } else { part.query }
            guard let (name, isPrefix) = condition.keptSearch,
                try !waiting({ try await self.keepsSearch(name, isPrefix: isPrefix) })
            else { continue }
            let message =
                "`\(QueryPrinter.text(of: condition))` at \(part.range.lowerBound + 1): no search is "
                + "kept under that name; `parley list searches` shows those that are."
            parsed.problems.append(QueryProblem(range: part.range, message: message))
        }
        return parsed
    }
}
