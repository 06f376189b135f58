import Analysis

/// Words that spell one name of a person or a place of the dossier, in any script: Kyiv, Kiev, Київ.
/// Whoever looks for one means all of them.
struct NameSpellings: Sendable {
    struct Spelling: Hashable, Sendable {
        var folded: String
        /// As the dossier writes it.
        var written: String
    }

    /// By folded word; more than one name may be spelled so.
    private var groups: [String: [[Spelling]]] = [:]
    /// Shorter words are too near to others.
    private static let shortest = 3

    init(_ dossier: Dossier) {
        for person in dossier.participants where person.kind == .person {
            let surname = person.name.split(separator: " ").last.map(String.init)
            add(surname ?? person.name, person.aliases)
        }
        for place in dossier.places { add(place.name, place.aliases) }
    }

    /// The other spellings of what a folded word names, in the order of the dossier.
    func others(of word: String) -> [Spelling] {
        var others: [Spelling] = []
        for spelling in (groups[word] ?? []).joined()
        where spelling.folded != word && !others.contains(where: { $0.folded == spelling.folded }) {
            others.append(spelling)
        }
        return others
    }

    /// Names of one word that are near to `name`, or to one that is; and those in other scripts.
    private mutating func add(_ name: String, _ aliases: [Alias]) {
        guard let first = NameSpellings.spelling(name) else { return }
        let others = aliases.filter { !$0.isWeak }.compactMap { NameSpellings.spelling($0.text) }
        var group = [first]
        var rest = others.filter { $0.script == first.script }
        var next = 0
        while next < group.count {
            let here = group[next]
            group += rest.filter { NameSpellings.areNear($0, here) }
            rest.removeAll { NameSpellings.areNear($0, here) }
            next += 1
        }
        group += others.filter { $0.script != first.script }
        guard group.count > 1 else { return }
        for word in Set(group.map(\.folded)) { groups[word, default: []].append(group) }
    }

    /// Nil for a name of several words.
    private static func spelling(_ text: String) -> Spelling? {
        let words = WordScanner.words(in: text)
        guard words.count == 1, words[0].unicodeScalars.count >= shortest else { return nil }
        return Spelling(folded: words[0], written: text)
    }

    private static func areNear(_ a: Spelling, _ b: Spelling) -> Bool {
        let (left, right) = (Array(a.folded.unicodeScalars), Array(b.folded.unicodeScalars))
        return min(left.count, right.count) > shortest
            && Analysis.Spelling.slips(left, right) <= Analysis.Spelling.mostSlips
    }
}

extension NameSpellings.Spelling {
    fileprivate enum Script { case latin, cyrillic, other }

    /// By the first letter.
    fileprivate var script: Script {
        switch folded.unicodeScalars.first?.value ?? 0 {
        case ..<0x0370: .latin
        case 0x0400..<0x0530: .cyrillic
        default: .other
        }
    }
}
