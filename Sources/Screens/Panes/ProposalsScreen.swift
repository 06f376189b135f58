import Analysis
package import Queries

/// Names that articles have and the dossier has not: a list, and beside or below it the sentences
/// on which the selected name rests.
package struct ProposalsScreen: Equatable, Sendable {
    /// Nil until the archive has answered.
    package private(set) var answer: ProposalsAnswer?
    package var cursor = ListCursor()
    /// Those set aside stand behind the others.
    package var showsSetAside = false
    /// The sentences have the focus.
    package private(set) var isInSentences = false
    /// The selected sentence.
    private(set) var sentence = 0
    private(set) var page: ProposalPage?
    /// The proposal whose sentences were asked for last.
    var askedID: String?
    private(set) var column: PageColumn?
    private(set) var top = 0
    private var laidColumns: Int?

    /// So many proposals are fetched; a list that is longer says so.
    static let limit = 500

    package init() {}

    var rows: [Proposal] {
        guard let answer else { return [] }
        return showsSetAside ? answer.open + answer.setAside : answer.open
    }

    package var selected: Proposal? { rows[safe: cursor.index] }

    /// The page, when it is that of the selected proposal.
    var shownPage: ProposalPage? { page?.id == selected?.id ? page : nil }

    package var selectedCitation: CitedSentence? { shownPage?.sentences[safe: sentence] }

    mutating func show(_ answer: ProposalsAnswer) {
        self.answer = answer
        if answer.setAside.isEmpty { showsSetAside = false }
        cursor.clamp(count: rows.count)
        if rows.isEmpty { isInSentences = false }
    }

    mutating func show(_ page: ProposalPage) {
        guard page.id == askedID else { return }
        self.page = page
        laidColumns = nil
        sentence = 0
        top = 0
    }

    /// Leaves a name out until the list has come anew.
    mutating func forget(_ proposal: Proposal) {
        answer?.open.removeAll { $0.id == proposal.id }
        answer?.setAside.removeAll { $0.id == proposal.id }
        cursor.clamp(count: rows.count)
        isInSentences = false
        askedID = nil
    }

    mutating func switchPane() {
        isInSentences = !isInSentences && shownPage != nil
    }

    mutating func move(_ step: Step, page: Int) {
        guard isInSentences, let shownPage else {
            let count = rows.count
            cursor.move(by: step.rows(page: page, count: count), count: count)
            return
        }
        let last = max(0, shownPage.sentences.count - 1)
        let rows = step.rows(page: max(2, page / 4), count: shownPage.sentences.count)
        sentence = min(max(0, sentence + rows), last)
    }

    mutating func select(row: Int) {
        isInSentences = false
        cursor.index = row
    }

    mutating func select(sentence: Int) {
        isInSentences = true
        self.sentence = sentence
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = cursor.row(selected?.id)
        standing.set(.opened, if: showsSetAside)
        if isInSentences { standing[.focus] = "sentences" }
        standing[.sentence] = selectedCitation.map { .init(id: $0.placeID, index: sentence) }
        standing.set(.top, to: [top])
        return standing
    }

    /// The sentence only once the page has come.
    mutating func stand(on standing: Standing) {
        showsSetAside = standing.isSet(.opened) && answer?.setAside.isEmpty == false
        guard let row = standing[.row] else { return }
        cursor.stand(on: row, among: rows.map(\.id))
        guard let shownPage, selected?.id == row.id else { return }
        isInSentences = standing[.focus] != nil
        sentence = shownPage.sentences.firstIndex { $0.placeID == standing[.sentence]?.id } ?? 0
        top = standing.numbers(.top).first ?? 0
    }

    // MARK: Where it stands

    /// The list, and the sentences beside it or, where there is no room, below.
    static func parts(of body: Rect) -> (list: Rect, sentences: Rect?) {
        if body.columns >= 96 {
            let parts = BrowseLayout.columns(of: body, widths: [min(64, body.columns * 2 / 5)])
            return (parts[0], parts[1])
        }
        guard body.rows >= 12 else { return (body, nil) }
        var (list, below) = (body, body)
        list.rows = body.rows / 2
        below.row += list.rows
        below.rows = body.rows - list.rows
        return (list, below)
    }

    mutating func settle(_ layout: ScreenLayout) {
        let (list, below) = ProposalsScreen.parts(of: layout.body)
        cursor.clamp(count: rows.count)
        cursor.reveal(height: list.rows - 1, count: rows.count)
        let area = below ?? list
        guard let shownPage else {
            column = nil
            return
        }
        if laidColumns != area.columns || column == nil {
            laidColumns = area.columns
            column = PageColumn(
                sections: [(0, ProposalsScreen.section(of: shownPage))], columns: area.columns,
                letters: [])
        }
        reveal(height: area.rows)
    }

    private static func section(of page: ProposalPage) -> PageScreen.Section {
        let count = Set(page.sentences.map(\.articleID)).count
        let scope =
            Wording.counted(page.sentences.count, "sentence") + " in "
            + Wording.counted(count, "article")
        return PageScreen.Section(
            title: page.forms.joined(separator: ", "), scope: scope,
            items: page.sentences.map { .citation($0) }, isWide: true)
    }

    private mutating func reveal(height: Int) {
        guard let lines = column?.lines else { return }
        let mine = lines.indices.filter { lines[$0].item == sentence }
        guard let first = mine.first, let last = mine.last else { return }
        if last >= top + height { top = last - height + 1 }
        if first < top + 2 { top = max(0, first - 2) }
        top = min(top, max(0, lines.count - height))
    }

    // MARK: Words

    var facts: [String] {
        guard let answer else { return [] }
        var facts = [Wording.counted(answer.openCount, "name")]
        if !answer.setAside.isEmpty {
            facts.append("\(Wording.number(answer.setAside.count)) set aside")
        }
        return facts
    }

    /// What the screen is for, in one line.
    func sentence(_ columns: Int) -> StyledText {
        let words =
            columns >= 120
            ? "Found by rule. Taken in, a name is looked for in every article; the file is yours to "
                + "edit."
            : "Found by rule; a takes it in, x sets it aside."
        return StyledText(words, .quiet)
    }

    var legend: StyledText {
        [
            ("◦", Style(.machine)), (" found by rule, not yet checked  ", .quiet),
            ("×", .quiet), (" set aside", .quiet),
        ]
    }

    var position: StyledText {
        guard let count = answer.map({ _ in rows.count }), count > 0 else { return StyledText() }
        return StyledText(
            "\(Wording.number(cursor.index + 1)) of \(Wording.number(count))", .quiet)
    }

    /// Why the selected name is proposed.
    var reason: Notice? {
        guard let shownPage else { return nil }
        let sure = Int((shownPage.confidence * 100).rounded())
        return Notice("◦ found by rule: \(shownPage.rule), sure to \(sure) of 100")
    }
}

extension OwnDossier.Entry.Kind {
    var words: String {
        switch self {
        case .person: "person"
        case .body: "body"
        case .outlet: "outlet"
        }
    }
}
