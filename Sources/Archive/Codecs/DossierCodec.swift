import Analysis
import Intake

/// The dossier an archive was made with, kept inside it as one blob, so that opening an archive
/// needs neither the dossier's file nor the reading of it.
enum DossierCodec {
    /// Raised with every change of the layout below or of the dossier's nouns. An archive with
    /// another format opens when the dossier is given, and records it anew.
    static let format = 1

    static func bytes(of dossier: Dossier) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(format)
        blob.string(dossier.id)
        blob.string(dossier.title)
        blob.string(dossier.description)
        blob.string(dossier.contentHash)
        blob.list(dossier.participants) { $0.participant($1) }
        blob.list(dossier.outlets) { $0.outlet($1) }
        blob.list(dossier.places) { $0.place($1) }
        blob.list(dossier.topics) { blob, topic in
            blob.string(topic.id)
            blob.string(topic.name)
            blob.string(topic.scope)
        }
        blob.list(dossier.points) { $0.point($1) }
        blob.list(dossier.drafts) { $0.draft($1) }
        blob.list(dossier.provisions) { $0.provision($1) }
        blob.list(dossier.concordance) { $0.row($1) }
        blob.list(dossier.events) { $0.event($1) }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are no whole dossier of this format.
    static func dossier(from bytes: [UInt8]) throws -> Dossier {
        var blob = BlobReader(bytes)
        guard try blob.number() == format else { throw MalformedBlob(offset: 0) }
        let (id, title) = (try blob.text(), try blob.text())
        let description = try blob.string()
        var dossier = Dossier(id: id, title: title, contentHash: try blob.text())
        dossier.description = description
        dossier.participants = try blob.list { try $0.participant() }
        dossier.outlets = try blob.list { try $0.outlet() }
        dossier.places = try blob.list { try $0.place() }
        dossier.topics = try blob.list {
            Topic(id: try $0.text(), name: try $0.text(), scope: try $0.string())
        }
        dossier.points = try blob.list { try $0.point() }
        dossier.drafts = try blob.list { try $0.draft() }
        dossier.provisions = try blob.list { try $0.provision() }
        dossier.concordance = try blob.list { try $0.row() }
        dossier.events = try blob.list { try $0.event() }
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return dossier
    }
}

extension BlobWriter {
    private mutating func optional<Value>(
        _ value: Value?, _ write: (inout BlobWriter, Value) -> Void
    ) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    private mutating func day(_ day: Day) { signed(Int(day.number)) }

    private mutating func aliases(_ aliases: [Alias]) {
        list(aliases) { blob, alias in
            blob.string(alias.text)
            blob.flag(alias.isWeak)
        }
    }

    fileprivate mutating func participant(_ participant: Participant) {
        string(participant.id)
        string(participant.name)
        string(participant.kind.rawValue)
        list(participant.roles) { $0.role($1) }
        flag(participant.rolesChecked)
        aliases(participant.aliases)
        strings(participant.metonyms)
        strings(participant.notThis)
        string(participant.partOf)
        string(participant.note)
        strings(participant.sources)
    }

    mutating func role(_ role: Participant.Role) {
        string(role.title)
        optional(role.from) { $0.day($1) }
        optional(role.until) { $0.day($1) }
    }

    fileprivate mutating func outlet(_ outlet: Outlet) {
        string(outlet.id)
        string(outlet.name)
        string(outlet.country)
        string(outlet.owner)
        string(outlet.medium)
        strings(outlet.domains)
        aliases(outlet.aliases)
        strings(outlet.notThis)
        string(outlet.note)
        strings(outlet.sources)
    }

    fileprivate mutating func place(_ place: Place) {
        string(place.id)
        string(place.name)
        aliases(place.aliases)
        strings(place.notThis)
        string(place.note)
    }

    fileprivate mutating func point(_ point: PlanPoint) {
        string(point.id)
        string(point.name)
        string(point.topic)
        string(point.provision)
        list(point.cues) { blob, cue in
            blob.string(cue.text)
            blob.list(cue.all) { $0.item($1) }
            blob.list(cue.none) { $0.item($1) }
        }
    }

    private mutating func item(_ item: Cue.Item) {
        list(item.terms) { blob, term in
            blob.string(term.text)
            blob.flag(term.isCaseSensitive)
            blob.flag(term.isWhole)
        }
    }

    fileprivate mutating func draft(_ draft: Draft) {
        string(draft.id)
        string(draft.title)
        optional(draft.size) { $0.signed($1) }
        flag(draft.sizeIsCertain)
        string(draft.date?.edtf)
        string(draft.dateNote)
        string(draft.kind)
        string(draft.publicity)
        strings(draft.authors)
        aliases(draft.aliases)
        string(draft.summary)
        strings(draft.sources)
    }

