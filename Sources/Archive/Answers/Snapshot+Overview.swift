import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    mutating func overview() throws -> Overview {
        let corpus = try corpus()
        let dated = index.rows(from: DayColumn.undated, to: DayColumn.absent)
        let ordered = dated.count
        let first = index.oldest(dated, 0..<min(1, ordered)).first
        let last = index.newest(dated, 0..<min(1, ordered)).first
        return Overview(
            dossierTitle: dossier.title, articleCount: index.articleCount,
            sentenceCount: index.sentenceCount,
            actorCount: corpus.actorCount, pointCount: corpus.pointCount,
            firstPublished: try first.flatMap { try articleRow($0).published },
            lastPublished: try last.flatMap { try articleRow($0).published },
            digestCount: corpus.digestCount, letters: try letters(),
            disagreements: try disagreements())
    }

    private func letters() throws -> [ArticleLetter] {
        guard let rows = letterRows() else { return [] }
        let articles = try rows.map { try articleRow($0) }
        let letters = Letters.unique(for: articles.map(\.outlet))
        return zip(articles, letters).map {
            ArticleLetter(articleID: $0.id, letter: $1, outlet: $0.outlet, published: $0.published)
        }
    }

    /// The facts on which articles differ, contradictions first; only where articles carry
    /// letters. Kept in the archive until it changes, since it compares all pairs.
    mutating func disagreements() throws -> [Disagreement] {
        guard let rows = letterRows(), rows.count > 1 else { return [] }
        let stamp =
            "\(DisagreementsCodec.format).\(index.generation).\(ArticleTable.stamp(dossier))"
        if let stored = try derived("disagreements", stamp),
            let known = try? DisagreementsCodec.disagreements(from: stored)
        {
            return known
        }
        let found = Disagreement.all(
            among: try rows.map { try analyzed($0) }, Comparer(dossier: dossier))
        newlyDerived["disagreements"] = Derived(
            stamp: stamp, data: DisagreementsCodec.bytes(of: found))
        return found
    }
}

extension Disagreement {
    /// What the pairs of `articles` clash on, one entry a fact.
    static func all(among articles: [AnalyzedArticle], _ comparer: Comparer) -> [Disagreement] {
        var found: [Disagreement] = []
        var places: [String: Int] = [:]
        for left in articles.indices {
            for right in articles.indices where right > left {
                let pair = [articles[left], articles[right]]
                for clash in comparer.comparison(of: pair).clashes {
                    let next = Disagreement(clash, pair)
                    let key = "\(clash.kind.rawValue) \(clash.about)"
                    if let place = places[key] {
                        found[place].merge(next)
                    } else {
                        places[key] = found.count
                        found.append(next)
                    }
                }
            }
        }
        let order = Dictionary(
            uniqueKeysWithValues: articles.enumerated().map { ($0.element.article.id, $0.offset) })
        for place in found.indices {
            found[place].values.sort {
                (order[$0.articleID] ?? 0, $0.sentence, $0.range.lowerBound)
                    < (order[$1.articleID] ?? 0, $1.sentence, $1.range.lowerBound)
            }
        }
        return found.sorted {
            ($0.relation.weight, $0.kind.rawValue, $0.about)
                < ($1.relation.weight, $1.kind.rawValue, $1.about)
        }
    }

    private init(_ clash: Comparison.Clash, _ articles: [AnalyzedArticle]) {
        let values = clash.values.flatMap { value in
            let article = articles[value.column].article
            return value.sentences.filter(article.sentences.indices.contains).map { sentence in
                let range = article.sentences[sentence].range
                let inside = value.range.clamped(to: range)
                let start = inside.lowerBound - range.lowerBound
                return Value(
                    articleID: article.id, sentence: sentence,
                    sentenceText: article.sentenceText(sentence),
                    range: start..<start + inside.count, text: value.text)
            }
        }
        self.init(
            about: clash.about, kind: clash.kind, relation: clash.relation, values: values,
            explanation: clash.explanation)
    }

    /// Takes in what another pair says of the same fact; the graver relation stands.
    private mutating func merge(_ other: Disagreement) {
        if other.relation.weight < relation.weight {
            relation = other.relation
            explanation = other.explanation
        }
        for value in other.values where !values.contains(value) { values.append(value) }
    }
}

extension Comparison.Clash.Relation {
    /// Ascending from the gravest.
    fileprivate var weight: Int {
        switch self {
        case .contradiction: 0
        case .laterVersion: 1
        case .otherTime: 2
        case .spelling: 3
        }
    }
}

enum Letters {
    /// One-cell letters for articles of these outlets: the first letter of the name that is free,
    /// without its "The", then those of the alphabet. An unstated outlet has `?`; several of them
    /// are numbered, since four `?` would tell nobody which article is meant.
    static func unique(for outlets: [String?]) -> [String] {
        let unstated = outlets.count { $0 == nil }
        var taken: Set<String> = []
        var number = 0
        return outlets.map { outlet in
            guard let outlet else {
                number += 1
                return unstated == 1 ? "?" : number < 10 ? String(number) : "?"
            }
            let words = WordScanner.words(in: outlet).filter { $0 != "the" }
            let initials = words.compactMap { $0.first.map(String.init) }
            let rest = words.joined().map(String.init)
            let spare = "abcdefghijklmnopqrstuvwxyz".map(String.init)
            let letter =
                (initials + rest + spare).map { $0.uppercased() }.first {
                    $0.utf8.count == 1 && !taken.contains($0)
                } ?? "?"
            taken.insert(letter)
            return letter
        }
    }
}
