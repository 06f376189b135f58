import Intake

/// Different figures for the same thing: the same key, the same unit, the same event.
struct FigureClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for figure in pair.left.findings.figures {
            guard let about = figure.about, seen.insert(about).inserted else { continue }
            let left = pair.left.findings.figures.filter { $0.about == about }
            let right = pair.right.findings.figures.filter { $0.about == about }
            clashes += [difference(about, left, right), version(about, left, right)]
                .compactMap { $0 }
        }
        return clashes
    }

    /// Values of each article that the other does not give.
    private func difference(
        _ about: String, _ left: [FigureFinding], _ right: [FigureFinding]
    ) -> Comparison.Clash? {
        let ours = values(left, without: right)
        let theirs = values(right, without: left)
        let here = ours.filter { a in theirs.contains { !agree(a, $0) } }
        let there = theirs.filter { a in ours.contains { !agree(a, $0) } }
        guard let first = here.first, let second = there.first else { return nil }
        let isOneDraft = here.contains { a in
            there.contains { a.draft == nil || $0.draft == nil || a.draft == $0.draft }
        }
        var clash = pair.clash(
            about, .figure,
            isOneDraft ? pair.relation(nil, nil) : .laterVersion,
            claim(first, pair.left), claim(second, pair.right))
        if let more = here.dropFirst().first {
            clash.values.insert(claim(more, pair.left).value(in: pair.leftIndex), at: 1)
        } else if let more = there.dropFirst().first {
            clash.values.append(claim(more, pair.right).value(in: pair.rightIndex))
        }
        return clash
    }

    /// Each value once that is comparable with some figure of the other article, and given by none.
    private func values(
        _ figures: [FigureFinding], without others: [FigureFinding]
    ) -> [FigureFinding] {
        var values: [FigureFinding] = []
        for figure in figures {
            let comparable = others.filter { areAboutTheSame(figure, $0) }
            let isGiven = comparable.contains { agree(figure, $0) && haveOneDraft(figure, $0) }
            guard !comparable.isEmpty, !isGiven, !values.contains(where: { agree($0, figure) })
            else { continue }
            values.append(figure)
        }
        return values
    }

    private func haveOneDraft(_ left: FigureFinding, _ right: FigureFinding) -> Bool {
        left.draft == nil || right.draft == nil || left.draft == right.draft
    }

    /// The same key and unit; what hangs on an event, of the same known event.
    private func areAboutTheSame(_ left: FigureFinding, _ right: FigureFinding) -> Bool {
        guard left.about == right.about, left.unit == right.unit, let about = left.about else {
            return false
        }
        if about.hasPrefix("plan.") || about.hasSuffix(".age") { return true }
        return left.event != nil && left.event == right.event
    }

    /// The same figure told of one draft here and of another there.
    private func version(
        _ about: String, _ left: [FigureFinding], _ right: [FigureFinding]
    ) -> Comparison.Clash? {
        for figure in left {
            let same = right.filter { areAboutTheSame(figure, $0) && agree(figure, $0) }
            guard let other = same.first, !same.contains(where: { haveOneDraft(figure, $0) }),
                !left.contains(where: { agree($0, other) && haveOneDraft($0, other) })
            else { continue }
            return pair.clash(
                about, .version, .laterVersion, claim(figure, pair.left),
                claim(other, pair.right))
        }
        return nil
    }

    /// Equal, or within a tenth when one of them is about.
    private func agree(_ left: FigureFinding, _ right: FigureFinding) -> Bool {
        if left.value == right.value { return true }
        guard left.isApproximate || right.isApproximate else { return false }
        return abs(left.value - right.value) <= 0.1 * max(abs(left.value), abs(right.value))
    }

    private func claim(_ figure: FigureFinding, _ column: Column) -> Claim {
        Claim(
            sentences: [figure.sentence], range: figure.range, text: column.text(of: figure.range))
    }
}