    fileprivate mutating func provision(_ provision: Provision) {
        string(provision.draft)
        signed(provision.number)
        string(provision.title)
        string(provision.text)
        strings(provision.points)
        string(provision.change)
        string(provision.state)
        flag(provision.isCertain)
        strings(provision.sources)
    }

    fileprivate mutating func row(_ row: ConcordanceRow) {
        string(row.fromDraft)
        string(row.toDraft)
        optional(row.from) { $0.signed($1) }
        optional(row.to) { $0.signed($1) }
        string(row.fate.rawValue)
        string(row.note)
    }

    fileprivate mutating func event(_ event: Event) {
        string(event.id)
        string(event.name)
        day(event.first)
        day(event.last)
        string(event.place)
        strings(event.who)
        string(event.what)
        aliases(event.aliases)
        string(event.note)
        strings(event.sources)
    }
}

extension BlobReader {
    private mutating func optional<Value>(
        _ read: (inout BlobReader) throws -> Value
    ) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    private mutating func day() throws -> Day {
        guard let number = Int32(exactly: try signed()) else { throw MalformedBlob(offset: 0) }
        return Day(number: number)
    }

    private mutating func aliases() throws -> [Alias] {
        try list { Alias(try $0.text(), isWeak: try $0.flag()) }
    }

    fileprivate mutating func participant() throws -> Participant {
        var participant = Participant(
            id: try text(), name: try text(), kind: try choice(Participant.Kind.self))
        participant.roles = try list { try $0.role() }
        participant.rolesChecked = try flag()
        participant.aliases = try aliases()
        participant.metonyms = try texts()
        participant.notThis = try texts()
        participant.partOf = try string()
        participant.note = try string()
        participant.sources = try texts()
        return participant
    }

    mutating func role() throws -> Participant.Role {
        Participant.Role(
            title: try text(), from: try optional { try $0.day() },
            until: try optional { try $0.day() })
    }

    fileprivate mutating func outlet() throws -> Outlet {
        var outlet = Outlet(id: try text(), name: try text())
        outlet.country = try string()
        outlet.owner = try string()
        outlet.medium = try string()
        outlet.domains = try texts()
        outlet.aliases = try aliases()
        outlet.notThis = try texts()
        outlet.note = try string()
        outlet.sources = try texts()
        return outlet
    }

    fileprivate mutating func place() throws -> Place {
        var place = Place(id: try text(), name: try text())
        place.aliases = try aliases()
        place.notThis = try texts()
        place.note = try string()
        return place
    }

    fileprivate mutating func point() throws -> PlanPoint {
        var point = PlanPoint(id: try text(), name: try text(), topic: try text())
        point.provision = try string()
        point.cues = try list { blob in
            Cue(
                text: try blob.text(), all: try blob.list { try $0.item() },
                none: try blob.list { try $0.item() })
        }
        return point
    }

    private mutating func item() throws -> Cue.Item {
        Cue.Item(
            try list {
                Cue.Term(
                    text: try $0.text(), isCaseSensitive: try $0.flag(), isWhole: try $0.flag())
            })
    }

    fileprivate mutating func draft() throws -> Draft {
        var draft = Draft(id: try text(), title: try text())
        draft.size = try optional { try $0.signed() }
        draft.sizeIsCertain = try flag()
        draft.date = try string().flatMap { PublicationDate(edtf: $0) }
        draft.dateNote = try string()
        draft.kind = try string()
        draft.publicity = try string()
        draft.authors = try texts()
        draft.aliases = try aliases()
        draft.summary = try string()
        draft.sources = try texts()
        return draft
    }

    fileprivate mutating func provision() throws -> Provision {
        Provision(
            draft: try text(), number: try signed(), title: try text(), text: try text(),
            points: try texts(), change: try string(), state: try string(),
            isCertain: try flag(), sources: try texts())
    }

    fileprivate mutating func row() throws -> ConcordanceRow {
        ConcordanceRow(
            fromDraft: try text(), toDraft: try text(), from: try optional { try $0.signed() },
            to: try optional { try $0.signed() }, fate: try choice(ConcordanceRow.Fate.self),
            note: try string())
    }

    fileprivate mutating func event() throws -> Event {
        Event(
            id: try text(), name: try text(), first: try day(), last: try day(),
            place: try string(), who: try texts(), what: try text(), aliases: try aliases(),
            note: try string(), sources: try texts())
    }
}
