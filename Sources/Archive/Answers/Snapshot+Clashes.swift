import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    /// The facts of the next groups of the plan, until enough are found. The first of all articles
    /// are kept until the archive changes: every start asks for them.
    mutating func clashes(_ question: ClashesQuestion) throws -> ClashesAnswer {
        guard question == ClashesQuestion() else { return try compared(question) }
        let stamp =
            "\(ClashesCodec.format).\(ClaimsCodec.format).\(index.generation).\(dossier.contentHash)"
        if let stored = try derived("clashes", stamp),
            let known = try? ClashesCodec.answer(from: stored)
        {
            return known
        }
        let answer = try compared(question)
        newlyDerived["clashes"] = Derived(stamp: stamp, data: ClashesCodec.bytes(of: answer))
        return answer
    }

    private mutating func compared(_ question: ClashesQuestion) throws -> ClashesAnswer {
        let plan = try clashPlan(within: question.query)
        var search = ClashSearch(self, plan)
        var facts = FactCollector()
        let start = min(max(0, question.start), plan.groups.count)
        let end = start + min(question.groupLimit, plan.groups.count - start)
        var next = start
        while next < end, facts.count < question.factLimit {
            for found in try search.clashes(in: plan.groups[next]) { facts.add(found) }
            next += 1
        }
        var answer = ClashesAnswer(
            facts: try facts.disagreements(self), next: next, groupCount: plan.groups.count)
        guard question.query != .everything else { return answer }
        let met = try rows(question.query)
        answer.articleCount = met.count
        if met.count <= Overview.letterLimit {
            answer.articleIDs = Set(try met.rows.map { try articleRow($0).id })
        }
        return answer
    }

    /// All facts on which the articles that meet `query` differ.
    mutating func disagreements(within query: Query = .everything) throws -> [Disagreement] {
        try clashes(ClashesQuestion(query: query, factLimit: .max, groupLimit: .max)).facts
    }

    /// Facts about some points on which a set of articles differs: of the newest groups of claims
    /// that may differ, `pageLimit`.
    mutating func disagreements(among scope: RowSet, on points: Set<String>) throws
        -> [Disagreement]
    {
        let plan = try clashPlan(among: scope)
        var search = ClashSearch(self, plan)
        var facts = FactCollector()
        for group in plan.groups.prefix(Snapshot.pageLimit) {
            for found in try search.clashes(in: group)
            where found.clash.about.split(separator: ".").contains(where: {
                points.contains(String($0))
            }) {
                facts.add(found)
            }
        }
        return try facts.disagreements(self)
    }

    /// The articles that differ from another one on a fact; kept until the archive changes.
    mutating func clashingRows() throws -> RowSet {
        let stamp = "\(ClaimsCodec.format).\(index.generation).\(dossier.contentHash)"
        if let stored = try derived("clashing", stamp),
            let known = RowSet(bytes: stored, limit: index.limit)
        {
            return known
        }
        let plan = try clashPlan(within: .everything)
        var search = ClashSearch(self, plan)
        var result = index.empty
        for group in plan.groups {
            let found = try search.clashes(in: group)
            if !found.isEmpty { plan.mark(found.map(\.clash), of: group, in: &result) }
        }
        newlyDerived["clashing"] = Derived(stamp: stamp, data: result.bytes)
        return result
    }

    /// Kept for the next window of the same question.
    private mutating func clashPlan(within query: Query) throws -> ClashPlan {
        if let known = index.clashPlan, known.generation == index.generation,
            known.query == query
        {
            return known.plan
        }
        let scope = try rows(query)
        let plan = try clashPlan(among: scope)
        index.clashPlan = (index.generation, query, plan)
        return plan
    }

    func clashPlan(among scope: RowSet) throws -> ClashPlan {
        let size =
            try Int.fetchOne(
                db, sql: "SELECT total(length(data)) FROM segment_column WHERE \"column\" = ?",
                arguments: [Column.claim.rawValue]) ?? 0
        return try ClashPlan(entryCount: size / 8, index: index) { body in
            try db.step(
                "SELECT segment, data FROM segment_column WHERE \"column\" = ? ORDER BY segment",
                [Column.claim.rawValue]
            ) { statement in
                let start = Database.integer(statement, 0) * Segment.rowCount
                let column = try ListColumn(bytes: Database.blob(statement, 1))
                column.visitPairs { place, key, content in
                    if scope.contains(start + place) { body(start + place, key, content) }
                }
            }
        }
    }
}

extension ListColumn {
    /// Values two by two, with the place of the row that they are of.
    @inline(__always)
    func visitPairs(_ body: (Int, UInt32, UInt32) -> Void) {
        var index = 0
        for (place, end) in ends.enumerated() {
            while index + 1 < Int(end) {
                body(place, values[index], values[index + 1])
                index += 2
            }
        }
    }
}

extension ClashPlan {
    /// Puts in the articles of a group that say what the clashing ones say.
    func mark(_ clashes: [Comparison.Clash], of group: Group, in result: inout RowSet) {
        let clashing = Set(clashes.flatMap { $0.values.map(\.column) })
        if group.range.count <= ClashPlan.memberLimit {
            for row in clashing { result.insert(row) }
            return
        }
        let said = Set(
            group.range.filter { clashing.contains(Int(rows[$0])) }.map { contents[$0] })
        for place in group.range where said.contains(contents[place]) {
            result.insert(Int(rows[place]))
        }
    }
}

