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

    /// Facts of one article alone are folded, but where there are no others or all have room.
    func factBlocks(_ columns: Int, height: Int) -> [Block] {
        let rows = factRows()
        let all = rows.map { Block.row($0) }
        guard rows.contains(where: { $0.kind != .only }),
            laidOut(all, columns: columns).lines.count > height
        else { return all }
        return folding(rows)
    }

    /// A row for each fact, its name above it.
    private func factRows() -> [Comparison.Row] {
        comparison.facts.map { fact in
            let kind: Comparison.Row.Kind =
                fact.clash != nil ? .differs : fact.columnCount > 1 ? .same : .only
            let columns = articles.indices.map { column in
                fact.places.filter { $0.column == column }
            }
            return Comparison.Row(
                kind: kind,
                sentences: columns.map { Set($0.map(\.sentence)).sorted() },
                why: words(of: fact),
                evidence: columns.map {
                    $0.map { Evidence(sentence: $0.sentence, range: $0.range) }
                })
        }
    }

    /// "Points of the plan: …", "2 December 2025".
    func words(of fact: Comparison.FactRow) -> String {
        if fact.clash == nil, fact.kind == .date, let day = Day(iso: fact.about) {
            return Wording.longDate(PublicationDate(day: day))
        }
        guard let labels else { return fact.about }
        let name = FactName.words(fact.about, labels: labels)
        if let clash = fact.clash {
            let values = FactName.values(
                clash.values.map(\.text), of: fact.about, labels: labels)
            // The same figure of two drafts: it is the draft that differs.
            if clash.kind == .version, !fact.about.hasPrefix("version.") {
                return "\(name): \(values.joined(separator: ", ")), of different versions"
            }
            return CompareScreen.words(name, values, clash.relation)
        }
        let words = fact.places.first.map { articles[$0.column].article.text[scalars: $0.range] }
        return words.map { "\(name): “\($0)”" } ?? name
    }
}
