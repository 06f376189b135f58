import Analysis
import Intake

/// The findings of one article as one compact blob, since a row a finding would make ten million
/// rows at 100,000 articles. Derived and rebuildable: another `format` is rebuilt, not migrated.
enum FindingsCodec {
    /// Raised with every change of the layout below.
    static let format = 3

    static func bytes(of findings: Findings) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(format)
        blob.string(findings.outletID)
        blob.list(findings.actors) { $0.actor($1) }
        blob.list(findings.citedOutlets) { $0.outlet($1) }
        blob.list(findings.quotes) { $0.quote($1) }
        blob.list(findings.points) { blob, point in
            blob.string(point.id)
            blob.basis(point.basis)
        }
        blob.list(findings.stances) { $0.stance($1) }
        blob.list(findings.figures) { $0.figure($1) }
        blob.list(findings.dates) { $0.date($1) }
        blob.list(findings.drafts) { blob, draft in
            blob.string(draft.id)
            blob.basis(draft.basis)
        }
        blob.list(findings.events) { blob, event in
            blob.string(event.id)
            blob.basis(event.basis)
        }
        blob.list(findings.voices) { $0.voice($1) }
        blob.list(findings.offices) { $0.office($1) }
        blob.strings(findings.notes)
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole findings of this format.
    static func findings(from bytes: [UInt8]) throws -> Findings {
        var blob = BlobReader(bytes)
        guard try blob.number() == format else { throw MalformedBlob(offset: 0) }
        var findings = Findings()
        findings.outletID = try blob.string()
        findings.actors = try blob.list { try $0.actor() }
        findings.citedOutlets = try blob.list { try $0.outlet() }
        findings.quotes = try blob.list { try $0.quote() }
        findings.points = try blob.list {
            PointFinding(id: try $0.text(), basis: try $0.basis())
        }
        findings.stances = try blob.list { try $0.stance() }
        findings.figures = try blob.list { try $0.figure() }
        findings.dates = try blob.list { try $0.date() }
        findings.drafts = try blob.list {
            DraftFinding(id: try $0.text(), basis: try $0.basis())
        }
        findings.events = try blob.list {
            EventFinding(id: try $0.text(), basis: try $0.basis())
        }
        findings.voices = try blob.list { try $0.voice() }
        findings.offices = try blob.list { try $0.office() }
        findings.notes = try blob.texts()
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return findings
    }
}

extension BlobWriter {
    fileprivate mutating func basis(_ basis: Basis) {
        string(basis.rule)
        string(basis.cue)
        double(basis.confidence)
        strings(basis.rivals)
        list(basis.evidence) { blob, evidence in
            blob.number(evidence.sentence)
            blob.range(evidence.range)
        }
    }

    fileprivate mutating func actor(_ actor: ActorFinding) {
        string(actor.id)
        string(actor.name)
        string(actor.kind.rawValue)
        flag(actor.isKnown)
        strings(actor.forms)
        basis(actor.basis)
    }

    fileprivate mutating func outlet(_ outlet: OutletFinding) {
        string(outlet.id)
        string(outlet.name)
        flag(outlet.isKnown)
        string(outlet.how.rawValue)
        basis(outlet.basis)
    }

    fileprivate mutating func quote(_ quote: QuoteFinding) {
        number(quote.sentence)
        range(quote.range)
        string(quote.kind.rawValue)
        string(quote.speaker)
        string(quote.speakerID)
        string(quote.speakerMention)
        flag(quote.isNamed)
        list(quote.joint) { $0.speaker($1) }
        string(quote.cue)
        string(quote.via)
        basis(quote.basis)
    }

    private mutating func speaker(_ speaker: QuoteFinding.Speaker) {
        string(speaker.name)
        string(speaker.id)
        flag(speaker.isNamed)
    }

    fileprivate mutating func stance(_ stance: StanceFinding) {
        string(stance.actor)
        string(stance.actorID)
        string(stance.point)
        string(stance.draft)
        string(stance.label.rawValue)
        string(stance.condition)
        number(stance.sentence)
        string(stance.accordingTo)
        basis(stance.basis)
    }

