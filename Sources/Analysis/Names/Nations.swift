/// The states of the world with their adjectives: "French", France.
enum Nations {
    struct State: Sendable {
        /// As it is shown: "United Arab Emirates".
        var name: String
        /// Other names and abbreviations, in small letters.
        var otherNames: [String]
        /// In small letters.
        var adjectives: [String]
    }

    /// In no order that means anything.
    static let states: [State] = lines.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: ":")
        guard parts.count == 2 else { return nil }
        let names = parts[1].split(separator: ",").map { String($0.drop { $0 == " " }) }
        return State(
            name: capitalised(names[0]), otherNames: Array(names.dropFirst()),
            adjectives: parts[0].split(separator: " ").map(String.init))
    }

    private static func capitalised(_ name: String) -> String {
        name.split(separator: " ").map { word in
            ["of", "the", "and"].contains(word)
                ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }

    /// The names of the state of an adjective, in small letters; empty when it is none of these.
    static func names(ofAdjective adjective: String) -> [String] {
        table[adjective.lowercased()] ?? []
    }

    /// The participants of a dossier, by index, that are the states of adjectives.
    static func statesOfAdjectives(in dossier: Dossier) -> [Word: Int] {
        var stateOfName: [String: Int] = [:]
        for (index, state) in dossier.participants.enumerated() where state.kind == .state {
            for name in [state.name] + state.aliases.map(\.text) {
                stateOfName[Office.words(of: name).joined(separator: " ")] = index
            }
        }
        var states: [Word: Int] = [:]
        for adjective in Nations.adjectives {
            let state = Nations.names(ofAdjective: adjective).lazy.compactMap { stateOfName[$0] }
            if let state = state.first { states[Word(adjective)] = state }
        }
        return states
    }

    /// All adjectives, in small letters.
    static var adjectives: [String] { table.keys.sorted() }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for state in states {
            for adjective in state.adjectives {
                table[adjective] = [state.name.lowercased()] + state.otherNames
            }
        }
        return table
    }()

    private static let lines = """
        american: united states,united states of america,america,us,usa
        british: united kingdom,britain,great britain,uk
        russian: russia,russian federation
        ukrainian: ukraine
        chinese: china,people's republic of china
        french: france
        german: germany
        italian: italy
        spanish: spain
        portuguese: portugal
        polish: poland
        dutch: netherlands,the netherlands
        belgian: belgium
        danish: denmark
        swedish: sweden
        norwegian: norway
        finnish: finland
        icelandic: iceland
        irish: ireland
        swiss: switzerland
        austrian: austria
        hungarian: hungary
        czech: czech republic,czechia
        slovak: slovakia
        slovenian: slovenia
        croatian: croatia
        serbian: serbia
        bosnian: bosnia and herzegovina,bosnia
        albanian: albania
        greek: greece
        bulgarian: bulgaria
        romanian: romania
        moldovan: moldova
        belarusian: belarus
        estonian: estonia
        latvian: latvia
        lithuanian: lithuania
        turkish: turkey,türkiye,turkiye
        georgian: georgia
        armenian: armenia
        azerbaijani azeri: azerbaijan
        kazakh: kazakhstan
        uzbek: uzbekistan
        iranian: iran,islamic republic of iran
        iraqi: iraq
        syrian: syria
        lebanese: lebanon
        israeli: israel
        palestinian: palestine
        jordanian: jordan
        saudi: saudi arabia
        north-korean: north korea,dprk
        south-korean: south korea
        korean: korea
        taiwanese: taiwan
        south-african: south africa
        sri-lankan: sri lanka
        new-zealand: new zealand
        mongolian: mongolia
        kyrgyz: kyrgyzstan
        tajik: tajikistan
        turkmen: turkmenistan
        cypriot: cyprus
        maltese: malta
        montenegrin: montenegro
        macedonian: north macedonia,macedonia
        bahraini: bahrain
        panamanian: panama
        guatemalan: guatemala
        nicaraguan: nicaragua
        honduran: honduras
        salvadoran: el salvador
        laotian: laos
        emirati: united arab emirates,uae
        qatari: qatar
        kuwaiti: kuwait
        omani: oman
        yemeni: yemen
        egyptian: egypt
        libyan: libya
        tunisian: tunisia
        algerian: algeria
        moroccan: morocco
        sudanese: sudan
        ethiopian: ethiopia
        eritrean: eritrea
        somali: somalia
        kenyan: kenya
        ugandan: uganda
        rwandan: rwanda
        congolese: democratic republic of the congo,congo
        nigerian: nigeria
        ghanaian: ghana
        senegalese: senegal
        malian: mali
        zimbabwean: zimbabwe
        angolan: angola
        mozambican: mozambique
        indian: india
        pakistani: pakistan
        bangladeshi: bangladesh
        afghan: afghanistan
        nepalese nepali: nepal
        japanese: japan
        indonesian: indonesia
        malaysian: malaysia
        singaporean: singapore
        thai: thailand
        vietnamese: vietnam
        cambodian: cambodia
        burmese: myanmar,burma
        filipino philippine: philippines,the philippines
        australian: australia
        canadian: canada
        mexican: mexico
        cuban: cuba
        haitian: haiti
        venezuelan: venezuela
        colombian: colombia
        ecuadorian: ecuador
        peruvian: peru
        bolivian: bolivia
        chilean: chile
        argentine argentinian: argentina
        brazilian: brazil
        uruguayan: uruguay
        paraguayan: paraguay
        """
}
