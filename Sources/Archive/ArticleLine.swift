import Analysis
import GRDB
import GRDBSQLite
import Intake

/// What a list shows of an article, apart from its text and in order of days: the lines of one
/// screen then stand in a few pages of the file, where each text fills one or more.
struct ArticleLine: Equatable, Sendable {
    let row: Int
    /// As in `DayColumn`.
    let day: Int32
    let id: String
    let externalID: String?
    let title: String?
    /// Its first words, where it has no title.
    let opening: String?
    /// As the article states it.
    let outlet: String?
    /// The dossier's outlet that published it.
    let outletID: String?
    /// EDTF.
    let published: String?
    let kind: String
    let language: String?
    let sentenceCount: Int

    init(of article: Article, row: Int, outletID: String?) {
        self.row = row
        day = DayColumn.day(of: article.published)
        id = article.id
        externalID = article.externalID
        title = article.title
        opening =
            title == nil ? Opening.of(article.text.string.prefix(4 * Opening.length)) : nil
        outlet = article.outlet
        self.outletID = outletID
        published = article.published?.edtf
        kind = article.kind.rawValue
        language = article.language
        sentenceCount = article.sentences.count
    }

    /// Puts the line in the place of the one that its article may have.
    func store(_ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM article_line WHERE row = ?")
            .execute(arguments: [row])
        try db.cachedStatement(sql: ArticleLine.insertion).execute(arguments: arguments)
    }

    /// Whether this is the line that is kept of its article.
    func isStored(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: ArticleLine.comparison), arguments: arguments) ?? false
    }

    private static let columns = [
        "day", "row", "id", "external_id", "title", "opening", "outlet", "outlet_id",
        "published", "kind", "language", "sentence_count",
    ]

    private static let insertion = """
        INSERT INTO article_line (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    private static let comparison = """
        SELECT 1 FROM article_line
        WHERE \(columns.map { "\($0) IS ?" }.joined(separator: " AND "))
        """

    private var arguments: StatementArguments {
        [
            day, row, id, externalID, title, opening, outlet, outletID, published, kind, language,
            sentenceCount,
        ]
    }
}

extension ArticleLine {
    /// Makes the lines of an archive that was made before there were any.
    static func storeAll(_ db: Database) throws {
        let columns = """
            row, id, external_id, title, outlet, outlet_id, published, kind, language,
            sentence_count, CASE WHEN title IS NULL THEN substr(text, 1, \(4 * Opening.length)) END
            """
        try db.step("SELECT \(columns) FROM article ORDER BY published, row") {
            try ArticleLine(article: $0).store(db)
        }
    }

    private init(article statement: SQLiteStatement) {
        row = Database.integer(statement, 0)
        id = Database.text(statement, 1) ?? ""
        externalID = Database.text(statement, 2)
        title = Database.text(statement, 3)
        outlet = Database.text(statement, 4)
        outletID = Database.text(statement, 5)
        published = Database.text(statement, 6)
        day = DayColumn.day(of: published.flatMap { PublicationDate(edtf: $0) })
        kind = Database.text(statement, 7) ?? ""
        language = Database.text(statement, 8)
        sentenceCount = Database.integer(statement, 9)
        opening = Database.text(statement, 10).flatMap { Opening.of($0) }
    }
}