    fileprivate mutating func figure(_ figure: FigureFinding) {
        number(figure.sentence)
        range(figure.range)
        double(figure.value)
        string(figure.unit)
        flag(figure.isApproximate)
        string(figure.about)
        string(figure.draft)
        string(figure.event)
        basis(figure.basis)
    }

    fileprivate mutating func date(_ date: DateFinding) {
        number(date.sentence)
        range(date.range)
        string(date.edtf)
        signed(Int(date.first.number))
        signed(Int(date.last.number))
        flag(date.isRelative)
        string(date.event)
        basis(date.basis)
    }

    fileprivate mutating func office(_ office: OfficeFinding) {
        string(office.actor)
        string(office.name)
        string(office.office)
        string(office.day)
        list(office.roles) { $0.role($1) }
        flag(office.isChecked)
        strings(office.sources)
        basis(office.basis)
    }

    fileprivate mutating func voice(_ voice: VoiceFinding) {
        number(voice.sentence)
        string(voice.voice.rawValue)
        strings(voice.chain)
        basis(voice.basis)
    }
}

extension BlobReader {
    fileprivate mutating func basis() throws -> Basis {
        Basis(
            rule: try text(), cue: try string(), confidence: try double(), rivals: try texts(),
            evidence: try list { Evidence(sentence: try $0.number(), range: try $0.range()) })
    }

    fileprivate mutating func actor() throws -> ActorFinding {
        ActorFinding(
            id: try text(), name: try text(), kind: try choice(Participant.Kind.self),
            isKnown: try flag(), forms: try texts(), basis: try basis())
    }

    fileprivate mutating func outlet() throws -> OutletFinding {
        OutletFinding(
            id: try text(), name: try text(), isKnown: try flag(),
            how: try choice(OutletFinding.How.self), basis: try basis())
    }

    fileprivate mutating func quote() throws -> QuoteFinding {
        QuoteFinding(
            sentence: try number(), range: try range(),
            kind: try choice(QuoteFinding.Kind.self), speaker: try string(),
            speakerID: try string(), speakerMention: try string(), isNamed: try flag(),
            joint: try list { try $0.speaker() }, cue: try string(), via: try string(),
            basis: try basis())
    }

    private mutating func speaker() throws -> QuoteFinding.Speaker {
        QuoteFinding.Speaker(name: try text(), id: try string(), isNamed: try flag())
    }

    fileprivate mutating func stance() throws -> StanceFinding {
        StanceFinding(
            actor: try text(), actorID: try string(), point: try text(), draft: try string(),
            label: try choice(StanceFinding.Label.self), condition: try string(),
            sentence: try number(), accordingTo: try string(), basis: try basis())
    }

    fileprivate mutating func figure() throws -> FigureFinding {
        FigureFinding(
            sentence: try number(), range: try range(), value: try double(),
            unit: try string(), isApproximate: try flag(), about: try string(),
            draft: try string(), event: try string(), basis: try basis())
    }

    fileprivate mutating func date() throws -> DateFinding {
        DateFinding(
            sentence: try number(), range: try range(), edtf: try text(), first: try day(),
            last: try day(), isRelative: try flag(), event: try string(), basis: try basis())
    }

    private mutating func day() throws -> Day {
        guard let number = Int32(exactly: try signed()) else { throw MalformedBlob(offset: 0) }
        return Day(number: number)
    }

    fileprivate mutating func office() throws -> OfficeFinding {
        OfficeFinding(
            actor: try text(), name: try text(), office: try text(), day: try text(),
            roles: try list { try $0.role() }, isChecked: try flag(), sources: try texts(),
            basis: try basis())
    }

    fileprivate mutating func voice() throws -> VoiceFinding {
        VoiceFinding(
            sentence: try number(), voice: try choice(VoiceFinding.Voice.self),
            chain: try texts(), basis: try basis())
    }
}
