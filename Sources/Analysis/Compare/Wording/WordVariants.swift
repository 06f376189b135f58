import Intake

/// What articles call the same thing: spellings of one name, and words that are chosen between.
/// Articles that are retold by us have no wording of their outlet and are left out.
struct WordVariants {
    let columns: [Column]
    let dossier: Dossier

    /// Names first, in the order in which they are first met; then words.
    func rows() -> [Comparison.Variant] {
        let uses = columns.map { column in
            column.article.kind == .digest
                ? ArticleWords() : ArticleWords(column, dossier: dossier)
        }
        return spellings(uses) + terms(uses)
    }

    private func terms(_ uses: [ArticleWords]) -> [Comparison.Variant] {
        WordChoices.all.compactMap { choice in
            variant(choice.about, .term, uses.map { $0.terms[choice.about] ?? [:] })
        }
    }

    /// Of each name, the words of which one is a spelling of another.
    private func spellings(_ uses: [ArticleWords]) -> [Comparison.Variant] {
        var seen: Set<String> = []
        let targets = uses.flatMap(\.targets).filter { seen.insert($0).inserted }
        return targets.flatMap { target -> [Comparison.Variant] in
            let names = uses.map { $0.names[target] ?? [:] }
            let forms = Set(names.flatMap(\.keys)).sorted()
            let name = uses.compactMap { $0.nameOfTarget[target] }.first ?? target
            return WordVariants.families(of: forms).compactMap { family in
                variant(name, .spelling, names.map { $0.filter { family.contains($0.key) } })
            }
        }
    }

    /// Words that are spellings of each other, directly or through others; two at least.
    static func families(of forms: [String]) -> [Set<String>] {
        var sets = DisjointSets(count: forms.count)
        for (left, a) in forms.enumerated() {
            for (right, b) in forms.enumerated() where right > left {
                if NameClashes.areVariants(a.lowercased(), b.lowercased()) {
                    sets.unite(left, right)
                }
            }
        }
        let families = Dictionary(grouping: forms.indices) { sets.root(of: $0) }
        return families.sorted { $0.key < $1.key }.map { Set($0.value.map { forms[$0] }) }
            .filter { $0.count > 1 }
    }

    /// Nil where all have one word, or the same ones.
    private func variant(
        _ about: String, _ kind: Comparison.Variant.Kind, _ found: [[String: ArticleWords.Places]]
    ) -> Comparison.Variant? {
        let sets = found.map { Set($0.keys) }.filter { !$0.isEmpty }
        guard sets.count > 1 || found.count == 1, Set(sets.joined()).count > 1,
            found.count == 1 || Set(sets).count > 1
        else { return nil }
        let uses = found.enumerated().flatMap { column, forms in
            forms.map { form, places in
                Comparison.Variant.Use(
                    column: column, form: form, own: places.own, quoted: places.quoted)
            }.sorted { ($1.count, $0.form) < ($0.count, $1.form) }
        }
        return Comparison.Variant(about: about, kind: kind, uses: uses)
    }
}

/// The names and the chosen words of one article, each with its places.
struct ArticleWords {
    struct Places {
        var own: [Evidence] = []
        var quoted: [Evidence] = []

        mutating func add(_ evidence: Evidence, _ isQuoted: Bool) {
            if isQuoted { quoted.append(evidence) } else { own.append(evidence) }
        }
    }

    /// Places by word as written, by what is named.
    private(set) var names: [String: [String: Places]] = [:]
    private(set) var targets: [String] = []
    private(set) var nameOfTarget: [String: String] = [:]
    /// Places by word, by what a line of `WordChoices` is about.
    private(set) var terms: [String: [String: Places]] = [:]
    private var quotes: [Range<Int>] = []

    init() {}

    init(_ column: Column, dossier: Dossier) {
        quotes = column.findings.quotes.filter { $0.kind != .indirect }.map(\.range)
        readNames(column, dossier)
        readTerms(column)
    }

    private mutating func readNames(_ column: Column, _ dossier: Dossier) {
        for mention in column.cast.mentions {
            let target = ArticleWords.key(of: mention, column.cast, dossier)
            if names[target] == nil { targets.append(target) }
            nameOfTarget[target] = column.cast.name(of: mention.target, in: dossier)
            for token in mention.tokens where column.reading.tokens[token].isWord {
                let evidence = column.reading.evidence(token..<token + 1)
                let word = column.reading.text(of: token..<token + 1)
                let isQuoted = isQuoted(evidence.range)
                names[target, default: [:]][word, default: Places()].add(evidence, isQuoted)
            }
        }
    }

    private mutating func readTerms(_ column: Column) {
        ChosenWords.visit(column) { about, form, evidence in
            terms[about, default: [:]][form, default: Places()].add(
                evidence, isQuoted(evidence.range))
        }
    }

    /// What a mention names, as a key that is the same in every article.
    private static func key(of mention: Mention, _ cast: Cast, _ dossier: Dossier) -> String {
        let id = cast.id(of: mention.target, in: dossier)
        return switch mention.target {
        case .participant, .newcomer: id
        case .outlet: "outlet." + id
        case .place: "place." + id
        }
    }

    private func isQuoted(_ range: Range<Int>) -> Bool {
        quotes.contains { $0.overlaps(range) }
    }
}
