import Intake
import Testing

@testable import Analysis

/// A small sound dossier about nothing real.
private let lake = """
    [dossier]
    id = "lake"
    title = "Talks on the lake"

    [[topic]]
    id = "water"
    name = "Water"

    [[point]]
    id = "water-level"
    name = "Level of the lake"
    topic = "water"
    provision = "The lake is kept at one level"
    cues = ["level|height + lake - salary"]

    [[draft]]
    id = "first"
    title = "First draft"
    points = 2
    date = "2031-05"

    [[provision]]
    draft = "first"
    n = 1
    title = "Level"
    text = "One level all year."
    points = ["water-level"]

    [[draft]]
    id = "second"
    title = "Second draft"

    [[provision]]
    draft = "second"
    n = 1
    title = "Level"
    text = "A level by season."
    points = ["water-level"]

    [[concordance]]
    from_draft = "first"
    from = 1
    to_draft = "second"
    to = 1
    change = "changed"

    [[event]]
    id = "opening"
    name = "Opening round"
    first = 2031-05-02
    last = 2031-05-03
    who = ["ortega", "a guest"]
    what = "The talks begin."
    aliases = ["opening talks"]

    [[place]]
    id = "harbour"
    name = "Harbour Town"
    aliases = ["Hafenstadt"]

    [[actor]]
    id = "ortega"
    name = "Ana Ortega"
    kind = "person"
    part_of = "north"
    roles = [
        { title = "Minister of Water", from = 2029-01-01, until = 2031-06-30 },
        { title = "Speaker" },
    ]
    roles_checked = true
    aliases = ["Ortega", "Ортега"]
    weak = ["Ortega"]
    not_this = ["Ortega Street"]

    [[actor]]
    id = "north"
    name = "North Shore"
    kind = "state"
    metonyms = ["harbour"]

    [[outlet]]
    id = "gazette"
    name = "The Gazette"
    country = "GB"
    owner = "private"
    medium = "newspaper"
    domains = ["gazette.example"]
    """

private func read(_ text: String) -> (dossier: Dossier, problems: [DossierProblem]) {
    DossierReader.read(Array(text.utf8), file: "lake.toml")
}

/// The place of a mistake and words its message must have.
struct Mistake: CustomTestStringConvertible {
    var name: String
    /// Replaces the first in the sound dossier, or is appended when there is nothing to replace.
    var change: (String, String)
    /// The line's text after the change, as far as it goes.
    var line: String
    var says: String

    init(_ name: String, _ old: String, _ new: String, line: String, says: String) {
        self.name = name
        change = (old, new)
        self.line = line
        self.says = says
    }

    var testDescription: String { name }
}

@Suite struct DossierReaderTests {
    @Test func `a sound dossier is read whole and without a word`() throws {
        let (dossier, problems) = read(lake)
        #expect(problems == [])
        #expect(dossier.id == "lake")
        #expect(dossier.topics == [Topic(id: "water", name: "Water")])
        #expect(dossier.points.first?.provision == "The lake is kept at one level")
        #expect(dossier.points.first?.cues.count == 1)
        #expect(dossier.drafts.map(\.size) == [2, nil])
        #expect(dossier.drafts.first?.date?.edtf == "2031-05")
        #expect(dossier.provisions.map(\.points) == [["water-level"], ["water-level"]])
        #expect(dossier.concordance.map(\.fate) == [.changed])
        let event = try #require(dossier.events.first)
        #expect(event.first.iso == "2031-05-02")
        #expect(event.last.iso == "2031-05-03")
        #expect(event.aliases == [Alias("Opening round"), Alias("opening talks")])
        let ortega = try #require(dossier.participants.first)
        #expect(ortega.aliases.map(\.text) == ["Ana Ortega", "Ortega", "Ортега"])
        #expect(ortega.aliases.map(\.isWeak) == [false, true, false])
        #expect(ortega.roles.first?.until == Day(year: 2031, month: 6, day: 30))
        #expect(ortega.rolesChecked)
        #expect(dossier.participants.last?.metonyms == ["Harbour Town", "Hafenstadt"])
        #expect(dossier.outlets.first?.domains == ["gazette.example"])
    }

