import Intake

/// The sound entries of a dossier file by table, in file order.
struct DossierTables {
    /// Tables named in an order of their own; an entry's key is its place in its table.
    private var entries: [String: [DossierEntry]] = [:]

    init(_ all: [DossierEntry], validation: inout DossierValidation) {
        for entry in all {
            if let sound = validation.sound(entry) {
                entries[entry.table, default: []].append(sound)
            }
        }
        for (offset, entry) in self["dossier"].enumerated() where offset > 0 {
            validation.report(entry.line, "a second [dossier]; only the first counts")
        }
        if all.allSatisfy({ $0.table != "dossier" }) {
            validation.report(1, "there is no [dossier] table with id and title")
        }
    }

    subscript(table: String) -> [DossierEntry] { entries[table] ?? [] }

    /// Puts everything but the entries of `unsound` (places by table) into the dossier.
    func fill(
        _ dossier: inout Dossier, leavingOut unsound: [String: Set<Int>], cues: [Int: [Cue]],
        over base: Dossier?
    ) {
        func sound(_ table: String) -> [DossierEntry] {
            self[table].enumerated().filter { unsound[table]?.contains($0.offset) != true }
                .map(\.element)
        }
        if let head = self["dossier"].first {
            dossier.id = head.text("id") ?? dossier.id
            dossier.title = head.text("title") ?? dossier.title
            dossier.description = head.text("description")
        }
        let places = sound("place").map(Place.init)
        let placeNames = Dictionary(
            (places + (base?.places ?? [])).map { ($0.id, $0.aliases.map(\.text)) }
        ) { first, _ in first }
        dossier.places = places
        dossier.participants = sound("actor").map { Participant($0, placeNames: placeNames) }
        dossier.outlets = sound("outlet").map(Outlet.init)
        dossier.topics = sound("topic").map(Topic.init)
        dossier.points = self["point"].enumerated()
            .filter { unsound["point"]?.contains($0.offset) != true }
            .map { PlanPoint($0.element, cues: cues[$0.offset] ?? []) }
        let pointIDs = Set((dossier.points + (base?.points ?? [])).map(\.id))
        dossier.drafts = sound("draft").map(Draft.init)
        dossier.provisions = sound("provision").map { Provision($0, pointIDs: pointIDs) }
        dossier.concordance = sound("concordance").map(ConcordanceRow.init)
        dossier.events = sound("event").compactMap(Event.init)
    }
}

extension DossierEntry {
    /// The name and its other forms, each once, marked weak where `weak` lists them.
    func aliases(name: String) -> [Alias] {
        let weak = Set(strings("weak"))
        var seen: Set<String> = []
        return ([name] + strings("aliases")).filter { seen.insert($0).inserted }
            .map { Alias($0, isWeak: weak.contains($0)) }
    }
}

// MARK: - Entries to nouns

extension Place {
    fileprivate init(_ entry: DossierEntry) {
        self.init(id: entry.text("id") ?? "", name: entry.text("name") ?? "")
        aliases = entry.aliases(name: name)
        notThis = entry.strings("not_this")
        note = entry.text("note")
    }
}

extension Participant {
    fileprivate init(_ entry: DossierEntry, placeNames: [String: [String]]) {
        self.init(
            id: entry.text("id") ?? "", name: entry.text("name") ?? "",
            kind: entry.text("kind").flatMap(Kind.init) ?? .person)
        roles = entry.tables("roles").compactMap(Role.init)
        rolesChecked = entry.flag("roles_checked") ?? false
        aliases = entry.aliases(name: name)
        metonyms = entry.strings("metonyms").flatMap { placeNames[$0] ?? [] }
        notThis = entry.strings("not_this")
        partOf = entry.text("part_of")
        note = entry.text("note")
        sources = entry.strings("sources")
    }
}

extension Participant.Role {
    fileprivate init?(_ table: [String: DossierValue]) {
        guard case .text(let title) = table["title"] else { return nil }
        self.init(title: title)
        if case .day(let day) = table["from"] { from = day }
        if case .day(let day) = table["until"] { until = day }
    }
}

extension Outlet {
    fileprivate init(_ entry: DossierEntry) {
        self.init(id: entry.text("id") ?? "", name: entry.text("name") ?? "")
        country = entry.text("country")
        owner = entry.text("owner")
        medium = entry.text("medium")
        domains = entry.strings("domains")
        aliases = entry.aliases(name: name)
        notThis = entry.strings("not_this")
        note = entry.text("note")
        sources = entry.strings("sources")
    }
}

extension Topic {
    fileprivate init(_ entry: DossierEntry) {
        self.init(
            id: entry.text("id") ?? "", name: entry.text("name") ?? "", scope: entry.text("scope"))
    }
}

extension PlanPoint {
    fileprivate init(_ entry: DossierEntry, cues: [Cue]) {
        self.init(
            id: entry.text("id") ?? "", name: entry.text("name") ?? "",
            topic: entry.text("topic") ?? "")
        provision = entry.text("provision")
        self.cues = cues
    }
}

extension Draft {
    fileprivate init(_ entry: DossierEntry) {
        self.init(id: entry.text("id") ?? "", title: entry.text("title") ?? "")
        size = entry.number("points")
        sizeIsCertain = entry.flag("points_certain") ?? true
        date =
            entry.day("date").map { PublicationDate(day: $0) }
            ?? entry.text("date").flatMap { PublicationDate(edtf: $0) }
        dateNote = entry.text("date_note")
        kind = entry.text("kind")
        publicity = entry.text("public")
        authors = entry.strings("authors")
        aliases = entry.aliases(name: title)
        summary = entry.text("summary")
        sources = entry.strings("sources")
    }
}

extension Provision {
    fileprivate init(_ entry: DossierEntry, pointIDs: Set<String>) {
        self.init(
            draft: entry.text("draft") ?? "", number: entry.number("n") ?? 0,
            title: entry.text("title") ?? "", text: entry.text("text") ?? "",
            points: entry.strings("points").filter(pointIDs.contains),
            change: entry.text("change"), state: entry.text("state"),
            isCertain: entry.flag("certain") ?? true, sources: entry.strings("sources"))
    }
}

extension ConcordanceRow {
    fileprivate init(_ entry: DossierEntry) {
        self.init(
            fromDraft: entry.text("from_draft") ?? "", toDraft: entry.text("to_draft") ?? "",
            from: entry.number("from"), to: entry.number("to"),
            fate: entry.text("change").flatMap(Fate.init) ?? .changed, note: entry.text("note"))
    }
}

extension Event {
    fileprivate init?(_ entry: DossierEntry) {
        guard let first = entry.day("first") else { return nil }
        self.init(
            id: entry.text("id") ?? "", name: entry.text("name") ?? "", first: first,
            last: max(first, entry.day("last") ?? first), place: entry.text("place"),
            who: entry.strings("who"), what: entry.text("what") ?? "",
            note: entry.text("note"), sources: entry.strings("sources"))
        aliases = entry.aliases(name: name)
    }
}
