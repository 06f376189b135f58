import Analysis
import Intake

/// An article and its findings as `parley analyze` and `parley show --json` print them.
struct FindingsJSON {
    let article: Article
    let findings: Findings

    init(_ analyzed: AnalyzedArticle) {
        article = analyzed.article
        findings = analyzed.findings
    }

    var document: JSON {
        .object([
            ("article", header),
            ("sentences", .array(article.sentences.indices.map(sentence))),
            ("sections", sectionsJSON(article.sections)),
            ("removed", removedJSON(article.removed)),
            ("actors", .array(findings.actors.map(actor))),
            ("citedOutlets", .array(findings.citedOutlets.map(outlet))),
            ("quotes", .array(findings.quotes.map(quote))),
            ("points", .array(findings.points.map { item($0.id, $0.basis) })),
            ("stances", .array(findings.stances.map(stance))),
            ("figures", .array(findings.figures.map(figure))),
            ("dates", .array(findings.dates.map(date))),
            ("drafts", .array(findings.drafts.map { item($0.id, $0.basis) })),
            ("events", .array(findings.events.map { item($0.id, $0.basis) })),
            ("voices", .array(findings.voices.map(voice))),
            ("offices", .array(findings.offices.map(office))),
            ("notes", .strings(findings.notes)),
        ])
    }

    private var header: JSON {
        .object([
            ("id", .string(article.id)),
            ("externalId", .optional(article.externalID)),
            ("contentHash", .string(article.contentHash)),
            ("kind", .string(article.kind.rawValue)),
            ("title", .optional(article.title)),
            ("outlet", .optional(article.outlet)),
            ("outletId", .optional(findings.outletID)),
            ("published", .optional(article.published?.edtf)),
            ("author", authorJSON(article.authors)),
            ("url", .optional(article.url)),
            ("language", .optional(article.language)),
            ("text", .string(article.text.string)),
        ])
    }

    private func sentence(_ index: Int) -> JSON {
        let sentence = article.sentences[index]
        return .object([
            ("index", .integer(index)),
            ("paragraph", .integer(sentence.paragraph)),
            ("start", .integer(sentence.range.lowerBound)),
            ("end", .integer(sentence.range.upperBound)),
            ("text", .string(article.sentenceText(index))),
        ])
    }

    private func actor(_ actor: ActorFinding) -> JSON {
        .object(
            [
                ("id", .string(actor.id)), ("name", .string(actor.name)),
                ("kind", .string(actor.kind.rawValue)), ("known", .bool(actor.isKnown)),
                ("forms", .strings(actor.forms)),
                ("sentences", .integers(actor.basis.sentences)),
            ] + basis(actor.basis))
    }

    private func outlet(_ outlet: OutletFinding) -> JSON {
        .object(
            [
                ("id", .string(outlet.id)), ("name", .string(outlet.name)),
                ("known", .bool(outlet.isKnown)),
                ("sentences", .integers(outlet.basis.sentences)),
                ("how", .string(outlet.how.rawValue)),
            ] + basis(outlet.basis))
    }

    private func quote(_ quote: QuoteFinding) -> JSON {
        .object(
            [
                ("sentence", .integer(quote.sentence))
            ] + span(quote.range) + [
                ("speaker", .optional(quote.speaker)),
                ("speakerId", .optional(quote.speakerID)),
                ("speakerMention", .optional(quote.speakerMention)),
                ("named", .bool(quote.isNamed)), ("cue", .optional(quote.cue)),
                ("kind", .string(quote.kind.rawValue)), ("via", .optional(quote.via)),
            ] + joint(quote) + basis(quote.basis, withCue: false))
    }

    /// Who says it together with the speaker; nothing where somebody speaks alone.
    private func joint(_ quote: QuoteFinding) -> [(String, JSON)] {
        guard !quote.joint.isEmpty else { return [] }
        let speakers = quote.joint.map { speaker in
            JSON.object([
                ("speaker", .string(speaker.name)), ("speakerId", .optional(speaker.id)),
                ("named", .bool(speaker.isNamed)),
            ])
        }
        return [("jointSpeakers", .array(speakers))]
    }

    private func stance(_ stance: StanceFinding) -> JSON {
        .object(
            [
                ("actor", .string(stance.actor)), ("actorId", .optional(stance.actorID)),
                ("point", .string(stance.point)), ("draft", .optional(stance.draft)),
                ("stance", .string(stance.label.rawValue)),
                ("condition", .optional(stance.condition)),
                ("sentence", .integer(stance.sentence)),
                ("accordingTo", .optional(stance.accordingTo)),
            ] + basis(stance.basis))
    }

    private func figure(_ figure: FigureFinding) -> JSON {
        .object(
            [
                ("sentence", .integer(figure.sentence))
            ] + span(figure.range) + [
                ("value", .number(figure.value)), ("unit", .optional(figure.unit)),
                ("approx", .bool(figure.isApproximate)), ("about", .optional(figure.about)),
                ("draft", .optional(figure.draft)), ("event", .optional(figure.event)),
            ] + basis(figure.basis))
    }

    private func date(_ date: DateFinding) -> JSON {
        .object(
            [
                ("sentence", .integer(date.sentence))
            ] + span(date.range) + [
                ("iso", .string(date.edtf)), ("relative", .bool(date.isRelative)),
                ("event", .optional(date.event)),
            ] + basis(date.basis))
    }

    private func voice(_ voice: VoiceFinding) -> JSON {
        .object(
            [
                ("sentence", .integer(voice.sentence)), ("voice", .string(voice.voice.rawValue)),
                ("chain", .strings(voice.chain)),
            ] + basis(voice.basis))
    }

    private func office(_ office: OfficeFinding) -> JSON {
        .object(OfficeJSON.members(of: office) + basis(office.basis))
    }

    private func item(_ id: String, _ basis: Basis) -> JSON {
        .object(
            [("id", .string(id)), ("sentences", .integers(basis.sentences))] + self.basis(basis))
    }

    private func span(_ range: Range<Int>) -> [(String, JSON)] {
        [
            ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
            ("text", .string(article.text[scalars: range])),
        ]
    }

    /// What every finding carries: evidence, rule, cue, confidence, and rivals where there are any.
    private func basis(_ basis: Basis, withCue: Bool = true) -> [(String, JSON)] {
        let evidence = basis.evidence.map { item in
            JSON.object([
                ("sentence", .integer(item.sentence)), ("start", .integer(item.range.lowerBound)),
                ("end", .integer(item.range.upperBound)),
            ])
        }
        return [("evidence", .array(evidence)), ("rule", .string(basis.rule))]
            + (withCue ? [("cue", .optional(basis.cue))] : [])
            + [("confidence", .number(basis.confidence))]
            + (basis.rivals.isEmpty ? [] : [("rivals", .strings(basis.rivals))])
    }
}