    private static let mistakes: [Mistake] = [
        Mistake(
            "broken syntax", "name = \"Water\"", "name = \"Water",
            line: "name = \"Water", says: "not TOML"),
        Mistake(
            "a day that is none", "first = 2031-05-02", "first = 2031-02-30",
            line: "first = 2031-02-30", says: "2031-02-30 is no date"),
        Mistake(
            "a month that is none", "date = \"2031-05\"", "date = \"2031-13\"",
            line: "date =", says: "\"2031-13\" is no date"),
        Mistake(
            "a day in quotes", "first = 2031-05-02", "first = \"2031-05-02\"",
            line: "first =", says: "without them"),
        Mistake(
            "a table nobody knows", "[[outlet]]", "[[outlett]]",
            line: "[[outlett]]", says: "Did you mean \"outlet\"?"),
        Mistake(
            "a key nobody knows", "country = ", "contry = ",
            line: "contry", says: "Did you mean \"country\"?"),
        Mistake(
            "a key of a role nobody knows", "until = 2031-06-30", "untill = 2031-06-30",
            line: "    { title = \"Minister", says: "Did you mean \"until\"?"),
        Mistake(
            "a number where a text belongs", "title = \"Level\"", "title = 7",
            line: "title = 7", says: "should be a text in quotes, not a number"),
        Mistake(
            "a text where a list belongs", "domains = [\"gazette.example\"]",
            "domains = \"gazette.example\"", line: "domains", says: "should be a list"),
        Mistake(
            "a number in a list of texts", "aliases = [\"opening talks\"]",
            "aliases = [\n    \"opening talks\",\n    12,\n]", line: "    12,",
            says: "element of aliases"),
        Mistake(
            "a kind that is none", "kind = \"person\"", "kind = \"persn\"",
            line: "kind = \"persn\"", says: "Did you mean \"person\"?"),
        Mistake(
            "a missing name", "name = \"North Shore\"\n", "",
            line: "[[actor]]", says: "actor \"north\" has no name"),
        Mistake(
            "an empty name", "name = \"North Shore\"", "name = \" \"",
            line: "name = \" \"", says: "is empty"),
        Mistake(
            "an id with capitals", "id = \"gazette\"", "id = \"Gazette\"",
            line: "id = \"Gazette\"", says: "small letters"),
        Mistake(
            "an id used twice", "id = \"second\"", "id = \"first\"",
            line: "id = \"first\"", says: "a second draft \"first\""),
        Mistake(
            "a point with the id of a topic", "id = \"water-level\"", "id = \"water\"",
            line: "id = \"water\"", says: "a topic has the id"),
        Mistake(
            "an alias two entries share", "aliases = [\"Hafenstadt\"]",
            "aliases = [\"Hafenstadt\", \"the gazette\"]",
            line: "name = \"The Gazette\"", says: "also a name of place \"harbour\""),
        Mistake(
            "weak names no alias", "weak = [\"Ortega\"]", "weak = [\"Ortegas\"]",
            line: "weak", says: "neither the name nor an alias"),
        Mistake(
            "not_this contains no alias", "\"Ortega Street\"", "\"Main Street\"",
            line: "not_this", says: "excludes nothing"),
        Mistake(
            "not_this is an alias", "\"Ortega Street\"", "\"Ortega\"",
            line: "not_this", says: "list it under weak"),
        Mistake(
            "a role that ends before it begins", "from = 2029-01-01", "from = 2032-01-01",
            line: "    { title = \"Minister", says: "ends before it begins"),
        Mistake(
            "an event that ends before it begins", "last = 2031-05-03", "last = 2031-05-01",
            line: "last =", says: "ends before it begins"),
        Mistake(
            "a metonym that is no place", "metonyms = [\"harbour\"]", "metonyms = [\"harbor\"]",
            line: "metonyms", says: "Did you mean \"harbour\"?"),
        Mistake(
            "a whole that does not exist", "part_of = \"north\"", "part_of = \"south\"",
            line: "part_of", says: "no actor \"south\""),
        Mistake(
            "a topic that does not exist", "topic = \"water\"", "topic = \"wter\"",
            line: "topic =", says: "no topic \"wter\""),
        Mistake(
            "a provision about an unknown point", "points = [\"water-level\"]",
            "points = [\n    \"water-level\",\n    \"fish\",\n]", line: "    \"fish\"",
            says: "no point \"fish\""),
        Mistake(
            "a number above the draft's size", "n = 1", "n = 3", line: "n = 3", says: "has 2 points"
        ),
        Mistake(
            "a concordance to a number that is not there", "to = 1", "to = 4",
            line: "to = 4", says: "no provision number 4"),
        Mistake(
            "a new point that was there before", "change = \"changed\"", "change = \"new\"",
            line: "change = \"new\"", says: "no \"from\""),
        Mistake(
            "a draft nobody knows", "to_draft = \"second\"", "to_draft = \"third\"",
            line: "to_draft", says: "no draft \"third\""),
        Mistake(
            "an actor of an event nobody knows", "who = [\"ortega\", ", "who = [\"ortga\", ",
            line: "who", says: "no actor \"ortga\""),
        Mistake(
            "a cue that excludes what it asks for", "level|height + lake - salary", "lakes - lake",
            line: "cues", says: "can never match"),
        Mistake(
            "a country in small letters", "country = \"GB\"", "country = \"gb\"",
            line: "country", says: "two capitals"),
        Mistake(
            "a domain with a path", "gazette.example\"]", "https://gazette.example/news\"]",
            line: "domains", says: "no domain"),
        Mistake(
            "a key before the first table", "[dossier]", "stray = 1\n[dossier]",
            line: "stray", says: "before the first table"),
        Mistake(
            "no dossier table", "[dossier]\nid = \"lake\"\ntitle = \"Talks on the lake\"\n", "",
            line: "", says: "no [dossier]"),
    ]

