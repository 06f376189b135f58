package import Analysis
package import Intake

// The time cursor: a query that asks for all as it was known on a day.

extension Query {
    /// The day on which all is asked for as it was known; the earliest where there are several,
    /// nil where the query asks for all of today.
    package var knownOn: Day? {
        switch self {
        case .known(let date): date.lastDay
        case .and(let parts): parts.compactMap(\.knownOn).min()
        default: nil
        }
    }

    /// The query asked of another day; nil asks for all that is known today.
    package func known(on day: Day?) -> Query {
        let timeless: Query =
            switch self {
            case .known: .everything
            case .and(let parts): Query.all(parts.map { $0.known(on: nil) })
            default: normalized
            }
        guard let day else { return timeless }
        return timeless.narrowed(by: .known(PublicationDate(day: day)))
    }
}

extension Dossier {
    /// The dossier as it was on the day that a query asks of.
    package func known(to query: Query) -> Dossier {
        query.knownOn.map { known(on: $0) } ?? self
    }
}
