import Analysis
import Intake
import Queries

extension Snapshot {
    /// A page reads this many articles at most, the oldest of those it is about; its count of
    /// articles is always of all.
    static let pageLimit = 200

    mutating func participantPage(_ id: String, within query: Query) throws -> ParticipantPage {
        var participant = try participant(id)
        if let day = query.knownOn { participant.leaveOutRoles(after: day) }
        let isKnown = dossier.participants.contains { $0.id == participant.id }
        var matches = try rows(isKnown ? .actor : .proposal, key: participant.id)
        matches.formUnion(try rows(.speaker, key: participant.id))
        let presence = presence(matches)
        matches.formIntersection(try rows(query))
        var page = ParticipantPage(
            participant: participant, articleCount: matches.count, presence: presence,
            spellings: [], quotesBy: [], stances: [], mentions: [], namedBeside: [])
        page.readCount = min(matches.count, Snapshot.pageLimit)
        var spellings = ArticleTally()
        var beside = ArticleTally()
        var stances: [String: [StanceHistory.Entry]] = [:]
        for article in try pageArticles(matches) {
            page.add(article)
            article.addStances(of: participant.id, to: &stances)
            spellings.add(article.forms(of: participant.id), of: article)
            beside.add(article.namedBeside(participant.id), of: article)
        }
        page.spellings = spellings.values
        page.namedBeside = beside.values
        page.stances = stances.map { StanceHistory(point: $0.key, entries: $0.value) }.sorted {
            ($1.entries.count, $0.point) < ($0.entries.count, $1.point)
        }
        page.points = dossier.points.filter { stances[$0.id] != nil }
        return page
    }

    mutating func sourcePage(_ id: String, within query: Query) throws -> SourcePage {
        let outlet = try outlet(id)
        let scope = try rows(query)
        var published = try rows(.source, key: outlet.id)
        published.formIntersection(scope)
        var citing = try rows(.cited, key: outlet.id)
        citing.formIntersection(scope)
        citing.subtract(published)
        let rows = index.newest(published, 0..<min(published.count, Snapshot.pageLimit))
        // Of others that cite the same the outlet's page does not tell.
        let own = presence(published) ?? 0
        let facets = try facets(of: published)
        let cites = facets.cited.filter { $0.count > 0 }.map { cited in
            var cited = cited
            cited.presence = cited.presence.map { $0 & own }
            return cited
        }
        var page = SourcePage(
            outlet: outlet, published: try rows.map { try articleRow($0) }, citedBy: [],
            cites: cites)
        page.speaksOf = facets.points.filter { $0.count > 0 }.sorted { $0.count > $1.count }
        page.names = facets.actors.filter { $0.count > 0 }.sorted { $0.count > $1.count }
        for article in try pageArticles(citing) {
            for cited in article.findings.citedOutlets where cited.id == outlet.id {
                page.citedBy += article.sentences(cited.basis, label: cited.how.rawValue)
            }
        }
        return page
    }

    /// The page of a point, or of a topic with all its points.
    mutating func pointPage(_ id: String, within query: Query) throws -> PointPage {
        guard let point = point(id) else {
            throw ArchiveError.noSuchEntry(kind: "point", name: id)
        }
        let ids = PointPage.ids(of: point, in: dossier)
        try index.refresh(db, columns: [.point])
        var matches = index.rows(.point, having: index.values(.point).keys.map(ids.contains))
        let presence = presence(matches)
        matches.formIntersection(try rows(query))
        let known = dossier.known(to: query)
        let drafts = known.drafts.sorted { Snapshot.isEarlier($0, $1) }
        var page = PointPage(
            point: point,
            topic: dossier.topics.first { $0.id == point.topic }
                ?? Topic(id: point.topic, name: point.topic),
            articleCount: matches.count, presence: presence,
            provisions: drafts.flatMap { draft in
                known.provisions.filter {
                    $0.draft == draft.id && $0.points.contains(where: ids.contains)
                }
            }, drafts: drafts, holders: [], sentences: [])
        page.readCount = min(matches.count, Snapshot.pageLimit)
        var positions = Positions()
        for article in try pageArticles(matches) {
            page.add(article, ids)
            for stance in article.findings.stances where ids.contains(stance.point) {
                guard let entry = article.entry(stance) else { continue }
                positions.add(entry, of: stance.actor, on: stance.point)
            }
        }
        page.points = known.points.filter { ids.contains($0.id) }
        page.holders = positions.holders(in: known)
        page.disagreements = try disagreements(among: matches, on: ids)
        return page
    }

