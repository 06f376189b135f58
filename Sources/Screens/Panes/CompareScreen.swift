package import Analysis
import Intake
import Queries

/// Two to four articles beside each other, aligned by what their sentences assert.
package struct CompareScreen: Equatable, Sendable {
    /// What stands beside what.
    package enum Alignment: String, CaseIterable, Sendable {
        case sentence, point, fact, wording

        var words: String {
            switch self {
            case .sentence: "by what a sentence asserts"
            case .point: "by point"
            case .fact: "by fact"
            case .wording: "by wording"
            }
        }

        /// Each row has a name, which stands above it.
        var hasNames: Bool { self != .sentence }
    }

    /// A row of the comparison, or a run of sentences that only one article has.
    enum Block: Equatable, Sendable {
        case row(Comparison.Row)
        case folded([Comparison.Row])
    }

    /// So many articles stand beside each other at most.
    static let articleLimit = 4

    package var articles: [AnalyzedArticle] = []
    var comparison = Comparison()
    package var alignment: Alignment = .sentence
    /// Rows of one article are folded to a line; those opened one by one are not.
    var isFolded = true
    var opened: Set<Int> = []
    package var cursor = ListCursor()
    private(set) var blocks: [Block] = []
    private(set) var lines: [Line] = []
    /// The first line of each block.
    private(set) var starts: [Int] = []
    private var laid: Laid?
    private(set) var labels: Labels?
    /// The fact one came from, where no row shows all that is said of it.
    private var fact: Comparison.Row?

    /// What `lines` were made for.
    private struct Laid: Equatable {
        var columns: Int
        /// Rows there are for facts; of another alignment 0, which does not go by them.
        var height: Int
        var isFolded: Bool
        var opened: Set<Int>
        var alignment: Alignment
    }

    package init() {}

    init(_ articles: [AnalyzedArticle], _ comparison: Comparison, labels: Labels) {
        self.articles = articles
        self.comparison = comparison
        self.labels = labels
    }

    /// How many rows are same, overlap, differ, as they are aligned now.
    func count(_ kind: Comparison.Row.Kind) -> Int {
        rows.count { $0.kind == kind }
    }

    /// Rows that only one column has: sentences, points or facts.
    func onlyCount(column: Int) -> Int {
        rows.count { $0.kind == .only && $0.sentences[safe: column]?.isEmpty == false }
    }

    /// All rows of the present alignment, those in folds too.
    private var rows: [Comparison.Row] {
        blocks.flatMap { block in
            switch block {
            case .row(let row): [row]
            case .folded(let rows): rows
            }
        }
    }

    var selectedBlock: Block? { blocks[safe: cursor.index] }

    var selectedRow: Comparison.Row? {
        if case .row(let row)? = selectedBlock { return row }
        return nil
    }

    /// Columns side by side need 44 cells each; narrower screens show them one under the other.
    static func isSideBySide(_ columns: Int, count: Int) -> Bool {
        columns >= 44 * max(2, count) + 4
    }

    // MARK: Moving

    mutating func move(_ step: Step, page: Int) {
        switch step {
        case .page(let count):
            let target = (starts[safe: cursor.index] ?? 0) + count * max(1, page - 2)
            let index = starts.lastIndex { $0 <= max(0, target) } ?? 0
            cursor.index = index == cursor.index ? index + (count > 0 ? 1 : -1) : index
            cursor.move(by: 0, count: blocks.count)
        default: cursor.move(by: step.rows(page: page, count: blocks.count), count: blocks.count)
        }
    }

    /// Goes to the next row on which the articles differ; where none does, to the next that more
    /// than one has.
    mutating func moveToDifference(forward: Bool) -> Bool {
        let differ = count(.differs) > 0
        let rest = forward ? Array(blocks.indices) : blocks.indices.reversed()
        let next = rest.first { index in
            guard forward ? index > cursor.index : index < cursor.index,
                case .row(let row) = blocks[index]
            else { return false }
            return differ ? row.kind == .differs : row.kind != .only
        }
        guard let next else { return false }
        cursor.index = next
        return true
    }

    mutating func toggleFold() {
        isFolded.toggle()
        opened = []
        cursor = ListCursor()
    }

    mutating func alignAnotherWay() {
        let all = Alignment.allCases
        let here = all.firstIndex(of: alignment) ?? 0
        alignment = all[(here + 1) % all.count]
        opened = []
        cursor = ListCursor()
    }

    /// Opens or closes the fold one is on; false when it is none.
    mutating func toggleSelectedFold() -> Bool {
        guard case .folded(let rows)? = selectedBlock, let key = CompareScreen.key(of: rows) else {
            return false
        }
        opened.formSymmetricDifference([key])
        return true
    }

    /// Goes to what the articles say of a fact: to the row in which they differ on it, else to one
    /// of its own above the others. It comes first of what is seen in so many columns.
    mutating func show(_ fact: Disagreement, in body: Rect) {
        lay(in: body)
        let own = row(of: fact)
        let held = blocks.firstIndex { block in
            guard case .row(let row) = block, row.kind == .differs else { return false }
            return zip(row.sentences, own.sentences).allSatisfy { all, some in
                some.isEmpty || !Set(all).isDisjoint(with: some)
            }
        }
        if held == nil { self.fact = own }
        cursor.index = held ?? 0
        cursor.top = starts[safe: cursor.index] ?? 0
        laid = nil
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = .init(
            id: selectedBlock.map(CompareScreen.id) ?? "", index: cursor.index)
        standing.set(.opened, if: !isFolded)
        standing.set(.folds, to: opened.sorted())
        standing.set(.top, to: [cursor.top])
        return standing
    }

    mutating func stand(on standing: Standing) {
        isFolded = !standing.isSet(.opened)
        opened = Set(standing.numbers(.folds))
        lay(columns: laid?.columns ?? 120, height: laid?.height ?? .max)
        guard let row = standing[.row] else { return }
        cursor.stand(on: row, among: blocks.map(CompareScreen.id))
        cursor.top = standing.numbers(.top).first ?? 0
    }

    /// What a block is of: the sentences of its columns, and what they stand beside each other for.
    private static func id(of block: Block) -> String {
        switch block {
        case .row(let row):
            row.sentences.map { $0.map(String.init).joined(separator: ",") }
                .joined(separator: "|") + " " + row.why
        case .folded(let rows): "fold \(key(of: rows) ?? 0)"
        }
    }

    // MARK: Laying out

    mutating func settle(_ layout: ScreenLayout, letters: [ArticleLetter]) {
        lay(in: layout.body)
        // Its top counts lines, not blocks.
        cursor.move(by: 0, count: blocks.count)
        let height = max(1, layout.body.rows - 1)
        guard let first = starts[safe: cursor.index] else { return }
        let end = starts[safe: cursor.index + 1] ?? lines.count
        if end > cursor.top + height { cursor.top = end - height }
        if first < cursor.top { cursor.top = first }
        cursor.top = max(0, min(cursor.top, lines.count - 1))
    }

    /// Under the heads of the columns.
    private mutating func lay(in body: Rect) {
        lay(columns: body.columns, height: alignment == .fact ? body.rows - 1 : 0)
    }

    private mutating func lay(columns: Int, height: Int) {
        let wanted = Laid(
            columns: columns, height: height, isFolded: isFolded, opened: opened,
            alignment: alignment)
        guard laid != wanted else { return }
        laid = wanted
        blocks =
            switch alignment {
            case .sentence: (fact.map { [.row($0)] } ?? []) + folding(comparison.rows)
            case .point: pointBlocks()
            case .fact: factBlocks(columns, height: height)
            case .wording: WordingRows(articles, comparison).rows.map { .row($0) }
            }
        let setter = laidOut(blocks, columns: columns)
        lines = setter.lines
        starts = setter.starts
    }

    /// The lines of these blocks in so many columns.
    func laidOut(_ blocks: [Block], columns: Int) -> CompareSetter {
        var setter = CompareSetter(screen: self, columns: columns)
        for (index, block) in blocks.enumerated() { setter.add(block, index) }
        return setter
    }

    /// Rows of one article between two others become one fold.
    func folding(_ rows: [Comparison.Row]) -> [Block] {
        var blocks: [Block] = []
        var run: [Comparison.Row] = []
        func flush() {
            guard let key = CompareScreen.key(of: run) else { return }
            if isFolded, !opened.contains(key) {
                blocks.append(.folded(run))
            } else {
                blocks += run.map { .row($0) }
            }
            run = []
        }
        for row in rows {
            if row.kind == .only {
                run.append(row)
            } else {
                flush()
                blocks.append(.row(row))
            }
        }
        flush()
        return blocks
    }

    /// A row for each point that one of them speaks of.
    private func pointBlocks() -> [Block] {
        comparison.points.map { point in
            let speaking = point.sentences.count { !$0.isEmpty }
            let clashes = clashes(on: point.id)
            return .row(
                Comparison.Row(
                    kind: !clashes.isEmpty ? .differs : speaking > 1 ? .overlap : .only,
                    sentences: point.sentences, points: [point.id],
                    why: labels?.point(point.id) ?? point.id,
                    evidence: articles.indices.map { column in
                        clashes.flatMap(\.places).filter { $0.column == column }
                            .map { Evidence(sentence: $0.sentence, range: $0.range) }
                    }))
        }
    }

    /// Facts of a point on which they differ.
    private func clashes(on point: String) -> [Comparison.FactRow] {
        comparison.facts.filter { fact in
            fact.clash != nil && fact.about.split(separator: ".").contains { $0 == point }
        }
    }

    /// What a row is about: the facts on which its columns differ, each by its name, else what they
    /// share; nothing of some.
    func matters(of row: Comparison.Row) -> [String] {
        let why = row.why.isEmpty ? [] : [row.why]
        if alignment == .point, let point = row.points.first {
            return why + clashes(on: point).map { "≠ " + words(of: $0) }
        }
        guard row.kind == .differs, alignment == .sentence, row != fact else { return why }
        let facts = comparison.facts.filter { fact in
            let inside = fact.places.filter {
                row.sentences[safe: $0.column]?.contains($0.sentence) == true
            }
            return fact.clash != nil && Set(inside.map(\.column)).count > 1
        }
        return facts.isEmpty ? why : facts.map(words)
    }

    /// Names a fold by its first sentence, which no other fold has.
    private static func key(of rows: [Comparison.Row]) -> Int? {
        guard let row = rows.first,
            let column = row.sentences.firstIndex(where: { !$0.isEmpty })
        else { return nil }
        return column * 100_000 + (row.sentences[column].first ?? 0)
    }

    /// All sentences of the selected row, as they are read one under the other.
    var selectedPlaces: [SentencePlace] {
        guard let row = selectedRow else { return [] }
        return row.placesAsRead.compactMap { column, sentence in
            articles[safe: column].map { SentencePlace($0.article.id, sentence) }
        }
    }

    /// Where the selected row stands: the first of its sentences.
    var selectedPlace: (column: Int, sentence: Int)? {
        selectedRow?.placesAsRead.first { column, sentence in
            articles[safe: column]?.article.sentences.indices.contains(sentence) == true
        }
    }
}

extension State {
    /// Shows a comparison that has been asked for.
    mutating func open(_ articles: [AnalyzedArticle], _ comparison: Comparison) {
        guard opening == .comparison else { return }
        opening = nil
        let wasComparing = place.screen == .compare
        remember()
        let alignment = wasComparing ? place.compare.alignment : .sentence
        place.screen = .compare
        place.compare = CompareScreen(articles, comparison, labels: labels)
        place.compare.alignment = alignment
        if let fact = openingFact {
            place.compare.show(fact, in: screenLayout.body)
        }
        openingFact = nil
        picked = []
    }

    /// Enter on a fold opens it; on a row it ends at the sentence in its article.
    mutating func openFromCompare() -> [Effect] {
        if place.compare.toggleSelectedFold() { return [] }
        guard let (column, sentence) = place.compare.selectedPlace else { return [] }
        var reader = ReaderScreen()
        reader.show(
            place.compare.articles[column], labels: labels, facts: clashes.facts, letters: letters)
        show(reader, at: sentence)
        return []
    }
}
