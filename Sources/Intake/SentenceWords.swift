/// The words by which `SentenceCutter` tells a full stop that ends a sentence from one that
/// ends an abbreviation. English first, with the common ones of Russian, Ukrainian, German,
/// French, Spanish, Italian and Polish.
struct SentenceWords: Sendable {
    static let shared = SentenceWords()

    /// What stands before a full stop.
    enum Shape {
        /// Digits only, and how many.
        case number(digits: Int)
        /// One letter: a person's initial, mostly.
        case initial
        /// Letters parted by stops: U.S, J.D, e.g.
        case acronym
        /// a.m, p.m: end a sentence unless a zone or day follows.
        case clock
        /// Never ends a sentence: Mr, Gen, vs.
        case title
        /// Ends one unless a number follows: No, Art.
        case counted
        case month
        /// г, р: ends one after a year before a capital.
        case year
        /// Ends one only before a word that often begins sentences: Inc, Jr, Calif.
        case mayEnd
        case word
    }

    func shape(of token: Range<Int>, in bytes: [UInt8]) -> Shape {
        let first = bytes[token.lowerBound]
        if (0x30...0x39).contains(first), token.allSatisfy({ (0x30...0x39).contains(bytes[$0]) }) {
            return .number(digits: token.count)
        }
        if token.count > 12 { return .word }
        if clocks.contains(bytes, token) { return .clock }
        if years.contains(bytes, token) { return .year }
        if titles.contains(bytes, token) { return .title }
        if isLettersAndStops(token, in: bytes) {
            return token.count > (first < 0x80 ? 1 : 2) ? .acronym : .initial
        }
        if counted.contains(bytes, token) { return .counted }
        if months.contains(bytes, token) { return .month }
        return mayEnd.contains(bytes, token) ? .mayEnd : .word
    }

    /// Single letters parted by full stops.
    private func isLettersAndStops(_ token: Range<Int>, in bytes: [UInt8]) -> Bool {
        var letters = 0
        for index in token {
            if bytes[index] == UInt8(ascii: ".") {
                letters = 0
            } else if bytes[index] & 0xC0 != 0x80 {
                letters += 1
                if letters > 1 || (0x30...0x39).contains(bytes[index]) { return false }
            }
        }
        return true
    }

    /// Whether the word at `index` is one that often begins a sentence and seldom goes on after
    /// an abbreviation.
    func isStarter(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        let word = word(bytes, index, end)
        guard !word.isEmpty, starters.contains(bytes, word) else { return false }
        return word.upperBound == end || bytes[word.upperBound] != UInt8(ascii: ".")
    }

    /// Whether the word at `index` belongs to a time of day before it: a zone, a weekday or month,
    /// or a place whose time is meant, "10 p.m. Lisbon time".
    func followsClock(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        let first = word(bytes, index, end)
        if zones.contains(bytes, first) { return true }
        let next = first.upperBound + 1
        guard !first.isEmpty, next < end, bytes[first.upperBound] == 0x20 else { return false }
        return clockNouns.contains(bytes, word(bytes, next, end))
    }

