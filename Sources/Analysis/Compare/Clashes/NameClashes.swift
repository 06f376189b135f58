import Intake

/// Names of one person, body or place that are spelled differently: Kiev and Kyiv, Yuri and Yury,
/// Stephen and Steve before the same surname.
struct NameClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        let left = Dictionary(grouping: pair.left, by: \.about)
        let right = Dictionary(grouping: pair.right, by: \.about)
        var clashes: [Comparison.Clash] = []
        var done: Set<String> = []
        for claim in pair.left where done.insert(claim.about).inserted {
            guard let here = left[claim.about], let there = right[claim.about] else { continue }
            var seen: Set<[String]> = []
            for a in NameClashes.ordered(here) {
                for b in NameClashes.ordered(there) where differ(a, b) {
                    // Where both articles use both, neither spells it otherwise.
                    if here.contains(where: { $0.value == b.value }),
                        there.contains(where: { $0.value == a.value })
                    {
                        continue
                    }
                    guard seen.insert([a.value, b.value]).inserted else { continue }
                    clashes.append(
                        pair.clash(
                            "name.\(claim.about).\(min(a.value, b.value))", .name, .spelling, a, b))
                }
            }
        }
        return clashes
    }

    private static func ordered(_ claims: [Claim]) -> [Claim] {
        claims.sorted { ($0.value, $0.detail ?? "") < ($1.value, $1.detail ?? "") }
    }

    /// Variants of each other.
    private func differ(_ a: Claim, _ b: Claim) -> Bool {
        guard a.value != b.value else { return false }
        let isGivenName = a.detail != nil && a.detail == b.detail
        return isGivenName
            ? NameClashes.areGivenVariants(a.value, b.value)
            : NameClashes.areVariants(a.value, b.value)
    }

    /// Two given names before one surname: the same first letter, and neither a mere initial.
    static func areGivenVariants(_ a: String, _ b: String) -> Bool {
        a.unicodeScalars.first == b.unicodeScalars.first
            && min(a.unicodeScalars.count, b.unicodeScalars.count) > 2
    }

    /// The same first letter and at most two slips; an ending that is added is another word, not
    /// another spelling, unless it doubles the last letter (Donbas, Donbass).
    static func areVariants(_ a: String, _ b: String) -> Bool {
        guard a.utf8.first == b.utf8.first else { return false }
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard short.count >= 4, a.first == b.first, long.count - short.count <= 2 else {
            return false
        }
        if long.starts(with: short) {
            return long.count == short.count + 1 && long.last == short.last
        }
        return Spelling.slips(short, long) <= Spelling.mostSlips
    }
}

extension ClaimReader {
    /// The single words of which the names of the dossier's people, bodies and places are made, in
    /// the order of the text, each with all its sentences. Whoever the dossier does not know is
    /// known by one spelling only.
    func nameClaims(_ column: Column) -> [Claim] {
        var forms = NameForms(column.reading)
        for mention in column.cast.mentions {
            if case .newcomer = mention.target { continue }
            forms.add(mention, self, column.cast)
        }
        return forms.claims
    }
}

/// Collects the words of names by what they name.
private struct NameForms {
    private struct Form: Hashable {
        var target: Mention.Target
        var word: Word
        var before: Word?
    }

    private let reading: Reading
    private var places: [Form: Int] = [:]
    /// Sentences of each word, whatever it names.
    private var sentences: [Word: [Int]] = [:]
    private var words: [Word] = []
    private var found: [Claim] = []

    init(_ reading: Reading) { self.reading = reading }

    mutating func add(_ mention: Mention, _ reader: ClaimReader, _ cast: Cast) {
        let (first, count) = (mention.tokens.lowerBound, mention.tokens.count)
        let isPerson = cast.kind(of: mention.target, in: reader.dossier) == .person
        for index in mention.tokens {
            let token = reading.tokens[index]
            // "French" is no spelling of France.
            guard token.isWord, !token.classes.contains(.demonym) else { continue }
            let isGiven = isPerson && count == 2 && index == first
            let before = isGiven ? reading.tokens[index + 1].word : nil
            let sentence = Int(token.sentence)
            if sentences[token.word]?.last != sentence {
                sentences[token.word, default: []].append(sentence)
            }
            let form = Form(target: mention.target, word: token.word, before: before)
            guard places[form] == nil else { continue }
            places[form] = found.count
            words.append(token.word)
            let evidence = reading.evidence(index..<index + 1)
            let text = reading.text(of: index..<index + 1)
            var claim = Claim(
                .name, about: reader.key(of: mention, cast), evidence, text: text,
                value: text.lowercased())
            if isGiven { claim.detail = reading.text(of: index + 1..<index + 2).lowercased() }
            found.append(claim)
        }
    }

    /// Each with the place of the word's first use by any name.
    var claims: [Claim] {
        var first: [Word: Int] = [:]
        return found.indices.map { index in
            var claim = found[index]
            let origin = first[words[index]] ?? index
            first[words[index]] = origin
            claim.range = found[origin].range
            claim.text = found[origin].text
            claim.sentences = sentences[words[index]] ?? claim.sentences
            return claim
        }
    }
}
