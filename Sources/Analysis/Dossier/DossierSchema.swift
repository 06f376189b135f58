/// The tables and keys a dossier may have; `docs/dossier.md` says what they mean.
enum DossierSchema {
    /// What a key's value must be.
    enum Kind {
        /// Small letters, digits and single hyphens.
        case id
        /// A text that is not blank.
        case text
        case number
        case flag
        case day
        /// A day, or in quotes a month or year, each with an optional "~".
        case date
        case choice([String])
        case texts
        case roles
    }

    struct Key {
        var name: String
        var kind: Kind
        var isRequired: Bool
    }

    /// In the order the documentation has them.
    static let tables: [(name: String, keys: [Key])] = [
        (
            "dossier",
            [need("id", .id), need("title", .text), may("description", .text)]
        ),
        ("topic", [need("id", .id), need("name", .text), may("scope", .text)]),
        (
            "point",
            [
                need("id", .id), need("name", .text), need("topic", .id),
                may("provision", .text), may("cues", .texts), may("outside_drafts", .flag),
            ]
        ),
        (
            "draft",
            [
                need("id", .id), need("title", .text), may("points", .number),
                may("points_certain", .flag), may("date", .date), may("date_note", .text),
                may("kind", .text), may("public", .text), may("authors", .texts),
                may("aliases", .texts), may("weak", .texts), may("summary", .text),
                may("sources", .texts),
            ]
        ),
        (
            "provision",
            [
                need("draft", .id), need("n", .number), need("title", .text),
                need("text", .text), need("points", .texts),
                may("change", .choice(fates)), may("state", .text), may("certain", .flag),
                may("sources", .texts),
            ]
        ),
        (
            "concordance",
            [
                need("from_draft", .id), need("to_draft", .id), may("from", .number),
                may("to", .number), need("change", .choice(fates)), may("note", .text),
            ]
        ),
        (
            "event",
            [
                need("id", .id), need("name", .text), need("first", .day), may("last", .day),
                may("place", .text), may("who", .texts), need("what", .text),
                may("aliases", .texts), may("weak", .texts), may("note", .text),
                may("sources", .texts),
            ]
        ),
        (
            "actor",
            [
                need("id", .id), need("name", .text),
                need("kind", .choice(Participant.Kind.allCases.map(\.rawValue))),
                may("part_of", .id), may("roles", .roles), may("roles_checked", .flag),
                may("aliases", .texts), may("weak", .texts), may("not_this", .texts),
                may("metonyms", .texts), may("note", .text), may("sources", .texts),
            ]
        ),
        (
            "place",
            [
                need("id", .id), need("name", .text), may("aliases", .texts),
                may("weak", .texts), may("not_this", .texts), may("note", .text),
            ]
        ),
        (
            "outlet",
            [
                need("id", .id), need("name", .text), may("country", .text),
                may(
                    "owner",
                    .choice(["state", "public", "private", "nonprofit", "cooperative", "party"])),
                may(
                    "medium",
                    .choice(["agency", "newspaper", "broadcaster", "magazine", "site", "network"])),
                may("domains", .texts), may("aliases", .texts), may("weak", .texts),
                may("not_this", .texts), may("note", .text), may("sources", .texts),
            ]
        ),
    ]

    private static let fates = ConcordanceRow.Fate.allCases.map(\.rawValue)

    static let roleKeys: [Key] = [need("title", .text), may("from", .day), may("until", .day)]

    private static func need(_ name: String, _ kind: Kind) -> Key {
        Key(name: name, kind: kind, isRequired: true)
    }

    private static func may(_ name: String, _ kind: Kind) -> Key {
        Key(name: name, kind: kind, isRequired: false)
    }

    /// `". Did you mean x?"` when one of `known` is close to `word`, else nothing.
    static func suggestion(for word: String, among known: [String]) -> String {
        let close = known.map { ($0, editDistance(word, $0)) }.min { $0.1 < $1.1 }
        guard let (name, distance) = close, distance <= max(1, min(3, word.count / 3)) else {
            return ""
        }
        return ". Did you mean \"\(name)\"?"
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func editDistance(_ left: String, _ right: String) -> Int {
        let left = Array(left.prefix(64))
        let right = Array(right.prefix(64))
        var rows = [Array(0...right.count)]
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            for (j, b) in right.enumerated() {
                var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
