/// Which state an adjective of nationality belongs to: "French", France.
enum Nations {
    /// The names of the state of an adjective, in small letters; empty when it is none of these.
    static func names(ofAdjective adjective: String) -> [String] {
        table[adjective.lowercased()] ?? []
    }

    /// All adjectives, in small letters.
    static var adjectives: [String] { table.keys.sorted() }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: ":")
            guard parts.count == 2 else { continue }
            let names = parts[1].split(separator: ",").map { word in
                String(word.drop { $0 == " " })
            }
            for adjective in parts[0].split(separator: " ") {
                table[String(adjective)] = names
            }
        }
        return table
    }()

    private static let lines = """
        american: united states,united states of america,america
        british: united kingdom,britain,great britain
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
