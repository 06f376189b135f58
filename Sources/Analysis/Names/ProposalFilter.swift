/// Which names of a rule's finding are offered for a dossier: whole names, cleanly cut, of nobody
/// the dossier has. What it holds back stays a finding of its article.
package struct ProposalFilter: Sendable {
    private var ids: Set<String> = []
    private var names: Set<String> = []
    /// The names of people by the first letter of the surname, to be compared with misspellings.
    private var people: [UInt8: [[String]]] = [:]

    package init(dossier: Dossier) {
        for participant in dossier.participants {
            ids.insert(participant.id)
            add(participant.aliases.filter { !$0.isWeak }.map(\.text) + [participant.name])
            guard participant.kind == .person else { continue }
            for name in [participant.name] + participant.aliases.map(\.text) {
                let words = ProposalFilter.words(of: name)
                guard words.count > 1, let initial = words.last?.utf8.first else { continue }
                people[initial, default: []].append(words)
            }
        }
        for outlet in dossier.outlets {
            ids.insert(outlet.id)
            add(outlet.aliases.filter { !$0.isWeak }.map(\.text) + [outlet.name])
        }
    }

    private mutating func add(_ forms: [String]) {
        for form in forms { names.insert(ProposalFilter.words(of: form).joined(separator: " ")) }
    }

    /// Whether `name`, found under `id`, is one to offer.
    package func offers(_ name: String, id: String, _ kind: OwnDossier.Entry.Kind) -> Bool {
        let words = ProposalFilter.words(of: name)
        guard !ids.contains(id), !names.contains(words.joined(separator: " ")),
            !ProposalFilter.isGlued(name)
        else { return false }
        let tokens = Tokeniser.tokens(of: name, lexicon: .english)
        switch kind {
        case .person:
            return words.count > 1 && !ProposalFilter.isShouted(name)
                && ProposalFilter.isPersonal(tokens) && !isMisspelt(words)
        case .body: return ProposalFilter.isBody(tokens)
        case .outlet: return tokens.allSatisfy { $0.classes.isDisjoint(with: .dates) }
        }
    }

    // MARK: Shapes

    /// "TrumpGOP": a page ran two words together. "McCain", "DeVos", "FitzGerald" are names.
    private static func isGlued(_ name: String) -> Bool {
        var letters = 0
        var isSmall = false
        for scalar in name.unicodeScalars {
            if scalar.properties.isUppercase {
                if isSmall, letters > 4 || letters == 4 && !name.contains("Fitz") { return true }
                isSmall = false
                letters += 1
            } else if scalar.properties.isAlphabetic {
                isSmall = true
                letters += 1
            } else {
                letters = 0
                isSmall = false
            }
        }
        return false
    }

    /// Capitals only, as headings and transcripts have them.
    private static func isShouted(_ name: String) -> Bool {
        name.contains { $0.isUppercase } && !name.contains { $0.isLowercase }
    }

    /// No office or body inside, and not a first name behind the surname, as lists have them
    /// ("Bob Corker Robert").
    private static func isPersonal(_ tokens: [Token]) -> Bool {
        let words = tokens.filter(\.isWord)
        let inner: WordClass = [
            .title, .bodyWord, .outletWord, .notPersonal, .planWord, .groupNoun,
        ]
        guard
            words.allSatisfy({
                $0.classes.contains(.givenName)
                    || $0.classes.isDisjoint(with: inner.union(.dates)) || !$0.isCapitalised
            })
        else { return false }
        guard words.count > 2, let first = words.first, let last = words.last else { return true }
        let middle = words.dropFirst().dropLast()
        return
            !(first.classes.contains(.givenName) && last.classes.contains(.givenName)
            && middle.contains { $0.end - $0.start > 2 && !$0.classes.contains(.givenName) })
    }

    /// Neither begun too early ("Former Republican National Committee") nor ended too late
    /// ("University of Virginia on Friday"), and no two of them.
    private static func isBody(_ tokens: [Token]) -> Bool {
        let words = tokens.filter(\.isWord)
        guard let first = words.first, !first.classes.contains(.preposition),
            !early.contains(first.word)
        else { return false }
        for (index, token) in words.enumerated() {
            if !token.classes.isDisjoint(with: .dates) { return false }
            guard index > 0, index + 1 < words.count else { continue }
            let isOffice = token.classes.contains(.title)
            if isOffice, words[index + 1].classes.contains(.givenName) { return false }
            // "House and Senate".
            if words.count == 3, token.word == and { return false }
        }
        return true
    }

    private static let early = WordSet("former top senior new acting our the this that")
    private static let and = Word("and")

    // MARK: Spellings

    /// Whether the first names begin alike and the surnames differ by two letters at most from
    /// those of somebody the dossier has.
    private func isMisspelt(_ words: [String]) -> Bool {
        guard let initial = words.last?.utf8.first else { return false }
        return (people[initial] ?? []).contains { known in
            guard let surname = known.last, let own = words.last, surname.utf8.count > 4,
                known[0].utf8.prefix(3).elementsEqual(words[0].utf8.prefix(3)),
                abs(surname.utf8.count - own.utf8.count) <= Spelling.mostSlips
            else { return false }
            return Spelling.slips(Array(surname.utf8), Array(own.utf8)) <= Spelling.mostSlips
        }
    }

    /// The words of a name in small letters, without marks and a leading article.
    private static func words(of name: String) -> [String] {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        let all = words.map(String.init)
        return all.count > 1 && all[0] == "the" ? Array(all.dropFirst()) : all
    }
}

extension WordClass {
    fileprivate static let dates: WordClass = [.weekday, .month]
}
