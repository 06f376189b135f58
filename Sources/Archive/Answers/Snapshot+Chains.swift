import Analysis
import Queries

extension Snapshot {
    /// Links that are listed of many articles: those that most of them have.
    private static let linkLimit = 300
    /// Links of these of which more than one article is read.
    private static let readLimit = 40

    /// Few articles have links of their own. Of more, links are counted in the columns in memory,
    /// and only some of the articles with the commonest are read for their words.
    mutating func chains(within query: Query) throws -> Chains {
        let matches = try rows(query)
        guard matches.count > Matrix.articleLimit else {
            let articles = try index.oldest(matches, 0..<matches.count).map { try analyzed($0) }
            return Chains(
                of: articles, letters: try letters(for: articles), articleCount: matches.count,
                dossier: dossier)
        }
        try index.refresh(db, columns: [.link])
        let counts = index.tally(.link, in: matches)
        let ends = counts.keys.compactMap { LinkKey(number: $0).end }
        let commonest = Snapshot.commonest(counts)
        let wanted = Set(commonest)
        let first = Set(commonest.prefix(Snapshot.readLimit))
        let found = index.newest(.link, wanted, in: matches) { first.contains($0) ? 3 : 1 }
        let articles = try Set(found.values.flatMap(\.self)).sorted(by: >).map { try analyzed($0) }
        return Chains(
            of: articles, wanted: Set(wanted.map { LinkKey(number: $0) }),
            count: { counts[$0.number] ?? 0 },
            totals: Chains.End.allCases.map { end in ends.count { $0 == end } },
            articleCount: matches.count, dossier: dossier)
    }

    /// At most `linkLimit`, the commonest first.
    private static func commonest(_ counts: [UInt32: Int]) -> [UInt32] {
        let links = counts.filter { LinkKey(number: $0.key).end != nil }
        let ordered = links.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        return ordered.prefix(linkLimit).map(\.key)
    }
}
