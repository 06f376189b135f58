package import Analysis
import Intake

/// Who has it from whom: for each statement of somebody else the article, the outlet it cites, if
/// any, and who spoke. Sources without a name are values of their own.
package struct Chains: Equatable, Sendable {
    /// What a chain ends with.
    package enum End: String, CaseIterable, Sendable {
        /// Somebody by name.
        case name
        /// Somebody without a name: "a senior official".
        case unnamed
        /// The outlet that is cited, or nobody: no speaker is given.
        case notGiven
    }

    package struct Link: Equatable, Sendable {
        /// The article, by its column; nil where several are counted together.
        package var column: Int?
        /// The outlet that is cited; nil where the article has it straight from the speaker.
        package var outlet: String?
        package var outletID: String?
        package var speaker: String?
        package var speakerID: String?
        package var end: End
        /// Articles that have it from these.
        package var articleCount: Int
        /// What is passed on, in the words of the first sentence.
        package var words: String
        /// At most `sentenceLimit`.
        package var sentences: [CitedSentence]

        /// Straight from a named speaker: nothing stands between.
        package var isPlain: Bool { outlet == nil && end == .name }
    }

    /// The articles that were read, oldest first.
    package var columns: [Matrix.Column]
    /// Article after article in the order of their sentences; of many articles those with the same
    /// outlet and speaker are one, the commonest first.
    package var links: [Link]
    /// For each outlet that is cited, by name, how many of the articles cite it.
    package var citing: [String: Int]
    /// Articles of the result, of which not all may have been read.
    package var articleCount: Int

    /// Sentences that are kept for one link.
    package static let sentenceLimit = 100

    /// Each article has links of its own while they are few.
    package var isByArticle: Bool { articleCount <= Matrix.articleLimit }

    /// `letters` are those of `articles`, empty where they have none; `articleCount` is of the
    /// result of which they are a part.
    package init(
        of articles: [AnalyzedArticle], letters: [String], articleCount: Int, dossier: Dossier
    ) {
        var outlets: [String: Outlet] = [:]
        for outlet in dossier.outlets {
            outlets[outlet.id] = outlet
            outlets[outlet.name] = outlet
        }
        self.articleCount = articleCount
        columns = []
        links = []
        citing = [:]
        for (column, analyzed) in articles.enumerated() {
            let home = analyzed.findings.outletID.flatMap { outlets[$0]?.name }
            let outlet = home ?? analyzed.article.outlet
            columns.append(
                Matrix.Column(
                    id: analyzed.article.id,
                    letter: letters.indices.contains(column) ? letters[column] : nil,
                    outlet: outlet, published: analyzed.article.published))
            let reader = LinkReader(analyzed, column: column, outlet: outlet, outlets: outlets)
            let found = reader.links
            for name in Set(found.compactMap(\.outlet)) { citing[name, default: 0] += 1 }
            links += found
        }
        if !isByArticle { joinLinks() }
    }

    /// One link for each pair of outlet and speaker.
    private mutating func joinLinks() {
        var places: [[String?]: Int] = [:]
        var joined: [Link] = []
        var articles: [Set<Int>] = []
        for link in links {
            let place = places[[link.outlet, link.speaker]] ?? joined.count
            if place == joined.count {
                places[[link.outlet, link.speaker]] = place
                joined.append(link)
                articles.append([])
            } else if joined[place].sentences.count < Chains.sentenceLimit {
                joined[place].sentences += link.sentences
            }
            if let column = link.column { articles[place].insert(column) }
        }
        for place in joined.indices {
            joined[place].column = nil
            joined[place].articleCount = articles[place].count
        }
        links = joined.enumerated().sorted {
            $0.element.articleCount == $1.element.articleCount
                ? $0.offset < $1.offset : $0.element.articleCount > $1.element.articleCount
        }.map(\.element)
    }
}

/// Reads the links of one article from who speaks and which outlets it cites.
private struct LinkReader {
    let analyzed: AnalyzedArticle
    let column: Int
    let outlet: String?
    /// By id and by name.
    let outlets: [String: Outlet]

