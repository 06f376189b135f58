import Analysis
import Queries

/// Compares the articles of a plan's groups, one group after the other.
struct ClashSearch {
    private let snapshot: Snapshot
    private let plan: ClashPlan
    private let finder = ClashFinder()
    private var claims: [Int: ArticleClaims] = [:]
    private var done: Set<PairOfMatter> = []

    /// One fact on which articles differ; columns of its clash are rows of the archive.
    struct Found {
        var clash: Comparison.Clash
        /// Articles that say something of it, where not all of them were compared; else 0.
        var articleCount: Int
    }

    private struct PairOfMatter: Hashable {
        var matter: Claim.Matter
        var left: Int
        var right: Int
    }

    init(_ snapshot: Snapshot, _ plan: ClashPlan) {
        self.snapshot = snapshot
        self.plan = plan
    }

    /// What the articles of a group differ on, pair after pair, the older article first.
    mutating func clashes(in group: ClashPlan.Group) throws -> [Found] {
        guard let matter = ClaimKey.matter(of: group.key) else { return [] }
        let members = plan.members(of: group, index: snapshot.index).sorted { older($0, $1) }
        let all = try members.map { try claims(ofRow: Int(plan.rows[$0])) }
        let told = all.flatMap { article in
            article.claims.filter { $0.matter == matter && $0.keys.contains(group.key) }
        }
        guard let fact = told.first else { return [] }
        let facts = Set(told.map(\.about))
        let count = members.count < group.range.count ? group.range.count : 0
        var found: [Found] = []
        for left in members.indices {
            for right in members.indices where right > left {
                let rows = (Int(plan.rows[members[left]]), Int(plan.rows[members[right]]))
                guard plan.contents[members[left]] != plan.contents[members[right]],
                    all[left].mayClash(with: all[right], on: fact),
                    matter != .quote
                        || done.insert(
                            PairOfMatter(matter: matter, left: rows.0, right: rows.1)
                        ).inserted
                else { continue }
                let clashes = finder.clashes(all[left], all[right], of: matter) {
                    $0.matter == matter && facts.contains($0.about)
                }
                for clash in clashes {
                    var clash = clash
                    for index in clash.values.indices {
                        clash.values[index].column =
                            clash.values[index].column == 0 ? rows.0 : rows.1
                    }
                    found.append(Found(clash: clash, articleCount: count))
                }
            }
        }
        return found
    }

    /// The order of an archive's list from its oldest article.
    private func older(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (Int(plan.rows[a]), Int(plan.rows[b]))
        let days = (day(left), day(right))
        return days.0 == days.1 ? left < right : days.0 < days.1
    }

    /// The undated come last.
    private func day(_ row: Int) -> Int32 {
        let day = snapshot.index.day(ofRow: row)
        return day == DayColumn.undated ? Int32.max : day
    }

    private mutating func claims(ofRow row: Int) throws -> ArticleClaims {
        if let known = claims[row] { return known }
        let read = (try? ArticleTable.claims(row: row, snapshot.db)) ?? nil
        try Task.checkCancellation()
        claims[row] = read ?? ArticleClaims()
        return read ?? ArticleClaims()
    }
}
