import TestSupport
import Testing

@testable import Screens

@Suite struct LinearTests {
    enum Corpus: Sendable {
        case plain, newcomers, twoDrafts, dated, sourced

        var archive: MemoryArchive {
            switch self {
            case .plain: SampleCorpus.archive
            case .newcomers: SampleCorpus.newcomers
            case .twoDrafts: SampleCorpus.twoDrafts
            case .dated: SampleCorpus.dated
            case .sourced: SampleCorpus.sourced
            }
        }
    }

    /// What is said of the last of the keys.
    private func said(_ keys: String, in archive: MemoryArchive) throws -> [String] {
        let keys = try KeySequence(keys).keys
        var driver = Driver(archive)
        for key in keys.dropLast() { driver.send(.key(key)) }
        let before = driver.state
        driver.send(.key(try #require(keys.last)))
        return linear(driver.state, after: before)
    }

    static let moves: [(String, Corpus, [String])] = [
        (
            "j", Corpus.plain,
            [
                "Article 2 of 4: Southland Herald, about 4 March 2031. Lind returns with nine "
                    + "points and no signature; unread"
            ]
        ),
        ("2j", .plain, ["People 2 of 4: Bo Lind, 2 articles"]),
        ("3j", .plain, ["Points 2 of 4: The sea › Fishing quota, 3 articles"]),
        (
            "5", .plain,
            [
                "Sentence 1 of 2: Border buoys have become a point of the treaty.",
                "by rule: on Border buoys",
            ]
        ),
        (
            "/quota<Enter>n", .plain,
            [
                "Passage 1 of 1, sentence 2: The quota stands at 40,000 tonnes. Article 1 of 3: "
                    + "Southland Herald, about 4 March 2031. Lind returns with nine points and "
                    + "no signature; unread; 1 passage"
            ]
        ),
        (
            "0j", .plain,
            [
                "Fact 2 of 2: Talks day, other time; The talks are told at different times. "
                    + "outlet not stated: met; Southland Herald: came back"
            ]
        ),
        (
            "j<Enter>j", .plain,
            [
                "Sentence 2 of 3: The quota stands at 40,000 tonnes.", "by rule: on Fishing quota",
                "another article differs: Quota tonnes; ? outlet not stated §3: 30,000 tonnes; "
                    + "T The Tide §2: 40,000 tonnes",
            ]
        ),
        (
            "2<Enter>j", .plain,
            [
                "Named 1 of 1: outlet not stated, 1 March 2031, sentence 1: Ada Holm of Northland "
                    + "met Bo Lind on the breakwater."
            ]
        ),
        (
            "Ml", .plain,
            ["Row 1 of 3, column 2 of 4: Fishing quota, The Tide, 2 March 2031: 1 sentence"]
        ),
        (
            "Tjj", .dated,
            ["Row 3 of 4: 2 dossier events, 6–20 Mar 2031: found in no article"]
        ),
        (
            "Cj", .sourced,
            [
                "Row 2 of 3: T The Tide → Gull Wire → her office; sentence 1 of 1: The Tide, 2 "
                    + "March 2031, sentence 4: her office. Pilot fees are settled, her office added."
            ]
        ),
        (
            "Dj", .twoDrafts,
            [
                "Row 2 of 4: 5 Buoys, dropped; 2 articles; sentence 1 of 2: outlet not stated, 1 "
                    + "March 2031, sentence 4: Nobody mentioned the border buoys."
            ]
        ),
        ("Pj", .newcomers, ["Name 2 of 4: Ole Brand, person; 1 article"]),
        (
            "P<Tab>", .newcomers,
            [
                "Sentence 1 of 2 of Ines Corte: Southland Herald, 12 May 2031, sentence 1: Harbour "
                    + "master Ines Corte told Reef Radio that the buoys stand in the wrong place."
            ]
        ),
        (
            "?<Down>", .plain,
            ["Command 2 of 92: ↑ k: Go one row or sentence up; works where you were"]
        ),
    ]

    @Test(arguments: moves)
    func `another selection is one line, with what is beside it on those that follow`(
        keys: String, corpus: Corpus, lines: [String]
    ) throws {
        let said = try said(keys, in: corpus.archive)
        // The number of commands grows.
        #expect(said.map { $0.replacing(#/of \d\d\d?:/#, with: "of 92:") } == lines)
    }

    static let openings: [(String, Corpus, [String])] = [
        (
            "0", Corpus.plain,
            [
                "Harbour treaty. 4 articles; 4 people and bodies; 3 points; 1 Mar 2031 – 10 May 2031",
                "Four articles, 1 March 2031 to 10 May 2031. They do not say the same.",
                "1 contradiction; 1 of another time",
                "Some speak of it, ? outlet not stated; T The Tide; S Southland Herald: Fishing quota",
                "Some speak of it, ? outlet not stated; I The Tide: Border buoys",
                "Only one speaks of it, T The Tide: Pilot fees",
            ]
        ),
        (
            "<Enter>", .plain,
            [
                "The Tide · 10 May 2031", "Border buoys drift into the treaty",
                "beside the text 2 by rule",
            ]
        ),
        (
            "<Space>j<Space>c", .plain,
            [
                "Compare, side by side. 1 differs; 0 same; 0 overlap; 2 sentences only S; 2 only I",
                "Aligned by what a sentence asserts; in the order of S; folded sentences open with "
                    + "Enter",
                "S: Southland Herald, about 4 March 2031; 3 sentences",
                "I: The Tide, 10 May 2031; 2 sentences",
            ]
        ),
        (
            "2<Enter>", .plain,
            [
                "Person · Ada Holm. named in 2 articles; 2 sentences", "All 4 articles",
                "Who this is, dossier: Minister of Northland since 1 May 2029",
                "Named in, ?T··: Southland Herald none found; The Tide none found",
                "Said, 1 statement", "Named, 2 sentences, 1 above",
            ]
        ),
        (
            "3<Enter>", .plain,
            [
                "Topic · The sea. reported by 4 articles; 6 sentences", "All 4 articles",
                "Reported in, ?TSI",
                "What each draft says, dossier: Draft of nine points; No. 3: Southland may land "
                    + "40,000 tonnes of cod a year.",
            ]
        ),
        (
            "1j<Enter>", .plain,
            ["Source · The Tide. 2 articles; cited by no other"]
        ),
        (
            "<Enter>O", .plain,
            [
                "Among the others. lacks 2 points",
                "The Tide, 10 May 2031; Border buoys drift into the treaty",
            ]
        ),
        (
            "M", .plain,
            [
                "Matrix, points by article. 3 of 3 points reported",
                "All 4 articles; oldest first; rows as given",
            ]
        ),
        (
            "T", .dated,
            [
                "Timeline, events and who tells of them. 1 of 5 events told of; 1 other day",
                "All 4 articles; oldest first; left out: 1 date longer than a month",
            ]
        ),
        (
            "C", .sourced,
            [
                "Chains, who has it from whom. 4 chains: 1 ends with a name; 2 unnamed; 1 no speaker "
                    + "given"
            ]
        ),
        ("D", .twoDrafts, ["Drafts compared. 1 kept · 1 changed · 1 dropped · 1 new"]),
        (
            "D", .plain,
            [
                "Drafts", "All 4 articles",
                "The dossier compares no drafts: [[concordance]] in its file says what became of "
                    + "each numbered point.",
            ]
        ),
        ("P", .newcomers, ["Proposals · names the dossier does not have. 4 names"]),
        (
            "/point:fees<Space>zebra<Enter>", .plain,
            [
                "No article fits both parts",
                "point:fees: alone 1 of 4, without it 0 of 4",
                "zebra: alone 0 of 4, without it 1 of 4",
                "Way on 2 of 3: Search without zebra, 1 article",
            ]
        ),
        (
            "2<Space>", .plain,
            [
                "Filter; actor:Ada Holm; 2 of 4 articles, 2 hidden by the filter, 2 passages",
                "Sources 2 of 3; People 2; Points 3; Articles 2 of 4, newest first",
                "People 1 of 4: Ada Holm, 2 articles; a filter that is on",
            ]
        ),
        ("B", .plain, ["Saved searches", "Search:", "0 fit"]),
        ("<C-p>quo", .plain, ["Go to: quo", "3 fit"]),
        ("<Enter>e", .plain, ["Note:"]),
        (
            "/q", .plain,
            [
                "/ q; 3 of 4 articles, 1 hidden by the search, 4 passages",
                "Sources 3; People 2; Points 3; Articles 3 of 4, newest first",
            ]
        ),
        (
            "j<Enter>W", .plain,
            [
                "by rule: names Bo Lind, Southland; words “Bo Lind … Southland”; "
                    + "name Bo Lind: full-name, 90 of 100; name Southland: full-name, 90 of 100"
            ]
        ),
    ]

    @Test(arguments: openings)
    func `another screen says its name, its facts and what it holds`(
        keys: String, corpus: Corpus, beginning: [String]
    ) throws {
        let said = try said(keys, in: corpus.archive)
        #expect(Array(said.prefix(beginning.count)) == beginning)
    }

    @Test func `a notice is said each time, and nothing where nothing changed`() throws {
        var driver = Driver(SampleCorpus.archive)
        for _ in 0..<2 {
            let before = driver.state
            driver.press("Z")
            #expect(
                linear(driver.state, after: before)
                    == ["Z does nothing here; ? lists the keys that do."])
        }
        driver.press("g")
        let before = driver.state
        driver.press("k")
        #expect(linear(driver.state, after: before) == [])
        #expect(
            linearSelection(driver.state)
                == [
                    "Article 1 of 4: The Tide, 10 May 2031. Border buoys drift into the treaty; unread"
                ]
        )
    }

