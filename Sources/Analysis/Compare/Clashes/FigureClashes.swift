import Intake

/// Different figures for the same thing: the same key, the same unit, the same event.
struct FigureClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left.findings.figures {
            guard let about = left.about else { continue }
            for right in pair.right.findings.figures where areAboutTheSame(left, right) {
                guard let found = clash(about, left, right),
                    seen.insert("\(found.relation) \(about) \(found.kind)").inserted
                else { continue }
                clashes.append(found)
            }
        }
        return clashes
    }

    private func areAboutTheSame(_ left: FigureFinding, _ right: FigureFinding) -> Bool {
        guard left.about == right.about, left.unit == right.unit else { return false }
        guard let event = left.event, let other = right.event else { return true }
        return event == other
    }

    private func clash(
        _ about: String, _ left: FigureFinding, _ right: FigureFinding
    ) -> Comparison.Clash? {
        if agree(left, right) { return version(about, left, right) }
        // A value that the other article gives as well, for the same draft, is no difference.
        guard !gives(pair.right, left), !gives(pair.left, right) else { return nil }
        return pair.clash(
            about, .figure, pair.relation(left.draft, right.draft), claim(left, pair.left),
            claim(right, pair.right))
    }

    /// The same figure told of one draft here and of another there.
    private func version(
        _ about: String, _ left: FigureFinding, _ right: FigureFinding
    ) -> Comparison.Clash? {
        guard let draft = left.draft, let other = right.draft, draft != other,
            !pair.right.findings.figures.contains(where: { same($0, left) && $0.draft == draft }),
            !pair.left.findings.figures.contains(where: { same($0, right) && $0.draft == other })
        else { return nil }
        return pair.clash(
            about, .version, .laterVersion, claim(left, pair.left), claim(right, pair.right))
    }

    private func gives(_ column: Column, _ figure: FigureFinding) -> Bool {
        column.findings.figures.contains {
            areAboutTheSame($0, figure) && agree($0, figure)
                && ($0.draft == nil || figure.draft == nil || $0.draft == figure.draft)
        }
    }

    private func same(_ left: FigureFinding, _ right: FigureFinding) -> Bool {
        areAboutTheSame(left, right) && agree(left, right)
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