    func isGermanMonth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        germanMonths.contains(bytes, word(bytes, index, end))
    }

    func isTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.count == 1 || titles.contains(bytes, range)
    }

    /// Whether a single letter behind the word is its label: plan B, option C.
    func isLabelled(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        labelled.contains(bytes, range)
    }

    func isSpeech(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        speech.contains(bytes, range)
    }

    /// The letters from `index` on, up to an apostrophe, blank or mark.
    private func word(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Range<Int> {
        var cursor = index
        while cursor < end, cursor - index < 24 {
            let byte = bytes[cursor]
            if byte == 0xE2 || byte == 0xC2 { break }
            guard byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) else { break }
            cursor += 1
        }
        return index..<cursor
    }

    private let clocks = WordTable("a.m p.m A.M P.M")
    private let years = WordTable("г гг р рр")
    private let zones = WordTable(
        """
        ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST CET CEST UTC MSK Eastern Central
        Pacific Mountain Greenwich Monday Tuesday Wednesday Thursday Friday
        Saturday Sunday Jan Feb March April May June July Aug Sept Oct Nov Dec
        """)
    private let clockNouns = WordTable("time Time")
    private let counted = WordTable(
        "No Nos no nos Art art Arts Fig fig Vol vol Ch ch Sec sec Nr nr Pt Res p pp № ст пп разд")
    private let months = WordTable("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
    private let germanMonths = WordTable(
        """
        Januar Februar März April Mai Juni Juli August September Oktober November Dezember
        Jahrhundert
        """)
    private let titles = WordTable(
        """
        MR MRS MS DR SEN SENS REP REPS GOV GEN LT COL CAPT SGT PROF Mr Mrs Ms Mx Dr Prof Gen Col Lt Maj Capt Cpt Cmdr Cdr Adm Brig Sgt Cpl Pvt Rep Reps Sen
        Sens Gov Govs Lieut Pres Rev Hon Ste Mt Ft Fr Messrs MM Mme Mlle Amb Atty Asst
        Supt Det Insp Dep Ald Assn Dist vs v cf approx ca e.g i.e viz al incl Ph Sra Srta Srs
        Sig Dott Avv Ing bzw z.B d.h u.a Abs Hr evtl ggf vgl płk gen prof tzw np ul im
        ks hab mgr им ул проф акад т.е т.к т.н напр см тыс ген вул див обл
        """)
    private let mayEnd = WordTable(
        """
        Inc Corp Ltd Co Cos Bros LLC Jr Sr Esq Ave Blvd Rd St Dept Univ etc Ala Ariz Ark
        Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla
        Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ph.D M.D D.C Ont Que usw Mio Mrd tys mln млн млрд руб
        грн долл др т.д т.п тощо ecc pág EE.UU Ud Uds Vd
        """)
    private let labelled = WordTable(
        """
        Plan plan Option option Group group Category category Class class Type type Appendix
        appendix Annex annex Article article Section section Part part Phase phase Version version
        Variant variant Draft draft Schedule schedule Zone zone Area area Basket basket Team team
        Grade grade Tier tier Point point Paragraph paragraph Clause clause Exhibit exhibit Gate
        gate Terminal terminal Block block Track track Scenario scenario Vitamin vitamin
        """)
    private let speech = WordTable(
        """
        said says asked asks added adds wrote writes replied tweeted told exclaimed shouted
        responded answered posted quipped joked wondered continued
        """)
    private let starters = WordTable(
        """
        The A An In On At By For From With Without As After Before Since While When Where Why
        What Who How If Though Although However But And Or So Yet Nor Still Then Thus Now Today
        Yesterday It Its He His She Her They Their We Our You Your I My This That These Those
        There Here Not Yes Some Many Most Both All Each Every Several Few Two Also Another
        Others Meanwhile Moreover Instead According Among Amid Under Over Once Only Even Despite
        During Until Because Earlier Later Last Asked Whether Nothing Nobody Neither Such To Is
        Are Was Were Will Would Can Could Should Did Does Do Has Have Had Let Please
        В На Но И А Он Она Они Это По Как Если При После Однако Также Мы Вы Я Его Их Что Для
        У Та Але Він Вона Вони Це За Якщо Після Проте Також Ми Ви Його Що Для З До
        Der Die Das Ein Eine Er Sie Es Wir Ich Und Aber Doch Im Am Auf Nach Für Mit Auch Dass
        Le La Les Un Une Des Il Elle Ils Nous Vous Et Mais Ce Cette Dans En Selon Pour Après
        El Los Las Una Unos Pero Y No Con Según Para Esta Este Lo Gli Di Nel Per Ma Non Ha È
        W Na Po Nie To Jest Ale Z Jak Jednak
        """)
}
