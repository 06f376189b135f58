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
        /// The sentence that names the outlet, where the first of `sentences` goes on from it
        /// without the name; nil where several articles are counted together.
        package var outletSentence: Int?

        /// Straight from a named speaker: nothing stands between.
        package var isPlain: Bool { outlet == nil && end == .name }
    }

    /// The articles, oldest first, while they are few.
    package var columns: [Matrix.Column]
    /// Article after article in the order of their sentences; of many articles those with the same
    /// outlet and speaker are one, the commonest first.
    package var links: [Link]
    /// For each outlet that is cited, by name, how many of the articles cite it.
    package var citing: [String: Int]
    package var articleCount: Int
    /// How many links there are with each of `End.allCases`, without those straight from a name.
    package var totals: [Int]
    /// Links of many articles that are rarer than those in `links`.
    package var leftOut = 0

    /// Sentences that are kept for one link.
    package static let sentenceLimit = 100

    /// Each article has links of its own while they are few.
    package var isByArticle: Bool { articleCount <= Matrix.articleLimit }

    /// `letters` are those of `articles`, empty where they have none; `articleCount` is of the
    /// result of which they are a part.
    package init(
        of articles: [AnalyzedArticle], letters: [String], articleCount: Int, dossier: Dossier
    ) {
        self.init(
            of: articles, letters: letters, articleCount: articleCount, dossier: dossier,
            wanted: nil)
    }

    /// `wanted` nil is every link.
    private init(
        of articles: [AnalyzedArticle], letters: [String], articleCount: Int, dossier: Dossier,
        wanted: Set<LinkKey>?
    ) {
        let outlets = Chains.outlets(of: dossier)
        self.articleCount = articleCount
        columns = []
        links = []
        citing = [:]
        totals = []
        for (column, analyzed) in articles.enumerated() {
            let home = analyzed.findings.outletID.flatMap { outlets[$0]?.name }
            let outlet = home ?? analyzed.article.outlet
            columns.append(
                Matrix.Column(
                    id: analyzed.article.id,
                    letter: letters.indices.contains(column) ? letters[column] : nil,
                    outlet: outlet, published: analyzed.article.published))
            let reader = LinkReader(analyzed.findings, outlet: outlet, outlets: outlets)
            let found = reader.links(of: analyzed, column: column, wanted: wanted)
            for name in Set(found.compactMap(\.outlet)) { citing[name, default: 0] += 1 }
            links += found
        }
        let shown = links.filter { !$0.isPlain }
        totals = Chains.End.allCases.map { end in shown.count { $0.end == end } }
        if !isByArticle { joinLinks() }
    }

    /// Of many articles: those links that most of them have, found in `articles`, which are a few
    /// of them. `count` gives how many articles of all have a key; `totals` how many links there
    /// are with each end.
    package init(
        of articles: [AnalyzedArticle], wanted: Set<LinkKey>, count: (LinkKey) -> Int,
        totals: [Int], articleCount: Int, dossier: Dossier
    ) {
        self.init(
            of: articles, letters: [], articleCount: articleCount, dossier: dossier,
            wanted: wanted)
        columns = []
        self.totals = totals
        for place in links.indices { links[place].articleCount = count(LinkKey(links[place])) }
        links = links.enumerated().sorted {
            $0.element.articleCount == $1.element.articleCount
                ? $0.offset < $1.offset : $0.element.articleCount > $1.element.articleCount
        }.map(\.element)
        citing = [:]
        for outlet in Set(links.compactMap(\.outlet)) {
            citing[outlet] = count(LinkKey(outlet: outlet))
        }
        leftOut = max(0, totals.reduce(0, +) - links.count)
    }

    /// By id and by name.
    static func outlets(of dossier: Dossier) -> [String: Outlet] {
        var outlets: [String: Outlet] = [:]
        for outlet in dossier.outlets {
            outlets[outlet.id] = outlet
            outlets[outlet.name] = outlet
        }
        return outlets
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
            joined[place].outletSentence = nil
            joined[place].articleCount = articles[place].count
        }
        links = joined.enumerated().sorted {
            $0.element.articleCount == $1.element.articleCount
                ? $0.offset < $1.offset : $0.element.articleCount > $1.element.articleCount
        }.map(\.element)
    }
}

/// Reads from whom one article has what: who speaks, and which outlets it cites.
struct LinkReader {
    /// An outlet, a speaker, or both, of one sentence.
    struct Source {
        var outlet: String?
        var outletID: String?
        var speaker: String?
        var speakerID: String?
        var end: Chains.End
        var sentence: Int
        var basis: Basis
        /// What is passed on.
        var words: Range<Int>?

        var isPlain: Bool { outlet == nil && end == .name }
    }

    private let findings: Findings
    private let outlet: String?
    /// By id and by name.
    private let outlets: [String: Outlet]

    /// `outlet` is the article's own.
    init(_ findings: Findings, outlet: String?, outlets: [String: Outlet]) {
        self.findings = findings
        self.outlet = outlet
        self.outlets = outlets
    }

