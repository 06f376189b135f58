import Intake

/// One remark quoted in different words: the same speaker, a run of words in common, and more
/// besides in both.
struct QuoteClashes {
    let pair: ColumnPair

    /// The shortest run of words, and of content words within it, that makes one remark of two.
    private static let run = 5
    private static let content = 2

    func clashes() -> [Comparison.Clash] {
        pair.left.findings.quotes.compactMap { quote in
            guard quote.kind != .indirect, let speaker = quote.speakerID,
                !pair.right.findings.quotes.contains(where: { contains(quote, $0) }),
                let other = pair.right.findings.quotes.first(where: { isVariant(quote, $0) })
            else { return nil }
            return pair.clash(
                "\(speaker).quote.\(quote.sentence)", .version, .spelling,
                claim(quote, pair.left), claim(other, pair.right))
        }
    }

    private func isVariant(_ quote: QuoteFinding, _ other: QuoteFinding) -> Bool {
        guard other.kind != .indirect, other.speakerID == quote.speakerID else { return false }
        let a = tokens(quote, pair.left)
        let b = tokens(other, pair.right)
        let run = QuoteClashes.longestRun(a.map(\.word), b.map(\.word))
        return run.count >= QuoteClashes.run && run.count < min(a.count, b.count)
            && a[run].count(where: FeatureList.isContent) >= QuoteClashes.content
    }

    /// Whether one of two quotations holds the other word for word: then nothing differs.
    private func contains(_ quote: QuoteFinding, _ other: QuoteFinding) -> Bool {
        let a = tokens(quote, pair.left).map(\.word)
        let b = tokens(other, pair.right).map(\.word)
        return !a.isEmpty && !b.isEmpty
            && QuoteClashes.longestRun(a, b).count == min(a.count, b.count)
    }

    private func tokens(_ quote: QuoteFinding, _ column: Column) -> [Token] {
        column.reading.tokens(ofSentence: quote.sentence).map { column.reading.tokens[$0] }
            .filter {
                !$0.isMark && quote.range.contains(Int($0.scalarStart))
            }
    }

    /// Where in `a` its longest run of words begins and ends that also stands in `b`.
    static func longestRun(_ a: [Word], _ b: [Word]) -> Range<Int> {
        var best = 0..<0
        var lengths = Array(repeating: 0, count: b.count + 1)
        for (i, word) in a.enumerated() {
            for j in b.indices.reversed() {
                lengths[j + 1] = word == b[j] ? lengths[j] + 1 : 0
                if lengths[j + 1] > best.count { best = i + 1 - lengths[j + 1]..<i + 1 }
            }
        }
        return best
    }

    private func claim(_ quote: QuoteFinding, _ column: Column) -> Claim {
        Claim(sentences: [quote.sentence], range: quote.range, text: column.text(of: quote.range))
    }
}
