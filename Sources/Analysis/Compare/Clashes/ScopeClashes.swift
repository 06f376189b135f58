import Intake

/// The same count of the same person told of different things in one state: "his fourth visit to
/// Norway" here, "his fourth visit to the Norwegian capital" there. Both can hardly be exact, yet
/// neither denies the other.
struct ScopeClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var seen: Set<String> = []
        return pair.left.compactMap { left in
            let others = pair.right.filter {
                $0.about == left.about && $0.number == left.number
            }
            guard let other = others.first, !seen.contains(left.value),
                !others.contains(where: { agree($0, left) })
            else { return nil }
            seen.insert(left.value)
            return pair.clash(left.value + ".scope", .figure, .laterVersion, left, other)
        }
    }

    /// One scope is the other's, told more or less fully.
    private func agree(_ a: Claim, _ b: Claim) -> Bool {
        a.words.allSatisfy(b.words.contains) || b.words.allSatisfy(a.words.contains)
    }
}

extension ClaimReader {
    /// Ordinals with what follows them, "sixth visit" and "to Freedonia in 2025", one for each
    /// person of the sentence and each state of what follows; `value` is what is counted.
    func scopeClaims(_ column: Column) -> [Claim] {
        column.findings.figures.flatMap { figure -> [Claim] in
            guard figure.unit == "ordinal", let about = figure.about else { return [] }
            let reading = column.reading
            let rest = scope(after: figure, reading)
            let words = rest.filter { FeatureList.isContent(reading.tokens[$0]) }
                .map { WordStem.stem(of: reading.tokens[$0], in: reading.article.text.utf8).short }
            let people = column.findings.actors.filter {
                $0.kind == .person && $0.basis.sentences.contains(figure.sentence)
            }
            guard !words.isEmpty, let last = rest.last else { return [] }
            let range = figure.range.lowerBound..<Int(reading.tokens[last].scalarEnd)
            let states = Set(rest.compactMap { side(at: $0, column) }).sorted()
            return people.flatMap { person in
                states.map { state in
                    Claim(
                        .scope, about: "\(about) \(person.id) \(state)",
                        sentences: [figure.sentence], range: range, value: about,
                        number: figure.value, words: words)
                }
            }
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
