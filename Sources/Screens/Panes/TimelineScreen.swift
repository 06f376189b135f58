import Intake
package import Queries

/// What happened day by day, and which articles tell of it.
package struct TimelineScreen: TableView, Equatable, Sendable {
    /// What stands in one line.
    package enum Line: Equatable, Sendable {
        case row(Int)
        /// Events of the dossier, by their rows, of which no article tells.
        case silence(Range<Int>)
    }

    package private(set) var timeline: Timeline?
    package var query: Query = .everything
    /// Events that nobody tells of stand together in one line.
    private(set) var isFolded = true
    package private(set) var lines: [Line] = []
    package var cursor = ListCursor()
    /// The sentence of the selected row that Enter goes to.
    private(set) var choice = 0
    /// Rows whose sentences have been asked for.
    private var asked: Set<TimelineKey> = []

    package init() {}

    var isLoaded: Bool { timeline != nil }
    var lineCount: Int { lines.count }

    package var selectedRow: Timeline.Row? {
        guard case .row(let index)? = lines[safe: cursor.index] else { return nil }
        return timeline?.rows[safe: index]
    }

    /// The events of the selected line, where it folds them.
    var selectedSilence: [Timeline.Row] {
        guard case .silence(let range)? = lines[safe: cursor.index], let timeline else { return [] }
        return Array(timeline.rows[range])
    }

    package var selectedCitation: CitedSentence? { selectedRow?.sentences[safe: choice] }

    mutating func show(_ timeline: Timeline) {
        self.timeline = timeline
        lay()
        asked = []
        cursor.index = opening(timeline)
        cursor.top = max(0, cursor.index - 2)
        choice = 0
    }

    /// The line to begin with: the event that most articles tell of, and at most length; where none
    /// is told of, the first day that is and that is not long before the articles came out. Older
    /// days are mentioned in passing.
    private func opening(_ timeline: Timeline) -> Int {
        let told = lines.indices.compactMap { line -> (line: Int, row: Timeline.Row)? in
            guard case .row(let index) = lines[line], timeline.rows[index].articleCount > 0
            else { return nil }
            return (line, timeline.rows[index])
        }
        let events = told.filter { $0.row.event != nil }
        let day = timeline.published?.lowerBound
        let opening =
            events.max {
                ($0.row.articleCount, $0.row.sentenceCount)
                    <= ($1.row.articleCount, $1.row.sentenceCount)
            }
            ?? told.first { told in day.map { told.row.last >= $0 } ?? true } ?? told.last
        return opening?.line ?? 0
    }

    /// Puts in sentences that were asked for.
    mutating func add(_ tellings: [String: [CitedSentence]]) { timeline?.add(tellings) }

    /// Keys of the rows in view that are told of and have no sentence yet, each given once.
    mutating func takeMissing(height: Int) -> [TimelineKey] {
        let missing = lines.dropFirst(cursor.top).prefix(height).compactMap {
            line -> TimelineKey? in
            guard case .row(let index) = line, let row = timeline?.rows[index],
                row.articleCount > 0, row.sentences.isEmpty, !asked.contains(row.key)
            else { return nil }
            return row.key
        }
        asked.formUnion(missing)
        return missing
    }

    /// What was asked for and has not come is asked for again.
    mutating func forgetAsked() { asked = [] }

    /// Two silent events or more in a row become one line; before and after the last article they
    /// stay apart.
    private mutating func lay() {
        lines = []
        guard let timeline else { return }
        let last = timeline.lastPublished
        var start = 0
        func isSilent(_ index: Int) -> Bool { timeline.rows[index].articleCount == 0 }
        func isAfter(_ index: Int) -> Bool { last.map { timeline.rows[index].first > $0 } ?? false }
        while start < timeline.rows.count {
            var end = start + 1
            if isFolded, isSilent(start) {
                while end < timeline.rows.count, isSilent(end), isAfter(end) == isAfter(start) {
                    end += 1
                }
            }
            lines.append(end - start > 1 ? .silence(start..<end) : .row(start))
            start = end
        }
    }

    mutating func lineChanged() { choice = 0 }

    /// Goes to another sentence of the selected row.
    mutating func choose(by step: Int) {
        let count = selectedRow?.sentences.count ?? 0
        choice = min(max(0, choice + step), max(0, count - 1))
    }

    mutating func fold() {
        var row = 0
        switch lines[safe: cursor.index] {
        case .row(let index): row = index
        case .silence(let range): row = range.lowerBound
        case nil: return
        }
        isFolded.toggle()
        lay()
        cursor.index =
            lines.lastIndex { line in
                switch line {
                case .row(let index): index <= row
                case .silence(let range): range.lowerBound <= row
                }
            } ?? 0
        choice = 0
    }

    var standing: Standing {
        var standing = Standing()
        standing[.row] = cursor.row(lines[safe: cursor.index].flatMap(id))
        standing[.sentence] = selectedCitation.map { .init(id: $0.placeID, index: choice) }
        standing.set(.opened, if: !isFolded)
        return standing
    }

    mutating func stand(on standing: Standing) {
        isFolded = !standing.isSet(.opened)
        lay()
        guard let row = standing[.row] else { return }
        let isShown = lines.contains { id(of: $0) == row.id }
        if !isShown, timeline?.rows.contains(where: { $0.id == row.id }) == true {
            // It is folded away with others.
            isFolded = false
            lay()
        }
        cursor.stand(on: row, among: lines.map { id(of: $0) ?? "" })
        guard let sentence = standing[.sentence], let sentences = selectedRow?.sentences else {
            return
        }
        choice = sentences.firstIndex { $0.placeID == sentence.id } ?? 0
    }

    /// What stands in a line: a row, or a fold by the first of its rows.
    private func id(of line: Line) -> String? {
        switch line {
        case .row(let index): timeline?.rows[safe: index]?.id
        case .silence(let range): timeline?.rows[safe: range.lowerBound].map { "fold " + $0.id }
        }
    }

    /// Lines of the table; the rest of the body tells of the selected one.
    func tableRows(_ body: Rect) -> Int {
        let below = body.rows < 10 ? 0 : max(5, min(body.rows / 3, 9))
        return max(1, min(lines.count, body.rows - 1 - below))
    }
}