    static let turns: [(String, Corpus, [String])] = [
        (
            "j]", Corpus.plain,
            ["Beside it, sentence 2 of 3: The quota stands at 40,000 tonnes."]
        ),
        ("Cs", .sourced, ["By the outlet that is cited"]),
        ("j][", .plain, ["Article 2 of 4"]),
        ("2<Space>n", .plain, ["Passage 1 of 1"]),
        ("/quota<Left><Left>", .plain, ["/ quota; cursor before “ta”"]),
        ("/quota<Left><End>", .plain, ["/ quota"]),
        (";", .plain, ["Jump: the letters of a row select it, once more they open it; Esc leaves"]),
        (";<Esc>", .plain, ["The letters are gone."]),
    ]

    @Test(arguments: turns)
    func `what only turns or narrows is said as well`(
        keys: String, corpus: Corpus, beginnings: [String]
    ) throws {
        let said = try said(keys, in: corpus.archive)
        #expect(said.count >= beginnings.count)
        for (line, beginning) in zip(said, beginnings) {
            #expect(line.hasPrefix(beginning), "\(said)")
        }
    }

    @Test func `jump labels are said with what they select`() throws {
        let said = try said(";", in: SampleCorpus.archive)
        #expect(said.contains { $0.hasPrefix("s: Article 2 of 4: Southland Herald") })
        #expect(said.contains { $0.hasPrefix("q: People 2 of 4: Bo Lind") })
        #expect(try self.said(";s", in: SampleCorpus.archive).first?.hasPrefix("Article 2") == true)
    }

