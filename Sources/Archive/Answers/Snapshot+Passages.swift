import Analysis
import Intake
import Queries

extension Snapshot {
    /// Gives each row its best sentences; returns how many sentences of these articles met the
    /// query.
    mutating func addPassages(
        to rows: inout [ArticleRow], _ numbers: [Int], _ question: ArticlesQuestion
    ) throws -> Int {
        let conditions = try Snapshot.passageConditions(question.query)
            .compactMap { try passageCondition($0) }
        if conditions.isEmpty { return 0 }
        var total = 0
        for (place, row) in numbers.enumerated() where rows[place].isMet {
            let view = try sentenceView(row, for: conditions)
            let (passages, count) = view.passages(
                conditions, limit: question.passagesPerArticle)
            rows[place].passages = passages
            total += count
        }
        return total
    }

    /// Outside of `{ }` a match may go beyond its sentence.
    private mutating func passageCondition(_ query: Query) throws -> SentenceCondition? {
        if case .pattern(let pattern) = query { return .pattern(pattern, isWithinSentence: false) }
        return try condition(query)
    }

    /// The parts of a query that single sentences can meet, without what must not occur.
    private static func passageConditions(_ query: Query) -> [Query] {
        switch query {
        case .word, .prefix, .begun, .phrase, .phrasePrefix, .pattern, .sentence, .has(.quote),
            .state(.noted):
            [query]
        case .field(let field, _), .fieldPrefix(let field, _):
            field == .source || field == .lang || field == .title ? [] : [query]
        case .and(let parts), .or(let parts): parts.flatMap(passageConditions)
        case .everything, .titlePattern, .not, .state, .has(.clash): []
        case .before, .after, .on, .known: []
        }
    }
}

extension SentenceView {
    /// The sentences that meet most of `conditions`, in order of the text, and how many meet any.
    func passages(_ conditions: [SentenceCondition], limit: Int) -> ([Passage], Int) {
        var scores = [Int](repeating: 0, count: article.sentences.count)
        var ranges: [Int: [Range<Int>]] = [:]
        for condition in conditions {
            let hits = hits(condition)
            for (sentence, isHit) in hits.isHit.enumerated() where isHit {
                scores[sentence] += 1
                ranges[sentence, default: []] += hits.ranges[sentence] ?? []
            }
        }
        let hit = scores.indices.filter { scores[$0] > 0 }
        let best = hit.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        let passages = best.prefix(limit).sorted().map { sentence in
            Passage(
                sentence: sentence, text: article.sentenceText(sentence),
                highlights: Highlights.inside(
                    article.sentences[sentence].range, ranges[sentence] ?? []),
                start: article.sentences[sentence].range.lowerBound)
        }
        return (passages, hit.count)
    }
}