    @Test(arguments: mistakes)
    func `each mistake is named at its line`(mistake: Mistake) throws {
        let (old, new) = mistake.change
        let start = try #require(lake.firstRange(of: old))
        let text = lake.replacingCharacters(in: start, with: new)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let (_, problems) = read(text)
        let found = problems.filter { $0.message.contains(mistake.says) }
        #expect(found.count == 1, "\(problems)")
        let line = try #require(found.first?.line)
        #expect(lines[line - 1].hasPrefix(mistake.line))
        #expect(found.first?.file == "lake.toml")
    }

    @Test func `a point no draft has is a warning, and outside_drafts silences it`() {
        let lonely = """

            [[point]]
            id = "fish"
            name = "Fish"
            topic = "water"
            cues = ["fish"]

            """
        let warned = read(lake + "\n" + lonely)
        #expect(warned.problems.map(\.severity) == [.warning])
        #expect(warned.problems.first?.message.contains("no draft has the point \"fish\"") == true)
        #expect(warned.dossier.points.map(\.id) == ["water-level", "fish"])
        #expect(read(lake + "\n" + lonely + "outside_drafts = true\n").problems == [])
    }

    @Test func `two entries may share a name that is weak in both`() {
        let shared = """

            [[outlet]]
            id = "herald-a"
            name = "Herald A"
            aliases = ["Herald"]
            weak = ["Herald"]
            [[outlet]]
            id = "herald-b"
            name = "Herald B"
            aliases = ["Herald"]
            weak = ["Herald"]
            """
        #expect(read(lake + "\n" + shared).problems == [])
    }

    @Test func `an open array or string loses its own table only`() {
        for broken in ["aliases = [\"opening talks\"", "what = \"\"\"The talks begin."] {
            let key = broken.prefix { $0 != " " }
            let lines = lake.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix("\(key) = ") && !$0.contains("Ortega") && !$0.contains("Hafen")
                    ? broken : String($0)
            }
            let (dossier, problems) = read(lines.joined(separator: "\n"))
            #expect(problems.count == 1, "\(problems)")
            #expect(dossier.events == [])
            #expect(dossier.participants.count == 2)
            #expect(dossier.outlets.count == 1)
        }
    }

    @Test(arguments: ["[", "[[", "[ ]", "[.x]", "[[+]]", "[\u{A0}a]", "[,\"a\"]", "[=]"])
    func `brackets that name no table are a mistake, not the end of the program`(line: String) {
        for text in [line, line + "\n" + lake, lake + "\n" + line, "\u{FEFF}" + line + "\n"] {
            let (dossier, problems) = read(text)
            #expect(!problems.isEmpty, "\(text.prefix(20))")
            #expect(dossier.participants.count <= 2)
        }
    }

    @Test func `several mistakes are all named, in the order of their lines`() {
        let text = lake.replacing("kind = \"person\"", with: "kind = \"ghost\"")
            .replacing("country = \"GB\"", with: "country = 44")
            .replacing("[[topic]]", with: "[[topics]]")
        let lines = read(text).problems.map(\.line)
        #expect(lines.count >= 4)
        #expect(lines == lines.sorted())
    }

    @Test(arguments: [
        ("zero bytes", [0x61, 0x00, 0x62]), ("broken UTF-8", [0x61, 0xFF]),
        ("an over-large file", [UInt8](repeating: 0x23, count: DossierReader.largestFile + 1)),
    ])
    func `a file that is no text is refused with one problem`(name: String, bytes: [UInt8]) {
        let (dossier, problems) = DossierReader.read(bytes, file: "dir/My Talks.toml")
        #expect(problems.count == 1)
        #expect(dossier.id == "my-talks")
        #expect(dossier.points == [])
    }

    @Test func `any cut of a dossier is read without harm`() {
        let bytes = Array(lake.utf8)
        for length in stride(from: 0, through: bytes.count, by: 7) {
            let (dossier, problems) = DossierReader.read(Array(bytes[..<length]), file: "cut.toml")
            #expect(dossier.participants.count <= 2)
            #expect(problems.allSatisfy { $0.line >= 1 })
        }
    }

    @Test func `the hash follows the bytes`() {
        #expect(read(lake).dossier.contentHash == read(lake).dossier.contentHash)
        #expect(read(lake).dossier.contentHash != read(lake + " ").dossier.contentHash)
        #expect(read(lake).dossier.contentHash.utf8.count == 16)
    }

    @Test func `a problem prints as compilers do`() {
        let problem = DossierProblem(file: "a.toml", line: 3, message: "is odd", severity: .warning)
        #expect("\(problem)" == "a.toml:3: warning: is odd")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
