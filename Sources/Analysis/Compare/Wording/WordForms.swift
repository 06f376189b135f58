import Intake

/// Words between which outlets choose, as far as they are known before an article is read: the lines
/// of `WordChoices`, and spellings of one name among the aliases of a dossier.
package struct WordForms: Sendable {
    package struct Form: Hashable, Sendable {
        /// What it is a word for: "who governs"; of a name, the spelling that the dossier prefers.
        package var about: String
        /// "regime"
        package var text: String

        package var id: String { "\(about): \(text)" }

        /// The form as a number that is the same in every run.
        package var number: UInt32 {
            var hash = Hash(about)
            hash.add(text)
            return hash.short
        }
    }

    /// Names in the order of the dossier, then choices of words in theirs.
    package private(set) var all: [Form] = []
    private var termForms: [Form: Int] = [:]
    private var nameForms: [Word: Int] = [:]

    package init(dossier: Dossier) {
        for names in dossier.namedEntries { addNames(names) }
        for choice in WordChoices.all {
            for form in choice.forms {
                let form = Form(about: choice.about, text: form.name)
                termForms[form] = all.count
                all.append(form)
            }
        }
    }

    /// Spellings of one word among the names of an entry, the one that it is listed under first.
    private mutating func addNames(_ names: [String]) {
        var seen: Set<String> = []
        let words = names.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "-" }) }
            .map(String.init)
            .filter { $0.unicodeScalars.allSatisfy(\.isLatinLetter) && seen.insert($0).inserted }
        for family in WordVariants.families(of: words) {
            let forms = words.filter { family.contains($0) && nameForms[Word($0)] == nil }
            guard forms.count > 1, let about = forms.first else { continue }
            for form in forms {
                nameForms[Word(form)] = all.count
                all.append(Form(about: about, text: form))
            }
        }
    }

    /// Where an article uses which of them. One that is retold by us has no wording of its outlet.
    func uses(in column: Column) -> [WordUse] {
        guard column.article.kind != .digest else { return [] }
        let quotes = column.findings.quotes.filter { $0.kind != .indirect }.map(\.range)
        var uses: [Int: WordUse] = [:]
        func add(_ form: Int, _ evidence: Evidence) {
            let isQuoted = quotes.contains { $0.overlaps(evidence.range) }
            uses[form, default: WordUse(form: all[form])].add(evidence, isQuoted: isQuoted)
        }
        for mention in column.cast.mentions {
            for token in mention.tokens {
                guard let form = nameForms[column.reading.tokens[token].word] else { continue }
                add(form, column.reading.evidence(token..<token + 1))
            }
        }
        ChosenWords.visit(column) { about, text, evidence in
            if let form = termForms[Form(about: about, text: text)] { add(form, evidence) }
        }
        return uses.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// Where an article uses a word that it could have chosen otherwise: in its own voice, and in what
/// it quotes.
package struct WordUse: Equatable, Sendable {
    package var form: WordForms.Form
    package private(set) var own: [Evidence] = []
    package private(set) var quoted: [Evidence] = []

    init(form: WordForms.Form) { self.form = form }

    mutating func add(_ evidence: Evidence, isQuoted: Bool) {
        if isQuoted { quoted.append(evidence) } else { own.append(evidence) }
    }
}

extension Dossier {
    /// The names of each participant, outlet and place, the one it is listed under first.
    fileprivate var namedEntries: [[String]] {
        places.map { [$0.name] + $0.aliases.map(\.text) }
            + participants.map { [$0.name] + $0.aliases.map(\.text) }
            + outlets.map { [$0.name] + $0.aliases.map(\.text) }
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinLetter: Bool { properties.isAlphabetic && value < 0x250 }
}
