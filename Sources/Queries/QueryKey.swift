import Analysis

/// What may stand before a colon in a typed query.
package enum QueryKey: String, CaseIterable, Sendable {
    case source, cites, actor, speaker, point, stance, draft, title, lang, saved
    case `is`, has, before, after, on, known

    /// For the list of fields, in 20 columns at most: "who published it".
    package var summary: String {
        switch self {
        case .source: "who published it"
        case .cites: "an outlet it names"
        case .actor: "person, state, body"
        case .speaker: "who is quoted"
        case .point: "a point or a topic"
        case .stance: "rejects, demands…"
        case .draft: "version of the plan"
        case .title: "words or /pattern/"
        case .lang: "language: en, ru"
        case .saved: "a search you keep"
        case .is: "unread, marked…"
        case .has: "quote, clash"
        case .before: "2025-12-02 or 2025"
        case .after: "2025-12-02 or 2025"
        case .on: "2025-12-02 or 2025"
        case .known: "all as on 2025-12-02"
        }
    }

    /// The only values it knows, or nil where the archive has them.
    package var fixedValues: [String]? {
        switch self {
        case .is: Query.Mark.allCases.map(\.rawValue)
        case .has: Query.Trait.allCases.map(\.rawValue)
        case .stance: StanceFinding.Label.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// The field of the archive it stands for; nil for marks, traits and dates.
    package var field: Query.Field? { Query.Field(rawValue: rawValue) }

    init?(typed name: String) {
        self.init(rawValue: name.lowercased())
    }
}

/// The candidate that `typed` was probably meant to be: one that begins so, or one at most two
/// slips away (a letter too many, too few, another, or two swapped); nil when none is near.
package func nearest(to typed: String, among candidates: [String]) -> String? {
    let typed = typed.lowercased()
    guard !typed.isEmpty, typed.utf8.count <= 24 else { return nil }
    if let longer = candidates.first(where: { $0.hasPrefix(typed) }) { return longer }
    let allowed = typed.utf8.count < 4 ? 1 : 2
    // Of thousands of names few are about as long.
    let near = candidates.filter { abs($0.utf8.count - typed.utf8.count) <= allowed }
    let ranked = near.map { (slips(typed, $0), $0) }.filter { $0.0 <= allowed }
    return ranked.min { $0.0 < $1.0 }?.1
}

/// The optimal string alignment distance of two short strings.
private func slips(_ left: String, _ right: String) -> Int {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) {
        var row = [i] + Array(repeating: 0, count: b.count)
        for j in 1..<(b.count + 1) {
            let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], rows[i - 2][j - 2] + 1)
            }
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}
