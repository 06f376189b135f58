import Queries

/// Where one stands on a screen, beyond its address: rows by what they are, since an archive that
/// has changed has them elsewhere.
///
/// Written a line each: `row 7 3 border-line` is what stood in row 7, from 0, with three rows shown
/// above it, `order silence` how the screen was set. What is not understood is passed over.
package struct Standing: Equatable, Sendable {
    /// A row one is on.
    struct Row: Equatable, Sendable {
        /// What it is; empty where nothing names it.
        var id: String
        /// Where it stood, for when it is gone.
        var index: Int
        /// How many rows were shown above it.
        var above = 0

        /// Where it stands now; nil where it is gone.
        func place(among ids: [String]) -> Int? {
            if id.isEmpty || ids[safe: index] == id { return id.isEmpty ? nil : index }
            return ids.firstIndex(of: id)
        }
    }

    /// In which list a row stands.
    enum Part: String, CaseIterable, Sendable {
        case row, column, sentence, beside, sources, people, points
    }

    /// How a screen is set or scrolled.
    enum Trait: String, CaseIterable, Sendable {
        case order, folded, opened, folds, others, pattern, why, focus, facet, passage, section,
            text,
            top
        case besideSection = "beside-section"
        case besideTop = "beside-top"
    }

    var rows: [Part: Row] = [:]
    var traits: [Trait: String] = [:]

    package init() {}

    var isEmpty: Bool { rows.isEmpty && traits.isEmpty }

    /// What is set at all, as `text` or as numbers.
    subscript(trait: Trait) -> String? {
        get { traits[trait] }
        set { traits[trait] = newValue }
    }

    subscript(part: Part) -> Row? {
        get { rows[part] }
        set { rows[part] = newValue }
    }

    func isSet(_ trait: Trait) -> Bool { traits[trait] == Standing.set }

    mutating func set(_ trait: Trait, if isSet: Bool) {
        traits[trait] = isSet ? Standing.set : nil
    }

    private static let set = "on"

    func numbers(_ trait: Trait) -> [Int] {
        traits[trait]?.split(separator: " ").compactMap { Standing.number($0) } ?? []
    }

    mutating func set(_ trait: Trait, to numbers: [Int]) {
        traits[trait] =
            numbers.isEmpty ? nil : numbers.map(String.init).joined(separator: " ")
    }

    // MARK: As text

    package var lines: [String] {
        Part.allCases.compactMap { part in
            rows[part].map { "\(part.rawValue) \($0.index) \($0.above) \($0.id)" }
        }
            + Trait.allCases.compactMap { trait in
                traits[trait].map { "\(trait.rawValue) \($0)" }
            }
    }

    /// Takes in what a line says; one that is not understood changes nothing.
    mutating func read(_ line: some StringProtocol) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2 else { return }
        if let part = Part(rawValue: String(words[0])) {
            let parts = words[1].split(
                separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let index = Standing.number(parts[0]),
                let above = Standing.number(parts[1])
            else { return }
            rows[part] = Row(id: String(parts[2]), index: index, above: above)
        } else if let trait = Trait(rawValue: String(words[0])) {
            traits[trait] = String(words[1])
        }
    }

    /// A number that a row of an archive can have.
    private static func number(_ text: some StringProtocol) -> Int? {
        Int(text).flatMap { (0...99_999_999).contains($0) ? $0 : nil }
    }
}

extension CitedSentence {
    /// Its article and its number, from 0.
    var placeID: String { "\(articleID) \(sentence)" }
}

extension ListCursor {
    /// The row one is on, by what it is.
    func row(_ id: String?) -> Standing.Row {
        Standing.Row(id: id ?? "", index: index, above: max(0, index - top))
    }

    /// Goes to a row at the height it had; where it is gone, to the one in its place.
    mutating func stand(on row: Standing.Row, among ids: [String]) {
        index = row.place(among: ids) ?? row.index
        move(by: 0, count: ids.count)
        top = max(0, index - row.above)
    }
}
