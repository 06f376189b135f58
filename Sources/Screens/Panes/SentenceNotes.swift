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
    /// Said only of the sentence one is at: who is named.
    var isQuiet = false

    init(
        _ mark: String = "◦", _ text: String, details: [String] = [], ranges: [Range<Int>] = [],
        basis: Basis? = nil
    ) {
        self.mark = mark
        self.text = text
        self.details = details
        self.ranges = ranges
        self.basis = basis
    }
}

extension SentenceNote {
    /// Of what the person wrote.
    static let ownMark = "✎"

    /// How its mark looks.
    var role: Role {
        switch mark {
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

    init(_ analyzed: AnalyzedArticle, labels: Labels, facts: [Disagreement]) {
        let article = analyzed.article
        bySentence = Array(repeating: [], count: article.sentences.count)
        var builder = NoteBuilder(article: article, labels: labels)
        builder.read(analyzed.findings)
        for (sentence, note) in builder.notes where bySentence.indices.contains(sentence) {
            bySentence[sentence].append(note)
            count += 1
        }
        add(facts, of: article.id, labels)
        marks = SentenceNotes.merged(builder.marks)
    }

    /// Puts the person's own notes before the others, in place of those shown so far.
    mutating func show(_ own: [Note]) {
        for sentence in bySentence.indices {
            bySentence[sentence].removeAll { $0.mark == SentenceNote.ownMark }
        }
        for note in own where bySentence.indices.contains(note.sentence) {
            bySentence[note.sentence].insert(
                SentenceNote(SentenceNote.ownMark, note.text), at: 0)
        }
    }

    /// The sentences that have notes, ascending.
    var sentences: [Int] { bySentence.indices.filter { !bySentence[$0].isEmpty } }

    /// Those with more than names: where `]` and `[` stop.
    var stops: [Int] {
        bySentence.indices.filter { bySentence[$0].contains { !$0.isQuiet } }
    }

    /// Adds where other articles differ on a fact that this one states.
    private mutating func add(_ facts: [Disagreement], of article: String, _ labels: Labels) {
        for fact in facts where fact.relation != .spelling {
            guard let own = fact.values.first(where: { $0.articleID == article }),
                bySentence.indices.contains(own.sentence)
            else { continue }
            let others = fact.values.filter { $0.articleID != article }
            let details = others.prefix(3).map { value in
                let outlet = Wording.shortOutlet(value.outlet)
                let place = "\(outlet) \(Wording.sentence(value.sentence))"
                return "\(place): \(value.text)"
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

/// Puts findings into words, sentence by sentence.
private struct NoteBuilder {
    let article: Article
    let labels: Labels
    var notes: [(Int, SentenceNote)] = []
    var marks: [Range<Int>] = []

    mutating func read(_ findings: Findings) {
        for office in findings.offices { add(office) }
        for stance in findings.stances { add(stance) }
        for figure in findings.figures { add(figure) }
        addPoints(findings)
        for draft in findings.drafts { addEach(draft.basis, labels.draft(draft.id)) }
        for event in findings.events { addEach(event.basis, labels.event(event.id)) }
        for outlet in findings.citedOutlets { addOutlet(outlet) }
        for quote in findings.quotes where quote.kind != .indirect { add(quote) }
        for date in findings.dates where date.isRelative { add(date) }
        addPeople(findings)
        notes = notes.enumerated().sorted {
            ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
        }.map(\.element)
    }

    private mutating func add(_ sentence: Int, _ note: SentenceNote, marked: Bool = true) {
        notes.append((sentence, note))
        if marked { marks += note.ranges }
    }

    private mutating func add(_ stance: StanceFinding) {
        let actor = stance.actorID.map(labels.participant) ?? stance.actor
        var details: [String] = []
        if let provision = labels.provision(of: stance.point) {
            details.append("the plan: \(provision)")
        }
        if let draft = stance.draft { details.append("of \(labels.draft(draft))") }
        if let condition = stance.condition { details.append(condition) }
        if let source = stance.accordingTo { details.append("by account of \(source)") }
        add(
            stance.sentence,
            SentenceNote(
                "◦", "\(actor) \(stance.label.words) · \(labels.point(stance.point))",
                details: details,
                ranges: ranges(of: stance.basis, in: stance.sentence), basis: stance.basis))
    }

    private mutating func add(_ office: OfficeFinding) {
        let sentence = office.basis.evidence.first?.sentence ?? 0
        let pages = office.sources.prefix(2)
        add(
            sentence,
            SentenceNote(
                "≠", "names \(office.name) as “\(office.office)”",
                details: [office.dossierWords, office.checkedWords] + pages,
                ranges: ranges(of: office.basis, in: sentence), basis: office.basis))
    }

    private mutating func add(_ figure: FigureFinding) {
        let words = article.text[scalars: figure.range]
        let about = figure.about.map { " · " + SentenceNotes.words(ofKey: $0) } ?? ""
        var details: [String] = []
        if let draft = figure.draft { details.append("of \(labels.draft(draft))") }
        add(
            figure.sentence,
            SentenceNote(
                "◦", (figure.isApproximate ? "about " : "") + words + about, details: details,
                ranges: [figure.range], basis: figure.basis))
    }

    /// The points of a sentence in one note, so that the column stays short.
    private mutating func addPoints(_ findings: Findings) {
        var bySentence: [Int: [(PointFinding, [Range<Int>])]] = [:]
        for point in findings.points {
            for sentence in point.basis.sentences {
                bySentence[sentence, default: []].append(
                    (point, ranges(of: point.basis, in: sentence)))
            }
        }
        for (sentence, points) in bySentence {
            for (point, ranges) in points {
                let words = "on \(labels.point(point.id))"
                add(
                    sentence,
                    SentenceNote("◦", words, ranges: ranges, basis: point.basis))
            }
        }
    }

    private mutating func addEach(_ basis: Basis, _ words: String) {
        for sentence in basis.sentences {
            let ranges = ranges(of: basis, in: sentence)
            add(sentence, SentenceNote("◦", words, ranges: ranges, basis: basis))
        }
    }

    private mutating func addOutlet(_ outlet: OutletFinding) {
        let verb = outlet.how == .named ? "names" : "has it from"
        addEach(outlet.basis, "\(verb) \(outlet.name)")
    }

    private mutating func add(_ quote: QuoteFinding) {
        let words = article.text[scalars: quote.range]
        let mark = quote.isNamed || quote.speaker == nil ? "◦" : "∅"
        let speaker =
            quote.joint.isEmpty
            ? quote.speakerID.map(labels.participant) ?? quote.speaker : quote.speakerText
        var details = [speaker.map { "said by \($0)" } ?? "speaker not given"]
        if let via = quote.via { details[0] += ", via \(via)" }
        if quote.kind == .scare { details = ["words the article sets apart"] }
        add(
            quote.sentence,
            SentenceNote(
                mark, "“\(words)”", details: details, ranges: [quote.range], basis: quote.basis))
    }

    private mutating func add(_ date: DateFinding) {
        let words = article.text[scalars: date.range]
        let span = Wording.span(date.first, date.last)
        add(
            date.sentence,
            SentenceNote("◦", "\(words): \(span)", ranges: [date.range], basis: date.basis))
    }

    /// Who is named in a sentence, in one note; only names the dossier lacks are marked.
    private mutating func addPeople(_ findings: Findings) {
        var bySentence: [Int: [ActorFinding]] = [:]
        for actor in findings.actors {
            for sentence in actor.basis.sentences {
                bySentence[sentence, default: []].append(actor)
            }
        }
        for (sentence, actors) in bySentence {
            let names = actors.map { $0.isKnown ? $0.name : "\($0.name) (not in the dossier)" }
            let ranges = actors.flatMap { self.ranges(of: $0.basis, in: sentence) }
            var note = SentenceNote(
                "◦", "names " + names.joined(separator: ", "), ranges: ranges,
                basis: actors.first?.basis)
            note.isQuiet = true
            add(sentence, note, marked: false)
        }
    }

    private func ranges(of basis: Basis, in sentence: Int) -> [Range<Int>] {
        basis.evidence.filter { $0.sentence == sentence }.map(\.range)
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
