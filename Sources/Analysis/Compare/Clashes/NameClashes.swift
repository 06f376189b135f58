import Intake

/// Names of one person, body or place that are spelled differently: Kiev and Kyiv, Yuri and Yury,
/// Stephen and Steve before the same surname.
struct NameClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let left = NameForms(pair.left, pair.dossier)
        let right = NameForms(pair.right, pair.dossier)
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for target in left.targets where right.words[target] != nil {
            for a in left.words(of: target) {
                for b in right.words(of: target) where differ(a, b, left, right) {
                    guard seen.insert("\(a.folded) \(b.folded)").inserted else { continue }
                    clashes.append(
                        pair.clash(
                            "name.\(target).\(min(a.folded, b.folded))", .name, .spelling,
                            left.claim(a.folded), right.claim(b.folded)))
                }
            }
        }
        return clashes
    }

    /// Variants of each other of which at least one article uses one only.
    private func differ(
        _ a: NameForms.Word, _ b: NameForms.Word, _ left: NameForms, _ right: NameForms
    ) -> Bool {
        guard a.folded != b.folded else { return false }
        if left.uses(b.folded) && right.uses(a.folded) { return false }
        let isGivenName = a.before != nil && a.before == b.before
        return isGivenName
            ? NameClashes.areGivenVariants(a.folded, b.folded)
            : NameClashes.areVariants(a.folded, b.folded)
    }

    /// Two given names before one surname: the same first letter, and neither a mere initial.
    static func areGivenVariants(_ a: String, _ b: String) -> Bool {
        a.unicodeScalars.first == b.unicodeScalars.first
            && min(a.unicodeScalars.count, b.unicodeScalars.count) > 2
    }

    /// The same first letter and at most two slips; an ending that is added is another word, not
    /// another spelling, unless it doubles the last letter (Donbas, Donbass).
    static func areVariants(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard short.count >= 4, a.first == b.first, long.count - short.count <= 2 else {
            return false
        }
        if long.starts(with: short) {
            return long.count == short.count + 1 && long.last == short.last
        }
        return slips(short, long) <= 2
    }

    /// Levenshtein's distance.
    private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}

/// The single words of which an article's names are made, by what they name, with their sentences.
private struct NameForms {
    struct Word: Hashable {
        var folded: String
        /// The word after it when it is the first of two: the surname behind a given name.
        var before: String?
    }

    private(set) var words: [String: Set<Word>] = [:]
    private(set) var targets: [String] = []
    private var claims: [String: Claim] = [:]

    init(_ column: Column, _ dossier: Dossier) {
        for mention in column.cast.mentions {
            let target = column.key(of: mention, dossier)
            if words[target] == nil { targets.append(target) }
            let texts = mention.tokens.map { column.reading.text(of: $0..<$0 + 1) }
            for (offset, token) in mention.tokens.enumerated() {
                guard column.reading.tokens[token].isWord else { continue }
                let folded = texts[offset].lowercased()
                let next = texts.count == 2 && offset == 0 ? texts[1].lowercased() : nil
                words[target, default: []].insert(Word(folded: folded, before: next))
                add(folded, column.reading.evidence(token..<token + 1), texts[offset])
            }
        }
    }

    private mutating func add(_ word: String, _ evidence: Evidence, _ text: String) {
        guard claims[word] != nil else {
            claims[word] = Claim(
                sentences: [evidence.sentence], range: evidence.range, text: text)
            return
        }
        if claims[word]?.sentences.last != evidence.sentence {
            claims[word]?.sentences.append(evidence.sentence)
        }
    }

    func words(of target: String) -> [Word] {
        (words[target] ?? []).sorted { ($0.folded, $0.before ?? "") < ($1.folded, $1.before ?? "") }
    }

    func uses(_ word: String) -> Bool { claims[word] != nil }

    func claim(_ word: String) -> Claim {
        claims[word] ?? Claim(sentences: [], range: 0..<0, text: word)
    }
}
