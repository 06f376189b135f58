import Analysis
import GRDB
import GRDBSQLite
import Intake
import Queries

// A query becomes a set of rows. Nil stands for a condition without content, such as a word of
// punctuation only: it narrows nothing beside others and finds nothing alone.
//
// What asks for texts to be read comes last, and only for the articles that all else leaves open:
// a set need be right within its `scope` only.

extension Snapshot {
    /// The articles that meet `query`.
    mutating func rows(_ query: Query) throws -> RowSet {
        try set(expanding(query), index.live) ?? index.empty
    }

    /// Right for those of `scope` only.
    mutating func set(_ query: Query, _ scope: RowSet) throws -> RowSet? {
        if MatchExpression.isText(query) { return try rows(text: query) }
        switch query {
        case .everything: return index.live
        case .word, .prefix, .begun, .phrase, .phrasePrefix: return nil
        case .pattern(let pattern): return try rows(pattern, inTitle: false, within: scope)
        case .titlePattern(let pattern): return try rows(pattern, inTitle: true, within: scope)
        case .field(let field, let value): return try rows(field, value, isPrefix: false)
        case .fieldPrefix(let field, let value): return try rows(field, value, isPrefix: true)
        case .has(let trait): return try rows(trait)
        case .state(let mark): return try rows(mark)
        case .before(let date):
            return index.rows(from: DayColumn.undated, to: date.day.number - 1)
        case .after(let date):
            return index.rows(from: date.lastDay.number + 1, to: DayColumn.absent)
        case .known(let date):
            return index.rows(from: DayColumn.undated, to: date.lastDay.number)
        case .on(let date): return index.rows(from: date.day.number, to: date.lastDay.number)
        case .not(let inner):
            guard let inside = try set(inner, scope) else { return nil }
            var outside = index.live
            outside.subtract(inside)
            return outside
        case .and(let parts): return try all(parts, scope)
        case .or(let parts): return try any(parts, scope)
        case .sentence(let inner): return try rowsInOneSentence(inner, within: scope)
        }
    }

    private mutating func all(_ parts: [Query], _ scope: RowSet) throws -> RowSet? {
        var result: RowSet?
        var open = scope
        for part in parts.sorted(by: { $0.cost < $1.cost }) {
            guard let rows = try set(part, open) else { continue }
            result = Snapshot.both(result, rows)
            open.formIntersection(rows)
        }
        return result
    }

    private mutating func any(_ parts: [Query], _ scope: RowSet) throws -> RowSet? {
        var result: RowSet?
        var open = scope
        for part in parts.sorted(by: { $0.cost < $1.cost }) {
            guard let rows = try set(part, open) else { continue }
            // Right within what was open only, which is all that is still in question.
            result = Snapshot.either(result, Snapshot.both(open, rows))
            open.subtract(rows)
        }
        return result
    }

    static func both(_ left: RowSet?, _ right: RowSet) -> RowSet {
        guard var left else { return right }
        left.formIntersection(right)
        return left
    }

    private static func either(_ left: RowSet?, _ right: RowSet) -> RowSet {
        guard var left else { return right }
        left.formUnion(right)
        return left
    }

    // MARK: Fields

    private mutating func rows(
        _ field: Query.Field, _ value: String, isPrefix: Bool
    ) throws -> RowSet? {
        guard let column = Column(field) else { return field == .saved ? index.empty : nil }
        let wanted = try numbers(column, value, isPrefix: isPrefix)
        if wanted.contains(true) { return index.rows(column, having: wanted) }
        guard column == .actor || column == .cited else { return index.empty }
        let proposed = try numbers(.proposal, value, isPrefix: isPrefix)
        return index.rows(.proposal, having: proposed)
    }

    /// Marks the values of a column that `value` stands for: by id, name or alias; failing that,
    /// by words inside a name. With `isPrefix` a word of the id or a name begins so.
    mutating func numbers(_ column: Column, _ value: String, isPrefix: Bool) throws -> [Bool] {
        try index.refresh(db, columns: [column])
        let table = index.values(column)
        if column == .source, value == ArticleFacts.unstated {
            return table.keys.map { $0 == ArticleFacts.unstated }
        }
        let wanted = NameForm.folded(value)
        guard !wanted.isEmpty else { return [] }
        let names = index.names(column, dossier)
        func marks(_ fits: (String) -> Bool) -> [Bool] {
            let keys = names.keys(where: fits)
            return table.keys.indices.map {
                keys.contains(table.keys[$0]) || fits(table.foldedKeys[$0])
                    || fits(table.foldedNames[$0])
            }
        }
        if isPrefix { return marks { NameForm.hasWord(beginningWith: wanted, in: $0) } }
        let exact = marks { $0 == wanted }
        return exact.contains(true) ? exact : marks { NameForm.holds(wanted, $0) }
    }

    // MARK: Traits and marks

    private mutating func rows(_ trait: Query.Trait) throws -> RowSet {
        switch trait {
        case .quote: return try rows(.hasQuote)
        case .clash: return try clashingRows()
        }
    }

    mutating func rows(_ trait: ArticleTrait) throws -> RowSet {
        try index.refresh(db, columns: [.trait])
        var wanted = [Bool](repeating: false, count: Int(trait.rawValue) + 1)
        wanted[Int(trait.rawValue)] = true
        return index.rows(.trait, having: wanted)
    }

    private mutating func rows(_ mark: Query.Mark) throws -> RowSet {
        switch mark {
        case .marked: return try rows(sql: Snapshot.markedRows)
        case .unread:
            var unread = index.live
            unread.subtract(try rows(sql: Snapshot.readRows))
            return unread
        case .noted: return try rows(sql: Snapshot.notedRows)
        case .copy: return try copies()
        case .edited: return try rows(sql: Snapshot.editedRows)
        }
    }

    private static let markedRows = """
        SELECT article.row FROM reading JOIN article ON article.id = reading.article
        WHERE is_marked
        """
    private static let notedRows = """
        SELECT article.row FROM judgement JOIN article ON article.id = judgement.article
        WHERE judgement.kind = 'note'
        """
    private static let editedRows = """
        SELECT article.row FROM article_version JOIN article ON article.id = article_version.id
        """
    private static let readRows = """
        SELECT article.row FROM reading JOIN article ON article.id = reading.article
        WHERE is_read
        """

    private func rows(sql: String) throws -> RowSet {
        var result = index.empty
        try db.step(sql) { result.insert(Database.integer($0, 0)) }
        return result
    }
}

extension Query {
    /// In what order parts of a query are answered: those that read no text first.
    fileprivate var cost: Int {
        switch self {
        case .pattern: 3
        case .sentence: 2
        case .titlePattern: 1
        case .not(let inner): inner.cost
        case .and(let parts), .or(let parts): parts.map(\.cost).max() ?? 0
        default: 0
        }
    }
}

extension Column {
    /// Where the values of a field are; nil for the title, which is text, and for kept searches.
    init?(_ field: Query.Field) {
        switch field {
        case .source: self = .source
        case .cites: self = .cited
        case .actor: self = .actor
        case .speaker: self = .speaker
        case .point: self = .point
        case .stance: self = .stance
        case .draft: self = .draft
        case .lang: self = .language
        case .title, .saved: return nil
        }
    }
}
