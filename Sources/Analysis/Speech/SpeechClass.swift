/// What a word can do where somebody speaks. Looked up once for each token of an article, so that
/// rules about speech compare bits.
struct SpeechClass: OptionSet, Sendable {
    let rawValue: UInt64

    /// A verb that takes what is said as a clause: said, argued, believes.
    static let saying = SpeechClass(rawValue: 1 << 0)
    /// A verb of taking a position, with what it is about as a noun phrase: rejected, praised.
    static let position = SpeechClass(rawValue: 1 << 1)
    /// A verb by which polls, reports and letters speak: shows, found.
    static let showing = SpeechClass(rawValue: 1 << 2)
    /// A verb of thinking or wanting: inside a speech verb's clause it is part of what is said.
    static let thinking = SpeechClass(rawValue: 1 << 3)
    /// A verb of plain speech: said, told, wrote, added.
    static let plainSaying = SpeechClass(rawValue: 1 << 4)
    /// A form that is as often a noun: report, claims, hope.
    static let nounLike = SpeechClass(rawValue: 1 << 5)
    static let base = SpeechClass(rawValue: 1 << 6)
    static let present = SpeechClass(rawValue: 1 << 7)
    static let past = SpeechClass(rawValue: 1 << 8)
    static let participle = SpeechClass(rawValue: 1 << 9)
    static let auxiliary = SpeechClass(rawValue: 1 << 10)
    static let be = SpeechClass(rawValue: 1 << 11)
    static let modal = SpeechClass(rawValue: 1 << 12)
    static let adverb = SpeechClass(rawValue: 1 << 13)
    static let determiner = SpeechClass(rawValue: 1 << 14)
    /// he, she, they, it, we, I, you, who.
    static let subject = SpeechClass(rawValue: 1 << 15)
    /// him, her, them.
    static let object = SpeechClass(rawValue: 1 << 16)
    static let preposition = SpeechClass(rawValue: 1 << 17)
    /// Opens a clause of its own: that, but, while, if, which.
    static let clauseOpener = SpeechClass(rawValue: 1 << 18)
    /// Somebody by role: official, spokesman, leader, delegation.
    static let role = SpeechClass(rawValue: 1 << 19)
    /// Something that speaks in writing: poll, statement, filing.
    static let record = SpeechClass(rawValue: 1 << 20)
    /// The last word of names that are no person's: court, party, council.
    static let bodyWord = SpeechClass(rawValue: 1 << 21)
    /// Capitalised only because a sentence or title begins there.
    static let notName = SpeechClass(rawValue: 1 << 22)
    static let day = SpeechClass(rawValue: 1 << 23)
    /// reportedly, allegedly: the outlet passes on what it does not vouch for.
    static let hedge = SpeechClass(rawValue: 1 << 24)
    /// A noun that holds a position: demand, insistence, refusal.
    static let speechNoun = SpeechClass(rawValue: 1 << 25)
    static let negation = SpeechClass(rawValue: 1 << 26)
    /// Roles in which people speak without a name: source, official, person.
    static let unnamedRole = SpeechClass(rawValue: 1 << 27)
    /// Verbs that negated say nothing: "did not disclose".
    static let withholding = SpeechClass(rawValue: 1 << 28)
    /// A singular role by which a text may refer back to one person: "the aide".
    static let personalRole = SpeechClass(rawValue: 1 << 29)
    /// A role that fits nearly everybody who speaks: "the official", "the representative".
    static let looseRole = SpeechClass(rawValue: 1 << 30)
    /// Ends in -ing.
    static let ing = SpeechClass(rawValue: 1 << 31)
    /// Ends in -ed.
    static let ed = SpeechClass(rawValue: 1 << 32)
    /// A mark at which a phrase ends: comma, colon, bracket, dash, full stop.
    static let stop = SpeechClass(rawValue: 1 << 33)
    static let adverbialOpener = SpeechClass(rawValue: 1 << 34)
    /// Small words inside titles of films, books and broadcasts.
    static let titleFiller = SpeechClass(rawValue: 1 << 35)
    /// Verbs with which the very words follow: said, called, tweeted.
    static let quoting = SpeechClass(rawValue: 1 << 36)
    /// many, some, others: people without a role.
    static let quantity = SpeechClass(rawValue: 1 << 37)
    /// A medium: newspaper, agency, magazine.
    static let medium = SpeechClass(rawValue: 1 << 38)

    /// Verbs that give something a name: described, called, hailed.
    static let naming = SpeechClass(rawValue: 1 << 39)
    /// Verbs that state something only before "to": continue.
    static let needsTo = SpeechClass(rawValue: 1 << 40)
    /// I, we, our: the author speaks.
    static let author = SpeechClass(rawValue: 1 << 41)
    /// However, but, yet: a sentence that turns from what was said.
    static let turning = SpeechClass(rawValue: 1 << 42)

    /// is, are, was, were.
    static let finite = SpeechClass(rawValue: 1 << 43)

    /// A verb by which a position is taken, read for positions only.
    static let acting = SpeechClass(rawValue: 1 << 44)
    /// his, her, their, its.
    static let owning = SpeechClass(rawValue: 1 << 45)

    /// "according" and "put", which begin cues of their own.
    static let cueWord = SpeechClass(rawValue: 1 << 46)

    /// A verb by which outlets bring something out: published, aired.
    static let publishing = SpeechClass(rawValue: 1 << 47)

    /// Words that hedge before "to": appears, believed.
    static let supposing = SpeechClass(rawValue: 1 << 48)

    static let verb: SpeechClass = [.saying, .position, .showing]
}

/// Words that speech rules compare by themselves.
enum SpeechWord {
    static let comma = Word(",")
    static let colon = Word(":")
    static let openBracket = Word("(")
    static let closeBracket = Word(")")
    static let that = Word("that")
    static let to = Word("to")
    static let not = Word("not")
    static let `as` = Word("as")
    static let by = Word("by")
    static let and = Word("and")
    static let or = Word("or")
    static let but = Word("but")
    static let `while` = Word("while")
    static let what = Word("what")
    static let who = Word("who")
    static let which = Word("which")
    static let whose = Word("whose")
    static let `if` = Word("if")
    static let unless = Word("unless")
    static let until = Word("until")
    static let whether = Word("whether")
    static let according = Word("according")
    static let of = Word("of")
    static let on = Word("on")
    static let `for` = Word("for")
    static let the = Word("the")
    static let with = Word("with")
    static let between = Word("between")
    static let been = Word("been")
    static let will = Word("will")
    static let would = Word("would")
    static let he = Word("he")
    static let she = Word("she")
    static let they = Word("they")
    static let it = Word("it")
    static let him = Word("him")
    static let her = Word("her")
    static let them = Word("them")
    static let this = Word("this")
    static let reporting = Word("reporting")
    static let another = Word("another")
    static let including = Word("including")
    static let you = Word("you")
    static let question = Word("?")
    static let those = Word("those")
    static let seems = Word("seems")
    static let appears = Word("appears")
    static let his = Word("his")
    static let their = Word("their")
    static let its = Word("its")
    static let only = Word("only")
    static let red = Word("red")
    static let without = Word("without")
    static let point = Word(".")
    static let semicolon = Word(";")
    static let ampersand = Word("&")
    static let source = Word("source")
    static let words = Word("words")
    static let put = Word("put")
    static let puts = Word("puts")
    static let press = Word("press")
    static let convinced = Word("convinced")
    static let adding = WordSet("add adds added")
}
