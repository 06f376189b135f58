import Analysis
import Intake
import Queries

extension Snapshot {
    /// The article in `row` among the others. Of the same days are those published at most
    /// `ArticleContext.days` before or after it; of the same matter those that share a point, a draft
    /// or two actors with it. An article without a date, or alone in its days, has others of any
    /// day, which must share more. Near copies of it are no others.
    mutating func context(ofRow row: Int) throws -> ArticleContext {
        try index.refresh(db, columns: [.point, .draft, .actor])
        let groups = try copyGroups()
        let copies = groups.group(ofRow: row).map(groups.rows(ofGroup:)) ?? []
        let day = index.day(ofRow: row)
        let reach = Int32(ArticleContext.days)
        var scores: [Int: Int] = [:]
        if day != DayColumn.undated {
            let sameDays = index.rows(from: day - reach, to: day + reach)
            scores = shared(with: row, among: sameDays, leavingOut: copies, least: 2)
        }
        let isOfAnyDay = scores.isEmpty
        if isOfAnyDay {
            scores = shared(
                with: row, among: index.live, leavingOut: copies,
                least: ArticleContext.shareOfAnyDay)
        }
        let others = scores.keys.sorted {
            (scores[$1] ?? 0, $0) < (scores[$0] ?? 0, $1)
        }
        let read = others.prefix(ArticleContext.otherLimit)
        var found = MissingFinder(try analyzed(row), dossier: dossier)
        for other in read {
            let analyzed = try analyzed(other)
            let outlet = outletName(analyzed.findings.outletID) ?? analyzed.article.outlet
            found.add(PageArticle(analyzed: analyzed, outlet: outlet))
        }
        var own = [try articleRow(row)]
        try markCopies(&own, [row])
        return ArticleContext(
            article: own[0],
            copies: try index.oldest(copies.filter { $0 != row }).map { try articleRow($0) },
            others: try read.map { try articleRow($0) }, isOfAnyDay: isOfAnyDay,
            otherCount: others.count, missing: found.missing)
    }

    /// How much each of some articles shares with `row`, where that is enough.
    private func shared(
        with row: Int, among others: RowSet, leavingOut copies: [Int], least: Int
    ) -> [Int: Int] {
        let own = [(Column.point, 2), (.draft, 2), (.actor, 1)].map { column, weight in
            (column: column, weight: weight, numbers: index.numbers(column, row: row))
        }
        var scores: [Int: Int] = [:]
        for other in others.rows where other != row && !copies.contains(other) {
            let shared = own.reduce(0) { sum, own in
                let numbers = index.numbers(own.column, row: other)
                return sum + own.weight * numbers.count(where: own.numbers.contains)
            }
            if shared >= least { scores[other] = shared }
        }
        return scores
    }

    /// Says of each row which of its group of near copies it is.
    mutating func markCopies(_ articles: inout [ArticleRow], _ rows: [Int]) throws {
        let groups = try copyGroups()
        for (place, row) in rows.enumerated() {
            guard let members = groups.group(ofRow: row).map(groups.rows(ofGroup:))
            else { continue }
            articles[place].copyCount = members.count
            articles[place].copyNumber = 1 + (index.oldest(members).firstIndex(of: row) ?? 0)
        }
    }

    /// `rows` without near copies of an older one among them.
    mutating func withoutCopies(_ rows: RowSet) throws -> RowSet {
        var result = rows
        for members in try copyGroups().all {
            let met = index.oldest(members.filter(rows.contains))
            for row in met.dropFirst() { result.remove(row) }
        }
        return result
    }
}

/// Gathers what other articles have and one lacks.
private struct MissingFinder {
    private let own: [Comparison.Omission.Kind: Set<String>]
    private let pointNames: [String: String]
    private var found: [Comparison.Omission.Kind: [String: ArticleContext.Missing]] = [:]

    init(_ article: AnalyzedArticle, dossier: Dossier) {
        let findings = article.findings
        own = [
            .point: Set(findings.points.map(\.id)),
            .actor: Set(findings.actors.map(\.id)),
            .outlet: Set(findings.citedOutlets.map(\.id) + [findings.outletID].compactMap(\.self)),
        ]
        pointNames = Dictionary(
            dossier.points.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(_ article: PageArticle) {
        for point in article.findings.points {
            add(.point, point.id, pointNames[point.id] ?? point.id, article, point.basis)
        }
        for actor in article.findings.actors where actor.isKnown {
            add(.actor, actor.id, actor.name, article, actor.basis)
        }
        for outlet in article.findings.citedOutlets where outlet.isKnown {
            add(.outlet, outlet.id, outlet.name, article, outlet.basis)
        }
    }

    private mutating func add(
        _ kind: Comparison.Omission.Kind, _ id: String, _ name: String, _ article: PageArticle,
        _ basis: Basis
    ) {
        guard own[kind]?.contains(id) == false,
            let sentence = article.sentences(basis, label: "").first
        else { return }
        found[kind, default: [:]][
            id,
            default: ArticleContext.Missing(kind: kind, id: id, name: name, sentences: [])
        ].sentences.append(sentence)
    }

    /// Points, then actors, then outlets; each by how many have it, then by name.
    var missing: [ArticleContext.Missing] {
        [Comparison.Omission.Kind.point, .actor, .outlet].flatMap { kind in
            (found[kind] ?? [:]).values.sorted {
                ($1.sentences.count, $0.name) < ($0.sentences.count, $1.name)
            }
        }
    }
}
