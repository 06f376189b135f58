package import Analysis
import Intake
import Queries

/// Four short articles about an invented negotiation, with findings made by looking for words:
/// the screens' tests do not change when the analysis does.
package enum SampleCorpus {
    package static let dossier: Dossier = {
        var dossier = Dossier(id: "harbour", title: "Harbour treaty", contentHash: "1")
        dossier.topics = [
            Topic(id: "sea", name: "The sea"), Topic(id: "trade", name: "Trade"),
        ]
        dossier.points = [
            point("quota", "Fishing quota", "sea", "Southland may land 40,000 tonnes"),
            point("buoys", "Border buoys", "sea", nil),
            point("fees", "Pilot fees", "trade", nil),
        ]
        dossier.participants = [
            person("holm", "Ada Holm", "Minister of Northland"),
            person("lind", "Bo Lind", "Envoy of Southland"),
            Participant(id: "northland", name: "Northland", kind: .state),
            Participant(id: "southland", name: "Southland", kind: .state),
        ]
        dossier.outlets = [
            Outlet(id: "tide", name: "The Tide"), Outlet(id: "herald", name: "Southland Herald"),
            Outlet(id: "gull", name: "Gull Wire"),
        ]
        dossier.drafts = [Draft(id: "draft-9", title: "Draft of nine points")]
        dossier.provisions = [
            Provision(
                draft: "draft-9", number: 3, title: "Quota",
                text: "Southland may land 40,000 tonnes of cod a year.", points: ["quota"])
        ]
        return dossier
    }()

    package static let articles: [AnalyzedArticle] = [
        article(
            "1111111111111111", nil, "2031-03-01", "Envoys meet on the breakwater",
            [
                "Ada Holm of Northland met Bo Lind on the breakwater.",
                "They spoke of the fishing quota for two hours.",
                "¶", "Northland offers a quota of 30,000 tonnes, Gull Wire reports.",
                "Nobody mentioned the border buoys.",
            ]),
        article(
            "2222222222222222", "The Tide", "2031-03-02", "Quota divides the harbour talks",
            [
                "The fishing quota divides Northland and Southland.",
                "The draft names 40,000 tonnes, twice what Northland wanted at first.",
                "¶", "“We will not sign this,” Ada Holm said.",
                "Pilot fees are settled, her office added.",
            ]),
        article(
            "3333333333333333", "Southland Herald", "2031-03-04~",
            "Lind returns with nine points and no signature",
            [
                "Bo Lind came back to Southland with a draft of nine points.",
                "The quota stands at 40,000 tonnes.",
                "¶", "He called the talks “frank and wet.”",
            ]),
        article(
            "4444444444444444", "The Tide", "2031-05-10", "Border buoys drift into the treaty",
            [
                "Border buoys have become a point of the treaty.",
                "Northland wants them lit; Southland does not.",
            ]),
    ]

    /// The four, and a dossier that says what became of three points of nine in a draft of seven.
    package static let twoDrafts: MemoryArchive = {
        var dossier = SampleCorpus.dossier
        var later = Draft(id: "draft-7", title: "Draft of seven points")
        later.date = PublicationDate(edtf: "2031-02-28")
        dossier.drafts.append(later)
        dossier.provisions += [
            Provision(
                draft: "draft-9", number: 5, title: "Buoys", text: "Buoys are lit by night.",
                points: ["buoys"]),
            Provision(
                draft: "draft-7", number: 1, title: "Quota by season",
                text: "Southland may land 10,000 tonnes of cod a season.", points: ["quota"]),
            Provision(
                draft: "draft-7", number: 2, title: "Pilots", text: "Pilots are paid alike.",
                points: ["fees"], isCertain: false),
        ]
        dossier.concordance = [
            ConcordanceRow(
                fromDraft: "draft-9", toDraft: "draft-7", from: nil, to: 2, fate: .new),
            ConcordanceRow(
                fromDraft: "draft-9", toDraft: "draft-7", from: 3, to: 1, fate: .changed,
                note: "by season, not by year"),
            ConcordanceRow(
                fromDraft: "draft-9", toDraft: "draft-7", from: 5, to: nil, fate: .dropped),
            ConcordanceRow(
                fromDraft: "draft-9", toDraft: "draft-7", from: 6, to: 3, fate: .kept),
        ]
        return MemoryArchive(dossier: dossier, articles: articles)
    }()

    /// The four and a fifth that names people, a body and an outlet nobody has heard of.
    package static let newcomers: MemoryArchive = {
        var last = article(
            "5555555555555555", "Southland Herald", "2031-05-12", "A harbour master objects",
            [
                "Harbour master Ines Corte told Reef Radio that the buoys stand in the wrong place.",
                "The Pilots Guild stands by her.",
                "¶", "“Ask the fish,” said Corte, who sailed with Ole Brand of the Pilots Guild.",
            ])
        add("ines-corte", ["Ines Corte", "Corte"], .person, to: &last)
        add("pilots-guild", ["Pilots Guild"], .body, to: &last)
        add("ole-brand", ["Ole Brand"], .person, to: &last)
        let radio = places(of: "Reef Radio", in: last.article)
        last.findings.citedOutlets.append(
            OutletFinding(
                id: "reef-radio", name: "Reef Radio", isKnown: false, how: .told,
                basis: Basis(rule: "name-shape", confidence: 0.75, evidence: radio)))
        return MemoryArchive(dossier: dossier, articles: articles + [last])
    }()

    /// The four, and a dossier with events: the first is told of by three articles, two in a row by
    /// none; one article names a day that is no event.
    package static let dated: MemoryArchive = {
        var dossier = SampleCorpus.dossier
        dossier.events = [
            event("breakwater", "Meeting on the breakwater", "2031-02-28"),
            event("storm", "Storm at the harbour", "2031-03-06"),
            event("recess", "Recess", "2031-03-20"),
            event("signing", "Signing", "2031-06-01"), event("feast", "Feast", "2031-06-02"),
        ]
        var articles = SampleCorpus.articles
        for (index, words) in [(0, "breakwater"), (1, "harbour talks"), (2, "the talks")] {
            let text = articles[index].article
            let found = places(of: words, in: text) + places(of: "The fishing quota", in: text)
            articles[index].findings.events = [
                EventFinding(
                    id: "breakwater", basis: Basis(rule: "name-of-event", evidence: found))
            ]
        }
        if let place = places(of: "have become", in: articles[3].article).first,
            let day = Day(iso: "2031-03-03")
        {
            for (first, last) in [(day, day), (day - 100, day + 100)] {
                articles[3].findings.dates.append(
                    DateFinding(
                        sentence: place.sentence, range: place.range, edtf: first.iso, first: first,
                        last: last, isRelative: true, event: nil,
                        basis: Basis(rule: "weekday", evidence: [place])))
            }
        }
        return MemoryArchive(dossier: dossier, articles: articles)
    }()

    /// The four, where two have something from Gull Wire, one of them from an office without a
    /// name, and one has it straight from nobody by name.
    package static let sourced: MemoryArchive = {
        var articles = SampleCorpus.articles
        let told = [
            (1, "Pilot fees are settled,", "her office", "Gull Wire"),
            (2, "The quota stands at 40,000 tonnes", "people on the quay", nil),
        ]
        for (index, words, speaker, via) in told {
            guard let place = places(of: words, in: articles[index].article).first else { continue }
            articles[index].findings.quotes.append(
                QuoteFinding(
                    sentence: place.sentence, range: place.range, kind: .indirect,
                    speaker: speaker, speakerID: nil, speakerMention: speaker, isNamed: false,
                    cue: "added", via: via, basis: Basis(rule: "cue-after", evidence: [place])))
        }
        return MemoryArchive(dossier: dossier, articles: articles)
    }()

    private static func event(_ id: String, _ name: String, _ date: String) -> Event {
        let day = Day(iso: date) ?? Day(number: 0)
        return Event(id: id, name: name, first: day, last: day, what: "\(name) as planned.")
    }

    private static func add(
        _ id: String, _ forms: [String], _ kind: Participant.Kind,
        to analyzed: inout AnalyzedArticle
    ) {
        var evidence: [Evidence] = []
        for place in forms.flatMap({ places(of: $0, in: analyzed.article) })
        where !evidence.contains(where: { $0.range.overlaps(place.range) }) {
            evidence.append(place)
        }
        analyzed.findings.actors.append(
            ActorFinding(
                id: id, name: forms[0], kind: kind, isKnown: false, forms: forms,
                basis: Basis(rule: "name-shape", confidence: 0.75, evidence: evidence)))
    }

    package static let archive: MemoryArchive = {
        var archive = MemoryArchive(dossier: dossier, articles: articles) { compared($0) }
        archive.disagreements = [
            Disagreement(
                about: "quota.tonnes", kind: .figure, relation: .contradiction,
                values: [
                    value(0, 2, "30,000 tonnes"), value(1, 1, "40,000 tonnes"),
                    value(2, 1, "40,000 tonnes"),
                ],
                explanation: "The quota is 30,000 or 40,000 tonnes."),
            Disagreement(
                about: "talks.day", kind: .date, relation: .otherTime,
                values: [value(0, 0, "met"), value(2, 0, "came back")],
                explanation: "The talks are told at different times."),
        ]
        return archive
    }()

    private static func point(
        _ id: String, _ name: String, _ topic: String, _ provision: String?
    ) -> PlanPoint {
        var point = PlanPoint(id: id, name: name, topic: topic)
        point.provision = provision
        return point
    }

    private static func person(_ id: String, _ name: String, _ role: String) -> Participant {
        var person = Participant(id: id, name: name, kind: .person)
        person.roles = [.init(title: role, from: Day(year: 2029, month: 5, day: 1))]
        return person
    }

    private static func article(
        _ id: String, _ outlet: String?, _ date: String, _ title: String, _ sentences: [String]
    ) -> AnalyzedArticle {
        var text = ""
        var starts = [0]
        var ranges: [Sentence] = []
        for sentence in sentences {
            if sentence == "¶" {
                text += "\n\n"
                starts.append(text.unicodeScalars.count)
                continue
            }
            if text.unicodeScalars.count > starts[starts.count - 1] { text += " " }
            let start = text.unicodeScalars.count
            text += sentence
            ranges.append(
                Sentence(
                    paragraph: starts.count - 1, range: start..<text.unicodeScalars.count))
        }
        let paragraphs = starts.indices.map { index in
            starts[
                index]..<(index + 1 < starts.count
                ? starts[index + 1] - 2 : text.unicodeScalars.count)
        }
        let article = Article(
            id: id, contentHash: id, title: title, outlet: outlet,
            published: PublicationDate(edtf: date), language: "en", text: ArticleText(text),
            paragraphs: paragraphs, sentences: ranges)
        return AnalyzedArticle(article: article, findings: findings(in: article))
    }

    private static func findings(in article: Article) -> Findings {
        var findings = Findings()
        findings.outletID = dossier.outlets.first { $0.name == article.outlet }?.id
        func basis(_ words: [String], _ rule: String) -> Basis? {
            let evidence = words.flatMap { places(of: $0, in: article) }
                .sorted { $0.range.lowerBound < $1.range.lowerBound }
            return evidence.isEmpty
                ? nil : Basis(rule: rule, cue: words[0], confidence: 0.9, evidence: evidence)
        }
        for person in dossier.participants {
            let words =
                person.kind == .person ? [person.name] : [person.name + " ", person.name + "."]
            guard let basis = basis(words, "full-name") else { continue }
            findings.actors.append(
                ActorFinding(
                    id: person.id, name: person.name, kind: person.kind, isKnown: true,
                    forms: [person.name], basis: basis))
        }
        for (id, cue) in [("quota", "quota"), ("buoys", "order buoys"), ("fees", "Pilot fees")] {
            if let basis = basis([cue], "cue") {
                findings.points.append(PointFinding(id: id, basis: basis))
            }
        }
        if let basis = basis(["Gull Wire"], "reporting-verb") {
            findings.citedOutlets.append(
                OutletFinding(
                    id: "gull", name: "Gull Wire", isKnown: true, how: .reported, basis: basis))
        }
        if let basis = basis(["We will not sign this"], "quotation"),
            let place = basis.evidence.first
        {
            findings.quotes.append(
                QuoteFinding(
                    sentence: place.sentence, range: place.range, kind: .direct,
                    speaker: "Ada Holm", speakerID: "holm", speakerMention: "Ada Holm",
                    isNamed: true, cue: "said", via: nil, basis: basis))
        }
        return findings
    }

    private static func places(of words: String, in article: Article) -> [Evidence] {
        let wanted = Array(words.unicodeScalars)
        return article.sentences.enumerated().flatMap { index, sentence -> [Evidence] in
            let text = Array(article.sentenceText(index).unicodeScalars)
            guard text.count >= wanted.count else { return [] }
            return (0...text.count - wanted.count).filter {
                Array(text[$0..<$0 + wanted.count]) == wanted
            }.map {
                let start = sentence.range.lowerBound + $0
                return Evidence(sentence: index, range: start..<start + wanted.count)
            }
        }
    }

    private static func value(_ article: Int, _ sentence: Int, _ words: String)
        -> Disagreement.Value
    {
        let source = articles[article].article
        let place = places(of: words, in: source).first { $0.sentence == sentence }
        let start = source.sentences[sentence].range.lowerBound
        let range = place?.range ?? start..<start
        return Disagreement.Value(
            articleID: source.id, sentence: sentence,
            sentenceText: source.sentenceText(sentence),
            range: range.lowerBound - start..<range.upperBound - start, text: words,
            outlet: source.outlet, published: source.published)
    }

    /// Sentences about the quota stand beside each other; all others stand alone.
    private static func compared(_ articles: [AnalyzedArticle]) -> Comparison {
        var comparison = Comparison()
        let quota = articles.map { analyzed in
            analyzed.findings.points.first { $0.id == "quota" }?.basis.sentences.last
        }
        for (column, analyzed) in articles.enumerated() {
            for sentence in analyzed.article.sentences.indices {
                var sentences = Array(repeating: [Int](), count: articles.count)
                if sentence == quota[column] {
                    guard column == 0 else { continue }
                    comparison.rows.append(
                        Comparison.Row(
                            kind: .differs, sentences: quota.map { $0.map { [$0] } ?? [] },
                            points: ["quota"], why: "quota in tonnes"))
                    continue
                }
                sentences[column] = [sentence]
                comparison.rows.append(Comparison.Row(kind: .only, sentences: sentences))
            }
        }
        let clash = Comparison.Clash(
            about: "quota.tonnes", kind: .figure, relation: .contradiction,
            values: quota.enumerated().compactMap { column, sentence in
                sentence.map {
                    .init(
                        column: column, sentences: [$0], range: 0..<1,
                        text: column == 0 ? "30,000" : "40,000")
                }
            }, explanation: "The figures contradict each other.")
        comparison.facts = [
            .init(
                about: clash.about, kind: clash.kind, clash: clash,
                places: quota.enumerated().compactMap { column, sentence in
                    sentence.map {
                        .init(
                            column: column, sentence: $0,
                            range: articles[column].article.sentences[$0].range)
                    }
                })
        ]
        comparison.points = [
            .init(id: "quota", sentences: quota.map { $0.map { [$0] } ?? [] })
        ]
        return comparison
    }
}
