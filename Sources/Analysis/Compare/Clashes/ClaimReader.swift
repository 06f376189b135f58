import Intake

/// One article with what was read in it: what claims are taken from.
struct Column: Sendable {
    let article: Article
    var findings: Findings
    let reading: Reading
    let cast: Cast
    /// For each sentence the dossier's draft it speaks of, named there or carried on.
    let draftOfSentence: [Int?]
    /// For each sentence the dossier's event it speaks of, named there or just before.
    let eventOfSentence: [Int?]

    func text(of range: Range<Int>) -> String { article.text[scalars: range] }
}

/// Takes from an article what may clash with others. Made once for a dossier; the rules for each
/// matter stand beside the rules that compare it.
struct ClaimReader: Sendable {
    let dossier: Dossier
    /// The words by which the dossier names or places each event.
    let placeWords: [Set<Word>]
    let topicOfPoint: [String: String]
    let eventNumbers: [String: Int]
    private let forms: WordForms
    private let sides: Sides

    init(dossier: Dossier) {
        self.dossier = dossier
        placeWords = dossier.events.map { event in
            let texts = [event.place ?? ""] + event.aliases.map(\.text)
            return Set(texts.flatMap { Tokeniser.tokens(of: $0, lexicon: .empty).map(\.word) })
        }
        topicOfPoint = Dictionary(
            dossier.points.map { ($0.id, $0.topic) }, uniquingKeysWith: { first, _ in first })
        eventNumbers = Dictionary(
            dossier.events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        forms = WordForms(dossier: dossier)
        sides = Sides(dossier: dossier)
    }

    func claims(in column: Column) -> ArticleClaims {
        let cues = ClaimCues(column.reading)
        var claims = outcomeClaims(column, cues)
        claims += figureClaims(column)
        claims += dateClaims(column)
        claims += positionClaims(column)
        claims += demandClaims(column)
        claims += receiptClaims(column, cues)
        claims += scopeClaims(column)
        claims += versionClaims(column)
        claims += deadlineClaims(column, cues)
        claims += quoteClaims(column)
        claims += officeClaims(column, cues)
        claims += nameClaims(column)
        claims += placeClaims(column)
        if let day = column.article.published?.day {
            claims.removeAll { isOfEvent($0.matter) && isTooEarly(day, for: $0.about) }
        }
        return ArticleClaims(
            day: (column.article.published?.day).map { Int($0.number) },
            subjects: subjects(column.findings), claims: claims,
            words: forms.uses(in: column).filter { !$0.own.isEmpty }.map(\.form.number).sorted())
    }

    /// What mentions name, as a key that is the same in every article.
    func key(of mention: Mention, _ cast: Cast) -> String {
        let id = cast.id(of: mention.target, in: dossier)
        return switch mention.target {
        case .participant, .newcomer: id
        case .outlet: "outlet." + id
        case .place: "place." + id
        }
    }

    private func isOfEvent(_ matter: Claim.Matter) -> Bool {
        matter == .outcome || matter == .date || matter == .place
    }

    /// Two months before an event it may be announced; before that another one is meant.
    private func isTooEarly(_ day: Day, for event: String) -> Bool {
        eventNumbers[event].map { day < dossier.events[$0].first - 60 } ?? false
    }

    private func subjects(_ findings: Findings) -> [UInt32] {
        let ids = findings.drafts.map(\.id) + findings.points.map(\.id) + findings.events.map(\.id)
        return ids.map { Hash($0).short }
    }

    // MARK: Sides

    /// The state or body that somebody belongs to in the end, the actor itself where none is known.
    func side(of actor: String) -> String { sides.side(of: actor) }

    /// The state or body to which a name, or an adjective of nation, at a token belongs.
    func side(at token: Int, _ column: Column) -> String? {
        sides.side(at: token, column.reading, column.cast)
    }
}

/// Tokens at which a claim may begin, found in one walk over an article.
struct ClaimCues {
    private(set) var verdicts: [Int] = []
    private(set) var papers: [Int] = []
    private(set) var posts: [Int] = []
    /// Sentences in which a day by which something must stand may be named.
    private(set) var pressing: [Int] = []

    init(_ reading: Reading) {
        for (index, token) in reading.tokens.enumerated() {
            let cues = ClaimCues.words.value(of: token.word)
            guard cues != 0 else { continue }
            if cues & ClaimCues.verdict != 0 { verdicts.append(index) }
            if cues & ClaimCues.paper != 0 { papers.append(index) }
            if cues & ClaimCues.post != 0 { posts.append(index) }
            if cues & ClaimCues.press != 0, pressing.last != Int(token.sentence) {
                pressing.append(Int(token.sentence))
            }
        }
    }

    private static let verdict: UInt64 = 1
    private static let paper: UInt64 = 2
    private static let post: UInt64 = 4
    private static let press: UInt64 = 8

    private static let words: WordTable = {
        var table = WordTable()
        func add(_ words: String, _ cue: UInt64) {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table.insert(Word(String(word)), cue)
            }
        }
        add(OutcomeClashes.praise + " " + OutcomeClashes.blame, verdict)
        add(ReceiptClashes.receiving + " " + ReceiptClashes.giving, paper)
        add(OfficeClashes.posts, post)
        add(DeadlineClashes.names + " " + DeadlineClashes.pressing, press)
        return table
    }()
}
