import Archive
import Queries

extension Archive {
    /// What is read of a query as typed. A kept search that it names and nobody keeps is among what
    /// cannot be read.
    func parsed(_ typed: String) throws -> ParsedQuery {
        var parsed = QueryParser().parse(typed)
        for part in parsed.parts {
            let condition = if case .not(let inner) = part.query { inner } else { part.query }
            guard condition.keptSearch != nil else { continue }
            let left = try waiting { try await self.unkeptSearches(in: condition) }
            guard let first = left.first else { continue }
            let typed = QueryPrinter.text(of: condition)
            let reason =
                first == typed
                ? "no search is kept under that name, or it stands in itself"
                : "it rests on `\(first)`, which is kept no more or stands in itself"
            let message =
                "`\(typed)` at \(part.range.lowerBound + 1): \(reason); `parley list searches` shows "
                + "those that are kept."
            parsed.problems.append(QueryProblem(range: part.range, message: message))
        }
        return parsed
    }
}
