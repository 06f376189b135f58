import Intake

extension Comparison {
    /// A figure or a day that articles give, or a fact on which they differ.
    package struct FactRow: Equatable, Sendable {
        /// A figure's key, "plan.points"; of a day the day itself, "2025-12-02".
        package var about: String
        package var kind: Clash.Kind
        /// How they differ; nil where all that give it give the same.
        package var clash: Clash?
        package var places: [Place]

        package struct Place: Equatable, Sendable {
            package var column: Int
            package var sentence: Int
            /// Scalars of the article's text.
            package var range: Range<Int>

            package init(column: Int, sentence: Int, range: Range<Int>) {
                self.column = column
                self.sentence = sentence
                self.range = range
            }
        }

        package init(
            about: String, kind: Clash.Kind, clash: Clash? = nil, places: [Place]
        ) {
            self.about = about
            self.kind = kind
            self.clash = clash
            self.places = places
        }

        /// How many columns give it.
        package var columnCount: Int { Set(places.map(\.column)).count }
    }
}

/// Facts side by side: first those on which the articles differ, the gravest first; then what
/// several give alike, then what one gives alone, both in the order of the texts.
struct FactRows {
    private struct Key: Hashable {
        var kind: Comparison.Clash.Kind
        var about: String
        var event: String?
        var value: String
    }

    private var order: [Key] = []
    private var places: [Key: [Comparison.FactRow.Place]] = [:]

    static func rows(
        of articles: [AnalyzedArticle], clashes: [Comparison.Clash]
    ) -> [Comparison.FactRow] {
        let differing = clashes.filter { $0.relation != .spelling }.map { clash in
            Comparison.FactRow(
                about: clash.about, kind: clash.kind, clash: clash,
                places: clash.values.flatMap { value in
                    value.sentences.map {
                        .init(column: value.column, sentence: $0, range: value.range)
                    }
                })
        }
        var rows = FactRows()
        for (column, article) in articles.enumerated() { rows.add(article.findings, column) }
        let told = differing.flatMap(\.places)
        let given = rows.rows.filter { row in !row.places.allSatisfy(told.contains) }
        return differing + given.filter { $0.columnCount > 1 }
            + given.filter { $0.columnCount == 1 }
    }

    private mutating func add(_ findings: Findings, _ column: Int) {
        for figure in findings.figures {
            guard let about = figure.about else { continue }
            let value = "\(figure.value) \(figure.unit ?? "")"
            add(
                Key(kind: .figure, about: about, event: figure.event, value: value),
                .init(column: column, sentence: figure.sentence, range: figure.range))
        }
        // A day, not a month or a while: of those two articles may well mean different parts.
        for date in findings.dates where date.first == date.last {
            add(
                Key(kind: .date, about: date.first.iso, value: ""),
                .init(column: column, sentence: date.sentence, range: date.range))
        }
    }

    private mutating func add(_ key: Key, _ place: Comparison.FactRow.Place) {
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(place)
    }

    private var rows: [Comparison.FactRow] {
        order.map { Comparison.FactRow(about: $0.about, kind: $0.kind, places: places[$0] ?? []) }
    }
}
