/// Media of many countries by name, as first names are known of people: what a reader of news
/// knows without a dossier. A name that is also a common word, or somebody's, is one only beside
/// a word of citing, with or without its article as it is written.
struct OutletNames: Sendable {
    struct Listed: Sendable {
        /// As it is shown: "Time", "The Independent".
        var name: String
        /// Also a common word or another name.
        var isWord: Bool
        /// Written with "the".
        var hasArticle: Bool
    }

    static let known = OutletNames()

    private let phrases: Phrases
    private let listed: [Listed]

    private init() {
        var listed: [Listed] = []
        var phrases: [(String, Int)] = []
        for (text, isWord) in [(OutletNames.plain, false), (OutletNames.words, true)] {
            for line in text.split(separator: "\n") {
                for part in line.split(separator: ";") {
                    let name = part.drop { $0 == " " }
                    guard !name.isEmpty else { continue }
                    let hasArticle = name.hasPrefix("The ")
                    phrases.append((String(hasArticle ? name.dropFirst(4) : name), listed.count))
                    listed.append(
                        Listed(name: String(name), isWord: isWord, hasArticle: hasArticle))
                }
            }
        }
        self.listed = listed
        self.phrases = Phrases(phrases)
    }

    /// The medium whose name is the tokens `run`, written with capitals; nil when none is, or when
    /// its article is missing or too many.
    func outlet(at run: Range<Int>, in reading: Reading) -> Listed? {
        guard !run.isEmpty,
            let match = phrases.match(at: run.lowerBound, in: reading, before: run.upperBound),
            match.end == run.upperBound
        else { return nil }
        let found = listed[match.value]
        guard found.isWord else { return found }
        let isCapital = run.allSatisfy {
            reading.tokens[$0].isCapitalised || reading.classes($0).contains(.preposition)
        }
        let hasArticle = reading.word(run.lowerBound - 1) == OutletNames.the
        return isCapital && hasArticle == found.hasArticle ? found : nil
    }

    private static let the = Word("the")

    private static let plain = """
        Reuters; Agence France-Presse; AFP; Associated Press; The Associated Press; Bloomberg; UPI
        Xinhua; TASS; Interfax; RIA Novosti; DPA; ANSA; EFE; Kyodo; Yonhap; Anadolu; IRNA; SANA
        Press Trust of India
        BBC; CNN; NBC; NBC News; ABC News; CBS; CBS News; NPR; PBS; MSNBC; CNBC; C-SPAN; Fox News
        Sky News; ITV; Channel 4 News; Euronews; Al Jazeera; Al Arabiya; Deutsche Welle; France 24
        Radio Free Europe; RFE/RL; Voice of America; NHK; ARD; ZDF; CGTN; CCTV; Telemundo; Univision
        The Guardian; The New York Times; The Washington Post; The Wall Street Journal; USA Today
        Financial Times; Los Angeles Times; Chicago Tribune; Boston Globe; Newsweek; Politico; Axios
        Vox; Salon.com; Semafor; BuzzFeed; HuffPost; Huffington Post; The Huffington Post; Breitbart
        Newsmax; ProPublica; Bellingcat; Mother Jones; The New Yorker; The Economist; Foreign Policy
        Foreign Affairs; Business Insider; MarketWatch; TechCrunch; The Daily Beast; Haaretz; Ynet
        Times of Israel; The Times of Israel; Jerusalem Post; The Jerusalem Post; Der Spiegel
        Die Zeit; Die Welt; Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; Tagesspiegel
        Le Monde; Le Figaro; Libération; L'Express; El País; El Mundo; La Repubblica; La Stampa
        Corriere della Sera; Neue Zürcher Zeitung; Kommersant; Izvestia; Vedomosti; Meduza; Dozhd
        Novaya Gazeta; Hürriyet; Daily Sabah; Asahi Shimbun; Yomiuri Shimbun; Nikkei; Caixin
        People's Daily; Global Times; South China Morning Post; Straits Times; Times of India
        The Hindu; Indian Express; Hindustan Times; Al Ahram; Asharq Al-Awsat; Gazeta Wyborcza
        Rzeczpospolita; Aftenposten; Dagens Nyheter; Helsingin Sanomat; De Volkskrant; Het Parool
        """

    private static let words = """
        Time; Mint; Fortune; Forbes; Variety; Nature; Slate; Salon; Vice; Wired; Quartz; Dawn; Bild
        Focus; Stern; Today; AP; RT; Sky; Fox; Rolling Stone; Vanity Fair; Esquire; Reason
        The Independent; The Sun; The Times; The Telegraph; The Mirror; The Express; The Mail
        The Star; The Standard; The Post; The Globe; The Hill; The Atlantic; The Nation; The Age
        The Australian; The Scotsman; The Herald; The National; The Week; The Wire; The Print
        The Quint; The Spectator; The Observer; The Intercept; The Conversation; The Federalist
        The Insider; The Bell; The Diplomat; The Journal; The Verge; The Local; The Tribune
        """
}