    // MARK: Entries

    /// The point with this id or name, else the topic, which stands as the point of itself.
    private func point(_ id: String) -> PlanPoint? {
        let folded = NameForm.folded(id)
        if let point = dossier.points.first(where: { $0.id == id }) { return point }
        let topic =
            dossier.topics.first { $0.id == id }
            ?? dossier.topics.first { NameForm.folded($0.name) == folded }
        return dossier.points.first { NameForm.folded($0.name) == folded }
            ?? topic.map { PlanPoint(id: $0.id, name: $0.name, topic: $0.id) }
    }

    /// The participant with this id or name, of the dossier or proposed.
    mutating func participant(_ id: String) throws -> Participant {
        if let known = dossier.participants.first(where: { $0.id == id }) { return known }
        let form = NameForm.folded(id)
        let keys = index.names(.actor, dossier).keys { $0 == form }
        if let known = dossier.participants.first(where: { keys.contains($0.id) }) { return known }
        for column in [Column.proposal, .speaker] {
            if let (key, name) = try entry(column, id) {
                return Participant(id: key, name: name, kind: .person)
            }
        }
        throw ArchiveError.noSuchEntry(kind: "participant", name: id)
    }

    mutating func outlet(_ id: String) throws -> Outlet {
        if let known = dossier.outlets.first(where: { $0.id == id }) { return known }
        let form = NameForm.folded(id)
        let keys = index.names(.source, dossier).keys { $0 == form }
        if let known = dossier.outlets.first(where: { keys.contains($0.id) }) { return known }
        for column in [Column.source, .cited, .proposal] {
            if let (key, name) = try entry(column, id) { return Outlet(id: key, name: name) }
        }
        throw ArchiveError.noSuchEntry(kind: "source", name: id)
    }

    private mutating func entry(_ column: Column, _ id: String) throws -> (String, String)? {
        try index.refresh(db, columns: [column])
        let table = index.values(column)
        let folded = NameForm.folded(id)
        guard
            let number = table.keys.firstIndex(of: id)
                ?? table.foldedNames.firstIndex(where: { $0 == folded && !folded.isEmpty })
        else { return nil }
        return (table.keys[number], table.names[number])
    }

    /// Articles that have exactly this value.
    private mutating func rows(_ column: Column, key: String) throws -> RowSet {
        try index.refresh(db, columns: [column])
        return index.rows(column, having: index.values(column).keys.map { $0 == key })
    }

    /// Which of the lettered articles are among `rows`; nil where articles have no letters.
    func presence(_ rows: RowSet) -> UInt16? {
        letterRows().map { letters in
            letters.enumerated().reduce(0) {
                rows.contains($1.element) ? $0 | 1 << UInt16($1.offset) : $0
            }
        }
    }

    private func pageArticles(_ rows: RowSet) throws -> [PageArticle] {
        let letters = letterRows()
        return try index.oldest(rows, 0..<min(rows.count, Snapshot.pageLimit)).map { row in
            let analyzed = try analyzed(row)
            let outlet = outletName(analyzed.findings.outletID) ?? analyzed.article.outlet
            return PageArticle(
                analyzed: analyzed, outlet: outlet,
                presence: letters.map { $0.firstIndex(of: row).map { 1 << UInt16($0) } ?? 0 })
        }
    }

    /// By date, the undated last, then by id.
    private static func isEarlier(_ left: Draft, _ right: Draft) -> Bool {
        let days = [left, right].map { $0.date?.day.number ?? Int32.max }
        return days[0] == days[1] ? left.id < right.id : days[0] < days[1]
    }
}

