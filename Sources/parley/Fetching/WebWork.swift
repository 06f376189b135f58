import Archive
import Intake

/// One run of a `WebIntake`: what has been met, and what it has come to.
struct WebWork {
    let intake: WebIntake
    private(set) var report = WebReport()
    private var places: [String: Int] = [:]
    /// Entries whose pages are being fetched, by the address of the page.
    private var entries: [String: Entry] = [:]

    /// An entry of a feed that is there without its full text.
    private struct Entry {
        var feed: String
        var id: String
        /// Of the text that is there; a page with less is worth nothing.
        var sentences: Int
        var statement: RawDocument.Statement
    }

    /// What a lot of outcomes holds, before it is kept.
    private struct Lot {
        var items: [ImportItem] = []
        /// The ids of articles, by the address that they belong to.
        var ids: [(address: String, id: String)] = []
        var feeds: [FeedList.Item] = []
        var visits: [WebVisit] = []
        /// Feeds that have another address from now on.
        var moves: [(old: String, new: String)] = []
        var unchanged: [String] = []
        var pages: [(address: String, entry: Entry)] = []
    }

    init(intake: WebIntake) {
        self.intake = intake
    }

    /// Takes in a lot; the errands that follow from it.
    mutating func take(_ outcomes: [WebOutcome]) async throws -> [WebErrand] {
        var lot = Lot()
        for outcome in outcomes { gather(outcome, &lot) }
        let archive = intake.archive
        let pageIDs = lot.pages.map(\.entry.id)
        let held = try await archive.held(lot.ids.map(\.id) + pageIDs)
        if !lot.items.isEmpty { report.summary += try await archive.importArticles(lot.items) }
        let new = credit(lot.ids, besides: held)
        if !new.isEmpty { try await archive.setRead(false, articles: new) }
        if !lot.feeds.isEmpty { report.feeds += try await archive.addFeeds(lot.feeds) }
        // Only now: what its server knows this state by must not outlive a text that was not kept.
        try await archive.record(lot.visits)
        try await archive.recordUnchanged(lot.unchanged)
        for (old, new) in lot.moves { try await archive.moveFeed(from: old, to: new) }
        return errands(lot.pages.filter { !held.contains($0.entry.id) })
    }

    /// Tells each address which articles are new by it; gives all of them.
    private mutating func credit(
        _ ids: [(address: String, id: String)], besides held: Set<String>
    ) -> [String] {
        var met = held
        var new: [String] = []
        for (address, id) in ids where met.insert(id).inserted {
            change(address) { $0.new.append(id) }
            new.append(id)
        }
        return new
    }

    /// The errands for the pages of earlier summaries; those of this run are not asked for again.
    mutating func want(_ summaries: [SummaryArticle]) -> [WebErrand] {
        errands(
            summaries.filter { (try? WebAddress($0.url)) != nil }.map { summary in
                var statement = RawDocument.Statement(outlet: summary.outlet, url: summary.url)
                statement.published = summary.published
                let entry = Entry(
                    feed: summary.origin, id: summary.id, sentences: summary.sentenceCount,
                    statement: statement)
                return (summary.url, entry)
            })
    }

    /// Tells of an address that is not asked, since it has said that it is gone for good.
    mutating func leaveOut(_ address: String) { change(address) { $0.state = .gone } }

    /// So many earlier summaries are left for another run.
    mutating func leave(summaries count: Int) { report.summariesLeft = count }

    private mutating func errands(_ pages: [(address: String, entry: Entry)]) -> [WebErrand] {
        var errands: [WebErrand] = []
        for (address, entry) in pages where entries[address] == nil && places[address] == nil {
            entries[address] = entry
            errands.append(WebErrand(address))
        }
        return errands
    }

    private mutating func change(_ address: String, _ change: (inout WebReport.Item) -> Void) {
        if let place = places[address] { return change(&report.items[place]) }
        places[address] = report.items.count
        var item = WebReport.Item(address: address)
        change(&item)
        report.items.append(item)
    }

    // MARK: One outcome

    private mutating func gather(_ outcome: WebOutcome, _ lot: inout Lot) {
        let address = outcome.errand.address
        if let entry = entries[address] { return gatherPage(outcome, of: entry, &lot) }
        let place = outcome.hasMoved ? outcome.place?.text : nil
        switch outcome.ending {
        case .failed: fail(outcome, &lot)
        case .unchanged:
            lot.unchanged.append(address)
            let isFeed = intake.renewsFeeds
            if isFeed, let place { lot.moves.append((address, place)) }
            change(address) { item in
                item.state = .unchanged
                item.isFeed = isFeed
                item.movedTo = place
            }
            if !intake.renewsFeeds { report.summary.unchanged += 1 }
        case .fetched(let answer):
            do throws(IntakeError) {
                let document = try RawDocument(answer, from: outcome, stated: intake.statement)
                change(address) { $0.movedTo = place }
                try gather(document, answer.validators, movedTo: place, &lot)
            } catch {
                fail(address, error.description, &lot)
            }
        }
    }

    private mutating func fail(_ outcome: WebOutcome, _ lot: inout Lot) {
        var message = outcome.message
        if outcome.isGone, intake.renewsFeeds {
            message +=
                " It is not asked any more, its articles stay; parley import asks it again,"
                + " parley remove --feed takes it out of the list."
        }
        fail(outcome.errand.address, message, isGone: outcome.isGone, &lot)
    }

    private mutating func fail(
        _ address: String, _ message: String, isGone: Bool = false, _ lot: inout Lot
    ) {
        report.fail(address, message)
        lot.visits.append(WebVisit(url: address, problem: message, isGone: isGone))
        change(address) { item in
            item.state = .failed
            item.problem = message
        }
    }

