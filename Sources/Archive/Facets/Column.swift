/// What articles are counted and narrowed by. Raw values are stored: never renumber them.
enum Column: Int, CaseIterable, Sendable {
    /// Days since 1970, one an article; see `DayColumn`. All other columns are lists of values.
    case day = 0
    /// The article's own outlet: a dossier id, else the name as stated.
    case source = 1
    case language = 2
    /// Numbers of `ArticleTrait`.
    case trait = 3
    /// Outlets, participants, points and drafts of the dossier that the text speaks of, by id.
    case cited = 4
    case actor = 5
    case point = 6
    case draft = 7
    /// Who is quoted: a dossier id, else the name or description as the text gives it.
    case speaker = 8
    /// Labels of stances.
    case stance = 9
    /// Names that no dossier knows: participants and outlets found by their shape.
    case proposal = 10
    /// Those of `proposal` that can be taken into a dossier, by kind.
    case proposedPerson = 11
    case proposedBody = 12
    case proposedOutlet = 13
    /// What articles are brought together by that may clash: key and content, one after the other,
    /// of each `ClaimKey`. Numbers by themselves, and too many to be kept in memory.
    case claim = 14
    /// The numbers of the text's `CopySketch`.
    case sketch = 15
    /// The first row of the article's group of near copies and how alike it is to its nearest copy,
    /// in thousandths; its own row and 0 where it is no copy, nothing before that was looked for.
    case copies = 16
    /// Rows of the timeline, by `TimelineKey`, and links of the chains, by `LinkKey`.
    case telling = 17
    case link = 18
    /// What it calls things in its own voice, by `WordForms.Form.number`.
    case wording = 19

    static let lists = allCases.filter { $0 != .day }
}

/// Values of `Column.trait`. Raw values are stored: never renumber them.
enum ArticleTrait: UInt32, Sendable {
    case hasQuote = 0
    case isDigest = 1
    case isBundled = 2
}
