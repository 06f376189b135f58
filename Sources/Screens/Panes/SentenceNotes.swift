import Analysis
import Intake
import Queries

/// What was found in one sentence, in the words of the column beside the text.
package struct SentenceNote: Equatable, Sendable {
    /// `◦` by rule, `≠` another article differs, `=` another says the same.
    var mark: String
    var text: String
    /// What is said below it, indented.
    var details: [String]
    /// The words it rests on, as scalars of the article's text.
    var ranges: [Range<Int>]
    var basis: Basis?
    /// Of several who are named, why each of them is.
    var names: [String] = []
    /// What was not chosen, as it is called.
    var rivals: [String] = []
    /// Said only of the sentence one is at: who is named.
    var isQuiet = false
    /// What was found, by ids; nil where nothing is to be decided.
    var finding: FindingKey?
    /// What a person decided about it.
    var verdict: Verdict.State?

    init(
        _ mark: String = "◦", _ text: String, details: [String] = [], ranges: [Range<Int>] = [],
        basis: Basis? = nil, finding: FindingKey? = nil
    ) {
        self.finding = finding
        self.mark = mark
        self.text = text
        self.details = details
        self.ranges = ranges
        self.basis = basis
    }

    /// Of a point the cue is all that may be said for it.
    private static let longestCue = 72

    /// The words it rests on in their order, those side by side without a gap.
    private func shownWords(in article: Article) -> String {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let isBeside =
                joined.last.map { last in
                    last.upperBound >= range.lowerBound
                        || article.text[scalars: last.upperBound..<range.lowerBound]
                            .allSatisfy(\.isWhitespace)
                } ?? false
            if isBeside, let last = joined.popLast() {
                joined.append(last.lowerBound..<max(last.upperBound, range.upperBound))
            } else {
                joined.append(range)
            }
        }
        return joined.map {
            article.text[scalars: $0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.joined(separator: " … ")
    }

    static func sureness(_ basis: Basis) -> String {
        "\(Int((basis.confidence * 100).rounded())) of 100"
    }

    /// The cue as it is shown, and the other sentence that has it, from which this one goes on; no
    /// cue where no sentence has it as it stands.
    private func place(ofCueOf basis: Basis, in article: Article) -> (cue: String?, place: Int?) {
        guard let cue = basis.cue, !cue.isEmpty else { return (nil, nil) }
        func has(_ sentence: Int) -> Bool {
            article.sentences.indices.contains(sentence)
                && article.sentenceText(sentence).lowercased().contains(cue.lowercased())
        }
        let isLong = cue.count > SentenceNote.longestCue
        let shown = isLong ? cue.prefix(SentenceNote.longestCue) + "…" : cue
        let own = basis.evidence.filter { ranges.contains($0.range) }.map(\.sentence)
        if own.isEmpty || own.contains(where: has) { return (shown, nil) }
        let others = basis.sentences.filter { !own.contains($0) }
        guard let place = others.first(where: has) else { return (nil, nil) }
        return (shown, place)
    }

    /// Why it is here: of a finding the words it rests on, where its cue is not the same, rule, cue,
    /// confidence and rivals; of one that goes on from another sentence that one; of several names
    /// each by itself; of a difference what others say, without a name.
    func reasons(in article: Article) -> [(name: String, words: String)] {
        guard let basis else { return mark == "≠" ? details.map { ("", $0) } : [] }
        var reasons: [(name: String, words: String)] = []
        let words = shownWords(in: article)
        if !words.isEmpty, words.lowercased() != basis.cue?.lowercased() {
            reasons.append(("words", "“\(words)”"))
        }
        if !names.isEmpty { return reasons + names.map { ("name", $0) } }
        let (cue, place) = place(ofCueOf: basis, in: article)
        if place != nil, isQuiet {
            reasons.append(("rule", "named before"))
            return reasons
        }
        if let cue, let place {
            reasons.append(("from", "\(Wording.sentence(place)), “\(cue)”"))
        }
        reasons.append(("rule", basis.rule))
        if let cue, place == nil { reasons.append(("cue", "“\(cue)”")) }
        if place == nil { reasons.append(("sure", SentenceNote.sureness(basis))) }
        let others = rivals.filter { rival in
            !text.lowercased().contains(rival.replacing("according to ", with: "").lowercased())
        }
        if !others.isEmpty { reasons.append(("not", others.joined(separator: ", "))) }
        return reasons
    }
}

extension SentenceNote {
    /// Of what the person wrote.
    static let ownMark = "✎"

    /// What stands before it: a person's verdict rather than what the machine says.
    var sign: String {
        switch verdict {
        case .accepted: "●"
        case .rejected: "○"
        case nil: mark
        }
    }

    /// How its sign looks.
    var role: Role {
        if let verdict { return verdict == .accepted ? .confirmed : .quiet }
        return switch mark {
        case SentenceNote.ownMark: .focus
        case "≠": .differs
        case "=": .same
        case "∅": .unnamed
        default: .machine
        }
    }
}

/// All notes of an article by sentence, made once when the article arrives.
package struct SentenceNotes: Equatable, Sendable {
    private(set) var bySentence: [[SentenceNote]]
    /// Ranges that are marked in the text, ascending and apart.
    private(set) var marks: [Range<Int>] = []
    private(set) var count = 0

    init(
        _ analyzed: AnalyzedArticle, labels: Labels, facts: [Disagreement],
        letters: [ArticleLetter]
    ) {
        let article = analyzed.article
        bySentence = Array(repeating: [], count: article.sentences.count)
        var builder = NoteBuilder(article: article, labels: labels)
        builder.read(analyzed.findings)
        for (sentence, note) in builder.notes where bySentence.indices.contains(sentence) {
            bySentence[sentence].append(note)
            count += 1
        }
        add(facts, of: article.id, labels, letters)
        markWords()
    }

    /// Puts the person's own notes before the others, in place of those shown so far, and their
    /// verdicts on findings.
    mutating func show(_ work: OwnWork) {
        for sentence in bySentence.indices {
            bySentence[sentence].removeAll { $0.mark == SentenceNote.ownMark }
            for index in bySentence[sentence].indices { bySentence[sentence][index].verdict = nil }
        }
        for verdict in work.verdicts where bySentence.indices.contains(verdict.sentence) {
            let finding = FindingKey(kind: verdict.kind, value: verdict.value)
            for index in bySentence[verdict.sentence].indices
            where finding != nil && bySentence[verdict.sentence][index].finding == finding {
                bySentence[verdict.sentence][index].verdict = verdict.state
            }
        }
        for note in work.notes where bySentence.indices.contains(note.sentence) {
            bySentence[note.sentence].insert(
                SentenceNote(SentenceNote.ownMark, note.text), at: 0)
        }
        markWords()
    }

    /// The words that what is found rests on, names and what is rejected apart.
    private mutating func markWords() {
        let marked = bySentence.joined().filter { !$0.isQuiet && $0.verdict != .rejected }
        marks = SentenceNotes.merged(marked.flatMap(\.ranges))
    }

    /// The finding of a sentence that is decided about next: the first that has no verdict.
    func undecided(in sentence: Int) -> SentenceNote? {
        bySentence[safe: sentence]?.first { $0.finding != nil && $0.verdict == nil }
    }

    /// "77 by rule, 1 accepted, 2 rejected".
    var words: String {
        let decided = Verdict.State.allCases.compactMap { state -> String? in
            let count = bySentence.joined().count { $0.verdict == state }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        let all = bySentence.joined().count { $0.verdict != nil }
        return (["\(count - all) by rule"] + decided).joined(separator: ", ")
    }

    /// The sentences that have notes, ascending.
    var sentences: [Int] { bySentence.indices.filter { !bySentence[$0].isEmpty } }

    /// Those with more than names: where `]` and `[` stop.
    var stops: [Int] {
        bySentence.indices.filter {
            bySentence[$0].contains { !$0.isQuiet && $0.verdict != .rejected }
        }
    }

    /// Adds where other articles differ on a fact that this one states.
    private mutating func add(
        _ facts: [Disagreement], of article: String, _ labels: Labels, _ letters: [ArticleLetter]
    ) {
        for fact in facts where fact.relation != .spelling {
            guard let own = fact.values.first(where: { $0.articleID == article }),
                bySentence.indices.contains(own.sentence)
            else { continue }
            let others = fact.values.filter { $0.articleID != article }
            let details = others.prefix(3).map { value in
                let letter = letters.first { $0.articleID == value.articleID }?.letter
                let outlet = (letter.map { $0 + " " } ?? "") + Wording.outlet(value.outlet)
                return "\(outlet) \(Wording.sentence(value.sentence)): \(value.text)"
            }
            let lead = fact.relation == .contradiction ? "" : "\(fact.relation.words): "
            bySentence[own.sentence].append(
                SentenceNote(
                    "≠", lead + FactName.words(fact, labels: labels), details: Array(details))
            )
        }
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension SentenceNotes {
    /// "plan.points" as "plan points": keys are read, not shown raw.
    static func words(ofKey key: String) -> String {
        String(key.map { $0 == "." || $0 == "-" || $0 == "_" ? " " : $0 })
    }
}

extension StanceFinding.Label {
    /// The verb of a position: "Ukraine rejects".
    package var words: String {
        switch self {
        case .proposes: "proposes"
        case .accepts: "accepts"
        case .rejects: "rejects"
        case .demands: "demands"
        case .open: "leaves open"
        case .unresolved: "has not settled"
        case .removed: "took out"
        case .deferred: "put off"
        }
    }

    /// The same of several: "the parties reject".
    private var wordsOfSeveral: String {
        switch self {
        case .proposes: "propose"
        case .accepts: "accept"
        case .rejects: "reject"
        case .demands: "demand"
        case .open: "leave open"
        case .unresolved: "have not settled"
        case .removed, .deferred: words
        }
    }

    /// The same towards what the plan provides: who is against troops accepts the clause that bans
    /// them.
    func words(towards provision: String?, ofSeveral: Bool = false) -> String {
        let words = ofSeveral ? wordsOfSeveral : words
        switch self {
        case .accepts where provision != nil, .rejects where provision != nil:
            return words + " the clause"
        default: return words
        }
    }
}

extension Comparison.Clash.Relation {
    /// What a relation is called on the screen.
    package var words: String {
        switch self {
        case .contradiction: "contradiction"
        case .laterVersion: "other version"
        case .otherTime: "other time"
        case .spelling: "spelling"
        }
    }
}
