import Intake

/// One thing a sentence asserts or names, as a key that is equal for equal things in any article.
struct Feature: Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case word, name, participant, place, point, figure, date, draft, event
        /// What words of one line of the thesaurus have in common.
        case meaning
        /// An event named in an earlier sentence with which this one goes on.
        case carriedEvent
        /// Two words that follow one another within quotation marks: the same remark, most likely.
        case quoted

        /// A word, or what it has in common with others.
        var isWord: Bool { self == .word || self == .meaning }

        /// A matter that sentences may have in common, rather than words in which they tell of it.
        var isMatter: Bool { self == .point || self == .draft || self == .event }

        /// How much more than an equally rare word it says, found by trial on pairs of articles
        /// about one event: points first, then figures and events.
        var weight: Double {
            switch self {
            case .word: 1
            case .name: 1.5
            case .participant: 2.5
            case .place: 2
            case .point: 7.5
            case .figure: 4.5
            case .date: 1.2
            case .draft: 2
            case .event: 4
            case .meaning: 0.5
            case .carriedEvent: 1
            case .quoted: 3
            }
        }
    }

    var key: UInt64
    var kind: Kind
    /// Scalars of the article's text.
    var range: Range<Int>
}

/// The features of each sentence of one article, each key once a sentence, and the names by which
/// ids among them are shown.
struct FeatureList: Sendable {
    let reading: Reading
    let cast: Cast
    private(set) var ofSentence: [[Feature]]
    private(set) var labels: [UInt64: String] = [:]
    private(set) var pointIDs: [UInt64: String] = [:]

    /// `eventOfSentence` holds for each sentence the id of the event it speaks of, if any.
    init(
        _ article: AnalyzedArticle, reading: Reading, cast: Cast, dossier: Dossier,
        eventOfSentence: [String?] = []
    ) {
        self.reading = reading
        self.cast = cast
        ofSentence = Array(repeating: [], count: reading.sentenceCount)
        addFindings(article.findings, dossier)
        addMentions(dossier)
        addWords(besides: article.findings.figures.filter { $0.event != nil })
        addQuoted(article.findings.quotes)
        addCarried(eventOfSentence)
    }

    /// A key for an id of a kind, apart from the keys of words.
    static func key(_ kind: Feature.Kind, _ id: String) -> UInt64 {
        var word = Word()
        word.add(UInt8(kind.rawValue))
        for byte in id.utf8 { word.add(byte) }
        return word.hash
    }

    // MARK: What was found

    private mutating func addFindings(_ findings: Findings, _ dossier: Dossier) {
        for actor in findings.actors {
            add(.participant, actor.id, actor.name, actor.basis.evidence)
        }
        for point in findings.points {
            let name = dossier.points.first { $0.id == point.id }?.name ?? point.id
            add(.point, point.id, name, point.basis.evidence)
            pointIDs[FeatureList.key(.point, point.id)] = point.id
        }
        for draft in findings.drafts {
            let title = dossier.drafts.first { $0.id == draft.id }?.title ?? draft.id
            add(.draft, draft.id, title, draft.basis.evidence)
        }
        // One that is only likely is meant by no word of its sentence; it is carried there.
        for event in findings.events where event.basis.confidence >= 0.6 {
            let name = dossier.events.first { $0.id == event.id }?.name ?? event.id
            add(.event, event.id, name, event.basis.evidence)
        }
        for figure in findings.figures {
            let shown = reading.article.text[scalars: figure.range]
            // Five hours of one meeting are not those of another.
            let id = "\(figure.value) \(figure.unit ?? "") \(figure.event ?? "")"
            add(
                .figure, id, shown,
                [Evidence(sentence: figure.sentence, range: figure.range)])
        }
        for date in findings.dates {
            let evidence = Evidence(sentence: date.sentence, range: date.range)
            add(.date, date.edtf, date.edtf, [evidence])
        }
    }

    private mutating func add(
        _ kind: Feature.Kind, _ id: String, _ label: String, _ evidence: [Evidence]
    ) {
        let key = FeatureList.key(kind, id)
        labels[key] = label
        for item in evidence where ofSentence.indices.contains(item.sentence) {
            insert(Feature(key: key, kind: kind, range: item.range), item.sentence)
        }
    }

    private mutating func insert(_ feature: Feature, _ sentence: Int) {
        guard !ofSentence[sentence].contains(where: { $0.key == feature.key }) else { return }
        ofSentence[sentence].append(feature)
    }

