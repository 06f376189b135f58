import Analysis
import Intake
import Queries

/// What a screen shows, apart from how it is written: made once from an answer, and printed by
/// `ReportText`, `ReportJSON`, `ReportCSV`, `ReportMarkdown` and `ReportHTML`, which know nothing
/// of the screen. All of the screen's content, never cut to a terminal's size.
struct Report: Equatable, Sendable {
    /// The address under which the screen is found again; nil for articles that are in no archive.
    var address: Address?
    var title: String
    var facts: [Fact] = []
    /// Said to the reader before anything else: what was not understood or not looked for.
    var notes: [String] = []
    var sections: [Section] = []

    /// One thing that is known of the whole; what is not known has no fact.
    struct Fact: Equatable, Sendable {
        var key: String
        var name: String
        /// A text or a number.
        var value: Cell

        init(_ key: String, _ name: String, _ value: String) {
            self.init(key, name, .text(value))
        }

        init(_ key: String, _ name: String, _ value: Cell) {
            self.key = key
            self.name = name
            self.value = value
        }
    }

    /// A table under a heading. Every row has as many cells as there are columns.
    struct Section: Equatable, Sendable {
        var title: String
        var note: String?
        var columns: [Column]
        var rows: [Row]
        /// Says why, not what: text leaves it out unless it is asked for.
        var isDetail: Bool

        init(
            _ title: String, note: String? = nil, columns: [Column], rows: [Row],
            isDetail: Bool = false
        ) {
            self.title = title
            self.note = note
            self.columns = columns
            self.rows = rows
            self.isDetail = isDetail
        }
    }

    struct Column: Equatable, Sendable {
        /// How much of its sentences people are shown; programs always get all.
        enum Sentences: Sendable {
            /// The whole sentence, and where it stands.
            case cited
            /// The whole sentence and its number: the column or the report names the article.
            case numbered
            /// The number and the words that matter: the sentence stands elsewhere in the report.
            case placed
        }

        /// The name that programs use; the same in two sections means the same.
        var key: String
        var title: String
        /// What the column is about, where its title is a letter; for those who have a head of
        /// table to put it in.
        var subtitle: String?
        var sentences: Sentences
        /// Says why, not what: text leaves it out unless it is asked for.
        var isDetail: Bool

        init(
            _ key: String, _ title: String, subtitle: String? = nil,
            sentences: Sentences = .cited, isDetail: Bool = false
        ) {
            self.key = key
            self.title = title
            self.subtitle = subtitle
            self.sentences = sentences
            self.isDetail = isDetail
        }
    }

    struct Row: Equatable, Sendable {
        var cells: [Cell]
        /// A paragraph begins here.
        var opensParagraph = false

        init(_ cells: [Cell], opensParagraph: Bool = false) {
            self.cells = cells
            self.opensParagraph = opensParagraph
        }
    }

    enum Cell: Equatable, Sendable {
        case none
        case text(String)
        case number(Double)
        case list([String])
        /// Whose words an article's are: `report` or `digest`; people read "retold" or nothing.
        case kind(Article.Kind)
        case sentences([Quoted])

        static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .none }
        static func count(_ count: Int) -> Cell { .number(Double(count)) }
    }

    /// A sentence that a row shows or rests on, with where it stands.
    struct Quoted: Equatable, Sendable {
        var articleID: String
        var outlet: String?
        /// EDTF.
        var published: String?
        var kind: Article.Kind
        /// From 0.
        var sentence: Int
        /// The scalar of the article's text at which it begins.
        var start: Int
        var text: String
        /// Scalars of `text` that matter to the row.
        var highlights: [Range<Int>]
    }
}

extension Report.Quoted {
    init(_ cited: CitedSentence) {
        self.init(
            articleID: cited.articleID, outlet: cited.outlet, published: cited.published?.edtf,
            kind: cited.kind, sentence: cited.sentence, start: cited.start, text: cited.text,
            highlights: cited.highlights)
    }

