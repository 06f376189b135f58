import Analysis
package import Queries

/// What became of each point from one draft to the next, and who reports it.
package struct DraftsScreen: TableView, Equatable, Sendable {
    package private(set) var page: DraftsPage?
    /// The answer has come; without a page the dossier compares no drafts.
    private(set) var isLoaded = false
    var pair = 0
    package var query: Query = .everything
    /// Rows that stayed as they were are folded away.
    private(set) var isFolded = false
    package var cursor = ListCursor()
    /// Those with the most of a provision's own words first.
    private(set) var sentences: [CitedSentence] = []
    /// So many of them speak of the selected provision in its own words.
    private(set) var ownCount = 0
    /// The sentence that Enter goes to.
    private(set) var choice = 0
    /// The sentence that was chosen before its fellows came.
    private var awaited: String?
    private var words = ProvisionWords()
    /// The points that these sentences are on.
    private(set) var sentencesOf: [String]?
    /// The points whose sentences were last asked for, and what has come of them.
    var askedFor: [String]?
    private var gathered: [CitedSentence] = []

    package init() {}

    var lineCount: Int { rows.count }

    /// The rows that are shown.
    package var rows: [DraftsPage.Row] {
        let rows = page?.rows ?? []
        return isFolded ? rows.filter { $0.fate != .kept } : rows
    }

    package var selected: DraftsPage.Row? { rows[safe: cursor.index] }

    mutating func show(_ page: DraftsPage?) {
        self.page = page
        isLoaded = true
        askedFor = nil
        sentencesOf = nil
        words = ProvisionWords(page?.rows.map(\.wordings) ?? [])
        if let page { pair = page.pair }
        cursor.clamp(count: rows.count)
    }

    /// Takes the sentences on a point, unless others were asked for since; returns the next point to
    /// ask for, since a row may be about several.
    mutating func show(_ sentences: [CitedSentence], of point: String) -> String? {
        guard let points = askedFor, let place = points.firstIndex(of: point) else { return nil }
        if place == 0 { gathered = [] }
        gathered += sentences.filter { new in
            !gathered.contains { ($0.articleID, $0.sentence) == (new.articleID, new.sentence) }
        }
        if let next = points[safe: place + 1] { return next }
        sentencesOf = points
        order()
        return nil
    }

    /// Puts what speaks of the selected row in its own words before what is on its subject only.
    private mutating func order() {
        let wordings = selected?.wordings ?? []
        let ranked = gathered.map { ($0, likeness: words.likeness($0.text, to: wordings)) }
        let own = ranked.filter { $0.likeness >= ProvisionWords.own }
        sentences =
            own.sorted { $0.likeness > $1.likeness }.map(\.0)
            + ranked.filter { $0.likeness < ProvisionWords.own }.map(\.0)
        ownCount = own.count
        choice = sentences.firstIndex { $0.placeID == awaited } ?? 0
        awaited = nil
    }

    mutating func lineChanged() {
        (choice, awaited) = (0, nil)
        if selected?.points == sentencesOf { order() }
    }

    /// Goes to another of the sentences.
    mutating func choose(by step: Int) {
        choice = min(max(0, choice + step), max(0, shownSentences.count - 1))
    }

    mutating func fold() {
        let kept = selected
        isFolded.toggle()
        cursor.index = rows.firstIndex { $0 == kept } ?? 0
        cursor.clamp(count: rows.count)
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = cursor.row(selected.map(DraftsScreen.id))
        standing[.sentence] = selectedCitation.map { .init(id: $0.placeID, index: choice) }
        standing.set(.folded, if: isFolded)
        return standing
    }

    mutating func stand(on standing: Standing) {
        isFolded = standing.isSet(.folded)
        if let row = standing[.row] { cursor.stand(on: row, among: rows.map(DraftsScreen.id)) }
        awaited = standing[.sentence]?.id
    }

    /// The numbers of a point in both drafts: "3 2", "- 7".
    private static func id(of row: DraftsPage.Row) -> String {
        [row.from?.number, row.to?.number].map { $0.map(String.init) ?? "-" }
            .joined(separator: " ")
    }

    /// The sentences on the point of the selected row.
    var shownSentences: [CitedSentence] {
        selected?.points == sentencesOf ? sentences : []
    }

    package var selectedCitation: CitedSentence? { shownSentences[safe: choice] }

    /// Rows of the table; the rest of the body tells of the selected row.
    func tableRows(_ body: Rect) -> Int {
        let most = body.rows < 10 ? 0 : max(5, min(body.rows / 3, 9))
        // Where two lines less below show every row, they are given.
        let below = most > 6 ? max(most - 2, min(most, body.rows - 1 - rows.count)) : most
        return max(1, min(rows.count, body.rows - 1 - below))
    }
}

extension State {
    /// Goes to the next two drafts that the dossier compares.
    mutating func nextDrafts() -> [Effect] {
        guard let page = place.drafts.page, page.pairCount > 1 else {
            notice = Notice("The dossier compares no other two drafts.")
            return []
        }
        place.drafts.pair = page.pair + 1
        place.drafts.cursor = ListCursor()
        return askScreen()
    }

    /// Enter on a point: a sentence that speaks of it.
    mutating func openFromDrafts() -> [Effect] {
        guard let sentence = place.drafts.selectedCitation else {
            let count = place.drafts.selected?.articleCount ?? 0
            notice = Notice(
                count > 0
                    ? "Its sentences are being fetched." : "None of these articles speaks of it.")
            return []
        }
        return read(sentence.articleID, at: sentence.sentence)
    }

    /// Scrolls, and asks for the sentences on the point that the selection has come to.
    mutating func settleDrafts(_ layout: ScreenLayout) -> [Effect] {
        settle(\.drafts, layout)
        guard let points = place.drafts.selected?.points, let first = points.first,
            place.drafts.askedFor != points
        else { return [] }
        place.drafts.askedFor = points
        return [askDraftsSentences(of: first)]
    }

    private mutating func askDraftsSentences(of point: String) -> Effect {
        ask(.point(point, within: place.drafts.query), for: .cell, priority: .later)
    }

    /// Takes the sentences on a point of the selected row, and asks for those on its next one.
    mutating func show(inDrafts page: PointPage) -> [Effect] {
        let next = place.drafts.show(page.sentences, of: page.point.id)
        return next.map { [askDraftsSentences(of: $0)] } ?? []
    }
}

extension Registry {
    static let draftsCommands: [Command] = [
        Command(
            "show-drafts", "Show what became of each point from draft to draft", hint: "drafts",
            group: .screens, keys: ["D"]
        ) { state, _ in state.show(.drafts, \.drafts) },
        Command(
            "next-drafts", "Go to the next two drafts", hint: "other drafts", group: .screens,
            modes: [.drafts], keys: ["d"]
        ) { state, _ in state.nextDrafts() },
    ]
}
