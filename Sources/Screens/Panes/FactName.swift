import Analysis
import Queries

/// What a fact on which articles differ is called: keys such as `version.army-cap` are for
/// programs, "Size of the army: which version" is for people.
enum FactName {
    static func words(_ about: String, labels: Labels) -> String {
        let parts = about.split(separator: ".").map(String.init)
        guard let first = parts.first else { return about }
        let rest = Array(parts.dropFirst())
        switch first {
        case "name" where rest.count > 1: return "Spelling: " + target(rest.dropLast(), labels)
        case "name": return "Spelling: " + target(rest[...], labels)
        case "office": return "Office of " + target(rest[...], labels)
        case "version": return target(rest[...], labels) + ": version"
        case "place" where !rest.isEmpty: return "Place of " + target(rest[...], labels)
        case "date" where !rest.isEmpty, "day" where !rest.isEmpty:
            return "Day of " + target(rest[...], labels)
        default: break
        }
        if about == "plan.points" { return "Points of the plan" }
        if rest.count == 1, labels.participants[first] != nil, labels.points[rest[0]] != nil {
            return "\(labels.participant(first)): \(labels.point(rest[0]))"
        }
        return capitalized(target(parts[...], labels))
    }

    /// The name of what a key means, whichever part of the dossier has it.
    private static func target(_ parts: ArraySlice<String>, _ labels: Labels) -> String {
        let id = parts.joined(separator: ".")
        let last = parts.last ?? id
        if let name = labels.participants[id]?.name ?? labels.points[id]?.name { return name }
        if let name = labels.events[id]?.name ?? labels.events[last]?.name { return name }
        if let name = labels.places[last] ?? labels.outlets[id]?.name { return name }
        return SentenceNotes.words(ofKey: id)
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Comparison.Clash.Relation {
    /// "2 contradict each other", "7 speak of another version".
    func heading(_ count: Int) -> String {
        let number = Wording.number(count)
        return switch self {
        case .contradiction: "\(number) \(count == 1 ? "contradicts" : "contradict")"
        case .laterVersion: "\(number) \(count == 1 ? "speaks" : "speak") of another version"
        case .otherTime: "\(number) \(count == 1 ? "speaks" : "speak") of another time"
        case .spelling:
            "\(number) \(count == 1 ? "spells or styles" : "spell or style") a name otherwise"
        }
    }
}

/// Facts under a heading for each way in which they differ.
enum FactTable {
    enum Row: Equatable {
        case heading(String)
        /// The index of a fact.
        case fact(Int)
    }

    /// The facts in their order, a heading where the relation changes.
    static func rows(_ facts: [Disagreement]) -> [Row] {
        var rows: [Row] = []
        for (index, fact) in facts.enumerated() {
            if index == 0 || facts[index - 1].relation != fact.relation {
                let count = facts.count { $0.relation == fact.relation }
                rows.append(.heading(fact.relation.heading(count)))
            }
            rows.append(.fact(index))
        }
        return rows
    }
}
