import Intake

/// Different figures for the same thing: the same key, the same unit, the same event.
struct FigureClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<[String]> = []
        for figure in pair.left where seen.insert([figure.about, figure.scope]).inserted {
            let left = pair.left.filter { isSameFact($0, figure) }
            let right = pair.right.filter { isSameFact($0, figure) }
            clashes += [difference(figure, left, right), version(figure, left, right)]
                .compactMap { $0 }
        }
        return clashes
    }

    private func isSameFact(_ left: Claim, _ right: Claim) -> Bool {
        left.about == right.about && left.scope == right.scope
    }

    /// Values of each article that the other does not give.
    private func difference(
        _ fact: Claim, _ left: [Claim], _ right: [Claim]
    ) -> Comparison.Clash? {
        let ours = values(left, without: right)
        let theirs = values(right, without: left)
        let here = ours.filter { a in theirs.contains { !agree(a, $0) } }
        let there = theirs.filter { a in ours.contains { !agree(a, $0) } }
        guard let first = here.first, let second = there.first else { return nil }
        let isOneDraft = here.contains { a in there.contains { haveOneDraft(a, $0) } }
        var clash = pair.clash(
            fact.about, .figure, isOneDraft ? pair.relation(nil, nil) : .laterVersion,
            first, second, scope: fact.scope)
        if let more = here.dropFirst().first {
            clash.values.insert(more.value(in: 0), at: 1)
        } else if let more = there.dropFirst().first {
            clash.values.append(more.value(in: 1))
        }
        return clash
    }

    /// Each value once that is comparable with some figure of the other article, and given by none.
    private func values(_ figures: [Claim], without others: [Claim]) -> [Claim] {
        var values: [Claim] = []
        for figure in figures {
            let comparable = others.filter { areAboutTheSame(figure, $0) }
            let isGiven = comparable.contains { agree(figure, $0) && haveOneDraft(figure, $0) }
            guard !comparable.isEmpty, !isGiven, !values.contains(where: { agree($0, figure) })
            else { continue }
            values.append(figure)
        }
        return values
    }

    /// Where a draft is not known it may be that of the other; but a plan of other points is
    /// another draft.
    private func haveOneDraft(_ left: Claim, _ right: Claim) -> Bool {
        if left.draft == right.draft, left.draft != nil { return true }
        let isUnknown = left.draft == nil || right.draft == nil
        return isUnknown && (left.about != "plan.points" || left.number == right.number)
    }

    /// The same unit; what hangs on an event, of a known one.
    private func areAboutTheSame(_ left: Claim, _ right: Claim) -> Bool {
        left.value == right.value && (!left.isBound || left.detail != nil)
    }

    /// The same figure told of one draft here and of another there.
    private func version(_ fact: Claim, _ left: [Claim], _ right: [Claim]) -> Comparison.Clash? {
        for figure in left {
            let same = right.filter { areAboutTheSame(figure, $0) && agree(figure, $0) }
            guard let other = same.first, !same.contains(where: { haveOneDraft(figure, $0) }),
                !left.contains(where: { agree($0, other) && haveOneDraft($0, other) })
            else { continue }
            return pair.clash(
                fact.about, .version, .laterVersion, figure, other, scope: fact.scope)
        }
        return nil
    }

    /// Equal, or within a tenth when one of them is about.
    private func agree(_ left: Claim, _ right: Claim) -> Bool {
        if left.number == right.number { return true }
        guard left.traits.contains(.about) || right.traits.contains(.about) else { return false }
        return abs(left.number - right.number) <= 0.1 * max(abs(left.number), abs(right.number))
    }
}

extension Claim {
    /// The event on which a figure hangs; empty for one that stands by itself.
    var scope: String { isBound ? detail ?? "" : "" }
}

extension ClaimReader {
    /// Figures of which it is known what they count.
    func figureClaims(_ column: Column) -> [Claim] {
        column.findings.figures.compactMap { figure in
            guard let about = figure.about else { return nil }
            return Claim(
                .figure, about: about, sentences: [figure.sentence], range: figure.range,
                value: figure.unit ?? "", draft: figure.draft, detail: figure.event,
                number: figure.value, traits: figure.isApproximate ? .about : [])
        }
    }
}
