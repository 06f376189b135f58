import Intake

/// The same quotation in different articles: whose words are cut, whose have more, whose are others.
struct QuotationRows {
    let columns: [Column]

    /// Shorter quotations are single words that anybody may put between marks; of one word less the
    /// same speaker and the same words are asked.
    private static let fewestWords = 4
    /// The part of the shorter quotation's words that the longer one must have in the same order,
    /// and how many content words among them.
    private static let leastKept = 0.6
    private static let fewestContent = 2
    /// Of one speaker: the part of all content stems that both have, when told in other words.
    private static let leastStems = 0.3
    private static let fewestStems = 3

    /// A quotation on its way into a row.
    private struct Candidate {
        var column: Int
        var finding: QuoteFinding
        var tokens: [Token]
        var stems: Set<UInt64>
    }

    /// In the order of the first column that quotes each.
    func rows() -> [Comparison.Quotation] {
        var free = columns.indices.map(candidates)
        var rows: [Comparison.Quotation] = []
        for column in columns.indices {
            for quote in free[column] {
                var members = [quote]
                for other in columns.indices where other > column {
                    let best = free[other].indices.map { ($0, likeness(quote, free[other][$0])) }
                        .max { $0.1 < $1.1 }
                    guard let best, best.1 > 0 else { continue }
                    members.append(free[other].remove(at: best.0))
                }
                if members.count > 1 { rows.append(row(members)) }
            }
        }
        return rows
    }

    private func candidates(_ column: Int) -> [Candidate] {
        let reading = columns[column].reading
        return columns[column].findings.quotes.compactMap { quote in
            guard quote.kind == .direct || quote.kind == .partial else { return nil }
            let tokens = reading.tokens.filter {
                !$0.isMark && quote.range.contains(Int($0.scalarStart))
            }
            guard tokens.count >= QuotationRows.fewestWords - 1 else { return nil }
            let content = tokens.filter(FeatureList.isContent)
            let utf8 = reading.article.text.utf8
            return Candidate(
                column: column, finding: quote, tokens: tokens,
                stems: Set(content.map { WordStem.stem(of: $0, in: utf8).hash }))
        }
    }

    /// 1 to 2 for words in common in order, below 1 for other words of the same speaker; 0 for
    /// two remarks.
    private func likeness(_ a: Candidate, _ b: Candidate) -> Double {
        let speakers = (a.finding.speakerID, b.finding.speakerID)
        if let left = speakers.0, let right = speakers.1, left != right { return 0 }
        let pairs = CommonSubsequence.pairs(a.tokens.map(\.word.hash), b.tokens.map(\.word.hash))
        let shorter = min(a.tokens.count, b.tokens.count)
        let kept = Double(pairs.count) / Double(shorter)
        let isOne = speakers.0 != nil && speakers.0 == speakers.1
        if shorter < QuotationRows.fewestWords, !isOne || kept < 1 { return 0 }
        let content = pairs.count { FeatureList.isContent(a.tokens[$0.left]) }
        if kept >= QuotationRows.leastKept, content >= QuotationRows.fewestContent {
            return 1 + kept
        }
        guard isOne else { return 0 }
        let shared = a.stems.intersection(b.stems).count
        let share = Double(shared) / Double(max(1, min(a.stems.count, b.stems.count)))
        let isRetold =
            shared >= QuotationRows.fewestStems && share >= 2 * QuotationRows.leastStems
        return isRetold ? share / 2 : 0
    }

    // MARK: One row

    private func row(_ members: [Candidate]) -> Comparison.Quotation {
        let own = members.indices.map { index in
            let others = members.indices.filter { $0 != index }.map { members[$0] }
            return ownWords(of: members[index], others)
        }
        let places = zip(members, own).map { member, own in
            Comparison.Quotation.Place(
                column: member.column, sentence: member.finding.sentence,
                range: member.finding.range, own: ranges(own, member.tokens))
        }
        let relation = relation(members, own)
        return Comparison.Quotation(
            relation: relation,
            speaker: members.compactMap { $0.finding.speakerID ?? $0.finding.speaker }.first,
            places: places, explanation: explanation(relation, members, places))
    }

    /// The positions of words that none of the others has in the same order.
    private func ownWords(of quote: Candidate, _ others: [Candidate]) -> [Int] {
        var isOwn = Array(repeating: true, count: quote.tokens.count)
        for other in others {
            let pairs = CommonSubsequence.pairs(
                quote.tokens.map(\.word.hash), other.tokens.map(\.word.hash))
            for pair in pairs { isOwn[pair.left] = false }
        }
        return isOwn.indices.filter { isOwn[$0] }
    }

    private func relation(
        _ members: [Candidate], _ own: [[Int]]
    ) -> Comparison.Quotation.Relation {
        if members.indices.contains(where: { isRetold(members[0], members[$0]) }) {
            return .retold
        }
        if own.allSatisfy(\.isEmpty) { return .same }
        if own.count(where: { !$0.isEmpty }) == own.count { return .changed }
        // Somebody has nothing of their own: cut at the edges, or others have more in between.
        let isInside = zip(members, own).contains { member, own in
            let edges = QuotationRows.edges(own, count: member.tokens.count)
            return !own.isEmpty && own.count > edges
        }
        return isInside ? .inserted : .cut
    }

    private func isRetold(_ a: Candidate, _ b: Candidate) -> Bool {
        a.column != b.column && likeness(a, b) < 1
    }

    /// How many positions lie in a row at the beginning or at the end.
    private static func edges(_ positions: [Int], count: Int) -> Int {
        var head = 0
        while head < positions.count, positions[head] == head { head += 1 }
        var tail = 0
        while tail < positions.count - head,
            positions[positions.count - 1 - tail] == count - 1 - tail
        { tail += 1 }
        return head + tail
    }

    /// Runs of neighbouring tokens as scalars of the text.
    private func ranges(_ positions: [Int], _ tokens: [Token]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var last = -2
        for position in positions {
            let range = Int(tokens[position].scalarStart)..<Int(tokens[position].scalarEnd)
            if position == last + 1, let before = ranges.popLast() {
                ranges.append(before.lowerBound..<range.upperBound)
            } else {
                ranges.append(range)
            }
            last = position
        }
        return ranges
    }

    private func explanation(
        _ relation: Comparison.Quotation.Relation, _ members: [Candidate],
        _ places: [Comparison.Quotation.Place]
    ) -> String {
        func words(_ place: Comparison.Quotation.Place) -> String {
            place.own.map { "“\(columns[place.column].article.text[scalars: $0])”" }.joined(
                separator: ", ")
        }
        switch relation {
        case .same: return "the same words"
        case .cut: return "cut: not everywhere " + places.map(words).filter { !$0.isEmpty }.joined()
        case .inserted:
            return "only in some "
                + places.map(words).filter { !$0.isEmpty }.joined(separator: ", ")
        case .changed: return "changed: " + places.map(words).joined(separator: " / ")
        case .retold: return "in other words"
        }
    }
}
