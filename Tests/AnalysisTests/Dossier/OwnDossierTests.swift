import Testing

@testable import Analysis

@Suite struct OwnDossierTests {
    private let base: Dossier = {
        var base = Dossier(id: "lake", title: "Talks on the lake", contentHash: "1")
        base.participants = [
            Participant(id: "ortega", name: "Ana Ortega", kind: .person),
            Participant(id: "north", name: "North Shore", kind: .state),
        ]
        base.topics = [Topic(id: "water", name: "Water")]
        var pier = Place(id: "pier", name: "Pier")
        pier.aliases = [Alias("Pier")]
        base.places = [pier]
        return base
    }()

    private func add(
        _ name: String, _ kind: OwnDossier.Entry.Kind = .person, aliases: [String] = [],
        to text: String = ""
    ) throws -> OwnDossier.Addition {
        try OwnDossier.adding(
            OwnDossier.Entry(
                name: name, kind: kind, aliases: aliases, remark: "named in 1 article"),
            to: Array(text.utf8), over: base, file: "lake.toml")
    }

    private func read(_ bytes: [UInt8]) -> (dossier: Dossier, problems: [DossierProblem]) {
        OwnDossier.read(bytes, over: base, file: "lake.toml")
    }

    @Test func `an empty file gets a head that explains itself`() throws {
        let addition = try add("Bo Lind", aliases: ["Bo H. Lind", "Bo Lind"])
        let (own, problems) = read(addition.bytes)
        #expect(problems.isEmpty)
        #expect(own.id == "lake")
        #expect(own.participants.map(\.id) == ["bo-lind"])
        #expect(own.participants[0].aliases.map(\.text) == ["Bo Lind", "Bo H. Lind"])
        #expect(String(decoding: addition.bytes, as: UTF8.self).hasPrefix("# What you add"))
    }

    @Test func `bodies are actors, outlets are outlets, ids are free ones`() throws {
        let body = try add("Lake Board", .body)
        let outlet = try add("Lake Board", .outlet)
        #expect(read(body.bytes).dossier.participants[0].kind == .body)
        #expect(read(outlet.bytes).dossier.outlets[0].name == "Lake Board")
        #expect(try add("Ortega").id == "ortega-2")
        #expect(try add("Ильвес").id == "person")
    }

    @Test func `comments and entries of one's own stay to the byte`() throws {
        let mine = """
            # mine: do not touch
            [dossier]
            id = "lake"   # so
            title = "Mine"

            [[actor]]
            id = "ortega"
            name = "Ana Ortega"   # née Ruiz
            kind = "person"
            """
        let first = try add("Bo Lind", to: mine)
        #expect(first.bytes.starts(with: Array(mine.utf8)))
        let second = try add(
            "Pier Post", .outlet, to: String(decoding: first.bytes, as: UTF8.self))
        let without = try OwnDossier.removing(first.block, from: second.bytes)
        #expect(read(without).dossier.outlets.map(\.name) == ["Pier Post"])
        #expect(read(without).dossier.participants.map(\.id) == ["ortega"])
        #expect(without.starts(with: Array((mine + "\n").utf8)))
    }

    @Test func `an entry that was changed since is not taken out`() throws {
        let addition = try add("Bo Lind")
        let changed = String(decoding: addition.bytes, as: UTF8.self)
            .replacing("kind = \"person\"", with: "kind = \"body\"")
        #expect(throws: OwnDossier.Refusal.changed) {
            try OwnDossier.removing(addition.block, from: Array(changed.utf8))
        }
        #expect(throws: OwnDossier.Refusal.changed) {
            try OwnDossier.removing("", from: addition.bytes)
        }
    }

    @Test(arguments: [
        "Eve\"\nkind = \"state", "Eve\\", "Eve\"]\n[[actor]]\nid = \"x", "Eve\r\n\t# x",
        "Eve\u{0}\u{1B}[31m", "Eve\u{202E}evE\u{2066}", "Eve\u{2028}\u{85}x", "\u{FEFF}Eve\u{200B}",
        "Eve'''\"\"\"", "Eve\u{E0041}\u{F8FF}", "Eve #{x} = [1]",
    ])
    func `a hostile name stays one value`(name: String) throws {
        let addition = try add(name, aliases: [name + " " + name])
        let (own, problems) = read(addition.bytes)
        #expect(problems.isEmpty)
        #expect(own.participants.count == 1)
        #expect(own.participants[0].kind == .person)
        let unseen = addition.bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }
        #expect(!unseen)
        let text = String(decoding: addition.bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
    }

    @Test func `what cannot be read back refuses and names the place`() {
        #expect(throws: OwnDossier.Refusal.nameless) { try add("— 7 —") }
        let twice = """
            [dossier]
            id = "lake"
            title = "Mine"

            [[actor]]
            id = "lind"
            name = "Bo Lind"
            kind = "person"
            """
        #expect {
            try add("Bo Lind", to: twice)
        } throws: { error in
            guard case OwnDossier.Refusal.unsound(let problem) = error else { return false }
            return problem.contains("also a name of actor")
        }
    }

    @Test func `an entry may refer to what it is laid over`() {
        let text = """
            [dossier]
            id = "lake"
            title = "Mine"

            [[point]]
            id = "level"
            name = "Level"
            topic = "water"
            cues = ["water level"]

            [[actor]]
            id = "south"
            name = "South Shore"
            kind = "state"
            part_of = "north"
            metonyms = ["pier"]
            """
        let (own, problems) = read(Array(text.utf8))
        #expect(problems.isEmpty)
        #expect(own.points.map(\.topic) == ["water"])
        #expect(own.participants[0].metonyms == ["Pier"])
    }

    @Test func `laid over, an entry takes the place of the one with its id`() {
        var own = Dossier(id: "lake", title: "Mine", contentHash: "2")
        own.participants = [
            Participant(id: "north", name: "Northern Shore", kind: .state),
            Participant(id: "lind", name: "Bo Lind", kind: .person),
        ]
        let merged = base.laid(under: own)
        #expect(merged.participants.map(\.name) == ["Ana Ortega", "Northern Shore", "Bo Lind"])
        #expect(merged.title == base.title)
        #expect(merged.contentHash != base.contentHash)
        #expect(base.laid(under: Dossier(id: "lake", title: "x", contentHash: "3")) == base)
    }
}
