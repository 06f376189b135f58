import Intake

/// One remark quoted in different words: the same speaker, a run of words in common, and more
/// besides in both.
struct QuoteClashes {
    let pair: ClaimSides

    /// Content words that the run in common must hold to make one remark of two quotations.
    private static let content = 2
    /// The share of the shorter quotation's words that stand in the other in a row, or in the same
    /// order: what has less in common is another remark with the same turn of phrase.
    private static let shareInRow = 0.5
    private static let shareInOrder = 0.65

    func clashes() -> [Comparison.Clash] {
        pair.left.compactMap { quote in
            guard !isIndirect(quote), !pair.right.contains(where: { contains(quote, $0) }),
                let other = pair.right.first(where: { isVariant(quote, $0) })
            else { return nil }
            return pair.clash(
                "\(quote.about).quote.\(quote.sentence)", .version, .spelling, quote, other)
        }
    }

    private func isIndirect(_ quote: Claim) -> Bool { quote.traits.contains(.denied) }

    private func isVariant(_ quote: Claim, _ other: Claim) -> Bool {
        guard !isIndirect(other), other.about == quote.about else { return false }
        let run = QuoteClashes.longestRun(quote.words, other.words)
        let shorter = min(quote.words.count, other.words.count)
        guard run.count >= Claim.quoteRun, run.count < shorter,
            quote.words[run].count(where: ClaimReader.isContent) >= QuoteClashes.content
        else { return false }
        func share(_ count: Int) -> Double { Double(count) / Double(shorter) }
        return share(run.count) >= QuoteClashes.shareInRow
            || share(QuoteClashes.inCommon(quote.words, other.words)) >= QuoteClashes.shareInOrder
    }

    /// Whether one of two quotations holds the other word for word: then nothing differs.
    private func contains(_ quote: Claim, _ other: Claim) -> Bool {
        !quote.words.isEmpty && !other.words.isEmpty
            && QuoteClashes.longestRun(quote.words, other.words).count
                == min(quote.words.count, other.words.count)
    }

    /// The length of the longest sequence of words that both have in this order.
    static func inCommon(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var lengths = Array(repeating: 0, count: b.count + 1)
        for word in a {
            var diagonal = 0
            for j in b.indices {
                let above = lengths[j + 1]
                lengths[j + 1] =
                    word == b[j] ? diagonal + 1 : max(lengths[j], lengths[j + 1])
                diagonal = above
            }
        }
        return lengths[b.count]
    }

    /// Where in `a` its longest run of words begins and ends that also stands in `b`.
    static func longestRun(_ a: [UInt32], _ b: [UInt32]) -> Range<Int> {
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
}

extension ClaimReader {
    /// Longer quotations are compared by their beginning.
    private static let longestQuote = 120

    /// What is quoted of speakers that the dossier knows. A word is its hash in 32 bits, the lowest
    /// of which says whether it carries content.
    func quoteClaims(_ column: Column) -> [Claim] {
        column.findings.quotes.compactMap { quote in
            guard let speaker = quote.speakerID else { return nil }
            let tokens = column.reading.tokens(ofSentence: quote.sentence)
            var words: [UInt32] = []
            for index in tokens where words.count < ClaimReader.longestQuote {
                let token = column.reading.tokens[index]
                guard !token.isMark, quote.range.contains(Int(token.scalarStart)) else { continue }
                words.append(ClaimReader.quoted(token))
            }
            return Claim(
                .quote, about: speaker, sentences: [quote.sentence], range: quote.range,
                words: words, traits: quote.kind == .indirect ? .denied : [])
        }
    }

    private static func quoted(_ token: Token) -> UInt32 {
        token.word.short & 0xFFFF_FFFE | (FeatureList.isContent(token) ? 1 : 0)
    }

    static func isContent(_ word: UInt32) -> Bool { word & 1 == 1 }
}
