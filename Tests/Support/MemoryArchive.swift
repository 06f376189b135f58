package import Analysis
import Intake
package import Queries

/// An archive held in memory, for tests of the screens: slow, small, and plain to read.
package struct MemoryArchive: Sendable {
    package let dossier: Dossier
    /// Oldest first.
    package let articles: [AnalyzedArticle]
    /// What a comparison of articles says; asked with their ids.
    package var compare: @Sendable ([AnalyzedArticle]) -> Comparison
    package var disagreements: [Disagreement] = []
    /// Ids of proposals that were taken in or set aside.
    var takenIn: Set<String> = []
    var setAside: Set<String> = []
    /// What was done with articles, by id, and the searches that were kept.
    package var own: [String: OwnWork] = [:]
    package var saved: [SavedSearch] = []

    package init(
        dossier: Dossier, articles: [AnalyzedArticle],
        compare: @escaping @Sendable ([AnalyzedArticle]) -> Comparison = { _ in Comparison() }
    ) {
        self.dossier = dossier
        self.articles = articles.sorted {
            let left = $0.article.published?.day ?? Day(number: 0)
            return left < ($1.article.published?.day ?? Day(number: 0))
        }
        self.compare = compare
    }

    /// Every word that begins alike and may have been meant, in the order of the texts.
    private func nearWords(_ typed: String) -> [NearWord] {
        let texts = articles.map { $0.article.text.string.lowercased() }
        let words = texts.flatMap { $0.split { !$0.isLetter }.map(String.init) }
        var seen: Set<String> = []
        return words.filter {
            $0.first == typed.first && seen.insert($0).inserted
                && Spelling.typed(Array(typed), for: Array($0)) != nil
        }.map { word in
            NearWord(word: word, articleCount: texts.count { $0.contains(word) })
        }
    }

    /// The query with kept searches in the place of their names.
    private func expanding(_ query: Query) -> Query {
        query.replacing { condition in
            guard let (name, _) = condition.keptSearch,
                let search = saved.first(where: { $0.name.lowercased() == name.lowercased() })
            else { return condition }
            return QueryParser().parse(search.query).query
        }
    }

    /// The answer of the case of the same name; nil where nothing has that id.
    package func answer(_ question: Question) -> Answer? {
        switch question.replacingQuery(expanding) {
        case .overview: return .overview(overview)
        case .articles(let question): return .articles(articles(question))
        case .article(let id): return article(id).map { .article($0) }
        case .participant(let id, let query): return participant(id, query).map { .participant($0) }
        case .source(let id, let query): return source(id, query).map { .source($0) }
        case .point(let id, let query): return point(id, query).map { .point($0) }
        case .comparison(let ids):
            let found = ids.compactMap(article)
            return .comparison(found, compare(found))
        case .context(let id): return context(id).map { .context($0) }
        case .history(let id): return history(id).map { .history($0) }
        case .clashes(let question):
            return .clashes(
                ClashesAnswer(
                    facts: disagreements, next: 0, groupCount: 0,
                    articleCount: question.query == .everything
                        ? nil : met(question.query).count,
                    articleIDs: question.query == .everything
                        ? [] : Set(met(question.query).map(\.article.id))))
        case .matrix(let question): return .matrix(matrix(question))
        case .timeline(let query): return .timeline(timeline(query))
        case .tellings: return .tellings([:])
        case .wordUses(let form, _): return .wordUses([], of: form)
        case .chains(let query): return .chains(chains(query))
        case .drafts(let pair, let query): return .drafts(drafts(pair, query))
        case .matches(let pattern, let id):
            return article(id).map {
                .matches(pattern.matches(in: $0.article.text), of: pattern, in: id)
            }
        case .ownWork(let id): return .ownWork(own[id] ?? OwnWork(article: id))
        case .savedSearches: return .savedSearches(saved)
        case .names(let text, let limit): return .names(names(text, limit))
        case .speakers(let text, let limit):
            let speakers = values(articles) { article in
                article.findings.quotes.flatMap(\.speakers).map { ($0.id ?? $0.name, $0.name) }
            }
            let fitting = speakers.filter { NameStart.fits(text, $0.name) }
            return .speakers(Array(fitting.prefix(limit)))
        case .nearWords(let word, let limit):
            return .nearWords(Array(nearWords(word).prefix(limit)))
        case .proposals(let limit): return .proposals(proposals(limit))
        case .proposal(let id): return proposal(id).map { .proposal($0) }
        }
    }

    private func matrix(_ question: MatrixQuestion) -> Matrix {
        let met = met(question.query)
        return Matrix(
            of: question.subject, articles: met, letters: letters(of: met), dossier: dossier)
    }

    private func timeline(_ query: Query) -> Timeline {
        let met = met(query)
        return Timeline(
            of: met, letters: letters(of: met), articleCount: met.count,
            dossier: dossier.known(to: query))
    }

    private func chains(_ query: Query) -> Chains {
        let met = met(query)
        return Chains(
            of: met, letters: letters(of: met), articleCount: met.count, dossier: dossier)
    }

    private func letters(of articles: [AnalyzedArticle]) -> [String] {
        let ids = articles.map(\.article.id)
        return letters.filter { ids.contains($0.articleID) }.map(\.letter)
    }

    private func article(_ id: String) -> AnalyzedArticle? {
        articles.first { $0.article.id.hasPrefix(id) }
    }

    // MARK: Overview

    package var overview: Overview {
        let all = articles.map(\.article)
        let dates = all.compactMap(\.published)
        var overview = Overview(
            dossierTitle: dossier.title, articleCount: all.count,
            sentenceCount: all.reduce(0) { $0 + $1.sentences.count },
            actorCount: Set(articles.flatMap { $0.findings.actors.map(\.id) }).count,
            pointCount: Set(articles.flatMap { $0.findings.points.map(\.id) }).count,
            firstPublished: dates.first, lastPublished: dates.last,
            digestCount: all.count { $0.kind == .digest }, letters: letters,
            disagreements: disagreements)
        overview.publicationDays = Set(dates.map(\.day)).sorted()
        return overview
    }

    private var letters: [ArticleLetter] {
        guard articles.count <= Overview.letterLimit else { return [] }
        var taken: Set<String> = []
        return articles.map { analyzed in
            let name = analyzed.article.outlet.map {
                $0.hasPrefix("The ") ? String($0.dropFirst(4)) : $0
            }
            let candidates = (name ?? "?").uppercased().map(String.init) + ["X", "Y", "Z"]
            let letter = candidates.first { !taken.contains($0) && $0 != " " } ?? "!"
            taken.insert(letter)
            return ArticleLetter(
                articleID: analyzed.article.id, letter: letter, outlet: analyzed.article.outlet,
                published: analyzed.article.published)
        }
    }

    // MARK: Articles

    private func articles(_ question: ArticlesQuestion) -> ArticlesAnswer {
        let met = articles.filter { Matcher($0, dossier).meets(question.query) }
        let listed = question.listsOthers ? articles : met
        let ordered = question.order == .oldest ? listed : listed.reversed()
        let place = question.around.flatMap { id in
            ordered.firstIndex { $0.article.id == id }
        }
        let wanted = place.map {
            ArticlesQuestion.window(of: question.window.count, around: $0, in: ordered.count)
        }
        let window = (wanted ?? question.window).clamped(to: 0..<ordered.count)
        let isMet = Set(met.map(\.article.id))
        let rows = ordered.map { article in
            var row = row(article, question)
            row.isMet = isMet.contains(row.id)
            if !row.isMet { row.passages = [] }
            return row
        }
        var answer = ArticlesAnswer(
            total: met.count, corpusTotal: articles.count,
            passageTotal: rows.reduce(0) { $0 + $1.passages.count }, order: question.order,
            window: window, rows: Array(rows[window]),
            facets: question.wantsFacets ? facets(met) : nil)
        answer.listed = listed.count
        let days = articles.compactMap(\.article.published?.day)
        if question.wantsFacets, let first = days.min(), let last = days.max() {
            var bars = TimeBars(first: first, last: last)
            for article in met { bars.add(article.article.published?.day.number) }
            answer.time = bars
        }
        return answer
    }

    private func row(_ analyzed: AnalyzedArticle, _ question: ArticlesQuestion) -> ArticleRow {
        let article = analyzed.article
        let passages =
            question.query == .everything
            ? [] : Matcher(analyzed, dossier).passages(question.query)
        return ArticleRow(
            id: article.id, title: article.title,
            opening: article.title == nil ? article.heading : nil,
            outletID: analyzed.findings.outletID,
            outlet: article.outlet, published: article.published, kind: article.kind,
            language: article.language, sentenceCount: article.sentences.count,
            isRead: own[article.id]?.isRead ?? false, isMarked: own[article.id]?.isMarked ?? false,
            passages: Array(passages.prefix(question.passagesPerArticle)))
    }

    private func facets(_ met: [AnalyzedArticle]) -> Facets {
        var facets = Facets()
        facets.sources = values(met) { article in
            [(article.findings.outletID ?? "?", article.article.outlet ?? "outlet not stated")]
        }
        facets.cited = values(met) { $0.findings.citedOutlets.map { ($0.id, $0.name) } }
        facets.actors = values(met) { $0.findings.actors.map { ($0.id, $0.name) } }
        facets.points = values(met) { article in
            article.findings.points.map { ($0.id, point($0.id)?.name ?? $0.id) }
        }.map { value in
            var value = value
            value.parent = point(value.id)?.topic
            return value
        }
        facets.topics = values(met) { article in
            article.findings.points.compactMap { found in
                let topic = dossier.topics.first { $0.id == point(found.id)?.topic }
                return topic.map { ($0.id, $0.name) }
            }
        }
        return facets
    }

    private func point(_ id: String) -> PlanPoint? { dossier.points.first { $0.id == id } }

    private func values(
        _ met: [AnalyzedArticle], _ entries: (AnalyzedArticle) -> [(id: String, name: String)]
    ) -> [FacetValue] {
        var found: [String: FacetValue] = [:]
        let ids = Set(met.map(\.article.id))
        for (index, article) in articles.enumerated() {
            var seen: Set<String> = []
            for (id, name) in entries(article) where seen.insert(id).inserted {
                var value = found[id] ?? FacetValue(id: id, name: name, count: 0, corpusCount: 0)
                value.corpusCount += 1
                if ids.contains(article.article.id) { value.count += 1 }
                if articles.count <= Overview.letterLimit {
                    value.presence = (value.presence ?? 0) | 1 << UInt16(index)
                }
                found[id] = value
            }
        }
        return found.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

// MARK: Pages

extension MemoryArchive {
    private func cited(
        _ analyzed: AnalyzedArticle, _ sentence: Int, _ ranges: [Range<Int>], label: String,
        rule: String
    ) -> CitedSentence {
        let article = analyzed.article
        let start = article.sentences[sentence].range.lowerBound
        return CitedSentence(
            articleID: article.id, outlet: article.outlet, published: article.published,
            kind: article.kind, sentence: sentence, text: article.sentenceText(sentence),
            highlights: ranges.map { $0.lowerBound - start..<$0.upperBound - start }, label: label,
            rule: rule)
    }

    func sentences(
        _ analyzed: AnalyzedArticle, _ basis: Basis, label: String = ""
    ) -> [CitedSentence] {
        basis.sentences.map { sentence in
            let ranges = basis.evidence.filter { $0.sentence == sentence }.map(\.range)
            return cited(analyzed, sentence, ranges, label: label, rule: basis.rule)
        }
    }

    func met(_ query: Query) -> [AnalyzedArticle] {
        articles.filter { Matcher($0, dossier).meets(query) }
    }

    func presence(_ has: (AnalyzedArticle) -> Bool) -> UInt16? {
        guard articles.count <= Overview.letterLimit else { return nil }
        return articles.enumerated().reduce(0) {
            $1.element.id(has) ? $0 | 1 << UInt16($1.offset) : $0
        }
    }

    private func participant(_ id: String, _ query: Query) -> ParticipantPage? {
        let named = met(query).filter { $0.findings.actors.contains { $0.id == id } }
        guard let finding = named.first?.findings.actors.first(where: { $0.id == id }) else {
            return nil
        }
        let person =
            dossier.participants.first { $0.id == id }
            ?? Participant(id: id, name: finding.name, kind: finding.kind)
        let quotes = named.flatMap { analyzed in
            analyzed.findings.quotes.filter { $0.speakerID == id }.map {
                cited(analyzed, $0.sentence, [$0.range], label: "says", rule: $0.basis.rule)
            }
        }
        var entries: [String: [StanceHistory.Entry]] = [:]
        for analyzed in named {
            for stance in analyzed.findings.stances where stance.actorID == id {
                let citation = cited(
                    analyzed, stance.sentence, [], label: stance.label.rawValue,
                    rule: stance.basis.rule)
                entries[stance.point, default: []].append(
                    StanceHistory.Entry(
                        citation: citation, label: stance.label, draft: stance.draft,
                        condition: stance.condition, accordingTo: stance.accordingTo))
            }
        }
        let stances = entries.keys.sorted().map {
            StanceHistory(point: $0, entries: entries[$0] ?? [])
        }
        let offices = named.flatMap { analyzed in
            analyzed.findings.offices.filter { $0.actor == id }.flatMap { office in
                sentences(analyzed, office.basis, label: office.office).map {
                    CitedOffice(citation: $0, finding: office)
                }
            }
        }
        let mentions = named.flatMap { analyzed in
            analyzed.findings.actors.filter { $0.id == id }.flatMap {
                sentences(analyzed, $0.basis)
            }
        }
        return ParticipantPage(
            participant: person, articleCount: named.count,
            presence: presence { $0.findings.actors.contains { $0.id == id } }, spellings: [],
            quotesBy: quotes, stances: stances, offices: offices, mentions: mentions,
            namedBeside: [])
    }

    private func source(_ id: String, _ query: Query) -> SourcePage? {
        let published = met(query).filter { $0.findings.outletID == id }
        let citing = met(query).flatMap { analyzed in
            analyzed.findings.citedOutlets.filter { $0.id == id }.flatMap {
                sentences(analyzed, $0.basis, label: $0.how.rawValue)
            }
        }
        guard let outlet = dossier.outlets.first(where: { $0.id == id }) else { return nil }
        let question = ArticlesQuestion(query: .everything)
        var page = SourcePage(
            outlet: outlet, published: published.map { row($0, question) }, citedBy: citing,
            cites: [])
        let speaksOf = values(published) { article in
            article.findings.points.map { point in
                (point.id, dossier.points.first { $0.id == point.id }?.name ?? point.id)
            }
        }
        let names = values(published) { $0.findings.actors.map { ($0.id, $0.name) } }
        page.speaksOf = speaksOf.filter { $0.count > 0 }
        page.names = names.filter { $0.count > 0 }
        return page
    }

    private func point(_ id: String, _ query: Query) -> PointPage? {
        let ofTopic = dossier.topics.first { $0.id == id }
        guard
            let point = dossier.points.first(where: { $0.id == id })
                ?? ofTopic.map({ PlanPoint(id: $0.id, name: $0.name, topic: $0.id) }),
            let topic = dossier.topics.first(where: { $0.id == point.topic })
        else { return nil }
        let ids = PointPage.ids(of: point, in: dossier)
        func speaks(_ analyzed: AnalyzedArticle) -> Bool {
            analyzed.findings.points.contains { ids.contains($0.id) }
        }
        let reporting = met(query).filter(speaks)
        let sentences = reporting.flatMap { analyzed in
            analyzed.findings.points.filter { ids.contains($0.id) }.flatMap {
                self.sentences(analyzed, $0.basis)
            }
        }
        let provisions = dossier.provisions.filter { $0.points.contains(where: ids.contains) }
        return PointPage(
            point: point, topic: topic, articleCount: reporting.count,
            presence: presence(speaks), provisions: provisions, drafts: dossier.drafts,
            holders: [], sentences: sentences)
    }

    private func names(_ text: String, _ limit: Int) -> [NamedEntry] {
        let wanted = text.lowercased()
        var entries: [NamedEntry] = []
        for article in articles.map(\.article) {
            entries.append(
                NamedEntry(
                    kind: .article, id: article.id, name: article.title ?? "", count: 1,
                    published: article.published, outlet: article.outlet))
        }
        entries += dossier.participants.map {
            NamedEntry(kind: .participant, id: $0.id, name: $0.name, count: 0)
        }
        entries += dossier.points.map {
            NamedEntry(kind: .point, id: $0.id, name: $0.name, count: 0)
        }
        entries += dossier.events.map {
            NamedEntry(kind: .event, id: $0.id, name: $0.name, count: 0)
        }
        return entries.filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
            .prefix(limit).map { $0 }
    }
}

extension AnalyzedArticle {
    fileprivate func id(_ has: (AnalyzedArticle) -> Bool) -> Bool { has(self) }
}
