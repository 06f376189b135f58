// Kept searches in a query: conditions that give way to what the searches ask for.

extension Query {
    /// The name, or its beginning, of the kept search that this condition stands for.
    package var keptSearch: (name: String, isPrefix: Bool)? {
        switch self {
        case .field(.saved, let name): (name, false)
        case .fieldPrefix(.saved, let name): (name, true)
        default: nil
        }
    }

    /// The conditions in it that stand for kept searches, in order.
    package var keptSearches: [Query] {
        switch self {
        case .not(let inner), .sentence(let inner): inner.keptSearches
        case .and(let parts), .or(let parts): parts.flatMap(\.keptSearches)
        default: keptSearch == nil ? [] : [self]
        }
    }

    /// Whether a kept search of this name stands in it, or in one that stands in it.
    package func rests(on name: String, among searches: [SavedSearch]) -> Bool {
        var open = [self]
        var seen: Set<String> = []
        while let query = open.popLast() {
            let named = query.keptSearches.compactMap { $0.keptSearch?.name.lowercased() }
            if named.contains(name.lowercased()) { return true }
            for next in named where seen.insert(next).inserted {
                open += searches.filter { $0.name.lowercased() == next }
                    .map { QueryParser().parse($0.query).query }
            }
        }
        return false
    }
}