    init(_ passage: Passage, of row: ArticleRow) {
        self.init(
            articleID: row.id, outlet: row.outlet, published: row.published?.edtf, kind: row.kind,
            sentence: passage.sentence, start: passage.start, text: passage.text,
            highlights: passage.highlights)
    }

    /// A sentence of `article`, which must have it; of `ranges`, scalars of the article, what
    /// lies inside the sentence matters.
    init(_ article: Article, _ sentence: Int, ranges: [Range<Int>] = []) {
        let whole = article.sentences[sentence].range
        let inside = ranges.map { $0.clamped(to: whole) }.filter { !$0.isEmpty }
        self.init(
            articleID: article.id, outlet: article.outlet, published: article.published?.edtf,
            kind: article.kind, sentence: sentence, start: whole.lowerBound,
            text: article.sentenceText(sentence),
            highlights: inside.sorted { $0.lowerBound < $1.lowerBound }.map {
                $0.lowerBound - whole.lowerBound..<$0.upperBound - whole.lowerBound
            })
    }

    /// Scalars of the article's text.
    var range: Range<Int> { start..<start + text.unicodeScalars.count }

    /// The words that matter, as scalars of the article's text.
    var evidence: [Range<Int>] {
        highlights.map { start + $0.lowerBound..<start + $0.upperBound }
    }

    var isRetold: Bool { kind == .digest }

    /// `The Moscow Times, 2025-12-02, retold, §8`.
    var citation: String {
        let retold = isRetold ? ", retold" : ""
        return
            "\(TextPages.outletName(outlet)), \(published ?? "no date")\(retold), §\(sentence + 1)"
    }

    /// Where it stands, to the character: what a footnote says.
    var source: String {
        let retold = isRetold ? ", retold by us" : ""
        return "\(TextPages.outletName(outlet)), \(published ?? "no date stated")\(retold), "
            + "article \(articleID), sentence \(sentence + 1), "
            + "characters \(range.lowerBound)–\(range.upperBound)"
    }

    /// The text in pieces: those that matter to the row, and those between them.
    var pieces: [(text: String, isHighlighted: Bool)] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [(text: String, isHighlighted: Bool)] = []
        var position = 0
        func add(_ range: Range<Int>, _ isHighlighted: Bool) {
            guard !range.isEmpty else { return }
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[range])
            pieces.append((String(piece), isHighlighted))
        }
        for range in highlights
        where !range.isEmpty && range.lowerBound >= position && range.upperBound <= scalars.count {
            add(position..<range.lowerBound, false)
            add(range, true)
            position = range.upperBound
        }
        add(position..<scalars.count, false)
        return pieces
    }
}

extension Report.Section {
    /// Columns in which at least one row has something, for those who read: an empty column tells
    /// a program that a value may come, and a person nothing.
    var usedColumns: [Int] {
        columns.indices.filter { column in
            rows.contains { $0.cells[column] != .none && $0.cells[column] != .list([]) }
        }
    }
}

extension Report {
    /// Every sentence of the report once, in order of first appearance, with its number.
    var footnotes: Footnotes { Footnotes(self) }

    struct Footnotes {
        private struct Place: Hashable {
            var article: String
            var sentence: Int
        }

        private(set) var sentences: [Quoted] = []
        private var numbers: [Place: Int] = [:]

        init(_ report: Report) {
            for row in report.sections.flatMap(\.rows) {
                for case .sentences(let quoted) in row.cells {
                    for sentence in quoted { add(sentence) }
                }
            }
        }

        private mutating func add(_ quoted: Quoted) {
            let place = Place(article: quoted.articleID, sentence: quoted.sentence)
            guard numbers[place] == nil else { return }
            sentences.append(quoted)
            numbers[place] = sentences.count
        }

        /// From 1.
        func number(of quoted: Quoted) -> Int {
            numbers[Place(article: quoted.articleID, sentence: quoted.sentence)] ?? 0
        }
    }
}
