import Analysis
import Intake
import Queries

/// Puts findings into words, sentence by sentence.
struct NoteBuilder {
    let article: Article
    let labels: Labels
    var notes: [(Int, SentenceNote)] = []

    mutating func read(_ findings: Findings) {
        for office in findings.offices { add(office) }
        for quote in findings.quotes where quote.kind == .indirect { addStatement(quote) }
        for stance in findings.stances { add(stance) }
        for figure in findings.figures { add(figure) }
        addPoints(findings)
        for draft in findings.drafts {
            addEach(draft.basis, labels.draft(draft.id), FindingKey(draft))
        }
        for event in findings.events {
            addEach(event.basis, labels.event(event.id), FindingKey(event))
        }
        for outlet in findings.citedOutlets { addOutlet(outlet) }
        for quote in findings.quotes where quote.kind != .indirect { add(quote) }
        for date in findings.dates where date.isRelative { add(date) }
        addPeople(findings)
        notes = notes.enumerated().sorted {
            ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
        }.map(\.element)
    }

    private mutating func add(_ sentence: Int, _ note: SentenceNote) {
        var note = note
        note.rivals = (note.basis?.rivals ?? []).map(labels.rival)
        notes.append((sentence, note))
    }

    private mutating func add(_ stance: StanceFinding) {
        let actor = stance.actorID.map(labels.participant) ?? stance.actor
        var details: [String] = []
        let provision = labels.provision(of: stance.point)
        let label = stance.label.words(
            towards: provision, ofSeveral: Wording.isPlural(actor))
        if let provision {
            details.append("the plan: \(provision)")
        }
        if let draft = stance.draft { details.append("of \(labels.draft(draft))") }
        if let condition = stance.condition { details.append(condition) }
        if let source = stance.accordingTo { details.append("by account of \(source)") }
        add(
            stance.sentence,
            SentenceNote(
                "◦", "\(actor) \(label) · \(labels.point(stance.point))",
                details: details,
                ranges: ranges(of: stance.basis, in: stance.sentence), basis: stance.basis,
                finding: FindingKey(stance)))
    }

    private mutating func add(_ office: OfficeFinding) {
        let sentence = office.basis.evidence.first?.sentence ?? 0
        let pages = office.sources.prefix(2)
        add(
            sentence,
            SentenceNote(
                "≠", "names \(office.name) as “\(office.office)”",
                details: [office.dossierWords, office.checkedWords] + pages,
                ranges: ranges(of: office.basis, in: sentence), basis: office.basis,
                finding: FindingKey(office)))
    }

    private mutating func add(_ figure: FigureFinding) {
        let words = article.text[scalars: figure.range]
        // Where the article itself says "around", that stands in its words.
        let isHedged = words.first?.isLetter == true
        let matter = figure.about.flatMap { FactName.matter(ofFigure: $0, labels: labels) }
        let about = matter.map { " · " + $0 } ?? ""
        var details: [String] = []
        if let draft = figure.draft { details.append("of \(labels.draft(draft))") }
        add(
            figure.sentence,
            SentenceNote(
                "◦", (figure.isApproximate && !isHedged ? "about " : "") + words + about,
                details: details,
                ranges: [figure.range], basis: figure.basis,
                finding: FindingKey(figure, in: article.text)))
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
                    SentenceNote(
                        "◦", words, ranges: ranges, basis: point.basis,
                        finding: FindingKey(point)))
            }
        }
    }

    private mutating func addEach(
        _ basis: Basis, _ words: String, _ finding: FindingKey
    ) {
        for sentence in basis.sentences {
            let ranges = ranges(of: basis, in: sentence)
            add(
                sentence,
                SentenceNote("◦", words, ranges: ranges, basis: basis, finding: finding))
        }
    }

    private mutating func addOutlet(_ outlet: OutletFinding) {
        let verb = outlet.how == .named ? "names" : "has it from"
        addEach(outlet.basis, "\(verb) \(outlet.name)", FindingKey(outlet))
    }

    /// "stated by Ada Holm", in the article's words: what marks it in the text is who states it, and
    /// the verb.
    private mutating func addStatement(_ quote: QuoteFinding) {
        let ranges = ranges(of: quote.basis, in: quote.sentence).filter { $0 != quote.range }
        add(
            quote.sentence,
            SentenceNote(
                mark(of: quote), speaker(of: quote, verb: "stated"), ranges: ranges,
                basis: quote.basis, finding: FindingKey(quote, in: article.text)))
    }

    private func mark(of quote: QuoteFinding) -> String {
        quote.isNamed || quote.speaker == nil ? "◦" : "∅"
    }

    /// "said by Ada Holm, via Gull Wire".
    private func speaker(of quote: QuoteFinding, verb: String) -> String {
        let speaker =
            quote.joint.isEmpty
            ? quote.speakerID.map(labels.speaker) ?? quote.speaker : quote.speakerText
        guard let speaker else { return "no speaker given" }
        return "\(verb) by \(speaker)" + (quote.via.map { ", via \($0)" } ?? "")
    }

    private mutating func add(_ quote: QuoteFinding) {
        let words = article.text[scalars: quote.range]
        var details = [speaker(of: quote, verb: "said")]
        if quote.kind == .scare { details = ["words the article sets apart"] }
        add(
            quote.sentence,
            SentenceNote(
                mark(of: quote), "“\(words)”", details: details, ranges: [quote.range],
                basis: quote.basis,
                finding: FindingKey(quote, in: article.text)))
    }

    private mutating func add(_ date: DateFinding) {
        let words = article.text[scalars: date.range]
        let span = Wording.span(date.first, date.last)
        add(
            date.sentence,
            SentenceNote(
                "◦", "\(words): \(span)", ranges: [date.range], basis: date.basis,
                finding: FindingKey(date, in: article.text)))
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
                basis: actors.first?.basis,
                finding: FindingKey(actors))
            note.isQuiet = true
            if actors.count > 1 {
                note.names = actors.map { actor in
                    "\(actor.name): \(actor.basis.rule), \(SentenceNote.sureness(actor.basis))"
                }
            }
            add(sentence, note)
        }
    }

    private func ranges(of basis: Basis, in sentence: Int) -> [Range<Int>] {
        basis.evidence.filter { $0.sentence == sentence }.map(\.range)
    }
}
