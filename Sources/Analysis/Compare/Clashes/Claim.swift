/// One thing an article says that another may tell differently: all that clashes are found from.
/// Read once from an article, so that articles can be joined by fact without being read again.
package struct Claim: Hashable, Sendable {
    /// Which rule compares it. Raw values are stored: never renumber them.
    package enum Matter: UInt8, CaseIterable, Sendable {
        case outcome = 0
        case figure = 1
        case date = 2
        case position = 3
        case demand = 4
        case receipt = 5
        case scope = 6
        case version = 7
        case deadline = 8
        case quote = 9
        case office = 10
        case name = 11
        case place = 12
    }

    /// What else is to be known of it; which of these are used hangs on the matter.
    package struct Traits: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// An about figure.
        package static let about = Traits(rawValue: 1 << 0)
        /// A good outcome, a paper received: the opposite when missing.
        package static let positive = Traits(rawValue: 1 << 1)
        /// The draft is named for it, not carried on.
        package static let namesDraft = Traits(rawValue: 1 << 2)
        /// A paper that is called revised.
        package static let revised = Traits(rawValue: 1 << 3)
        /// "Not yet": said of its day.
        package static let yet = Traits(rawValue: 1 << 4)
        /// An office that is denied, an indirect quotation: it stands against others only.
        package static let denied = Traits(rawValue: 1 << 5)
    }

    package var matter: Matter
    /// What it is about, equal for the same fact in every article: "plan.points", an event, a
    /// person, a side and a topic.
    package var about: String
    /// One, except for spellings.
    package var sentences: [Int]
    package var range: Range<Int>
    /// What is shown; empty for the words at `range`.
    package var text: String
    /// What is compared: a unit, a label, a draft, a folded word, a day of the year.
    package var value: String
    package var draft: String?
    /// An event, or the surname behind a given name: what narrows `about` down.
    package var detail: String?
    /// A figure, an ordinal, the first day.
    package var number: Double
    /// The last day.
    package var end: Double
    /// Words, points or names as hashes, in an order that the matter gives.
    package var words: [UInt32]
    package var traits: Traits

    package init(
        _ matter: Matter, about: String, sentences: [Int], range: Range<Int>, text: String = "",
        value: String = "", draft: String? = nil, detail: String? = nil, number: Double = 0,
        end: Double = 0, words: [UInt32] = [], traits: Traits = []
    ) {
        self.matter = matter
        self.about = about
        self.sentences = sentences
        self.range = range
        self.text = text
        self.value = value
        self.draft = draft
        self.detail = detail
        self.number = number
        self.end = end
        self.words = words
        self.traits = traits
    }

    init(
        _ matter: Matter, about: String, _ evidence: Evidence, text: String = "",
        value: String = "", words: [UInt32] = [], traits: Traits = []
    ) {
        self.init(
            matter, about: about, sentences: [evidence.sentence], range: evidence.range,
            text: text, value: value, words: words, traits: traits)
    }

    var sentence: Int { sentences.first ?? 0 }
}

/// The claims of one article, and by what it can be told whether two articles are of one matter.
package struct ArticleClaims: Equatable, Sendable {
    /// The publication day; nil where none is stated.
    package var day: Int?
    /// Drafts, points and events of the dossier that the text speaks of, as hashes.
    package var subjects: [UInt32]
    /// Those of one matter in the order in which the text makes them.
    package var claims: [Claim]
    /// Numbers of the `WordForms` that it uses in its own voice, ascending.
    package var words: [UInt32]

    package init(
        day: Int? = nil, subjects: [UInt32] = [], claims: [Claim] = [], words: [UInt32] = []
    ) {
        self.day = day
        self.subjects = subjects
        self.claims = claims
        self.words = words
    }
}