    /// `wanted` nil is every link.
    func links(
        of analyzed: AnalyzedArticle, column: Int, wanted: Set<LinkKey>?
    ) -> [Chains.Link] {
        sources.compactMap { _, source in
            if let wanted, !wanted.contains(LinkKey(source)) { return nil }
            return link(of: source, analyzed, column: column)
        }
    }

    /// In the order of the sentences, each pair of outlet and speaker once in a sentence.
    var sources: [(sentence: Int, source: Source)] {
        var found: [(sentence: Int, source: Source)] = []
        func add(_ source: Source?, _ sentence: Int) {
            guard let source else { return }
            let isKnown = found.contains {
                $0.sentence == sentence && $0.source.outlet == source.outlet
                    && ($0.source.speaker == source.speaker || source.speaker == nil)
            }
            if !isKnown { found.append((sentence, source)) }
        }
        // Who is named as speaking first: an outlet alone says less.
        let read = findings.quotes.flatMap { $0.kind == .scare ? [] : sources(of: $0) }
        for source in read where source.speaker != nil { add(source, source.sentence) }
        for source in read where source.speaker == nil { add(source, source.sentence) }
        for outlet in findings.citedOutlets where outlet.how != .named {
            for sentence in outlet.basis.sentences {
                guard let via = cited(outlet.id) else { continue }
                let source = Source(
                    outlet: via.name, outletID: via.id, end: .notGiven, sentence: sentence,
                    basis: outlet.basis)
                add(source, sentence)
            }
        }
        return found.enumerated().sorted {
            ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset)
        }.map(\.element)
    }

    /// The outlet of that name or id, unless it is the article's own.
    private func cited(_ name: String?) -> (name: String, id: String?)? {
        guard let name else { return nil }
        let known = outlets[name]
        let proposed = findings.citedOutlets.first { $0.id == name || $0.name == name }
        guard known != nil || proposed != nil else { return nil }
        let shown = known?.name ?? proposed?.name ?? name
        return shown == outlet ? nil : (shown, known?.id ?? proposed?.id)
    }

    /// One for each of those who say it together.
    private func sources(of quote: QuoteFinding) -> [Source] {
        let first = source(of: quote).map { [$0] } ?? []
        if quote.joint.isEmpty { return first }
        return first
            + quote.joint.compactMap { speaker in
                var alone = quote
                alone.speaker = speaker.name
                alone.speakerID = speaker.id
                alone.isNamed = speaker.isNamed
                return source(of: alone)
            }
    }

    private func source(of quote: QuoteFinding) -> Source? {
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
        return Source(
            outlet: via?.name, outletID: via?.id, speaker: speaker,
            speakerID: speaker == nil ? nil : quote.speakerID, end: end, sentence: quote.sentence,
            basis: quote.basis, words: words(of: quote))
    }

    /// What is passed on, with the verb right before it unless that only says that somebody speaks:
    /// who opposed pulling out did not say "pulling out".
    private func words(of quote: QuoteFinding) -> Range<Int> {
        let start = quote.range.lowerBound
        guard quote.kind == .indirect, let cue = quote.cue, !LinkReader.saying.contains(cue),
            let verb = quote.basis.evidence.first(where: {
                $0.range.upperBound <= start && start - $0.range.upperBound <= 2
                    && $0.range.count == cue.unicodeScalars.count
            })
        else { return quote.range }
        return verb.range.lowerBound..<quote.range.upperBound
    }

    /// Verbs behind which the words are what is said.
    private static let saying: Set<String> = [
        "say", "says", "said", "saying", "tell", "tells", "told", "report", "reports", "reported",
        "write", "writes", "wrote", "add", "adds", "added", "according to", "state", "states",
        "stated",
    ]

    private func link(
        of source: Source, _ analyzed: AnalyzedArticle, column: Int
    ) -> Chains.Link? {
        let evidence = source.basis.evidence.filter { $0.sentence == source.sentence }
        guard
            let cited = CitedSentence(
                analyzed, outlet: outlet, sentence: source.sentence,
                ranges: evidence.map(\.range), label: source.speaker ?? source.outlet ?? "",
                rule: source.basis.rule)
        else { return nil }
        return Chains.Link(
            column: column, outlet: source.outlet, outletID: source.outletID,
            speaker: source.speaker, speakerID: source.speakerID, end: source.end,
            articleCount: 1,
            words: source.words.map { told(analyzed.article.text[scalars: $0]) } ?? cited.text,
            sentences: [cited], outletSentence: outletSentence(of: source))
    }

    /// Without the comma that leads on to who said it.
    private func told(_ words: String) -> String {
        let end = words.lastIndex { !$0.isWhitespace && !",;:".contains($0) }
        return end.map { String(words[...$0]) } ?? words
    }

    /// The last sentence before that names the outlet, where the source's own does not.
    private func outletSentence(of source: Source) -> Int? {
        let named =
            findings.citedOutlets.first {
                $0.id == source.outletID || $0.name == source.outlet
            }?.basis.sentences ?? []
        return named.contains(source.sentence) ? nil : named.last { $0 < source.sentence }
    }
}