/// Unites what pairs of articles differ on, one entry a fact.
private struct FactCollector {
    private var found: [ClashSearch.Found] = []
    private var places: [String: Int] = [:]

    var count: Int { places.count }

    /// Takes in what another pair says; the graver relation stands.
    mutating func add(_ next: ClashSearch.Found) {
        // A remark is the one of its first article.
        let first = next.clash.about.contains(".quote.") ? next.clash.values.first?.column : nil
        let id = [next.clash.kind.rawValue, next.clash.about, next.clash.scope, "\(first ?? 0)"]
            .joined(separator: "\n")
        places[id] = places[id] ?? places.count
        found.append(next)
    }

    /// With sentences, outlets and days; the gravest first.
    func disagreements(_ snapshot: Snapshot) throws -> [Disagreement] {
        var reader = FactReader(snapshot)
        var facts: [Disagreement] = []
        var places: [String: Int] = [:]
        var relations: [Set<Comparison.Clash.Relation>] = []
        // A figure told of several drafts is one fact, also where it is the same in two of them.
        let figures = Set(found.map(\.clash).filter { $0.kind == .figure }.map(\.about))
        for next in found {
            var fact = try reader.fact(next)
            if fact.kind == .version, figures.contains(fact.about) { fact.kind = .figure }
            if let place = places[fact.id] {
                facts[place].merge(fact)
                relations[place].insert(fact.relation)
            } else {
                places[fact.id] = facts.count
                facts.append(fact)
                relations.append([fact.relation])
            }
        }
        for place in facts.indices {
            facts[place].values.sort { reader.order(of: $0) < reader.order(of: $1) }
            // What differs in one way differs between all of them, not between the first alone.
            if relations[place].count == 1 {
                facts[place].explanation = facts[place].clash.explained
            } else {
                facts[place].tellRest()
            }
        }
        return facts.sorted(by: Disagreement.precedes)
    }
}

/// Reads the sentences that clashes rest on.
private struct FactReader {
    private let snapshot: Snapshot
    private var articles: [Int: (article: Article, row: ArticleRow)] = [:]
    private var rows: [String: Int] = [:]

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    mutating func fact(_ found: ClashSearch.Found) throws -> Disagreement {
        var clash = found.clash
        var values: [Disagreement.Value] = []
        for index in clash.values.indices {
            let (article, row) = try article(clash.values[index].column)
            let range = clash.values[index].range.clamped(to: 0..<article.text.count)
            if clash.values[index].text.isEmpty {
                clash.values[index].text = article.text[scalars: range]
            }
            values += Disagreement.values(clash.values[index], article, row)
        }
        let isQuote = clash.kind == .version && clash.about.contains(".quote.")
        return Disagreement(
            about: clash.about, kind: clash.kind, relation: clash.relation, values: values,
            explanation: clash.explained,
            scope: isQuote ? values.first?.articleID ?? "" : clash.scope,
            articleCount: found.articleCount)
    }

    private mutating func article(_ row: Int) throws -> (Article, ArticleRow) {
        if let known = articles[row] { return known }
        guard let article = try ArticleTable.article(row: row, snapshot.db)
        else { throw ArchiveError.noSuchArticle(String(row)) }
        let read = (article, try snapshot.articleRow(row))
        articles[row] = read
        rows[article.id] = row
        return read
    }

    /// The oldest article first, the undated last; in one article as it is read.
    func order(of value: Disagreement.Value) -> (Int, Int, Int) {
        guard let row = rows[value.articleID] else { return (.max, 0, 0) }
        let day = snapshot.index.day(ofRow: row)
        let article = (day == DayColumn.undated ? Int(Int32.max) : Int(day)) << 32 | row
        return (article, value.sentence, value.range.lowerBound)
    }
}

extension Disagreement {
    /// Adds what the first two that differ do not say to the explanation, which is of them.
    fileprivate mutating func tellRest() {
        var rest: [String] = []
        for text in values.map(\.text) {
            let quoted = "“\(text)”"
            if !explanation.contains(quoted), !rest.contains(quoted) { rest.append(quoted) }
        }
        if !rest.isEmpty { explanation += " Others say \(rest.joined(separator: ", "))." }
    }

    /// What all its values are of; columns tell nothing.
    fileprivate var clash: Comparison.Clash {
        Comparison.Clash(
            about: about, kind: kind, relation: relation,
            values: values.map { .init(column: 0, sentences: [], range: 0..<0, text: $0.text) },
            explanation: "", scope: scope)
    }

    /// One for each sentence.
    fileprivate static func values(
        _ value: Comparison.Clash.Value, _ article: Article, _ row: ArticleRow
    ) -> [Value] {
        value.sentences.filter(article.sentences.indices.contains).map { sentence in
            let range = article.sentences[sentence].range
            let inside = value.range.clamped(to: range)
            let start = inside.lowerBound - range.lowerBound
            return Value(
                articleID: article.id, sentence: sentence,
                sentenceText: article.sentenceText(sentence),
                range: start..<start + inside.count, text: value.text, outlet: row.outlet,
                published: row.published)
        }
    }
}
