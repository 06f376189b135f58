/// What kinds of word a word is, looked up once when an article is tokenised. A layer that needs
/// another kind adds a case here and its words to `WordClass.members`.
struct WordClass: OptionSet, Sendable {
    let rawValue: UInt64

    /// Verbs that report speech or writing: said, told, reported, confirmed …
    static let reportingVerb = WordClass(rawValue: 1 << 0)
    /// Verbs of going somewhere or being somewhere: arrive, travel, flew …
    static let motionVerb = WordClass(rawValue: 1 << 1)
    /// Auxiliaries and the copula: is, has, will, would …
    static let auxiliary = WordClass(rawValue: 1 << 2)
    static let preposition = WordClass(rawValue: 1 << 3)
    /// the, a, this, its, his …
    static let determiner = WordClass(rawValue: 1 << 4)
    /// and, or, but, as, that, which …
    static let conjunction = WordClass(rawValue: 1 << 5)
    /// he, she, they, it, who …
    static let pronoun = WordClass(rawValue: 1 << 6)
    /// Offices that stand before or beside a name: President, Secretary, envoy …
    static let title = WordClass(rawValue: 1 << 7)
    /// Words between title and name or inside one: former, deputy, of, state …
    static let titlePart = WordClass(rawValue: 1 << 8)
    static let weekday = WordClass(rawValue: 1 << 9)
    static let month = WordClass(rawValue: 1 << 10)
    /// one, two … hundred, million.
    static let numberWord = WordClass(rawValue: 1 << 11)
    /// not, never, no, n't forms …
    static let negation = WordClass(rawValue: 1 << 12)
    /// Verbs in a finite form that are no reporting verbs: wants, rejected, agreed …
    static let actionVerb = WordClass(rawValue: 1 << 13)
    /// Nationalities and other adjectives of states: Russian, American …
    static let demonym = WordClass(rawValue: 1 << 14)
    /// Words a body's name ends or begins with: Ministry, Party, Committee …
    static let bodyWord = WordClass(rawValue: 1 << 15)
    /// First names people bear.
    static let givenName = WordClass(rawValue: 1 << 16)
    /// Words an outlet's name ends or begins with: Times, Post, News …
    static let outletWord = WordClass(rawValue: 1 << 17)
    /// Capitalised words that are no part of a person's name: World, Peace, National …
    static let notPersonal = WordClass(rawValue: 1 << 18)
    /// The bare form of a verb: no finite verb after a singular name.
    static let verbStem = WordClass(rawValue: 1 << 19)
    /// Plural nouns for people who act for somebody: officials, negotiators, troops …
    static let groupNoun = WordClass(rawValue: 1 << 20)
    /// What is made about a country rather than with it: plan, proposal, talks …
    static let planWord = WordClass(rawValue: 1 << 21)
    /// A place that is also the name of those who govern from it: Kremlin, House, Pentagon …
    static let seatWord = WordClass(rawValue: 1 << 22)
    /// Prepositions of place: in, inside, near, across …
    static let placePreposition = WordClass(rawValue: 1 << 23)
    /// Nouns of going somewhere: visit, trip, flight …
    static let motionNoun = WordClass(rawValue: 1 << 24)
    /// Adverbs that stand between a name and its verb, apart from those in -ly: also, still …
    static let adverb = WordClass(rawValue: 1 << 25)
    /// Words before an object that is acted upon: give, make, let, require …
    static let takesObject = WordClass(rawValue: 1 << 26)

    /// Words a number in words begins with: two, twenty, hundred, dozens, half, third …
    static let quantityWord = WordClass(rawValue: 1 << 27)
    /// Words that say which version of a document is meant: initial, revised, latest …
    static let versionWord = WordClass(rawValue: 1 << 28)
    /// Words a date can be made of, months of other languages among them: `DateWords` has them all.
    static let dateWord = WordClass(rawValue: 1 << 29)

    static let anyVerb: WordClass = [.reportingVerb, .motionVerb, .actionVerb]
}

/// Words with what they are and what they can do where somebody speaks, compiled once and shared by
/// every article: one look-up for each token.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        /// Beside what is asked for, so that both are one look into memory.
        var word = Word.none
        var classes: WordClass = []
        var speech: SpeechClass = []
    }

    /// Open addressing, mostly empty so that a word without an entry ends at its first slot: the
    /// index of a word's entry in the upper half, sixteen bits of its hash in the lower. Small,
    /// because every token asks and processors' caches are.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    /// The first is of no word.
    private var entries = [Entry()]

    static let empty = Lexicon(classes: [], speech: [])
    /// All members of all classes of this room.
    static let english = Lexicon(classes: WordClass.members, speech: SpeechLexicon.members)

    /// `classes` pairs a class with words parted by blanks or line ends.
    init(classes: [(WordClass, String)], speech: [(SpeechClass, Word)]) {
        for (wordClass, words) in classes {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                entries[add(Word(String(word)))].classes.formUnion(wordClass)
            }
        }
        for (speechClass, word) in speech {
            entries[add(word)].speech.formUnion(speechClass)
        }
    }

    @inline(__always)
    func entry(of word: Word) -> Entry { entries[index(of: word)] }

    /// The index of a word's entry; zero when there is none.
    @inline(__always)
    private func index(of word: Word) -> Int {
        let slot = slots[Lexicon.first(of: word) & (slots.count - 1)]
        // Whether a word has an entry cannot be guessed: the choice is made without a branch.
        let index = slot & 0xFFFF == Lexicon.tag(of: word) ? Int(slot >> 16) : 0
        if entries[index].word == word || slot == 0 { return index }
        return laterIndex(of: word)
    }

    /// The same for a word that does not stand in its first slot.
    @inline(never)
    private func laterIndex(of word: Word) -> Int {
        let mask = slots.count - 1
        var slot = Lexicon.first(of: word) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot] >> 16)
            if slots[slot] & 0xFFFF == Lexicon.tag(of: word), entries[index].word == word {
                return index
            }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private static func first(of word: Word) -> Int {
        Int(truncatingIfNeeded: word.hash ^ word.hash >> 29)
    }

    private static func tag(of word: Word) -> UInt32 { UInt32(word.hash >> 48) }

    /// The index of a word's entry, which is made when there is none.
    private mutating func add(_ word: Word) -> Int {
        let known = index(of: word)
        if known > 0 { return known }
        entries.append(Entry(word: word))
        if 2 * entries.count > slots.count {
            slots = Array(repeating: 0, count: 2 * slots.count)
            for index in 1..<entries.count { place(index) }
        } else {
            place(entries.count - 1)
        }
        return entries.count - 1
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Lexicon.first(of: entries[index].word) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(index) << 16 | Lexicon.tag(of: entries[index].word)
    }
}
