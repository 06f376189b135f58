import Analysis
import Queries

/// Why nothing was found: how many articles each part of the query has alone, and without it;
/// what the dossier knows of it; and ways on.
package struct EmptyResult: Equatable, Sendable {
    /// One filter, or one part of what was typed.
    package struct Part: Equatable, Sendable {
        /// As typed, or `actor:umerov` for a filter.
        package var text: String
        /// What is left to ask for when this part is taken out.
        package var without: BrowseScreen.Narrowing
        /// Articles that meet this part alone; nil until counted.
        package var aloneCount: Int?
        /// Articles that meet all other parts; nil until counted.
        package var withoutCount: Int?
        var aloneQuery: Query
        var withoutQuery: Query
        /// The same with a field in the place of what was typed, where that is a name that is known:
        /// to be offered where nothing has the word.
        var named: [Way] = []
        /// The same with words that are spelled almost so, where no article has what was typed and
        /// no name is known; nil until asked for.
        private(set) var near: [Way]?

        /// What was typed for a word, where no article has it and what is spelled like it is to be
        /// asked for.
        var unknownWord: String? {
            guard aloneCount == 0, named.isEmpty, near == nil else { return nil }
            return aloneQuery.typedWord
        }

        mutating func take(_ words: [NearWord]) {
            near = words.map { EmptyResult.way($0.word, besides: without, count: $0.articleCount) }
        }
    }

    /// Somewhere to go from here.
    enum Way: Equatable, Sendable {
        case narrow(BrowseScreen.Narrowing, words: String, count: Int?)
        /// The page of a point that no article speaks of.
        case point(String, name: String)

        var words: String {
            switch self {
            case .narrow(_, let words, _): words
            case .point(_, let name): "Read what the drafts say of “\(name)”"
            }
        }

        /// "4 articles"; empty where they are not counted.
        var count: String {
            if case .narrow(_, _, let count?) = self { return Wording.counted(count, "article") }
            return ""
        }
    }

    package var parts: [Part] = []
    private var inCapitals: BrowseScreen.Narrowing?
    /// The way on that is selected; nil until one was chosen, then the most promising is.
    private var choice: Int?

    package init() {}

    /// The parts of a narrowing, each with what remains when it is taken out, and with the values of
    /// `facets` and the kept searches that it may name.
    init(
        _ narrowing: BrowseScreen.Narrowing, facets: Facets = Facets(),
        searches: [SavedSearch] = []
    ) {
        let parsed = QueryParser().parse(narrowing.search)
        for (index, filter) in narrowing.filters.enumerated() {
            var rest = narrowing
            rest.filters.remove(at: index)
            parts.append(
                Part(
                    text: "\(filter.field.rawValue):\(filter.value)", without: rest,
                    aloneQuery: .field(filter.field, filter.value),
                    withoutQuery: rest.query().query))
        }
        if let day = narrowing.knownOn {
            var rest = narrowing
            rest.knownOn = nil
            let known = Query.everything.known(on: day)
            parts.append(
                Part(
                    text: QueryPrinter.text(of: known), without: rest, aloneQuery: known,
                    withoutQuery: rest.query().query))
        }
        let scalars = Array(narrowing.search.unicodeScalars)
        inCapitals = EmptyResult.inCapitals(narrowing)
        let pieces = parsed.parts.filter { $0.range.count < scalars.count }
        for piece in pieces.isEmpty ? parsed.parts.prefix(1) : pieces[...] {
            var rest = narrowing
            rest.search = EmptyResult.removing(piece.range, from: scalars)
            var part = Part(
                text: EmptyResult.text(scalars[piece.range.clamped(to: 0..<scalars.count)]),
                without: rest, aloneQuery: piece.query, withoutQuery: rest.query().query)
            part.named = EmptyResult.names(of: piece, facets, searches).map { term, count in
                EmptyResult.way(term, besides: rest, count: count)
            }
            parts.append(part)
        }
    }

    /// A term in place of one that nothing has; it is counted alone.
    private static func way(
        _ term: String, besides rest: BrowseScreen.Narrowing, count: Int
    ) -> Way {
        var named = rest
        named.search = rest.search.isEmpty ? term : "\(rest.search) \(term)"
        return .narrow(
            named, words: "Search for \(named.search)", count: rest.isEmpty ? count : nil)
    }

    /// "actor:iaea" for "iaea", "cites:nyt" for "source:nyt", "actor:putin" for "actor:putn", with
    /// how many articles have them; at most three.
    private static func names(
        of part: QueryPart, _ facets: Facets, _ searches: [SavedSearch]
    ) -> [(String, Int)] {
        var typed = part.query.typedWord ?? ""
        var values: [(QueryKey, [FacetValue])] = [
            (.actor, facets.actors), (.point, facets.topics + facets.points),
            (.source, facets.sources), (.cites, facets.cited), (.draft, facets.drafts),
            (.saved, searches.map(\.asValue)),
        ]
        var isField = false
        if case .field(let field, let value) = part.query {
            (typed, isField) = (value, true)
            // Whoever is cited, and publishes nothing here, is often taken for a source.
            values = values.filter { key, _ in
                key.field == field || field == .source && key == .cites
            }
        }
        guard typed.unicodeScalars.count > 1 else { return [] }
        let all = values.flatMap { key, values in values.map { (key: key, value: $0) } }
        var meant = all.filter {
            NameStart.fits(typed, $0.value.id) || NameStart.fits(typed, $0.value.name)
        }
        if meant.isEmpty, isField {
            let near = all.compactMap { name in
                slips(in: typed, for: name.value).map { (slips: $0, name: name) }
            }
            let least = near.map(\.slips).min()
            meant = near.filter { $0.slips == least }.map(\.name)
        }
        return meant.prefix(3).map { key, value in
            ("\(key.rawValue):\(QueryPrinter.value(value.id))", value.corpusCount)
        }
    }

    /// By how many slips what was typed is an id or a word of a name; nil where it is none of them.
    private static func slips(in typed: String, for value: FacetValue) -> Int? {
        let typed = Array(typed.lowercased().unicodeScalars)
        let words = [value.id] + value.name.split(separator: " ").map { $0.lowercased() }
        return words.compactMap { Spelling.typed(typed, for: Array($0.unicodeScalars)) }.min()
    }

    /// The narrowing with `or`, `and` and `not` in capitals, where they are no words; nil without.
    static func inCapitals(_ narrowing: BrowseScreen.Narrowing) -> BrowseScreen.Narrowing? {
        var scalars = Array(narrowing.search.unicodeScalars)
        let parts = QueryParser().parse(narrowing.search).parts
        for range in parts.map(\.range) where range.upperBound <= scalars.count {
            let word = text(scalars[range])
            guard ["or", "and", "not"].contains(word) else { continue }
            scalars.replaceSubrange(range, with: word.uppercased().unicodeScalars)
        }
        var changed = narrowing
        changed.search = text(scalars[...])
        return changed == narrowing ? nil : changed
    }

    private static func removing(_ range: Range<Int>, from scalars: [Unicode.Scalar]) -> String {
        let range = range.clamped(to: 0..<scalars.count)
        let rest = Array(scalars[..<range.lowerBound] + scalars[range.upperBound...])
        return text(rest[...]).split(separator: " ").joined(separator: " ")
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// What stands on a view of no articles.
    static let noneFits = "No article fits: U shows all there are, :import PATH brings more."

    /// What stands over a view of the dossier where the archive is empty.
    static let noneYet = "There are no articles yet; :import PATH takes some in."

    /// What stands where the archive is empty.
    static let noArticles =
        "parley import FOLDER takes in articles; :import FOLDER does it from here."

    /// The points asked for that no article speaks of, by id.
    var unreported: [String] {
        parts.compactMap { part in
            if case .field(.point, let id) = part.aloneQuery, part.aloneCount == 0 { return id }
            return nil
        }
    }

    /// Where one can go on: without each part, to what the dossier knows, without all of it.
    func ways(_ labels: Labels) -> [Way] {
        var ways: [Way] = parts.map {
            .narrow($0.without, words: "Search without \($0.text)", count: $0.withoutCount)
        }
        for part in parts where part.aloneCount == 0 { ways += part.named + (part.near ?? []) }
        if let inCapitals {
            ways.append(.narrow(inCapitals, words: "Search for \(inCapitals.search)", count: nil))
        }
        for id in unreported where labels.points[id] != nil {
            ways.append(.point(id, name: labels.point(id)))
        }
        if let any = anyWord { ways.append(any) }
        if parts.count > 1 {
            ways.append(.narrow(.init(), words: "Take all of it away", count: nil))
        }
        return ways
    }

    /// Any of the words instead of all, of three or more and of nothing else.
    private var anyWord: Way? {
        let words = parts.compactMap(\.aloneQuery.typedWord)
        guard words.count == parts.count, words.count > 2, inCapitals == nil else { return nil }
        var narrowing = BrowseScreen.Narrowing()
        narrowing.search = QueryPrinter.text(of: .or(parts.map(\.aloneQuery)))
        return .narrow(narrowing, words: "Search for any of the words, best first", count: nil)
    }

    /// The selected way: the one chosen, else a name that was meant, else the one that finds most.
    func index(_ labels: Labels) -> Int {
        let ways = ways(labels)
        if let choice { return min(choice, max(0, ways.count - 1)) }
        let meant = parts.flatMap { $0.named + ($0.near ?? []) }
        if let index = ways.firstIndex(where: meant.contains) { return index }
        let counts = parts.map { $0.withoutCount ?? 0 }
        guard let most = counts.max(), most > 0 else {
            return anyWord.flatMap(ways.firstIndex) ?? max(0, ways.count - 1)
        }
        return counts.firstIndex(of: most) ?? 0
    }

    mutating func move(by step: Int, labels: Labels) {
        let count = ways(labels).count
        choice = min(max(0, index(labels) + step), max(0, count - 1))
    }
}
