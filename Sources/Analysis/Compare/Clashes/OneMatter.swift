// Two articles that a person puts side by side are of one matter, or the person wants to see that
// they are not. Two that merely have a key in common, among thousands, must show it: a deadline of
// one negotiation does not differ from that of another, nor an age from that of a year before.

extension ArticleClaims {
    /// Articles further apart than this say nothing of the same state of things.
    private static let season = 100
    /// Ages of somebody in articles further apart may both be right.
    private static let ageDays = 10

    /// Whether a difference on what `claim` says would mean anything, all else of two articles
    /// being unknown.
    package func mayClash(with other: ArticleClaims, on claim: Claim) -> Bool {
        let days = daysApart(other) ?? 0
        switch claim.matter {
        case .outcome, .date, .place, .name: return true
        case .figure where claim.about.hasSuffix(".age"):
            return days <= ArticleClaims.ageDays && isOfOneMatter(with: other)
        case .figure where claim.isBound: return true
        case .figure, .scope, .deadline, .receipt, .office:
            return days <= ArticleClaims.season && isOfOneMatter(with: other)
        case .position, .demand, .version, .quote: return days <= ArticleClaims.season
        }
    }

    /// Nil where one of the days is not stated.
    func daysApart(_ other: ArticleClaims) -> Int? {
        day.flatMap { day in other.day.map { abs(day - $0) } }
    }

    /// Both speak of one draft, point or event of the dossier.
    private func isOfOneMatter(with other: ArticleClaims) -> Bool {
        subjects.contains(where: other.subjects.contains)
    }
}
