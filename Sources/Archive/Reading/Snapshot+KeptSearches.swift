import GRDB
import Queries

// A kept search in another query: `saved:NAME` gives way to what the search asks for before
// anything is looked up, so that it counts, explains and marks like what it stands for.

extension Snapshot {
    /// How many kept searches take their places in one query; those beyond find nothing.
    static let keptSearchLimit = 64

    /// The query with what kept searches ask for in the place of their names. A name that none has
    /// stays and finds nothing, and so does one that stands in its own search.
    func expanding(_ query: Query) throws -> Query {
        guard !query.keptSearches.isEmpty else { return query }
        var searches = KeptSearches(try keptSearches())
        return searches.expanding(query)
    }

    /// The conditions that stay where kept searches have taken their places: names that nobody
    /// keeps, that stand in themselves, or that are too many.
    func unkept(in query: Query) throws -> [Query] {
        var seen: Set<Query> = []
        return try expanding(query).keptSearches.filter { seen.insert($0).inserted }
    }

    /// By name, not counted.
    func keptSearches() throws -> [SavedSearch] {
        var searches: [SavedSearch] = []
        try db.step("SELECT name, query FROM saved_search ORDER BY name", []) {
            searches.append(
                SavedSearch(name: Database.text($0, 0) ?? "", query: Database.text($0, 1) ?? ""))
        }
        return searches
    }
}

/// Puts kept searches where their names stand, one inside another.
private struct KeptSearches {
    private let searches: [(typed: String, name: String, query: String)]
    /// Those whose own query is being put in place, by their place in `searches`.
    private var open: Set<Int> = []
    private var left = Snapshot.keptSearchLimit

    init(_ searches: [SavedSearch]) {
        self.searches = searches.map { ($0.name, NameForm.folded($0.name), $0.query) }
    }

    mutating func expanding(_ query: Query) -> Query {
        query.replacing { condition in
            guard let (name, isPrefix) = condition.keptSearch else { return condition }
            let parts = places(of: name, isPrefix: isPrefix).map { place(of: $0) }
            // What is left out stays under its name, so that it is not left out in silence.
            let isWhole = !parts.isEmpty && !parts.contains(nil)
            return .or(parts.compactMap(\.self) + (isWhole ? [] : [condition]))
        }
    }

    /// What a search asks for; nil where it is asked for inside itself, or too many are.
    private mutating func place(of index: Int) -> Query? {
        guard left > 0, open.insert(index).inserted else { return nil }
        left -= 1
        defer { open.remove(index) }
        return expanding(QueryParser().parse(searches[index].query).query)
    }

    /// As names of all else are understood: the name as it is written, else the whole name, failing
    /// that words inside of it.
    private func places(of name: String, isPrefix: Bool) -> [Int] {
        let wanted = NameForm.folded(name)
        func those(_ fits: (String) -> Bool) -> [Int] {
            searches.indices.filter { fits(searches[$0].name) }
        }
        if let written = searches.firstIndex(where: { $0.typed == name }), !isPrefix {
            return [written]
        }
        if isPrefix { return those { NameForm.hasWord(beginningWith: wanted, in: $0) } }
        let exact = those { $0 == wanted }
        return exact.isEmpty && !wanted.isEmpty ? those { NameForm.holds(wanted, $0) } : exact
    }
}