    private mutating func gather(
        _ document: RawDocument, _ validators: WebValidators, movedTo place: String?,
        _ lot: inout Lot
    ) throws(IntakeError) {
        let reader = DocumentReader()
        var visit = WebVisit(url: document.name, validators: validators)
        if let feed = try reader.feed(ifAny: document) {
            gather(feed, document, &lot)
            if let place { lot.moves.append((document.name, place)) }
            if !intake.renewsFeeds {
                lot.feeds.append(
                    FeedList.Item(url: place ?? document.name, title: feed.about.title))
            }
        } else if intake.renewsFeeds {
            return fail(
                document.name,
                "\(document.name): answers with something else than a feed; look at it, or take"
                    + " it out: parley remove --feed \(document.name)", &lot)
        } else if let list = try reader.feedList(in: document) {
            lot.feeds += list.feeds
            change(document.name) { $0.state = .taken }
        } else {
            visit.article = gatherArticles(document, &lot)
        }
        lot.visits.append(visit)
    }

    /// The id of the only article; nil when there are several, or none.
    private mutating func gatherArticles(_ document: RawDocument, _ lot: inout Lot) -> String? {
        let articles = add(DocumentReader().articles(in: document), from: document, &lot)
        change(document.name) { item in
            item.state = articles.isEmpty ? .failed : .taken
            item.title = articles.first?.title
            item.articles = articles.count
        }
        return articles.count == 1 ? articles.first?.id : nil
    }

    private func add(
        _ results: [Result<Article, IntakeError>], from document: RawDocument, _ lot: inout Lot
    ) -> [Article] {
        var articles: [Article] = []
        for result in results {
            switch result {
            case .success(let article):
                lot.items.append(.article(article, origin: document.name))
                lot.ids.append((document.name, article.id))
                articles.append(article)
            case .failure(let error):
                lot.items.append(.failure(name: error.name, message: error.description))
            }
        }
        return articles
    }

    // MARK: Feeds

    private mutating func gather(
        _ feed: Feed, _ document: RawDocument, _ lot: inout Lot
    ) {
        let address = document.name
        // A feed may well be empty for once; a document may not.
        let results = feed.entries.isEmpty ? [] : DocumentReader().articles(in: document)
        var withoutText = 0
        var readable: [Result<Article, IntakeError>] = []
        for (entry, result) in zip(feed.entries, results) {
            if case .failure(.noBody) = result {
                withoutText += 1
            } else {
                readable.append(result)
            }
            if intake.wantsPages, let page = page(of: entry, result, in: feed, address) {
                lot.pages.append(page)
            }
        }
        let articles = add(readable, from: document, &lot)
        let untold = intake.wantsPages ? 0 : withoutText
        change(address) { item in
            item.state = .taken
            item.isFeed = true
            item.title = feed.about.title
            item.articles = articles.count
            item.withoutText = untold
        }
    }

    /// What is to be fetched for an entry that is a summary or has no text at all; nil when it has
    /// its text, or no address.
    private func page(
        of entry: FeedEntry, _ result: Result<Article, IntakeError>, in feed: Feed,
        _ address: String
    ) -> (address: String, entry: Entry)? {
        guard let link = entry.about.link, (try? WebAddress(link)) != nil else { return nil }
        var statement = RawDocument.Statement(
            outlet: intake.statement.outlet ?? entry.source ?? feed.about.title, url: link)
        statement.published = intake.statement.published ?? entry.about.published?.publicationDate
        switch result {
        case .success(let article) where article.isSummary:
            return (
                link,
                Entry(
                    feed: address, id: article.id, sentences: article.sentences.count,
                    statement: statement)
            )
        case .failure(.noBody):
            return (
                link,
                Entry(feed: address, id: Article.id(at: link), sentences: 0, statement: statement)
            )
        default: return nil
        }
    }

    /// The page of an entry takes the place of its summary, unless it holds less. Either way it
    /// need not be asked for again.
    private mutating func gatherPage(_ outcome: WebOutcome, of entry: Entry, _ lot: inout Lot) {
        var visit = WebVisit(url: outcome.errand.address, isGone: outcome.isGone)
        switch outcome.ending {
        case .failed: visit.problem = outcome.message
        case .unchanged: break
        case .fetched(let answer):
            do throws(IntakeError) {
                let document = try RawDocument(answer, from: outcome, stated: entry.statement)
                if let article = try DocumentReader().articles(in: document).first?.get(),
                    article.sentences.count > entry.sentences
                {
                    lot.items.append(.article(article, origin: entry.feed))
                    if entry.sentences == 0 { lot.ids.append((entry.feed, article.id)) }
                    (visit.validators, visit.article) = (answer.validators, article.id)
                    report.pages += 1
                }
            } catch {
                visit.problem = error.description
            }
        }
        if let problem = visit.problem { report.fail(visit.url, problem) }
        lot.visits.append(visit)
    }
}

extension WebOutcome {
    /// Whether the address itself, or where it has moved for good, is gone for good.
    var isGone: Bool {
        guard ending == .failed(.status(410)), let place else { return false }
        return hasMoved || place.text == (try? WebAddress(errand.address))?.text
    }

    /// Why it failed, for a person: the address, where it led, and the problem.
    var message: String {
        guard case .failed(let problem) = ending else { return errand.address }
        guard let place, place.text != (try? WebAddress(errand.address))?.text else {
            return "\(errand.address): \(problem)"
        }
        return "\(errand.address): (after a redirect to \(place.text)) \(problem)"
    }
}
