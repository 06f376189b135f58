import Intake

/// Who holds an office of a state by the dossier's account: "the French president" on a day.
///
/// It answers only where the dossier has one holder on the days in question, and only for offices
/// that one person holds at a time.
struct OfficeHolders: Sendable {
    fileprivate struct Tenure: Sendable {
        var state: Int
        var person: Int
        var office: Office
        var from: Day?
        var until: Day?
    }

    private let tenures: [Tenure]
    private let nations: Set<String>
    /// The state that an adjective of nationality belongs to.
    private let stateOfAdjective: [Word: Int]

    init(dossier: Dossier) {
        var states: [(names: [[String]], index: Int)] = []
        var nations: Set<String> = []
        for (index, participant) in dossier.participants.enumerated()
        where participant.kind == .state {
            let names = ([participant.name] + participant.aliases.map(\.text)).map(Office.words)
            states.append((names, index))
            for name in names { nations.formUnion(name) }
        }
        self.nations = nations
        stateOfAdjective = Nations.statesOfAdjectives(in: dossier)
        var tenures: [Tenure] = []
        for (person, participant) in dossier.participants.enumerated()
        where participant.kind == .person {
            for role in participant.roles {
                let words = Office.words(of: role.title)
                let state =
                    states.first { $0.names.contains { OfficeHolders.holds(words, $0) } }?.index
                    ?? dossier.participants.firstIndex {
                        $0.kind == .state && $0.id == participant.partOf
                    }
                guard let state, let office = Office(words: words, nations: nations) else {
                    continue
                }
                tenures.append(
                    Tenure(
                        state: state, person: person, office: office, from: role.from,
                        until: role.until))
            }
        }
        self.tenures = tenures
    }

    private static func holds(_ words: [String], _ part: [String]) -> Bool {
        guard !part.isEmpty, part.count <= words.count else { return false }
        return (0...words.count - part.count).contains {
            words[$0..<$0 + part.count].elementsEqual(part)
        }
    }

    /// The participant who holds the office that tokens describe, "the U.S. president", on the
    /// article's day; nil when they name no office of one state, or when not exactly one fits.
    func holder(of tokens: Range<Int>, in reading: Reading, cast: Cast) -> Int? {
        guard !tenures.isEmpty, let first = tokens.first,
            !OfficeHolders.indefinite.contains(reading.word(first))
        else { return nil }
        var state: Int?
        var words: [String] = []
        for index in tokens where reading.tokens[index].isWord {
            if let found = self.state(at: index, reading, cast) {
                guard state == nil || state == found else { return nil }
                state = found
            } else {
                words.append(reading.text(of: index..<index + 1))
            }
        }
        guard let state, let office = Office(words: words, nations: nations) else { return nil }
        let published = reading.article.published
        let holders = tenures.filter { tenure in
            tenure.state == state && tenure.office.agrees(with: office)
                && tenure.office.matter.isEmpty == office.matter.isEmpty
                && (published.map { tenure.isHeld(on: $0) } ?? true)
        }
        let people = Set(holders.map(\.person))
        return people.count == 1 ? people.first : nil
    }

    private static let indefinite = WordSet(
        "a an any every each no another one former then some many two three his her their its")

    private func state(at index: Int, _ reading: Reading, _ cast: Cast) -> Int? {
        if let state = stateOfAdjective[reading.word(index)] { return state }
        guard case .participant(let participant) = cast.mention(at: index)?.target,
            tenures.contains(where: { $0.state == participant })
        else { return nil }
        return participant
    }
}

extension OfficeHolders.Tenure {
    /// Whether it was held on all days the date can mean; a bound that is not known is none.
    fileprivate func isHeld(on date: PublicationDate) -> Bool {
        (from.map { $0 <= date.day } ?? true) && (until.map { date.lastDay <= $0 } ?? true)
    }
}
