import Analysis
import Queries

/// What a fact on which articles differ is called: keys such as `version.army-cap` are for
/// programs, "Size of the army: in which draft" is for people.
enum FactName {
    /// The fact's name; of a figure that is ascribed to different drafts it is the version that
    /// differs, not the figure.
    static func words(_ fact: Disagreement, labels: Labels) -> String {
        let name = words(fact.about, labels: labels)
        if fact.kind == .version && fact.about == "plan.points" { return name + ": in which draft" }
        // A state goes by its capital: what is spelled otherwise is that.
        if fact.about.hasPrefix("name."), let first = fact.values.first?.text,
            !fact.values.contains(where: { name.contains($0.text) })
        {
            return "Spelling: " + first
        }
        return labels.events[fact.scope].map { "\(name), \($0.name)" } ?? name
    }

    static func words(_ about: String, labels: Labels) -> String {
        let parts = about.split(separator: ".").map(String.init)
        guard let first = parts.first else { return about }
        let rest = Array(parts.dropFirst())
        switch first {
        case "name" where rest.count > 1: return "Spelling: " + target(rest.dropLast(), labels)
        case "name": return "Spelling: " + target(rest[...], labels)
        case "office": return "Office of " + target(rest[...], labels)
        case "version": return target(rest[...], labels) + ": in which draft"
        case "place" where !rest.isEmpty: return "Place of " + target(rest[...], labels)
        case "date" where !rest.isEmpty, "day" where !rest.isEmpty:
            return "Day of " + target(rest[...], labels)
        default: break
        }
        if rest.count < 2, let event = labels.events[first]?.name {
            let matter = rest.first.map { capitalized(SentenceNotes.words(ofKey: $0)) }
            return "\(matter ?? "Day") of \(event)"
        }
        if about == "plan.points" { return "Points of the plan" }
        if about == "deadline" { return "Deadline for a deal" }
        // A figure beside a point, in singular units or a currency.
        if rest.count == 1, let point = labels.points[first]?.name, !rest[0].hasSuffix("s") {
            let unit = rest[0].allSatisfy(\.isLowercase) ? rest[0] + "s" : rest[0]
            return "\(point), in \(unit)"
        }
        if let kind = rest.last, let words = special(kind, of: parts, labels) { return words }
        if rest.count == 1, labels.participants[first] != nil,
            let matter = labels.points[rest[0]]?.name ?? labels.topics[rest[0]]?.name
        {
            return "\(labels.participant(first)): \(matter)"
        }
        return capitalized(target(parts[...], labels))
    }

    /// What a figure is of, beside the figure's own words, which say the unit: "600,000 troops" is
    /// of "Size of the army". Nil where they say all: "sixth visit".
    static func matter(ofFigure about: String, labels: Labels) -> String? {
        let parts = about.split(separator: ".").map(String.init)
        guard let first = parts.first, parts.last != "ordinal" else { return nil }
        if parts.count == 2, let point = labels.points[first]?.name { return point }
        return words(about, labels: labels)
    }

    /// Kinds of facts whose key names the rule and not the fact.
    private static func special(_ kind: String, of parts: [String], _ labels: Labels) -> String? {
        let whose = target(parts.dropLast(), labels)
        switch kind {
        case "age": return "Age of \(whose)"
        case "duration": return "Length of the \(whose)"
        case "demands":
            let topic = labels.topic(parts.dropFirst().dropLast().joined(separator: "."))
            return "Demands of \(target(parts.prefix(1), labels)): \(topic)"
        case "receipt": return "Whether \(whose) has received a paper"
        case "scope":
            // "visit.ordinal.scope": the third visit, but of what?
            let counted = parts.prefix { $0 != "ordinal" && $0 != "scope" }
            return capitalized(target(counted, labels)) + "s: which are counted"
        case "points" where parts.first == "plan":
            return "Points of the \(parts.dropFirst().dropLast().joined(separator: " ")) plan"
        default:
            guard parts.count >= 3, parts[parts.count - 2] == "quote" else { return nil }
            return "Remark by " + target(parts.dropLast(2), labels)
        }
    }

    /// What is said of it, each only once, as it is written first.
    static func values(_ texts: [String], of about: String, labels: Labels) -> [String] {
        var known: Set<String> = []
        return texts.map { value($0, of: about, labels: labels) }
            .filter { known.insert(SpelledNumber.inDigits($0)).inserted }
    }

    /// What an article says of it, without the words that the fact's name says already:
    /// "Ukraine rejects NATO membership" is "rejects" in the row "Ukraine: NATO membership".
    static func value(_ text: String, of about: String, labels: Labels) -> String {
        let parts = about.split(separator: ".").map(String.init)
        if about == "plan.points" {
            for noun in [" points", " point", "-point", "‑point"] where text.hasSuffix(noun) {
                return String(text.dropLast(noun.count))
            }
        }
        // What is demanded of a place need not be the place: a freeze there is a demand as well.
        if parts.last == "demands" { return "on " + text }
        guard parts.count == 2, let holder = labels.participants[parts[0]]?.name,
            text.hasPrefix(holder + " ")
        else { return surnamed(text, labels) }
        let rest = text.dropFirst(holder.count + 1)
        guard let point = labels.points[parts[1]]?.name, rest.hasSuffix(" " + point) else {
            return String(rest)
        }
        return String(rest.dropLast(point.count + 1))
    }

    /// A person at the beginning goes by the surname: there is little room for values.
    private static func surnamed(_ text: String, _ labels: Labels) -> String {
        let first = text.utf8.first
        guard text.first?.isUppercase == true,
            let person = labels.participants.values.first(where: {
                $0.name.utf8.first == first && $0.kind == .person
                    && text.hasPrefix($0.name + " ")
            }), let surname = person.name.split(separator: " ").last
        else { return text }
        return String(surname) + text.dropFirst(person.name.count)
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
    /// "2 contradictions", "7 of another version": what the facts that follow are.
    ///
    /// Of the facts so many are remarks that are quoted in different words.
    func heading(_ count: Int, remarks: Int = 0) -> String {
        switch self {
        case .contradiction: return Wording.counted(count, "contradiction")
        case .laterVersion: return "\(Wording.number(count)) of another version"
        case .otherTime: return "\(Wording.number(count)) of another time"
        case .spelling:
            let what =
                remarks == 0
                ? "names spelled or styled"
                : remarks < count ? "names or remarks worded" : "remarks worded"
            return "\(Wording.number(count)) of \(what) otherwise"
        }
    }
}
