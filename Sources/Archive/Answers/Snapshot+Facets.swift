import Analysis
import Queries

extension Snapshot {
    static let facetColumns: Set<Column> = [.source, .cited, .actor, .point, .draft]

    /// What is kept of all articles, and of the dossier, for whoever narrows them.
    mutating func prepareNarrowing() throws {
        try index.refresh(db, columns: Snapshot.facetColumns)
        for column in Snapshot.facetColumns { _ = index.corpusCounts(column) }
        _ = live.spellings
    }

    /// Counts of `rows` by the values of the panes.
    mutating func facets(of rows: RowSet) throws -> Facets {
        rows == index.live ? try corpus().facets : try countedFacets(of: rows)
    }

    mutating func countedFacets(of rows: RowSet) throws -> Facets {
        try index.refresh(db, columns: Snapshot.facetColumns)
        var facets = Facets()
        let isWhole = rows == index.live
        let letters = letterRows()
        let outlets = Dictionary(
            dossier.outlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        facets.sources = facet(.source, rows, isWhole, letters) { outlets[$0] ?? $1 }
        facets.cited = facet(.cited, rows, isWhole, letters) { outlets[$0] ?? $1 }
        let names = participantNames
        facets.actors = facet(.actor, rows, isWhole, letters) { names[$0] ?? $1 }
        let points = Dictionary(
            dossier.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        facets.points = facet(.point, rows, isWhole, letters) { points[$0]?.name ?? $1 }
        for place in facets.points.indices {
            facets.points[place].parent = points[facets.points[place].id]?.topic
        }
        facets.topics = try topics(rows, points, letters)
        let titles = Dictionary(
            dossier.drafts.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        facets.drafts = facet(.draft, rows, isWhole, letters) { titles[$0] ?? $1 }
        return facets
    }

    /// The values of one loaded column that occur in the archive, by count, then by name.
    private mutating func facet(
        _ column: Column, _ rows: RowSet, _ isWhole: Bool, _ letters: [Int]?,
        _ name: (String, String) -> String
    ) -> [FacetValue] {
        let corpus = index.corpusCounts(column)
        let counts = isWhole ? corpus : index.counts(column, in: rows)
        let presence = letters.map { index.presence(column, letters: $0) }
        let table = index.values(column)
        var values: [FacetValue] = []
        for number in table.keys.indices where corpus[number] > 0 {
            values.append(
                FacetValue(
                    id: table.keys[number], name: name(table.keys[number], table.names[number]),
                    count: counts[number], corpusCount: corpus[number],
                    presence: presence?[number]))
        }
        return values.sorted(by: FacetValue.precedes)
    }

    /// The dossier's names, by id.
    private var participantNames: [String: String] {
        Dictionary(
            dossier.participants.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Who is quoted or reported somewhere and fits what was typed, most articles first.
    mutating func speakers(like typed: String, limit: Int) throws -> [FacetValue] {
        try index.refresh(db, columns: [.speaker])
        let names = participantNames
        let all = facet(.speaker, index.live, true, letterRows()) {
            $0 == ArticleFacts.unnamed ? "somebody not named" : names[$0] ?? $1
        }
        let fitting = all.lazy.filter {
            NameStart.fits(typed, $0.id) || NameStart.fits(typed, $0.name)
        }
        return Array(fitting.prefix(max(0, limit)))
    }

    /// Articles with at least one point of each topic.
    private mutating func topics(
        _ rows: RowSet, _ points: [String: PlanPoint], _ letters: [Int]?
    ) throws -> [FacetValue] {
        let table = index.values(.point)
        let numbers = Dictionary(
            dossier.topics.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let topicOfPoint = table.keys.map { points[$0].flatMap { numbers[$0.topic] } }
        let topicCount = dossier.topics.count
        let counts = index.groupCounts(.point, topicOfPoint, topicCount, in: rows)
        var corpus = counts
        if rows != index.live {
            let known = try self.corpus().facets.topics.map { ($0.id, $0.corpusCount) }
            let counts = Dictionary(known, uniquingKeysWith: { first, _ in first })
            corpus = dossier.topics.map { counts[$0.id] ?? 0 }
        }
        var presence = [UInt16](repeating: 0, count: topicCount)
        if let letters {
            for (value, bits) in index.presence(.point, letters: letters).enumerated() {
                if let topic = topicOfPoint[value] { presence[topic] |= bits }
            }
        }
        return dossier.topics.enumerated().filter { corpus[$0.offset] > 0 }.map { number, topic in
            FacetValue(
                id: topic.id, name: topic.name, count: counts[number],
                corpusCount: corpus[number], presence: letters == nil ? nil : presence[number])
        }.sorted(by: FacetValue.precedes)
    }

    /// Rows of the articles that carry a letter, in the order of `Overview.letters`; nil when
    /// there are too many.
    func letterRows() -> [Int]? {
        guard index.articleCount <= Overview.letterLimit else { return nil }
        return index.oldest(index.live, 0..<index.articleCount)
    }
}

extension FacetValue {
    /// Frequent ones first, then by name.
    static func precedes(_ left: FacetValue, _ right: FacetValue) -> Bool {
        left.count == right.count
            ? (left.name, left.id) < (right.name, right.id) : left.count > right.count
    }
}

extension FacetIndex {
    /// For each value of a loaded column, bit n when the n-th of `letters` has it.
    func presence(_ column: Column, letters: [Int]) -> [UInt16] {
        var presence = [UInt16](repeating: 0, count: values(column).keys.count)
        for (bit, row) in letters.enumerated() {
            for number in numbers(column, row: row) where Int(number) < presence.count {
                presence[Int(number)] |= 1 << UInt16(bit)
            }
        }
        return presence
    }

    /// How many of `rows` have at least one value of each group; nil groups count nowhere.
    func groupCounts(
        _ column: Column, _ groupOfValue: [Int?], _ groupCount: Int, in rows: RowSet
    ) -> [Int] {
        var counts = [Int](repeating: 0, count: groupCount)
        var lastRow = [Int](repeating: -1, count: groupCount)
        for (number, segment) in lists(column).enumerated() {
            segment.visit(rows, segment: number) { row, value in
                guard value < groupOfValue.count, let group = groupOfValue[value],
                    lastRow[group] != row
                else { return }
                lastRow[group] = row
                counts[group] += 1
            }
        }
        return counts
    }
}
