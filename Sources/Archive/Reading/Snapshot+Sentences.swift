import Analysis
import Queries

extension Snapshot {
    /// Articles of `scope` with a sentence that meets all of `query` by itself.
    mutating func rowsInOneSentence(_ query: Query, within scope: RowSet) throws -> RowSet {
        var result = index.empty
        let candidates = try set(Snapshot.relaxed(query), scope) ?? index.empty
        guard let condition = try condition(query) else { return result }
        for row in candidates.rows where scope.contains(row) {
            let view = try sentenceView(row, for: [condition])
            if view.hits(condition).isHit.contains(true) { result.insert(row) }
        }
        return result
    }

    /// The article in `row`, read as far as the conditions need it.
    func sentenceView(_ row: Int, for conditions: [SentenceCondition]) throws -> SentenceView {
        guard let article = try ArticleTable.article(row: row, db)
        else { throw ArchiveError.noSuchArticle(String(row)) }
        let findings =
            conditions.contains(where: \.needsFindings)
            ? try ArticleTable.findings(row: row, db) : nil
        var view = SentenceView(
            row: row, article, findings, patterns: conditions.flatMap(\.patterns))
        if conditions.contains(where: \.needsNotes) {
            view.noted = Set(try notes(on: article).map(\.sentence))
        }
        return view
    }

    /// What an article must have for one of its sentences to meet `query`: the same without
    /// what a sentence must not have.
    private static func relaxed(_ query: Query) -> Query {
        switch query {
        case .not: .everything
        case .and(let parts): .and(parts.map(relaxed))
        case .or(let parts): .or(parts.map(relaxed))
        case .sentence(let inner): relaxed(inner)
        // What stands at an end of the sentence need stand at none of a paragraph.
        case .pattern(let pattern): pattern.withoutBorders.map(Query.pattern) ?? .everything
        default: query
        }
    }

    /// The query as a condition on sentences; nil when it has no content.
    mutating func condition(_ query: Query) throws -> SentenceCondition? {
        switch query {
        case .word, .prefix, .begun, .phrase, .phrasePrefix:
            return try TextPattern(query, expansion: expansion).map { .words($0) }
        case .pattern(let pattern): return .pattern(pattern, isWithinSentence: true)
        case .field(let field, let value):
            return try condition(field, value, isPrefix: false, query)
        case .fieldPrefix(let field, let value):
            return try condition(field, value, isPrefix: true, query)
        case .has(.quote): return .quote
        case .not(let inner): return try condition(inner).map { .not($0) }
        case .and(let parts):
            let conditions = try parts.compactMap { try condition($0) }
            return conditions.isEmpty ? nil : .and(conditions)
        case .or(let parts):
            let conditions = try parts.compactMap { try condition($0) }
            return conditions.isEmpty ? nil : .or(conditions)
        case .sentence(let inner): return try condition(inner)
        case .state(.noted): return .noted
        case .everything, .titlePattern, .has(.clash), .state, .before, .after, .on, .known:
            return .article(try rows(query))
        }
    }

    private mutating func condition(
        _ field: Query.Field, _ value: String, isPrefix: Bool, _ query: Query
    ) throws -> SentenceCondition? {
        guard let column = Column(field), column != .source, column != .language
        else { return .article(try rows(query)) }
        let keys = try keys(column, value, isPrefix: isPrefix)
        guard keys.isEmpty, column == .actor || column == .cited
        else { return .finding(column, keys) }
        return .finding(.proposal, try self.keys(.proposal, value, isPrefix: isPrefix))
    }

    private mutating func keys(
        _ column: Column, _ value: String, isPrefix: Bool
    ) throws -> Set<String> {
        let wanted = try numbers(column, value, isPrefix: isPrefix)
        return Set(zip(index.values(column).keys, wanted).filter(\.1).map(\.0))
    }
}

extension SentenceCondition {
    /// All that it looks for in the words of a sentence.
    var patterns: [TextPattern] {
        switch self {
        case .words(let pattern): [pattern]
        case .not(let inner): inner.patterns
        case .and(let parts), .or(let parts): parts.flatMap(\.patterns)
        case .article, .pattern, .finding, .quote, .noted: []
        }
    }

    var needsFindings: Bool {
        switch self {
        case .finding, .quote: true
        case .not(let inner): inner.needsFindings
        case .and(let parts), .or(let parts): parts.contains(where: \.needsFindings)
        case .article, .words, .pattern, .noted: false
        }
    }

    fileprivate var needsNotes: Bool {
        switch self {
        case .noted: true
        case .not(let inner): inner.needsNotes
        case .and(let parts), .or(let parts): parts.contains(where: \.needsNotes)
        case .article, .words, .pattern, .finding, .quote: false
        }
    }
}