extension ParticipantPage {
    fileprivate mutating func add(_ article: PageArticle) {
        let id = participant.id
        for quote in article.findings.quotes where quote.isSaid(by: id) {
            if let sentence = article.sentence(quote) { quotesBy.append(sentence) }
        }
        quotesAbout += article.quotes(about: id)
        for office in article.findings.offices where office.actor == id {
            for sentence in article.sentences(office.basis, label: office.office) {
                offices.append(CitedOffice(citation: sentence, finding: office))
            }
        }
        for actor in article.findings.actors where actor.id == id {
            mentions += article.sentences(actor.basis, label: actor.forms.first ?? actor.name)
        }
    }
}

extension PointPage {
    fileprivate mutating func add(_ article: PageArticle, _ ids: Set<String>) {
        for finding in article.findings.points where ids.contains(finding.id) {
            sentences += article.sentencesByWords(finding.basis)
        }
    }
}

extension PageArticle {
    /// The spellings of a participant here, by themselves and as they are shown.
    fileprivate func forms(of id: String) -> [(String, String)] {
        findings.actors.filter { $0.id == id }.flatMap(\.forms).map { ($0, $0) }
    }

    /// What others are quoted with that names a participant.
    fileprivate func quotes(about id: String) -> [CitedSentence] {
        let named = findings.actors.filter { $0.id == id }.flatMap(\.basis.evidence).map(\.range)
        return findings.quotes.filter { quote in
            quote.speakerID != id && quote.speaker != id
                && named.contains { quote.range.overlaps($0) }
        }.compactMap { quote in
            var cited = sentence(quote)
            cited?.label = quote.speaker ?? "speaker not stated"
            return cited
        }
    }

    /// What a participant holds here, by point.
    fileprivate func addStances(of id: String, to stances: inout [String: [StanceHistory.Entry]]) {
        for stance in findings.stances where stance.actorID == id {
            guard let entry = entry(stance) else { continue }
            stances[stance.point, default: []].append(entry)
        }
    }

    /// One report of a position, with its sentence.
    fileprivate func entry(_ stance: StanceFinding) -> StanceHistory.Entry? {
        sentence(stance, label: stance.label.rawValue).map {
            StanceHistory.Entry(
                citation: $0, label: stance.label, draft: stance.draft,
                condition: stance.condition, accordingTo: stance.accordingTo)
        }
    }

    /// Other participants in sentences that name this one.
    fileprivate func namedBeside(_ id: String) -> [(String, String)] {
        let sentences = Set(findings.actors.filter { $0.id == id }.flatMap(\.basis.sentences))
        return findings.actors.filter { actor in
            actor.id != id && actor.isKnown
                && actor.basis.sentences.contains(where: sentences.contains)
        }.map { ($0.id, $0.name) }
    }
}

/// Counts in how many articles each value occurs.
private struct ArticleTally {
    private var counts: [String: FacetValue] = [:]

    /// The values of one more article.
    mutating func add(_ values: [(String, String)], of article: PageArticle) {
        var seen: Set<String> = []
        for (id, name) in values where seen.insert(id).inserted {
            var value = counts[id] ?? FacetValue(id: id, name: name, count: 0, corpusCount: 0)
            value.count += 1
            value.corpusCount += 1
            value.presence = article.presence.map { $0 | (value.presence ?? 0) }
            counts[id] = value
        }
    }

    var values: [FacetValue] { counts.values.sorted(by: FacetValue.precedes) }
}

/// What is held on the points of a page, by holder and point.
private struct Positions {
    private struct Key: Hashable {
        var actor: String
        var point: String
    }

    private var entries: [Key: [StanceHistory.Entry]] = [:]

    mutating func add(_ entry: StanceHistory.Entry, of actor: String, on point: String) {
        entries[Key(actor: actor, point: point), default: []].append(entry)
    }

    /// Those of whom most is told first.
    func holders(in dossier: Dossier) -> [PointPage.Holder] {
        entries.map { key, entries in
            PointPage.Holder(
                actor: key.actor,
                name: dossier.participants.first { $0.id == key.actor }?.name ?? key.actor,
                history: StanceHistory(point: key.point, entries: entries))
        }.sorted { left, right in
            (right.history.entries.count, left.actor, left.history.point)
                < (left.history.entries.count, right.actor, right.history.point)
        }
    }
}
