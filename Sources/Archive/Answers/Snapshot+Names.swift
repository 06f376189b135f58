import Analysis
import Queries

extension Snapshot {
    /// Everything with a name that fits what was typed, best first: what has its letters in a row
    /// or at the beginning of words, else what has them anywhere, else what is so called in
    /// queries, else what has words like the typed ones.
    mutating func names(like text: String, limit: Int) throws -> [NamedEntry] {
        let named = try named(text, limit: limit)
        var found = NamesFound(text, in: named)
        if found.isEmpty { found = NamesFound(text, inIDsOf: named) }
        if found.isEmpty, let meant = NamesFound.spelled(text, as: named) {
            found = NamesFound(meant, in: named)
        }
        return found.best(limit)
    }

    /// All that has a name; articles whose titles could fit.
    private mutating func named(_ text: String, limit: Int) throws -> [NamedEntry] {
        let facets = try facets(of: index.live)
        var named: [NamedEntry] = []
        func add(_ kind: NamedEntry.Kind, _ id: String, _ name: String, _ count: Int) {
            named.append(NamedEntry(kind: kind, id: id, name: name, count: count))
        }
        for value in facets.actors { add(.participant, value.id, value.name, value.count) }
        for value in facets.sources where value.id != ArticleFacts.unstated {
            add(.source, value.id, value.name, value.count)
        }
        for value in facets.cited where !facets.sources.contains(where: { $0.id == value.id }) {
            add(.source, value.id, value.name, value.count)
        }
        for value in facets.points { add(.point, value.id, value.name, value.count) }
        let known = Set(facets.points.map(\.id))
        // No article speaks of them, which is worth knowing, too.
        for point in dossier.points where !known.contains(point.id) {
            add(.point, point.id, point.name, 0)
        }
        for draft in dossier.drafts {
            let count = facets.drafts.first { $0.id == draft.id }?.count ?? 0
            add(.draft, draft.id, draft.title, count)
        }
        for event in dossier.events { add(.event, event.id, event.name, 0) }
        for row in try articlesTitled(text, limit: max(limit, 0)) {
            named.append(
                NamedEntry(
                    kind: .article, id: row.id, name: row.heading, count: 1,
                    published: row.published, outlet: row.outlet))
        }
        return named
    }

    /// Articles to be matched by title: all when they are few, else those whose titles hold the
    /// typed words, the last one perhaps unfinished.
    private mutating func articlesTitled(_ text: String, limit: Int) throws -> [ArticleRow] {
        var matches = index.live
        if index.articleCount > 500 {
            let words = WordScanner.words(in: text)
            guard let last = words.last else { return [] }
            matches = try rows(
                .and(
                    words.dropLast().map { .field(.title, $0) } + [.fieldPrefix(.title, last)]))
        }
        return try index.newest(matches, 0..<min(matches.count, max(limit, 500)))
            .map { try articleRow($0) }
    }
}

/// Names that fit what was typed.
private struct NamesFound {
    private var found: [(entry: NamedEntry, match: FuzzyMatch)] = []

    var isEmpty: Bool { found.isEmpty }

    init(_ text: String, in named: [NamedEntry]) {
        for entry in named {
            guard let match = FuzzyMatch(text, in: entry.name) else { continue }
            var entry = entry
            entry.highlights = match.places
            found.append((entry, match))
        }
        // Letters strewn over a name are what somebody meant only where nothing else fits.
        if found.contains(where: \.match.isTidy) { found.removeAll { !$0.match.isTidy } }
    }

    init(_ text: String, inIDsOf named: [NamedEntry]) {
        found = named.filter { $0.kind != .article }.compactMap { entry in
            FuzzyMatch(text, in: entry.id).flatMap { $0.isTidy ? (entry, $0) : nil }
        }
    }

    func best(_ limit: Int) -> [NamedEntry] {
        found.sorted {
            ($0.match.score, $0.entry.count, $1.entry.name)
                > ($1.match.score, $1.entry.count, $0.entry.name)
        }.prefix(max(0, limit)).map(\.entry)
    }

    /// The typed words, each as the names spell one that is like it; nil where one is like none.
    static func spelled(_ text: String, as named: [NamedEntry]) -> String? {
        let typed = WordScanner.words(in: text)
        guard typed.contains(where: { $0.utf8.count > 3 }) else { return nil }
        let known = Array(Set(named.flatMap { WordScanner.words(in: $0.name) })).sorted()
        let meant = typed.compactMap { nearest(to: $0, among: known) }
        return meant.count == typed.count ? meant.joined(separator: " ") : nil
    }
}
