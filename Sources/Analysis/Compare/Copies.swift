import Intake

/// Sentences that stand nearly word for word in two articles, and how much of the words is common.
enum Copies {
    /// Pairs below this are no candidates, so that most pairs are never read word by word.
    private static let candidateCloseness = 0.6
    private static let similarity = 0.8
    private static let fewestWords = 6

    /// Each sentence with its nearest copy, in the order of the left column.
    static func copies(
        _ columns: [FeatureList], _ similarity: Similarity
    ) -> [Comparison.Copy] {
        var copies: [Comparison.Copy] = []
        for (index, node) in similarity.nodes.enumerated() {
            for column in columns.indices where column > node.column {
                let found = similarity.neighbours[index]
                    .filter { similarity.nodes[$0.node].column == column }
                    .filter { $0.closeness >= candidateCloseness }
                    .map {
                        (
                            similarity.nodes[$0.node],
                            likeness(columns, node, similarity.nodes[$0.node])
                        )
                    }
                guard let best = found.max(by: { $0.1 < $1.1 }), best.1 >= self.similarity
                else { continue }
                var sentences = Array(repeating: [Int](), count: columns.count)
                sentences[node.column] = [node.sentence]
                sentences[column] = [best.0.sentence]
                copies.append(Comparison.Copy(sentences: sentences, similarity: best.1))
            }
        }
        return copies
    }

    /// Words in common and in order, twice, over the words of both; 0 for short sentences.
    private static func likeness(_ columns: [FeatureList], _ left: Node, _ right: Node) -> Double {
        let a = words(columns[left.column].reading, left.sentence)
        let b = words(columns[right.column].reading, right.sentence)
        guard min(a.count, b.count) >= fewestWords else { return 0 }
        let kept = CommonSubsequence.pairs(a, b).count
        return Double(2 * kept) / Double(a.count + b.count)
    }

    private static func words(_ reading: Reading, _ sentence: Int) -> [UInt64] {
        reading.tokens(ofSentence: sentence).compactMap { index in
            reading.tokens[index].isMark ? nil : reading.tokens[index].word.hash
        }
    }

    /// The share of content words that the first two columns have in common, each as often as it
    /// stands in both: 0 to 1.
    static func wordsInCommon(_ columns: [FeatureList]) -> Double {
        guard columns.count > 1 else { return 0 }
        let left = counts(columns[0].reading)
        let right = counts(columns[1].reading)
        let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        let all = left.values.reduce(0, +) + right.values.reduce(0, +)
        return all == 0 ? 0 : Double(2 * common) / Double(all)
    }

    private static func counts(_ reading: Reading) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for token in reading.tokens where FeatureList.isContent(token) {
            counts[WordStem.stem(of: token, in: reading.article.text.utf8).hash, default: 0] += 1
        }
        return counts
    }
}