    init(_ analyzed: AnalyzedArticle, column: Int, outlet: String?, outlets: [String: Outlet]) {
        self.analyzed = analyzed
        self.column = column
        self.outlet = outlet
        self.outlets = outlets
    }

    /// In the order of the sentences, each pair of outlet and speaker once in a sentence.
    var links: [Chains.Link] {
        var found: [(sentence: Int, link: Chains.Link)] = []
        func add(_ link: Chains.Link?, _ sentence: Int) {
            guard let link else { return }
            let isKnown = found.contains {
                $0.sentence == sentence && $0.link.outlet == link.outlet
                    && ($0.link.speaker == link.speaker || link.speaker == nil)
            }
            if !isKnown { found.append((sentence, link)) }
        }
        // Who is named as speaking first: an outlet alone says less.
        let quotes = analyzed.findings.quotes.filter { $0.kind != .scare }
        let read = quotes.flatMap { quote in links(of: quote).map { (quote.sentence, $0) } }
        for (sentence, link) in read where link.speaker != nil { add(link, sentence) }
        for (sentence, link) in read where link.speaker == nil { add(link, sentence) }
        for cited in analyzed.findings.citedOutlets where cited.how != .named {
            for sentence in cited.basis.sentences { add(link(of: cited, sentence), sentence) }
        }
        return found.enumerated().sorted {
            ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset)
        }.map(\.element.link)
    }

    /// The outlet of that name or id, unless it is the article's own.
    private func cited(_ name: String?) -> (name: String, id: String?)? {
        guard let name else { return nil }
        let findings = analyzed.findings.citedOutlets
        let known = outlets[name]
        let proposed = findings.first { $0.id == name || $0.name == name }
        guard known != nil || proposed != nil else { return nil }
        let shown = known?.name ?? proposed?.name ?? name
        return shown == outlet ? nil : (shown, known?.id ?? proposed?.id)
    }

    /// One for each of those who say it together.
    private func links(of quote: QuoteFinding) -> [Chains.Link] {
        [link(of: quote)].compactMap { $0 }
            + quote.joint.compactMap { speaker in
                var alone = quote
                alone.speaker = speaker.name
                alone.speakerID = speaker.id
                alone.isNamed = speaker.isNamed
                return link(of: alone)
            }
    }

    private func link(of quote: QuoteFinding) -> Chains.Link? {
        var via = cited(quote.via)
        if via == nil, let name = quote.via, name != outlet { via = (name, nil) }
        var speaker = quote.speaker
        let isHome = speaker != nil && speaker == outlet
        if let spoken = cited(quote.speakerID) ?? cited(quote.speaker) {
            via = via ?? spoken
            speaker = nil
        } else if isHome {
            return nil
        }
        if speaker == nil, via == nil, quote.cue == nil { return nil }
        let end: Chains.End = speaker == nil ? .notGiven : quote.isNamed ? .name : .unnamed
        return link(
            via, speaker, speaker == nil ? nil : quote.speakerID, end, quote.sentence,
            quote.basis, words: quote.range)
    }

    private func link(of finding: OutletFinding, _ sentence: Int) -> Chains.Link? {
        guard let via = cited(finding.id) else { return nil }
        return link(via, nil, nil, .notGiven, sentence, finding.basis, words: nil)
    }

    private func link(
        _ via: (name: String, id: String?)?, _ speaker: String?, _ speakerID: String?,
        _ end: Chains.End, _ sentence: Int, _ basis: Basis, words: Range<Int>?
    ) -> Chains.Link? {
        let ranges = basis.evidence.filter { $0.sentence == sentence }.map(\.range)
        guard
            let cited = CitedSentence(
                analyzed, outlet: outlet, sentence: sentence, ranges: ranges,
                label: speaker ?? via?.name ?? "", rule: basis.rule)
        else { return nil }
        return Chains.Link(
            column: column, outlet: via?.name, outletID: via?.id, speaker: speaker,
            speakerID: speakerID, end: end, articleCount: 1,
            words: words.map { analyzed.article.text[scalars: $0] } ?? cited.text,
            sentences: [cited])
    }
}