    // MARK: Names, whatever part they stand in

    private mutating func addMentions(_ dossier: Dossier) {
        for mention in cast.mentions {
            let kind: Feature.Kind
            if case .place = mention.target { kind = .place } else { kind = .participant }
            add(
                kind, cast.id(of: mention.target, in: dossier),
                cast.name(of: mention.target, in: dossier), [reading.evidence(mention.tokens)])
        }
    }

    // MARK: Words

    /// `timed` are figures of one event, whose words are not those of another.
    private mutating func addWords(besides timed: [FigureFinding]) {
        let utf8 = reading.article.text.utf8
        for sentence in ofSentence.indices {
            let figures = ofSentence[sentence].filter { $0.kind == .figure }.map(\.range)
            let own = timed.filter { $0.sentence == sentence }.map(\.range)
            for index in reading.tokens(ofSentence: sentence) {
                let token = reading.tokens[index]
                guard FeatureList.isContent(token) else { continue }
                let range = Int(token.scalarStart)..<Int(token.scalarEnd)
                if own.contains(where: { $0.overlaps(range) }) { continue }
                if token.isNumber {
                    if figures.contains(where: { $0.overlaps(range) }) { continue }
                    let feature = Feature(key: token.word.hash, kind: .figure, range: range)
                    insert(feature, sentence)
                    continue
                }
                let isName = token.isCapitalised && !token.flags.contains(.capitalExpected)
                let kind: Feature.Kind =
                    isName && cast.mention(at: index) == nil ? .name : .word
                let stem = WordStem.stem(of: token, in: utf8).hash
                insert(Feature(key: stem, kind: kind, range: range), sentence)
                if kind == .word { addMeaning(ofStem: stem, range, sentence) }
            }
        }
    }

    private mutating func addMeaning(ofStem stem: UInt64, _ range: Range<Int>, _ sentence: Int) {
        guard let meaning = Thesaurus.meaning(ofStem: stem) else { return }
        let key = Word(mixing: FeatureList.meanings, with: meaning).hash
        insert(Feature(key: key, kind: .meaning, range: range), sentence)
    }

    private static let meanings = Word("meanings")
    private static let quotations = Word("quotations")

    /// Words that follow one another in a quotation, function words between them aside.
    private mutating func addQuoted(_ quotes: [QuoteFinding]) {
        for quote in quotes where quote.kind != .indirect {
            guard ofSentence.indices.contains(quote.sentence) else { continue }
            let words = reading.tokens(ofSentence: quote.sentence).map { reading.tokens[$0] }
                .filter { quote.range.contains(Int($0.scalarStart)) && FeatureList.isContent($0) }
            for (first, second) in zip(words, words.dropFirst()) {
                let key = [first, second].reduce(FeatureList.quotations) { key, word in
                    let stem = WordStem.stem(of: word, in: reading.article.text.utf8)
                    return Word(mixing: key, with: Int(truncatingIfNeeded: stem.hash))
                }
                let range = Int(first.scalarStart)..<Int(second.scalarEnd)
                insert(Feature(key: key.hash, kind: .quoted, range: range), quote.sentence)
            }
        }
    }

    /// The event with which a sentence goes on; no word of its own stands for it.
    private mutating func addCarried(_ events: [String?]) {
        for (sentence, event) in events.enumerated() {
            guard let event, ofSentence.indices.contains(sentence),
                !ofSentence[sentence].contains(where: { $0.kind == .event })
            else { continue }
            let key = FeatureList.key(.carriedEvent, event)
            let start = reading.article.sentences[sentence].range.lowerBound
            insert(Feature(key: key, kind: .carriedEvent, range: start..<start), sentence)
        }
    }

    /// Words that carry content: no function words, no verbs of mere saying.
    static func isContent(_ token: Token) -> Bool {
        if token.isNumber { return true }
        guard token.isWord, token.end - token.start > 1 else { return false }
        let function: WordClass = [
            .preposition, .determiner, .conjunction, .pronoun, .auxiliary, .negation,
        ]
        return token.classes.isDisjoint(with: function) && !stopWords.contains(token.word)
    }

    private static let stopWords = WordSet(
        """
        say says said tell told according also more most much very just only than then there here so
        where what how why whose whom too not other others same own one two its yet still even just
        now him again once ever well s t
        """)
}
