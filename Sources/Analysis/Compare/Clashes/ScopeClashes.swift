import Intake

/// The same count of the same person told of different things in one state: "his fourth visit to
/// Norway" here, "his fourth visit to the Norwegian capital" there. Both can hardly be exact.
struct ScopeClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let right = counts(pair.right)
        var seen: Set<String> = []
        return counts(pair.left).compactMap { left in
            guard !seen.contains(left.about),
                !right.contains(where: { $0.isCount(left) && $0.agrees(left) }),
                let other = right.first(where: { $0.isCount(left) })
            else { return nil }
            seen.insert(left.about)
            return pair.clash(
                "\(left.about).scope", .figure, .contradiction, left.claim, other.claim)
        }
    }

    private struct Count {
        var about: String
        var value: Double
        var people: Set<String>
        var states: Set<String>
        var scope: Set<UInt64>
        var claim: Claim

        func isCount(_ other: Count) -> Bool {
            about == other.about && value == other.value
                && !people.isDisjoint(with: other.people)
                && !states.isDisjoint(with: other.states)
        }

        /// One scope is the other's, told more or less fully.
        func agrees(_ other: Count) -> Bool {
            scope.isSubset(of: other.scope) || other.scope.isSubset(of: scope)
        }
    }

    /// Ordinals with what follows them: "sixth visit" and "to Freedonia in 2025".
    private func counts(_ column: Column) -> [Count] {
        column.findings.figures.compactMap { figure in
            guard figure.unit == "ordinal", let about = figure.about else { return nil }
            let reading = column.reading
            let rest = scope(after: figure, reading)
            let words = rest.filter { FeatureList.isContent(reading.tokens[$0]) }
                .map { WordStem.stem(of: reading.tokens[$0], in: reading.article.text.utf8).hash }
            let people = column.findings.actors.filter {
                $0.kind == .person && $0.basis.sentences.contains(figure.sentence)
            }
            guard !words.isEmpty, !people.isEmpty, let last = rest.last else { return nil }
            let range = figure.range.lowerBound..<Int(reading.tokens[last].scalarEnd)
            let claim = Claim(
                sentences: [figure.sentence], range: range, text: column.text(of: range))
            return Count(
                about: about, value: figure.value, people: Set(people.map(\.id)),
                states: Set(rest.compactMap { pair.side(at: $0, column) }),
                scope: Set(words), claim: claim)
        }
    }

    /// From the preposition behind a figure to the next mark; nothing without a preposition.
    private func scope(after figure: FigureFinding, _ reading: Reading) -> Range<Int> {
        let tokens = reading.tokens(ofSentence: figure.sentence)
        let start =
            tokens.first { Int(reading.tokens[$0].scalarStart) >= figure.range.upperBound }
            ?? tokens.upperBound
        guard reading.classes(start).contains(.preposition) else { return start..<start }
        let end = (start..<tokens.upperBound).first { reading.tokens[$0].isMark }
        return start..<(end ?? tokens.upperBound)
    }
}
