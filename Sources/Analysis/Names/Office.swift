/// An office taken apart: what its holder is, in which matter, and whether as a deputy.
struct Office: Hashable {
    enum Function: Hashable {
        case president, premier, chancellor, minister, officer, ambassador, speaker, supremeLeader
    }

    var function: Function
    var isDeputy: Bool
    /// The words that tell it from others of its function: "foreign", "army"; small letters.
    var matter: Set<String>

    /// Nil for words that name no office that one person holds at a time, such as "aide".
    /// `nations` are the words of states, which tell nothing between offices of one person.
    init?(words: [String], nations: Set<String>) {
        let words = words.map { $0.lowercased() }
        let end = words.firstIndex { Office.links.contains($0) } ?? words.count
        guard let last = words[..<end].last(where: { !Office.modifiers.contains($0) }),
            var function = Office.functions[last],
            function != .supremeLeader || words[..<end].contains("supreme"),
            Office.exempt.isDisjoint(with: words)
        else { return nil }
        if function == .minister, words[..<end].contains("prime") { function = .premier }
        matter = Set(
            words.filter { word in
                Office.functions[word] == nil && !Office.empty.contains(word)
                    && !nations.contains(word)
            }.map { Office.synonyms[$0] ?? $0 })
        // The US Secretary of State minds foreign affairs; elsewhere "state" adds nothing.
        if matter.remove("state") != nil, matter.isEmpty { matter = ["foreign"] }
        if last == "secretary" {
            guard !matter.contains("press") else { return nil }
            function = matter.isDisjoint(with: Office.bodies) ? .minister : .officer
        }
        self.function = function
        isDeputy = words[..<end].contains { Office.deputies.contains($0) }
    }

    /// Whether both can be one office, told more or less fully.
    func agrees(with other: Office) -> Bool {
        function == other.function && isDeputy == other.isDeputy
            && (matter.isSubset(of: other.matter) || other.matter.isSubset(of: matter))
    }

    /// Words of a dossier's text: letters, digits and inner hyphens and points. A comma parts an
    /// office from its matter as "of" does.
    static func words(of text: String) -> [String] {
        text.lowercased().replacing(",", with: " of ").split {
            !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".")
        }
        .flatMap { word in word == "-" ? [] : [String(word)] }
        .map { word in word.hasSuffix(".") ? String(word.dropLast()) : word }
    }

    private static let functions: [String: Function] = [
        "president": .president, "premier": .premier, "chancellor": .chancellor,
        "minister": .minister, "secretary": .minister, "ambassador": .ambassador,
        "speaker": .speaker, "leader": .supremeLeader,
    ]
    private static let functionWords = WordSet(Array(functions.keys))

    /// Whether a word names a function; no office is without one.
    static func isFunction(_ word: Word) -> Bool { functionWords.contains(word) }

    private static let links: Set<String> = ["of", "for", "to"]
    /// Words behind the function that change nothing: "Secretary General".
    private static let modifiers: Set<String> = ["general", "designate"]
    private static let deputies: Set<String> = ["deputy", "vice", "under", "assistant"]
    private static let bodies: Set<String> = [
        "council", "committee", "party", "general", "alliance", "cabinet", "permanent", "union",
        "commission",
    ]
    /// Those who do not hold the office, or no longer, or not yet.
    static let exempt: Set<String> = [
        "former", "ex", "then", "late", "elect", "designate", "nominee", "candidate", "outgoing",
        "incoming", "onetime", "ousted", "deposed", "acting", "interim", "honorary", "shadow",
        "would-be", "self-proclaimed", "de-facto", "past", "future", "next", "previous", "retired",
    ]
    private static let empty: Set<String> = [
        "of", "for", "to", "the", "a", "an", "and", "affairs", "ministry", "department", "first",
        "deputy", "vice", "under", "assistant", "prime", "mr", "mrs", "ms", "mme", "his", "her",
        "its", "their", "our", "country", "federal", "republic", "kingdom", "states", "united",
        "top", "senior", "chief", "u.s", "us", "u.k", "uk", "eu",
    ]
    /// The same matter by other words.
    private static let synonyms: [String: String] = [
        "defense": "defence", "war": "defence", "treasury": "finance", "home": "interior",
        "external": "foreign", "ecology": "environment",
    ]
}