extension Timeline {
    /// The last day on which one of the articles can have come out; nil where one has no date.
    var lastPublished: Day? {
        if !isByArticle { return published?.upperBound }
        let days = columns.compactMap { $0.published?.lastDay }
        return days.count == columns.count ? days.max() : nil
    }

    /// Articles in columns that state no day: "2 December" or "Tuesday" there is no day either.
    var undatedCount: Int { isByArticle ? columns.count { $0.published == nil } : 0 }

    var eventCount: Int { rows.count { $0.event != nil } }
    var toldCount: Int { rows.count { $0.event != nil && $0.articleCount > 0 } }
}

extension State {
    /// Enter: the chosen sentence; on events that are folded away, the events.
    mutating func openFromTimeline() -> [Effect] {
        if let sentence = place.timeline.selectedCitation {
            return read(sentence.articleID, at: sentence.sentence)
        }
        if place.timeline.selectedSilence.isEmpty {
            notice = Notice("Found in none of these articles.")
        } else {
            place.timeline.fold()
        }
        return []
    }
}

extension State {
    /// Asks for the sentences of the rows that have come into view.
    mutating func settleTimeline(_ layout: ScreenLayout) -> [Effect] {
        settle(\.timeline, layout)
        guard !waiting.contains(.tellings) else { return [] }
        let missing = place.timeline.takeMissing(
            height: place.timeline.tableRows(layout.body))
        if missing.isEmpty { return [] }
        return [ask(.tellings(missing, within: place.timeline.query), for: .tellings)]
    }
}

extension Registry {
    static let timelineCommands: [Command] = [
        Command(
            "show-timeline", "Show what happened day by day, and who tells of it",
            hint: "timeline", group: .screens, keys: ["T"]
        ) { state, _ in state.show(.timeline, \.timeline) }
    ]
}
