import Analysis
import Intake
import Testing

@testable import Archive

/// A dossier that uses every property of every noun.
private func fullDossier() -> Dossier {
    var dossier = Sample.dossier()
    dossier.description = "Who gets the water."
    dossier.participants[0].roles = [
        Participant.Role(title: "chair", from: Day(number: 20_000), until: nil),
        Participant.Role(title: "clerk", from: nil, until: Day(number: -3)),
    ]
    dossier.participants[0].rolesChecked = true
    dossier.participants[0].metonyms = ["upper-town"]
    dossier.participants[0].notThis = ["Ilves Street"]
    dossier.participants[0].partOf = "council"
    dossier.participants[0].note = "note"
    dossier.participants[0].sources = ["https://example.org"]
    dossier.outlets[0].country = "NO"
    dossier.outlets[0].owner = "private"
    dossier.outlets[0].medium = "newspaper"
    dossier.outlets[0].domains = ["herald.example"]
    dossier.outlets[0].aliases.append(Alias("Time", isWeak: true))
    var place = Place(id: "upper-town", name: "Upper Town")
    place.aliases = [Alias("Uptown")]
    dossier.places = [place]
    dossier.topics[0].scope = "all that flows"
    dossier.points[0].provision = "A quota by month"
    let item = Cue.Item([Cue.Term(text: "quota", isCaseSensitive: true, isWhole: true)])
    dossier.points[0].cues = [Cue(text: "=QUOTA", all: [item], none: [item, item])]
    dossier.drafts[0].size = 12
    dossier.drafts[0].sizeIsCertain = false
    dossier.drafts[0].date = PublicationDate(edtf: "2030-05~")
    dossier.drafts[0].authors = ["council"]
    dossier.provisions[0].change = "new"
    dossier.concordance = [
        ConcordanceRow(fromDraft: "may", toDraft: "june", from: 3, to: nil, fate: .dropped)
    ]
    dossier.events = [
        Event(
            id: "first", name: "First round", first: Day(number: 1), last: Day(number: 2),
            place: "upper-town", who: ["ilves"], what: "They met.", aliases: [Alias("round one")])
    ]
    return dossier
}

@Test func `a dossier comes back from its blob as it was`() throws {
    let dossier = fullDossier()
    #expect(try DossierCodec.dossier(from: DossierCodec.bytes(of: dossier)) == dossier)
}

@Test func `a dossier that was cut short is refused, at every length`() {
    let bytes = DossierCodec.bytes(of: fullDossier())
    for length in 0..<bytes.count {
        #expect(throws: MalformedBlob.self) {
            try DossierCodec.dossier(from: Array(bytes[..<length]))
        }
    }
}

/// The number of stored properties that the codec writes: a new one must be written too.
@Test func `no property of the dossier is forgotten`() {
    let dossier = fullDossier()
    let properties: [(Any, Int)] = [
        (dossier, 13), (dossier.participants[0], 11), (dossier.participants[0].roles[0], 3),
        (dossier.participants[0].aliases[0], 2), (dossier.outlets[0], 10),
        (dossier.places[0], 5), (dossier.topics[0], 3), (dossier.points[0], 5),
        (dossier.points[0].cues[0], 3), (dossier.points[0].cues[0].all[0], 1),
        (dossier.points[0].cues[0].all[0].terms[0], 3), (dossier.drafts[0], 12),
        (dossier.provisions[0], 9), (dossier.concordance[0], 6), (dossier.events[0], 10),
    ]
    for (value, count) in properties {
        #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
}
