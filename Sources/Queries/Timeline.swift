package import Analysis
package import Intake

/// What happened, or is said to have, day by day: the events of the dossier and the dates of
/// articles that belong to none, each with the sentences that tell of it.
package struct Timeline: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        /// Nil for a date that belongs to no event of the dossier.
        package var event: Event?
        package var first: Day
        package var last: Day
        /// One a column: the sentences of an article that tell of it.
        package var counts: [Int]
        /// Article after article, in the order of the columns, at most `sentenceLimit`.
        package var sentences: [CitedSentence]

        /// How many articles tell of it, where they have no columns.
        package var told: Int?
        /// Which of the matters of these days it is, from 0.
        package var matter = 0

        package var articleCount: Int { told ?? counts.count { $0 > 0 } }
        package var sentenceCount: Int { told ?? counts.reduce(0, +) }
        package var id: String {
            event?.id ?? "\(first.iso)/\(last.iso)" + (matter > 0 ? "#\(matter)" : "")
        }
        /// The row as a number.
        package var key: TimelineKey {
            event.map { TimelineKey(event: $0.id) } ?? TimelineKey(first: first, last: last)
        }

        /// By day, events before dates.
        static func precedes(_ left: Row, _ right: Row) -> Bool {
            if left.first != right.first { return left.first < right.first }
            if left.last != right.last { return left.last < right.last }
            if (left.event == nil) != (right.event == nil) { return left.event != nil }
            return left.id < right.id
        }
    }

    /// The articles, oldest first, while they are few.
    package var columns: [Matrix.Column]
    /// By day, events before dates.
    package var rows: [Row]
    package var articleCount: Int
    /// From the first to the last day of publication; nil where no article is dated.
    package var published: ClosedRange<Day>?
    /// Dates that are vague and have no row.
    package var vagueDates: Int

    /// Sentences that are kept for one row.
    package static let sentenceLimit = 100

    /// Each article stands in a column while they are few.
    package var isByArticle: Bool { articleCount <= Matrix.articleLimit }

    /// `letters` are those of `articles`, empty where they have none; `articleCount` is of the
    /// result of which they are a part.
    package init(
        of articles: [AnalyzedArticle], letters: [String], articleCount: Int, dossier: Dossier
    ) {
        var builder = TimelineBuilder(dossier, articles: articles)
        columns = articles.enumerated().map { column, analyzed in
            Matrix.Column(
                id: analyzed.article.id,
                letter: letters.indices.contains(column) ? letters[column] : nil,
                outlet: builder.outlets[column], published: analyzed.article.published)
        }
        self.articleCount = articleCount
        let days = articles.compactMap { $0.article.published }
        published = days.map(\.day).min().flatMap { first in
            days.map(\.lastDay).max().map { first...max(first, $0) }
        }
        for column in articles.indices { builder.add(column) }
        rows = builder.rows
        vagueDates = builder.vagueDates
    }

    /// Of many articles: how many tell of each row, without a sentence yet.
    package init(
        counts: [TimelineKey: Int], articleCount: Int, published: ClosedRange<Day>?,
        dossier: Dossier
    ) {
        columns = []
        self.articleCount = articleCount
        self.published = published
        vagueDates = 0
        rows = dossier.events.map {
            Row(
                event: $0, first: $0.first, last: $0.last, counts: [], sentences: [],
                told: counts[TimelineKey(event: $0.id)] ?? 0)
        }
        for (key, count) in counts {
            guard let days = key.days else { continue }
            rows.append(
                Row(
                    event: nil, first: days.first, last: days.last, counts: [], sentences: [],
                    told: count))
        }
        rows.sort(by: Row.precedes)
    }

    /// Puts in the sentences of rows, by their ids.
    package mutating func add(_ tellings: [String: [CitedSentence]]) {
        for place in rows.indices {
            if let sentences = tellings[rows[place].id] { rows[place].sentences = sentences }
        }
    }

    /// The article of `column` came out before the day: it announces.
    package func isAhead(_ row: Row, column: Int) -> Bool {
        columns[column].published.map { $0.lastDay < row.first } ?? false
    }
}

/// Collects the rows of a timeline, article after article.
private struct TimelineBuilder {
    let articles: [AnalyzedArticle]
    let outlets: [String?]
    private var events: [Timeline.Row]
    private let places: [String: Int]
    /// By their days; what has nobody and no point in common is told of in rows of its own.
    private var dates: [String: [Matter]] = [:]
    private(set) var vagueDates = 0

