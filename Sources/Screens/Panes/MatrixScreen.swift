import Analysis
package import Queries

/// Points, people or words by articles, or by sources: who speaks of what, and who leaves it out.
package struct MatrixScreen: CorpusView, Equatable, Sendable {
    /// In what order the rows stand.
    enum Order: String, CaseIterable {
        case given, silence, name

        var words: String {
            switch self {
            case .given: "as given"
            case .silence: "most left out first"
            case .name: "by name"
            }
        }
    }

    package var subject: MatrixQuestion.Subject = .points
    package var query: Query = .everything
    /// What is shown, in the order of `order`.
    package private(set) var matrix: Matrix?
    private(set) var order: Order = .given
    /// The rows as they came: in the order of the dossier, or of how often they are named.
    private var given: [Matrix.Row] = []
    /// What each column has of all rows.
    private(set) var totals: [Total] = []
    package var row = ListCursor()
    /// The selected column, and the first one shown.
    package var column = ListCursor()
    /// The sentences about the selected row, once they have come, and the row they are about.
    private(set) var sentences: [CitedSentence] = []
    private(set) var sentencesOf: String?
    /// What else is known of what the selected row is about, where there is room to show it.
    private(set) var background = MatrixBackground()
    /// The row whose sentences were last asked for.
    var askedFor: String?

    /// A number for each column, below the rows.
    struct Total: Equatable, Sendable {
        var name: String
        /// Where there is little room.
        var shortName: String
        var counts: [Int]
        /// Of all columns; nil where it says nothing.
        var sum: Int?
    }

    package init() {}

    package var selectedRow: Matrix.Row? { matrix?.rows[safe: row.index] }
    package var selectedColumn: Matrix.Column? { matrix?.columns[safe: column.index] }
    var isLoaded: Bool { matrix != nil }
    var selectedCount: Int { selectedRow?.counts[safe: column.index] ?? 0 }

    mutating func show(_ matrix: Matrix) {
        let kept = selectedRow?.id
        self.matrix = matrix
        given = matrix.rows
        totals = MatrixScreen.totals(of: matrix)
        askedFor = nil
        sentencesOf = nil
        sort()
        if let kept, let index = self.matrix?.rows.firstIndex(where: { $0.id == kept }) {
            row.index = index
        }
        row.clamp(count: matrix.rows.count)
        column.clamp(count: matrix.columns.count)
    }

    /// How many rows each column speaks of, and of how many it alone.
    private static func totals(of matrix: Matrix) -> [Total] {
        guard matrix.subject != .words, matrix.columns.count > 1 else { return [] }
        let noun = matrix.subject == .points ? "points" : "names"
        let verb = matrix.subject == .points ? "reports" : "has"
        let alone = matrix.rows.filter { $0.speakingCount == 1 }
        func counts(_ rows: [Matrix.Row]) -> [Int] {
            matrix.columns.indices.map { column in rows.count { $0.counts[column] > 0 } }
        }
        let all = Wording.number(matrix.rows.count)
        return [
            Total(
                name: "Of these \(all) \(noun)", shortName: "Of these \(all)",
                counts: counts(matrix.rows), sum: nil),
            Total(
                name: "No other \(verb) them", shortName: "No other",
                counts: counts(alone), sum: alone.count),
        ]
    }

    /// Takes the sentences of a row and what else is known of it, unless another one was asked for
    /// since.
    mutating func show(
        _ sentences: [CitedSentence], of id: String, background: [PageScreen.Section] = []
    ) {
        guard id == askedFor else { return }
        self.sentences = inOrder(sentences)
        self.background = MatrixBackground(background)
        sentencesOf = id
    }

    /// Sentences as the columns follow each other, where these are articles.
    private func inOrder(_ sentences: [CitedSentence]) -> [CitedSentence] {
        guard let matrix, matrix.isByArticle else { return sentences }
        let columns = Dictionary(
            matrix.columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        func place(_ sentence: CitedSentence) -> (Int, Int) {
            (columns[sentence.articleID] ?? .max, sentence.sentence)
        }
        return sentences.sorted { place($0) < place($1) }
    }

    /// Breaks what stands beside the table into lines.
    fileprivate mutating func settleBackground(_ table: MatrixTable, _ letters: [ArticleLetter]) {
        guard table.isBeside else { return }
        let columns = (table.foot + [table.detail]).map(\.columns).min() ?? 0
        background.settle(columns: columns, letters: letters)
    }

    mutating func nextOrder() {
        let orders = Order.allCases
        let index = orders.firstIndex(of: order) ?? 0
        order = orders[(index + 1) % orders.count]
        let kept = selectedRow?.id
        sort()
        row.index = matrix?.rows.firstIndex { $0.id == kept } ?? 0
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = row.row(selectedRow?.id)
        standing[.column] = column.row(selectedColumn?.id)
        standing[.order] = order == .given ? nil : order.rawValue
        return standing
    }

    mutating func stand(on standing: Standing) {
        order = standing[.order].flatMap(Order.init) ?? order
        sort()
        guard let matrix else { return }
        if let row = standing[.row] { self.row.stand(on: row, among: matrix.rows.map(\.id)) }
        if let column = standing[.column] {
            self.column.stand(on: column, among: matrix.columns.map(\.id))
        }
    }

    private mutating func sort() {
        switch order {
        case .given: matrix?.rows = given
        case .silence:
            matrix?.rows = given.enumerated().sorted {
                ($0.element.speakingCount, $0.offset) < ($1.element.speakingCount, $1.offset)
            }.map(\.element)
        case .name: matrix?.rows = given.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }

    mutating func move(_ step: Step, page: Int) {
        let count = matrix?.rows.count ?? 0
        row.move(by: step.rows(page: page / 2, count: count), count: count)
    }

    mutating func moveColumn(by step: Int) {
        column.move(by: step, count: matrix?.columns.count ?? 0)
    }

    /// Goes to the next cell that is empty, row by row; false when there is none.
    mutating func moveToOmission(forward: Bool) -> Bool {
        guard let matrix, !matrix.rows.isEmpty, !matrix.columns.isEmpty else { return false }
        let width = matrix.columns.count
        let here = row.index * width + column.index
        let cells =
            forward
            ? Array(here + 1..<max(here + 1, matrix.rows.count * width))
            : Array((0..<here).reversed())
        guard let cell = cells.first(where: { matrix.rows[$0 / width].counts[$0 % width] == 0 })
        else { return false }
        row.index = cell / width
        column.index = cell % width
        return true
    }

    /// The sentences of the selected cell.
    var cellSentences: [CitedSentence] {
        guard let matrix, let here = selectedColumn, sentencesOf == selectedRow?.id else {
            return []
        }
        return sentences.filter {
            matrix.isByArticle ? $0.articleID == here.id : $0.outlet == here.outlet
        }
    }

    package var selectedCitation: CitedSentence? { cellSentences.first }
}

extension State {
    /// Points give way to people, people to words, and words to points.
    mutating func switchSubject() -> [Effect] {
        let subject: MatrixQuestion.Subject =
            switch place.matrix.subject {
            case .points: .people
            case .people: .words
            case .words: .points
            }
        return open(.matrix, \.matrix, on: place.matrix.query) { $0.subject = subject }
    }

    /// Enter on a cell: the sentence, the first of several; of a source the articles it counts.
    mutating func openFromMatrix() -> [Effect] {
        let screen = place.matrix
        guard let row = screen.selectedRow, let column = screen.selectedColumn else { return [] }
        guard screen.selectedCount > 0 else {
            notice = Notice(
                "\(Wording.outlet(column.outlet)): \(screen.subject.silence(of: row.name)).")
            return []
        }
        if screen.matrix?.isByArticle == true {
            guard let first = screen.cellSentences.first else { return read(column.id, at: nil) }
            return read(column.id, at: first.sentence)
        }
        var filters = [
            Filter(field: .source, value: column.id, name: Wording.outlet(column.outlet))
        ]
        switch screen.subject {
        case .points: filters.append(Filter(field: .point, value: row.id, name: row.name))
        case .people: filters.append(Filter(field: .actor, value: row.id, name: row.name))
        case .words: break
        }
        go(to: .browse)
        place.browse.focus = .articles
        return narrow { narrowing in
            for filter in filters { narrowing.add(filter) }
            if screen.subject == .words { narrowing.search(for: row.name) }
        }
    }

    /// Scrolls, and asks for the sentences of the row that the selection has come to.
    mutating func settleMatrix(_ layout: ScreenLayout) -> [Effect] {
        let table = MatrixTable(layout.body, place.matrix)
        place.matrix.row.reveal(height: table.rowCount, count: place.matrix.matrix?.rows.count ?? 0)
        place.matrix.column.reveal(
            height: table.columnCount, count: place.matrix.matrix?.columns.count ?? 0)
        place.matrix.settleBackground(table, letters)
        guard let row = place.matrix.selectedRow, place.matrix.askedFor != row.id else { return [] }
        place.matrix.askedFor = row.id
        let query = place.matrix.query
        let question: Question =
            switch place.matrix.subject {
            case .points: .point(row.id, within: query)
            case .people: .participant(row.id, within: query)
            case .words: .wordUses(row.id, within: query)
            }
        return [ask(question, for: .cell, priority: .later)]
    }
}

extension Registry {
    static let matrixCommands: [Command] = [
        Command(
            "show-matrix", "Show who speaks of which point, and who leaves it out",
            hint: "matrix", group: .screens, keys: ["M"]
        ) { state, _ in state.show(.matrix, \.matrix) },
        Command(
            "switch-subject", "Show people or words in place of points, and back",
            hint: "people, words",
            group: .screens, modes: [.matrix], keys: ["t"]
        ) { state, _ in state.switchSubject() },
    ]
}
