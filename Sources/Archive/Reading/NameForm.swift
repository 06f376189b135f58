import Analysis

/// How names are compared: folded, without a leading article.
enum NameForm {
    static func folded(_ name: String) -> String {
        let words = WordScanner.words(in: name)
        let isLong = words.count > 1 && words.first == "the"
        return (isLong ? Array(words.dropFirst()) : words).joined(separator: " ")
    }

    /// True when a word of `form` begins with `start`.
    static func hasWord(beginningWith start: String, in form: String) -> Bool {
        form.hasPrefix(start) || form.contains(" " + start)
    }

    /// True when the words of `run` stand in `form`, whole and in a row.
    static func holds(_ run: String, _ form: String) -> Bool {
        (" " + form + " ").contains(" " + run + " ")
    }
}

/// The keys of a column that a name stands for, by the dossier: ids with all their names.
struct DossierNames {
    private var forms: [(key: String, forms: [String])] = []

    init(_ column: Column, _ dossier: Dossier) {
        switch column {
        case .source, .cited: add(outlets: dossier)
        case .actor: add(participants: dossier)
        case .speaker:
            add(participants: dossier)
            add(outlets: dossier)
        case .point:
            let topics = Dictionary(
                dossier.topics.map { ($0.id, [$0.id, $0.name]) },
                uniquingKeysWith: { first, _ in first })
            for point in dossier.points {
                add(point.id, [point.name] + (topics[point.topic] ?? []))
            }
        case .draft:
            for draft in dossier.drafts {
                add(draft.id, [draft.title] + draft.aliases.map(\.text))
            }
        case .day, .language, .trait, .stance, .proposal, .claim, .sketch, .copies, .telling, .link,
            .wording:
            break
        case .proposedPerson, .proposedBody, .proposedOutlet: break
        }
    }

    private mutating func add(outlets dossier: Dossier) {
        for outlet in dossier.outlets {
            add(outlet.id, [outlet.name] + outlet.aliases.map(\.text) + outlet.domains)
        }
    }

    private mutating func add(participants dossier: Dossier) {
        for participant in dossier.participants {
            add(participant.id, [participant.name] + participant.aliases.map(\.text))
        }
    }

    private mutating func add(_ key: String, _ names: [String]) {
        forms.append((key, ([key] + names).map(NameForm.folded)))
    }

    /// Keys of entries with a form that `fits`.
    func keys(where fits: (String) -> Bool) -> Set<String> {
        var keys: Set<String> = []
        for entry in forms where entry.forms.contains(where: fits) { keys.insert(entry.key) }
        return keys
    }
}
