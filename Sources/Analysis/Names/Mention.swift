/// A name in the text and whom or what it names there.
struct Mention: Sendable {
    /// What is named: an index into the dossier's list, or into `Cast.newcomers`.
    enum Target: Hashable, Sendable {
        case participant(Int)
        case outlet(Int)
        case place(Int)
        case newcomer(Int)
    }

    /// In which part the name stands there. Only `actor` mentions of participants and newcomers
    /// make findings; the others keep a longer or better reading from being overlooked.
    enum Use: Sendable {
        /// A person, body or group; a state or metonym that acts or is acted upon; an outlet cited.
        case actor
        /// A place: "in Moscow"; a metonym of place.
        case place
        /// A state or body that is only the matter of something: "war in Ukraine", or part of a
        /// title: "Ukraine's President".
        case topic
    }

    /// How the name was recognised.
    enum Form: Sendable {
        case fullName
        /// A surname or other part of a name whose full form stands in the same article.
        case shortName
        /// An alias that is a name by itself: "NATO", "Kyiv".
        case alias
        /// An alias that is also a common word, upheld by what stands beside it.
        case weakAlias
        /// A shape: capitals with a title, a role or a reporting verb.
        case shape
    }

    /// Tokens of the name alone, in one sentence: "Dan Driscoll".
    var tokens: Range<Int>
    var target: Target
    var use: Use
    var form: Form
    /// Tokens of an office that stands before the name: "U.S. Army Secretary"; empty when none.
    var title: Range<Int>
    /// 0 to 1.
    var confidence: Double
    /// Participants that the same words may also name, best first.
    var rivals: [Int] = []
}

/// A person, body or outlet that no dossier entry fits.
struct Newcomer: Sendable {
    /// Made from the name: "tatiana-stanovaya".
    var id: String
    var name: String
    var kind: Participant.Kind
    /// An outlet rather than an actor.
    var isOutlet = false
}

/// Everybody and everything named in one article, by every layer looked up by token.
struct Cast: Sendable {
    /// In the order of the text, never overlapping.
    var mentions: [Mention] = []
    var newcomers: [Newcomer] = []
    /// For each token the mention it belongs to, or -1.
    private(set) var mentionOfToken: [Int32]

    init(mentions: [Mention], newcomers: [Newcomer], tokenCount: Int) {
        self.mentions = mentions
        self.newcomers = newcomers
        mentionOfToken = Array(repeating: -1, count: tokenCount)
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { mentionOfToken[token] = Int32(index) }
        }
    }

    /// The mention that token `index` is part of, nil when none.
    func mention(at index: Int) -> Mention? {
        guard index >= 0, index < mentionOfToken.count, mentionOfToken[index] >= 0 else {
            return nil
        }
        return mentions[Int(mentionOfToken[index])]
    }

    /// What the mention at token `index` names, nil when none stands there: cheaper than the mention.
    func target(at index: Int) -> Mention.Target? {
        guard index >= 0, index < mentionOfToken.count, mentionOfToken[index] >= 0 else {
            return nil
        }
        return mentions[Int(mentionOfToken[index])].target
    }

    /// The dossier's or the newcomer's id of what a mention names.
    func id(of target: Mention.Target, in dossier: Dossier) -> String {
        switch target {
        case .participant(let index): dossier.participants[index].id
        case .outlet(let index): dossier.outlets[index].id
        case .place(let index): dossier.places[index].id
        case .newcomer(let index): newcomers[index].id
        }
    }

    /// The name to show for what a mention names.
    func name(of target: Mention.Target, in dossier: Dossier) -> String {
        switch target {
        case .participant(let index): dossier.participants[index].name
        case .outlet(let index): dossier.outlets[index].name
        case .place(let index): dossier.places[index].name
        case .newcomer(let index): newcomers[index].name
        }
    }

    /// What kind of actor a mention names; nil for outlets and places.
    func kind(of target: Mention.Target, in dossier: Dossier) -> Participant.Kind? {
        switch target {
        case .participant(let index): dossier.participants[index].kind
        case .newcomer(let index): newcomers[index].isOutlet ? nil : newcomers[index].kind
        case .outlet, .place: nil
        }
    }
}
