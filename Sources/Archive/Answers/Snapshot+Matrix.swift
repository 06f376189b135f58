import Analysis
import Intake
import Queries

extension Snapshot {
    /// Up to `Matrix.articleLimit` articles stand each in a column; of more, sources do, counted
    /// from the columns in memory in one pass.
    mutating func matrix(_ question: MatrixQuestion) throws -> Matrix {
        let matches = try rows(question.query)
        let count = matches.count
        guard count > Matrix.articleLimit else {
            let articles = try index.oldest(matches, 0..<count).map { try analyzed($0) }
            let uses = question.subject == .words ? articles.map { live.wordUses(in: $0) } : []
            return Matrix(
                of: question.subject, articles: articles, letters: try letters(for: articles),
                uses: uses, dossier: dossier)
        }
        return try matrixBySource(question.subject, matches)
    }

    /// The letters of the corpus where it has some, so that an article keeps its letter.
    func letters(for articles: [AnalyzedArticle]) throws -> [String] {
        guard let rows = letterRows() else {
            return Letters.unique(for: articles.map(\.article.outlet))
        }
        let all = try rows.map { try articleRow($0) }
        let letters = Dictionary(
            zip(all.map(\.id), Letters.unique(for: all.map(\.outlet))),
            uniquingKeysWith: { first, _ in first })
        return articles.map { letters[$0.article.id] ?? "?" }
    }

    private mutating func matrixBySource(
        _ subject: MatrixQuestion.Subject, _ matches: RowSet
    ) throws -> Matrix {
        try index.refresh(db, columns: [.source])
        let sources = index.values(.source)
        let sizes = index.counts(.source, in: matches)
        let ordered = sizes.indices.filter { sizes[$0] > 0 }.sorted {
            sizes[$0] == sizes[$1] ? sources.keys[$0] < sources.keys[$1] : sizes[$0] > sizes[$1]
        }
        let shown = Array(ordered.prefix(Matrix.sourceLimit))
        let counts = try counts(subject, bySource: shown, in: matches)
        let columns = shown.map { number in
            let key = sources.keys[number]
            let isStated = key != ArticleFacts.unstated
            return Matrix.Column(
                id: key, outlet: isStated ? outletName(key) ?? sources.names[number] : nil,
                articleCount: sizes[number])
        }
        return Matrix(
            of: subject, counts: counts, columns: columns, isByArticle: false,
            articleCount: matches.count, leftOutSources: ordered.count - shown.count,
            dossier: dossier)
    }
}

extension Snapshot {
    /// How many articles of each source have each subject, by its id.
    private mutating func counts(
        _ subject: MatrixQuestion.Subject, bySource shown: [Int], in matches: RowSet
    ) throws -> [String: [Int]] {
        guard subject != .words else { return try wordCounts(bySource: shown, in: matches) }
        let column: Column = subject == .points ? .point : .actor
        try index.refresh(db, columns: [column])
        let subjects = index.values(column)
        var counts: [String: [Int]] = [:]
        let table = index.crossCounts(column, .source, wanted: shown, in: matches)
        for (number, row) in table.enumerated() where row.contains(where: { $0 > 0 }) {
            counts[subjects.keys[number]] = row
        }
        return counts
    }

    private mutating func wordCounts(
        bySource shown: [Int], in matches: RowSet
    ) throws -> [String: [Int]] {
        try index.refresh(db, columns: [.wording])
        let tallies = shown.map { source in
            var rows = index.rows(
                .source, having: index.values(.source).keys.indices.map { $0 == source })
            rows.formIntersection(matches)
            return index.tally(.wording, in: rows)
        }
        var counts: [String: [Int]] = [:]
        for form in WordForms(dossier: dossier).all {
            counts[form.id] = tallies.map { $0[form.number] ?? 0 }
        }
        return counts
    }

    /// Articles that are read for the sentences of a word.
    private static let useLimit = 60

    /// Of the newest articles that have it; oldest first.
    mutating func wordUses(_ id: String, within query: Query) throws -> [CitedSentence] {
        guard let form = WordForms(dossier: dossier).all.first(where: { $0.id == id }) else {
            return []
        }
        try index.refresh(db, columns: [.wording])
        let found = index.newest(.wording, [form.number], in: try rows(query)) { _ in
            Snapshot.useLimit
        }
        return try (found[form.number] ?? []).reversed().flatMap { row in
            let article = try analyzed(row)
            let uses = live.wordUses(in: article).filter { $0.form == form }
            return Dictionary(grouping: uses.flatMap(\.own), by: \.sentence)
                .sorted { $0.key < $1.key }.compactMap { sentence, places in
                    CitedSentence(
                        article, outlet: article.article.outlet, sentence: sentence,
                        ranges: places.map(\.range), label: form.text, rule: "wording")
                }
        }
    }
}

extension FacetIndex {
    /// For each value of `column`, how many of `rows` have it together with each of the `wanted`
    /// values of `other`, of which a row has one at most. Both must be loaded.
    func crossCounts(
        _ column: Column, _ other: Column, wanted: [Int], in rows: RowSet
    ) -> [[Int]] {
        var place = [Int](repeating: -1, count: values(other).keys.count)
        for (index, value) in wanted.enumerated() { place[value] = index }
        let width = wanted.count
        var counts = [Int](repeating: 0, count: values(column).keys.count * width)
        rows.visit { row in
            guard let value = numbers(other, row: row).first, Int(value) < place.count,
                place[Int(value)] >= 0
            else { return }
            for number in numbers(column, row: row) {
                let cell = Int(number) * width + place[Int(value)]
                if cell < counts.count { counts[cell] += 1 }
            }
        }
        return (0..<values(column).keys.count).map {
            Array(counts[$0 * width..<($0 + 1) * width])
        }
    }
}
