/// Words that decide what a number is, compared by their hashes. A class, as `PlainWords` is.
final class FigurePlainWords: Sendable {
    let a = Word("a"), the = Word("the"), of = Word("of"), and = Word("and"), to = Word("to")
    let between = Word("between"), per = Word("per"), cent = Word("cent"), old = Word("old")
    let percentSign = Word("%"), percent = Word("percent"), point = Word("point")
    let points = Word("points"), colon = Word(":"), slash = Word("/"), stop = Word(".")
    let am = Word("am"), pm = Word("pm"), us = Word("us"), percentage = Word("percentage")
    let year = Word("year"), plus = Word("plus"), or = Word("or"), comma = Word(",")
    let time = Word("time")
    let be = WordSet("is was turned")
    let ordinalEndings = WordSet("st nd rd th")
    let signs = CurrencyTable([
        (Word("$"), "USD"), (Word("€"), "EUR"), (Word("£"), "GBP"), (Word("₽"), "RUB"),
        (Word("₴"), "UAH"), (Word("¥"), "JPY"), (Word("₪"), "ILS"), (Word("₺"), "TRY"),
        (Word("₹"), "INR"), (Word("₩"), "KRW"), (Word("₸"), "KZT"),
    ])
    /// Words for money behind a number.
    let currencies = CurrencyTable([
        (Word("dollars"), "USD"), (Word("dollar"), "USD"), (Word("euros"), "EUR"),
        (Word("euro"), "EUR"), (Word("pounds"), "GBP"), (Word("rubles"), "RUB"),
        (Word("roubles"), "RUB"), (Word("hryvnias"), "UAH"), (Word("hryvnia"), "UAH"),
        (Word("yuan"), "CNY"), (Word("yen"), "JPY"), (Word("shekels"), "ILS"),
        (Word("shekel"), "ILS"), (Word("zlotys"), "PLN"), (Word("zloty"), "PLN"),
        (Word("forints"), "HUF"), (Word("forint"), "HUF"), (Word("koruna"), "CZK"),
        (Word("kronor"), "SEK"), (Word("kroner"), "NOK"), (Word("lira"), "TRY"),
        (Word("rials"), "IRR"), (Word("rial"), "IRR"), (Word("riyals"), "SAR"),
        (Word("riyal"), "SAR"), (Word("dirhams"), "AED"), (Word("dirham"), "AED"),
        (Word("rupees"), "INR"), (Word("rupee"), "INR"), (Word("tenge"), "KZT"),
        (Word("rupiah"), "IDR"), (Word("ringgit"), "MYR"), (Word("baht"), "THB"),
    ])
    /// Plural nouns without an s, and participles that stand for people.
    let plurals = WordSet(
        """
        people men women children police wounded dead killed injured missing personnel aircraft
        folk fish sheep series species percent staff casualties
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// Nouns before a number that make it a reference: "Article 5", "point 12".
    let references = WordSet(
        """
        article point clause paragraph section chapter number no nos page part version item phase
        stage channel room flight highway route resolution protocol annex appendix volume grade
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// Nouns that a small number names rather than counts: "the two sides".
    let sides = WordSet(
        """
        side sides thing things another other others way ways hand hands man's day
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// What "one" counts when it counts.
    let measures = WordSet(
        """
        hour minute second week month year kilometre kilometer mile metre meter million billion
        thousand hundred percent
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// Happenings that "first" and "second" count.
    let happenings = WordSet(
        """
        visit trip meeting round summit session term call journey tour year month week
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// Nouns "third" does not count.
    let notThird = WordSet("party parties country countries world way side quarter person")
    let planWords = WordSet(
        """
        plan plans draft drafts framework proposal proposals document paper text version peace
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    let talkWords = WordSet(
        """
        talks talk talked talking meeting session discussion discussions negotiations negotiation call
        conversation consultations summit spoke speaking met meet lasted
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    let timeUnits = WordSet("hour hours minute minutes")
}

/// Words or signs for money with the codes of their currencies.
struct CurrencyTable: Sendable {
    private var places = WordTable()
    private let codes: [String]

    init(_ currencies: [(Word, String)]) {
        codes = currencies.map { $0.1 }
        for (index, currency) in currencies.enumerated() {
            places.insert(currency.0, UInt64(index + 1))
        }
    }

    /// The code of a word's currency, nil for any other word.
    func code(of word: Word) -> String? {
        let place = Int(places.value(of: word))
        return place > 0 ? codes[place - 1] : nil
    }
}
