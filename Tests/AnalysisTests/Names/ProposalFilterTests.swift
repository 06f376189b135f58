import Testing

@testable import Analysis

@Suite struct ProposalFilterTests {
    private static let filter: ProposalFilter = {
        var dossier = Dossier(id: "sample", title: "Sample", contentHash: "0")
        var orlov = Participant(id: "orlov", name: "Anton Orlovsky", kind: .person)
        orlov.aliases = [Alias("Anton Orlovsky"), Alias("Orlovsky", isWeak: true)]
        dossier.participants = [orlov]
        dossier.outlets = [Outlet(id: "wire", name: "The Northern Wire")]
        return ProposalFilter(dossier: dossier)
    }()

    private func offers(_ name: String, _ kind: OwnDossier.Entry.Kind) -> Bool {
        Self.filter.offers(name, id: name.lowercased(), kind)
    }

    @Test(arguments: [
        "Ines Corte", "Carl McAllen", "Betty DeVray", "Jean-Yves Le Brun", "Kim Jong-un",
        "John H. Barr", "Ana FitzGerold", "Wang Yi", "Anton Brandt",
    ])
    func `a whole name of a person is offered`(name: String) {
        #expect(offers(name, .person))
    }

    @Test(arguments: [
        "Corte", "John BarrGOP", "JOHN BARR", "Mayor Ines Corte", "Homeland Committee",
        "Robert Corte James", "Ines Corte Monday", "Anton Orlovsky", "Anton Orlovskiy",
        "Antony Orlowski",
    ])
    func `half names, glued ones and people of the dossier are not`(name: String) {
        #expect(!offers(name, .person))
    }

    @Test(arguments: [
        ("Ministry of Fisheries", true), ("Council of Lakes and Rivers", true),
        ("Pilots Committee", true), ("Former Pilots Committee", false),
        ("University of Portby on Friday", false), ("Senate and Council", false),
        ("Department of Lakes Secretary James Barr", false), ("MorganUN Council", false),
    ])
    func `a body is offered when it is cut cleanly`(name: String, isOffered: Bool) {
        #expect(offers(name, .body) == isOffered)
    }

    @Test func `an outlet of the dossier is not offered under a shorter name`() {
        #expect(!offers("Northern Wire", .outlet))
        #expect(offers("Reef Radio", .outlet))
    }
}