    init(_ dossier: Dossier, articles: [AnalyzedArticle]) {
        self.articles = articles
        let names = Dictionary(
            dossier.outlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        outlets = articles.map { analyzed in
            analyzed.findings.outletID.flatMap { names[$0] } ?? analyzed.article.outlet
        }
        let silent = Array(repeating: 0, count: articles.count)
        events = dossier.events.map {
            Timeline.Row(
                event: $0, first: $0.first, last: $0.last, counts: silent, sentences: [])
        }
        places = Dictionary(
            dossier.events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func add(_ column: Int) {
        let findings = articles[column].findings
        var told: [Int: [Int: Telling]] = [:]
        for finding in findings.events {
            guard let place = places[finding.id] else { continue }
            for evidence in finding.basis.evidence {
                told[place, default: [:]][evidence.sentence, default: Telling(finding.basis)]
                    .ranges.append(evidence.range)
            }
        }
        for date in findings.dates {
            guard let place = date.event.flatMap({ places[$0] }) else { continue }
            told[place, default: [:]][date.sentence, default: Telling(date.basis)]
                .ranges.append(date.range)
        }
        for (place, tellings) in told { add(tellings, to: &events[place], column) }
        addDates(findings, column, told)
    }

    private mutating func addDates(
        _ findings: Findings, _ column: Int, _ told: [Int: [Int: Telling]]
    ) {
        var days: [String: (row: Timeline.Row, tellings: [Int: Telling])] = [:]
        for date in findings.dates where date.event == nil {
            let isTold = told.contains { place, tellings in
                tellings[date.sentence] != nil && events[place].first <= date.last
                    && date.first <= events[place].last
            }
            if isTold { continue }
            guard !date.isVague else {
                vagueDates += 1
                continue
            }
            let empty = Timeline.Row(
                event: nil, first: date.first, last: date.last,
                counts: Array(repeating: 0, count: articles.count), sentences: [])
            days[empty.id, default: (empty, [:])]
                .tellings[date.sentence, default: Telling(date.basis)].ranges.append(date.range)
        }
        for (id, day) in days { add(day.tellings, on: id, day.row, findings, column) }
    }

    /// Puts the sentences of an article on some days into the rows of their matters.
    private mutating func add(
        _ tellings: [Int: Telling], on id: String, _ empty: Timeline.Row, _ findings: Findings,
        _ column: Int
    ) {
        var matters = dates[id] ?? []
        var groups: [Int: [Int: Telling]] = [:]
        for (sentence, telling) in tellings.sorted(by: { $0.key < $1.key }) {
            let subjects = findings.subjects(of: sentence)
            let known = matters.firstIndex {
                !$0.subjects.isDisjoint(with: subjects) || $0.subjects == subjects
            }
            if known == nil, matters.count < Matter.limit {
                var row = empty
                row.matter = matters.count
                matters.append(Matter(subjects: [], row: row))
            }
            let place = known ?? matters.count - 1
            matters[place].subjects.formUnion(subjects)
            groups[place, default: [:]][sentence] = telling
        }
        for (place, tellings) in groups { add(tellings, to: &matters[place].row, column) }
        dates[id] = matters
    }

    private func add(_ tellings: [Int: Telling], to row: inout Timeline.Row, _ column: Int) {
        row.counts[column] = tellings.count
        for (sentence, telling) in tellings.sorted(by: { $0.key < $1.key })
        where row.sentences.count < Timeline.sentenceLimit {
            let found = CitedSentence(
                articles[column], outlet: outlets[column], sentence: sentence,
                ranges: telling.ranges, label: row.event?.name ?? "", rule: telling.rule)
            if let found { row.sentences.append(found) }
        }
    }

    var rows: [Timeline.Row] {
        (events + dates.values.joined().map(\.row)).sorted(by: Timeline.Row.precedes)
    }
}

/// What is told of some days, by whom and what it is about.
private struct Matter {
    /// Of the same days so many have rows of their own.
    static let limit = 6

    var subjects: Set<String>
    var row: Timeline.Row
}

extension Findings {
    /// The points, people and bodies of a sentence, by id; states are named everywhere.
    fileprivate func subjects(of sentence: Int) -> Set<String> {
        let points = points.lazy.filter { $0.basis.sentences.contains(sentence) }.map(\.id)
        let actors = actors.lazy.filter {
            $0.kind != .state && $0.basis.sentences.contains(sentence)
        }.map(\.id)
        return Set(points).union(actors)
    }
}

/// Where in one sentence something is told, and by which rule that was found.
private struct Telling {
    var ranges: [Range<Int>] = []
    let rule: String

    init(_ basis: Basis) { rule = basis.rule }
}
