import Analysis
import Queries

extension Snapshot {
    /// Everything with a name that fits what was typed, best first.
    mutating func names(like text: String, limit: Int) throws -> [NamedEntry] {
        let facets = try facets(of: index.live)
        var found: [(entry: NamedEntry, score: Int)] = []
        func consider(_ kind: NamedEntry.Kind, _ id: String, _ name: String, _ count: Int) {
            guard let match = FuzzyMatch(text, in: name) else { return }
            found.append(
                (
                    NamedEntry(
                        kind: kind, id: id, name: name, count: count, highlights: match.places),
                    match.score
                ))
        }
        for value in facets.actors { consider(.participant, value.id, value.name, value.count) }
        for value in facets.sources where value.id != ArticleFacts.unstated {
            consider(.source, value.id, value.name, value.count)
        }
        for value in facets.cited where !facets.sources.contains(where: { $0.id == value.id }) {
            consider(.source, value.id, value.name, value.count)
        }
        for value in facets.points { consider(.point, value.id, value.name, value.count) }
        for draft in dossier.drafts {
            let count = facets.drafts.first { $0.id == draft.id }?.count ?? 0
            consider(.draft, draft.id, draft.title, count)
        }
        for event in dossier.events { consider(.event, event.id, event.name, 0) }
        for row in try articlesTitled(text, limit: max(limit, 0)) {
            consider(.article, row.id, row.heading, 1)
        }
        let best = found.sorted {
            ($0.score, $0.entry.count, $1.entry.name) > ($1.score, $1.entry.count, $0.entry.name)
        }
        return best.prefix(max(0, limit)).map(\.entry)
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

/// How well typed letters fit a name: all of them, in order, the fewer gaps the better.
struct FuzzyMatch {
    /// Scalars of the name.
    private(set) var places: [Int] = []
    private(set) var score = 0

    /// Nil when the letters do not all occur in order; blanks are passed over, case and Latin
    /// diacritics do not count. An empty text fits everything.
    init?(_ typed: String, in name: String) {
        let wanted = FuzzyMatch.folded(typed).filter { $0 != UInt32(32) }
        let letters = FuzzyMatch.folded(name)
        var best: (places: [Int], score: Int)?
        for start in letters.indices where wanted.isEmpty || letters[start] == wanted[0] {
            guard let places = FuzzyMatch.places(wanted, letters, from: start) else { break }
            let score = FuzzyMatch.score(places, letters)
            if score > best?.score ?? Int.min { best = (places, score) }
            if wanted.isEmpty { break }
        }
        guard let best else {
            if wanted.isEmpty { return }
            return nil
        }
        (places, score) = best
    }

    private static func places(_ wanted: [UInt32], _ letters: [UInt32], from start: Int) -> [Int]? {
        var places: [Int] = []
        var index = start
        for letter in wanted {
            while index < letters.count, letters[index] != letter { index += 1 }
            guard index < letters.count else { return nil }
            places.append(index)
            index += 1
        }
        return places
    }

    private static func score(_ places: [Int], _ letters: [UInt32]) -> Int {
        var score = -letters.count / 8
        for (index, place) in places.enumerated() {
            if place == 0 || letters[place - 1] == UInt32(32) { score += 8 }
            if index > 0 { score += places[index - 1] + 1 == place ? 6 : -1 }
        }
        return score
    }

    /// One number a scalar: letters folded, all that is no letter or digit as a blank.
    private static func folded(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: return scalar.value
            case 0x41...0x5A: return scalar.value + 32
            case 0..<0x80: return 32
            default:
                let word = WordScanner.words(in: String(scalar)).first
                return word?.unicodeScalars.first?.value ?? 32
            }
        }
    }
}
