import Intake
import Testing

@testable import Analysis

/// What two articles say, as findings made by hand: the clash rules alone are tested.
struct ClashesTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "fishing", title: "Fishing talks", contentHash: "0")
        var umer = Participant(id: "umer", name: "Yuri Umer", kind: .person)
        umer.aliases = [Alias("Yuri Umer"), Alias("Yury Umer"), Alias("Umer")]
        dossier.participants = [umer]
        var town = Place(id: "kelvin", name: "Kelvin")
        town.aliases = [Alias("Kelvin"), Alias("Kelwyn")]
        var aston = Place(id: "aston", name: "Aston")
        aston.aliases = [Alias("Aston")]
        dossier.places = [town, aston]
        dossier.points = ["quota", "nets", "ports"].map {
            PlanPoint(id: $0, name: $0, topic: $0 == "ports" ? "harbour" : "fish")
        }
        dossier.events = [
            Event(
                id: "talks", name: "Kelvin talks", first: Day(number: 100),
                last: Day(number: 101), place: "Kelvin", what: "Talks on the quota.",
                aliases: [Alias("talks in Aston")])
        ]
        return dossier
    }()

    private func figure(
        _ article: AnalyzedArticle, _ sentence: Int, _ words: String, _ value: Double,
        about: String? = "plan.quota", draft: String? = nil, event: String? = nil,
        isApproximate: Bool = false
    ) -> FigureFinding {
        let evidence = article.evidence(words, in: sentence)
        return FigureFinding(
            sentence: sentence, range: evidence.range, value: value, unit: "ton",
            isApproximate: isApproximate, about: about, draft: draft, event: event,
            basis: Basis(rule: "test", evidence: [evidence]))
    }

    private func stance(
        _ article: AnalyzedArticle, _ sentence: Int, _ label: StanceFinding.Label,
        draft: String? = nil
    ) -> StanceFinding {
        StanceFinding(
            actor: "Freedonia", actorID: "freedonia", point: "quota", draft: draft, label: label,
            condition: nil, sentence: sentence, accordingTo: nil,
            basis: Basis(rule: "test", evidence: [article.evidence("quota", in: sentence)]))
    }

    private func clashes(
        _ left: AnalyzedArticle, _ right: AnalyzedArticle
    ) -> [Comparison.Clash] {
        Comparer(dossier: Self.dossier).comparison(of: [left, right]).clashes
    }

    private var left: AnalyzedArticle {
        sample(["The quota is 40 tons.", "Umer spoke in Kelvin."], published: "2025-03-01")
    }
    private var right: AnalyzedArticle {
        sample(["Another day began.", "The quota is 50 tons."], published: "2025-03-02")
    }

    // MARK: Figures

    @Test func `different figures for one thing contradict each other`() throws {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40)]
        right.findings.figures = [figure(right, 1, "50 tons", 50)]
        let clash = try #require(clashes(left, right).first)
        #expect(clash.kind == .figure)
        #expect(clash.relation == .contradiction)
        #expect(clash.about == "plan.quota")
        #expect(clash.values.map(\.sentences) == [[0], [1]])
        #expect(clash.values.map(\.text) == ["40 tons", "50 tons"])
        #expect(
            clash.explanation == "The figures contradict each other: “40 tons” and “50 tons”.")
    }

    @Test func `sentences that differ on a fact stand in one row that says so`() throws {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40)]
        right.findings.figures = [figure(right, 1, "50 tons", 50)]
        let rows = Comparer(dossier: Self.dossier).comparison(of: [left, right]).rows
        let row = try #require(rows.first { $0.sentences == [[0], [1]] })
        #expect(row.kind == .differs)
        #expect(row.why == "figure 40 tons / 50 tons")
    }

    @Test(
        arguments: [
            ("equal", 40, "plan.quota", nil, nil, nil, nil),
            ("about another thing", 50, "plan.price", nil, nil, nil, nil),
            ("about another event", 50, "talks.duration", nil, nil, "spring", "autumn"),
        ] as [(String, Double, String, String?, String?, String?, String?)])
    func `no clash when figures are`(
        name: String, value: Double, about: String, draft: String?, other: String?,
        event: String?, otherEvent: String?
    ) {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40, draft: draft, event: event)]
        right.findings.figures = [
            figure(right, 1, "50 tons", value, about: about, draft: other, event: otherEvent)
        ]
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `an article that gives both figures does not differ`() {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40)]
        right.findings.figures = [figure(right, 1, "50 tons", 50), figure(right, 1, "50", 40)]
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `two figures of one article against one of the other are one clash of three values`()
    {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40)]
        right.findings.figures = [figure(right, 1, "50", 50), figure(right, 1, "tons", 60)]
        #expect(clashes(left, right).map { $0.values.map(\.text) } == [["40 tons", "50", "tons"]])
    }

    @Test func `what hangs on an event is compared where both name the same one`() {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40, about: "talks.duration")]
        right.findings.figures = [figure(right, 1, "50 tons", 50, about: "talks.duration")]
        #expect(clashes(left, right).isEmpty)
        left.findings.figures[0].event = "spring"
        right.findings.figures[0].event = "spring"
        #expect(clashes(left, right).map(\.relation) == [.contradiction])
    }

    @Test func `about a tenth more is the same when one is about`() {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40, isApproximate: true)]
        right.findings.figures = [figure(right, 1, "50 tons", 43)]
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `figures of two drafts are a later version, the same figure a clash of versions`() {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40, draft: "first")]
        right.findings.figures = [figure(right, 1, "50 tons", 50, draft: "second")]
        #expect(clashes(left, right).map(\.relation) == [.laterVersion])
        right.findings.figures = [figure(right, 1, "50 tons", 40, draft: "second")]
        #expect(clashes(left, right).map(\.kind) == [.version])
    }

    @Test func `articles of different months speak of different times`() {
        var left = left
        var right = sample(["The quota is 50 tons."], published: "2025-06-02")
        left.findings.figures = [figure(left, 0, "40 tons", 40)]
        right.findings.figures = [figure(right, 0, "50 tons", 50)]
        #expect(clashes(left, right).map(\.relation) == [.otherTime])
    }

    @Test(arguments: [
        ("plan.points", nil, Comparison.Clash.Relation.laterVersion),
        ("plan.points", "first", .contradiction), ("plan.quota", nil, .contradiction),
    ])
    func `a plan of other points is another draft, where it is not said to be the same`(
        about: String, draft: String?, relation: Comparison.Clash.Relation
    ) {
        var (left, right) = (left, right)
        left.findings.figures = [figure(left, 0, "40 tons", 40, about: about, draft: "first")]
        right.findings.figures = [figure(right, 1, "50 tons", 50, about: about, draft: draft)]
        #expect(clashes(left, right).map(\.relation) == [relation])
        right.findings.figures = [figure(right, 1, "50 tons", 40, about: about)]
        #expect(clashes(left, right).isEmpty)
    }

    // MARK: Positions

    @Test(arguments: [
        (StanceFinding.Label.accepts, StanceFinding.Label.rejects, true),
        (.demands, .removed, true), (.accepts, .demands, false), (.rejects, .deferred, false),
        (.open, .rejects, false), (.unresolved, .accepts, false),
    ])
    func `positions for and against contradict each other`(
        a: StanceFinding.Label, b: StanceFinding.Label, clash: Bool
    ) {
        var (left, right) = (left, right)
        left.findings.stances = [stance(left, 0, a)]
        right.findings.stances = [stance(right, 1, b)]
        #expect(clashes(left, right).map(\.kind) == (clash ? [.position] : []))
        right.findings.stances.append(stance(right, 1, a))
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `demands that share a point of a topic and differ in another are told differently`()
    {
        var (left, right) = (left, right)
        func demand(_ article: AnalyzedArticle, _ sentence: Int, _ point: String) -> StanceFinding {
            var stance = stance(article, sentence, .demands)
            stance.point = point
            return stance
        }
        left.findings.stances = [demand(left, 0, "quota"), demand(left, 0, "nets")]
        right.findings.stances = [demand(right, 1, "quota")]
        #expect(clashes(left, right).map(\.about) == ["freedonia.fish.demands"])
        #expect(clashes(left, right).map(\.relation) == [.laterVersion])
        right.findings.stances.append(demand(right, 1, "nets"))
        #expect(clashes(left, right).isEmpty)
        right.findings.stances = [demand(right, 1, "ports")]
        #expect(clashes(left, right).isEmpty)
    }

    @Test(arguments: [
        (
            "Envoys called the talks in Aston constructive.",
            "The talks in Aston were less useful.", true
        ),
        (
            "Envoys called the talks in Aston constructive.", "The talks in Aston were useful.",
            false
        ),
        (
            "Envoys called the talks in Aston constructive.", "The talks at sea ended in deadlock.",
            false
        ),
        ("The talks in Aston ended in deadlock.", "The talks in Aston were not fruitful.", false),
    ])
    func `one meeting told of in opposite words is a clash`(
        here: String, there: String, clash: Bool
    ) {
        let found = clashes(sample([here]), sample([there]))
        #expect(
            found.filter { $0.kind == .position }.map(\.about) == (clash ? ["talks.outcome"] : []))
    }

    // MARK: Dates and versions

    @Test func `days of one event that never meet contradict each other`() {
        var (left, right) = (left, right)
        func date(_ article: AnalyzedArticle, _ sentence: Int, _ day: Int32) -> DateFinding {
            let evidence = article.evidence("quota", in: sentence)
            return DateFinding(
                sentence: sentence, range: evidence.range, edtf: "x", first: Day(number: day),
                last: Day(number: day + 1), isRelative: sentence == 0, event: "signing",
                basis: Basis(rule: "test", evidence: [evidence]))
        }
        for index in 0..<2 {
            let article = index == 0 ? left : right
            let evidence = article.evidence("quota", in: index)
            let event = EventFinding(
                id: "signing", basis: Basis(rule: "test", evidence: [evidence]))
            if index == 0 {
                left.findings.events = [event]
            } else {
                right.findings.events = [event]
            }
        }
        left.findings.dates = [date(left, 0, 100)]
        right.findings.dates = [date(right, 1, 101)]
        #expect(clashes(left, right).isEmpty)
        right.findings.dates = [date(right, 1, 102)]
        #expect(clashes(left, right).map(\.kind) == [.date])
        // What counts from the article's day says which days it means.
        #expect(
            clashes(left, right).first?.values.map(\.text) == ["quota (11–12 Apr 1970)", "quota"])
        right.findings.events = []
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `a point told of another draft in each article is a clash of versions`() {
        var (left, right) = (left, right)
        func add(_ article: inout AnalyzedArticle, _ sentence: Int, _ draft: String) {
            let basis = Basis(rule: "test", evidence: [article.evidence("quota", in: sentence)])
            article.findings.points = [PointFinding(id: "quota", basis: basis)]
            article.findings.drafts = [DraftFinding(id: draft, basis: basis)]
        }
        add(&left, 0, "first")
        add(&right, 1, "second")
        #expect(clashes(left, right).map(\.about) == ["version.quota"])
        add(&right, 1, "first")
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `a draft that only the sentence before names goes by context, a demand by none`() {
        var (left, right) = (left, sample(["The second draft is out.", "The quota is 50 tons."]))
        func basis(_ article: AnalyzedArticle, _ word: String, _ sentence: Int) -> Basis {
            Basis(rule: "test", evidence: [article.evidence(word, in: sentence)])
        }
        left.findings.points = [PointFinding(id: "quota", basis: basis(left, "quota", 0))]
        left.findings.drafts = [DraftFinding(id: "first", basis: basis(left, "quota", 0))]
        right.findings.points = [PointFinding(id: "quota", basis: basis(right, "quota", 1))]
        right.findings.drafts = [DraftFinding(id: "second", basis: basis(right, "draft", 0))]
        #expect(clashes(left, right).isEmpty)
        right.findings.points.append(PointFinding(id: "nets", basis: basis(right, "draft", 0)))
        #expect(
            clashes(left, right).map { $0.values.map(\.text) } == [["first", "second, by context"]])
        right.findings.stances = [stance(right, 1, .demands)]
        #expect(clashes(left, right).isEmpty)
    }

    @Test func `articles of other months tell of other drafts as a matter of course`() {
        var left = left
        var right = sample(["The quota is 50 tons."], published: "2025-06-02")
        for (article, draft) in [(left, "first"), (right, "second")] {
            let basis = Basis(rule: "test", evidence: [article.evidence("quota", in: 0)])
            var findings = Findings()
            findings.points = [PointFinding(id: "quota", basis: basis)]
            findings.drafts = [DraftFinding(id: draft, basis: basis)]
            if draft == "first" { left.findings = findings } else { right.findings = findings }
        }
        #expect(clashes(left, right).isEmpty)
    }

    // MARK: Places and quotations

    @Test func `one event placed by two of its names differs, a place passed through does not`() {
        var left = sample(["Talks were held in Kelvin."])
        var right = sample(["Talks were held in Port Leith after a stop in Leith."])
        for index in 0..<2 {
            let article = index == 0 ? left : right
            let basis = Basis(rule: "test", evidence: [article.evidence("Talks", in: 0)])
            let event = EventFinding(id: "talks", basis: basis)
            if index == 0 {
                left.findings.events = [event]
            } else {
                right.findings.events = [event]
            }
        }
        #expect(clashes(left, right).isEmpty)
        let third = sample(["Talks were held in Aston."])
        let other = AnalyzedArticle(article: third.article, findings: right.findings)
        #expect(clashes(left, other).map(\.about) == ["talks.place"])
        // One that names both places differs from neither.
        var both = sample(["Talks were held in Kelvin, near Aston."])
        let basis = Basis(rule: "test", evidence: [both.evidence("Talks", in: 0)])
        both.findings.events = [EventFinding(id: "talks", basis: basis)]
        #expect(clashes(both, other).isEmpty && clashes(left, both).isEmpty)
    }

    private func quote(_ article: AnalyzedArticle, _ words: String) -> QuoteFinding {
        let evidence = article.evidence(words, in: 0)
        return QuoteFinding(
            sentence: 0, range: evidence.range, kind: .direct, speaker: "Umer", speakerID: "umer",
            speakerMention: nil, isNamed: true, cue: nil, via: nil,
            basis: Basis(rule: "test", evidence: [evidence]))
    }

    @Test(arguments: [
        (
            "There is hope that boats sail again soon", "I say there is hope that boats sail today",
            true
        ),
        ("There is hope that boats sail again", "hope that boats sail again", false),
        ("There is hope that boats sail again", "We expect rain in the north this week", false),
    ])
    func `one remark in two wordings differs, a shorter cut of it does not`(
        here: String, there: String, differ: Bool
    ) {
        var left = sample(["“\(here),” Umer said."])
        var right = sample(["“\(there),” Umer said."])
        left.findings.quotes = [quote(left, here)]
        right.findings.quotes = [quote(right, there)]
        #expect(clashes(left, right).map(\.kind) == (differ ? [.version] : []))
    }

    // MARK: Names

    @Test func `spellings of one name differ, with all their sentences`() throws {
        let left = sample([
            "Minister Yuri Umer spoke.", "Envoys met in Kelvin.", "Kelvin was calm.",
        ])
        let right = sample(["Envoys met in Kelwyn.", "Minister Yury Umer spoke."])
        let found = clashes(left, right)
        #expect(found.map(\.relation) == [.spelling, .spelling])
        let kelvin = try #require(found.first { $0.about.contains("kelvin") })
        #expect(kelvin.values.map(\.sentences) == [[1, 2], [0]])
        #expect(kelvin.values.map(\.text) == ["Kelvin", "Kelwyn"])
    }

    @Test(arguments: [
        ("donbas", "donbass", true), ("kyiv", "kiev", true), ("zelensky", "zelenskyy", true),
        ("russia", "russian", false), ("state", "states", false), ("paris", "berlin", false),
        ("moscow", "washington", false), ("ivan", "evan", false),
    ])
    func `variants are near in letters and no inflections`(a: String, b: String, isVariant: Bool) {
        #expect(NameClashes.areVariants(a, b) == isVariant)
        #expect(NameClashes.areVariants(b, a) == isVariant)
    }

    @Test func `offices that none contains differ, fuller and shorter ones agree`() {
        let left = sample(["Presidential aide Yuri Umer spoke."])
        let fuller = sample(["Senior presidential aide Yuri Umer spoke."])
        let other = sample(["Economic envoy Yuri Umer spoke."])
        #expect(clashes(left, fuller).isEmpty)
        #expect(clashes(left, other).map(\.about) == ["office.umer"])
    }

    @Test func `three articles make one clash of a fact`() {
        var articles = [left, right, sample(["Officials named 60 tons."], published: "2025-03-03")]
        articles[0].findings.figures = [figure(articles[0], 0, "40 tons", 40)]
        articles[1].findings.figures = [figure(articles[1], 1, "50 tons", 50)]
        articles[2].findings.figures = [figure(articles[2], 0, "60 tons", 60)]
        let found = Comparer(dossier: Self.dossier).comparison(of: articles).clashes
        #expect(found.map { $0.values.map(\.column) } == [[0, 1, 2]])
    }
}