    @Test func `every screen has something to say, on one line each and without a control`() {
        for screen in Screen.allCases {
            var driver = Driver(SampleCorpus.archive)
            driver.press(Self.ways[screen] ?? "")
            #expect(driver.state.place.screen == screen)
            let lines = linear(driver.state)
            #expect(lines.count > 1, "\(screen)")
            #expect(!linearSelection(driver.state).joined().isEmpty)
            for scalar in lines.joined().unicodeScalars {
                #expect(scalar.value >= 0x20 && scalar.value != 0x7F, "\(screen)")
            }
        }
    }

    /// The keys that lead to each screen.
    private static let ways: [Screen: String] = [
        .overview: "0", .reader: "<Enter>", .compare: "<Space>j<Space>c", .participant: "2<Enter>",
        .source: "1j<Enter>", .point: "3<Enter>", .context: "<Enter>O",
        .history: "<Enter>F", .matrix: "M",
        .timeline: "T", .chains: "C", .drafts: "D", .proposals: "P", .help: "?",
    ]

    @Test(arguments: [
        (Settings.Switch.off, "Error: a\u{FFFD}[2J b\u{FFFD}c “Київ” …"),
        (.on, "Error: a?[2J b?c \"Kiiv\" ."),
    ])
    func `what comes from outside steers nothing`(ascii: Settings.Switch, line: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":set<Space>ascii<Space>\(ascii.rawValue)<Enter>")
        let before = driver.state
        driver.send(.warned("Error: a\u{1B}[2J\nb\u{202E}c “Київ” …"))
        #expect(linear(driver.state, after: before) == [line])
    }
}
