import Analysis
import Intake
import Queries

extension CompareScreen {
    /// What each article says of a fact, by the words it rests on.
    func row(of fact: Disagreement) -> Comparison.Row {
        let evidence = articles.map { analyzed in
            fact.values.filter { $0.articleID == analyzed.article.id }.compactMap { value in
                analyzed.article.sentences[safe: value.sentence].map { sentence in
                    let start = sentence.range.lowerBound
                    return Evidence(
                        sentence: value.sentence,
                        range: start + value.range.lowerBound..<start + value.range.upperBound)
                }
            }
        }
        return Comparison.Row(
            // What is only spelled otherwise is the same.
            kind: fact.relation == .spelling ? .overlap : .differs,
            sentences: evidence.map { Set($0.map(\.sentence)).sorted() }, why: words(of: fact),
            evidence: evidence)
    }

    private func words(of fact: Disagreement) -> String {
        guard let labels else { return fact.about }
        let values = FactName.values(fact.values.map(\.text), of: fact.about, labels: labels)
        return CompareScreen.words(
            FactName.words(fact, labels: labels), values, fact.relation)
    }

    /// "Points of the plan: 28 or 27 (other version)", "Spelling: Yuri Ushakov: Yuri or Yury".
    static func words(
        _ name: String, _ values: [String], _ relation: Comparison.Clash.Relation
    ) -> String {
        let listed = "\(name): \(values.joined(separator: " or "))"
        return relation == .spelling ? listed : "\(listed) (\(relation.words))"
    }
}
