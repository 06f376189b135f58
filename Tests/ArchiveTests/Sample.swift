import Analysis
import Intake
import Queries

@testable import Archive

/// Small invented articles and findings, made without Intake's reader and the analyzer.
enum Sample {
    static func dossier(id: String = "river", hash: String = "1") -> Dossier {
        var dossier = Dossier(id: id, title: "Talks on the river", contentHash: hash)
        var marta = Participant(id: "ilves", name: "Marta Ilves", kind: .person)
        marta.aliases = [Alias("Marta Ilves"), Alias("Ilves"), Alias("Ильвес")]
        let council = Participant(id: "council", name: "River Council", kind: .body)
        dossier.participants = [marta, council]
        var herald = Outlet(id: "herald", name: "The Delta Herald")
        herald.aliases = [Alias("Delta Herald"), Alias("Herald")]
        dossier.outlets = [herald, Outlet(id: "wire", name: "Upland Wire")]
        dossier.topics = [Topic(id: "water", name: "Water"), Topic(id: "money", name: "Money")]
        dossier.points = [
            PlanPoint(id: "quota", name: "Water quota", topic: "water"),
            PlanPoint(id: "gates", name: "Sluice gates", topic: "water"),
            PlanPoint(id: "fund", name: "Repair fund", topic: "money"),
        ]
        dossier.drafts = [Draft(id: "may", title: "May draft")]
        dossier.provisions = [
            Provision(
                draft: "may", number: 3, title: "Quota", text: "A quota by month.",
                points: ["quota"])
        ]
        return dossier
    }

    /// An article of one paragraph with these sentences.
    static func article(
        _ id: String, _ sentences: [String], title: String? = nil, outlet: String? = nil,
        published: String? = nil, kind: Article.Kind = .report, language: String? = "en"
    ) -> Article {
        let text = sentences.joined(separator: " ")
        var ranges: [Sentence] = []
        var start = 0
        for sentence in sentences {
            let end = start + sentence.unicodeScalars.count
            ranges.append(Sentence(paragraph: 0, range: start..<end))
            start = end + 1
        }
        let count = text.unicodeScalars.count
        return Article(
            id: id, contentHash: "h\(text.hashValue)", kind: kind, title: title, outlet: outlet,
            published: published.flatMap { PublicationDate(edtf: $0) }, language: language,
            text: ArticleText(text), paragraphs: [0..<count], sentences: ranges)
    }

    /// The range of `words` in the text of `article`, which must hold them in ASCII.
    static func evidence(_ words: String, in article: Article) -> Evidence {
        let text = Array(article.text.string.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let start = (0...text.count - wanted.count).first {
            Array(text[$0..<$0 + wanted.count]) == wanted
        }
        let range = (start ?? 0)..<(start ?? 0) + wanted.count
        let sentence = article.sentences.firstIndex { $0.range.contains(range.lowerBound) }
        return Evidence(sentence: sentence ?? 0, range: range)
    }

    static func basis(_ words: String, in article: Article) -> Basis {
        Basis(rule: "test-rule", evidence: [evidence(words, in: article)])
    }

    static func actor(
        _ id: String, _ name: String, _ words: String, in article: Article,
        isKnown: Bool = true
    ) -> ActorFinding {
        ActorFinding(
            id: id, name: name, kind: .person, isKnown: isKnown, forms: [words],
            basis: basis(words, in: article))
    }

    static func quote(
        _ words: String, by speaker: String?, id: String?, isNamed: Bool = true,
        in article: Article
    ) -> QuoteFinding {
        let evidence = evidence(words, in: article)
        return QuoteFinding(
            sentence: evidence.sentence, range: evidence.range, kind: .direct, speaker: speaker,
            speakerID: id, speakerMention: nil, isNamed: isNamed, cue: "said", via: nil,
            basis: Basis(rule: "quote-marks", evidence: [evidence]))
    }

    static func stance(
        _ label: StanceFinding.Label, of actor: String, id: String?, on point: String,
        _ words: String, in article: Article
    ) -> StanceFinding {
        let basis = basis(words, in: article)
        return StanceFinding(
            actor: actor, actorID: id, point: point, draft: nil, label: label, condition: nil,
            sentence: basis.evidence[0].sentence, accordingTo: nil, basis: basis)
    }

    /// An archive in memory, without any article.
    static func emptyArchive() throws -> Archive {
        try Archive(path: nil, dossier: dossier(), clock: { 1_000_000 })
    }

    /// Four articles on the river: ids a to d, oldest first; d is undated and states no outlet.
    static func riverArchive() async throws -> Archive {
        let archive = try emptyArchive()
        try await archive.store(river())
        return archive
    }

    static func river() -> [AnalyzedArticle] {
        let a = article(
            "a1",
            ["Marta Ilves opened the talks on Monday.", "The River Council rejects a quota."],
            title: "Talks open in Delta", outlet: "The Delta Herald", published: "2030-05-01")
        var inA = Findings()
        inA.outletID = "herald"
        inA.actors = [
            actor("ilves", "Marta Ilves", "Marta Ilves", in: a),
            actor("council", "River Council", "River Council", in: a),
        ]
        inA.points = [PointFinding(id: "quota", basis: basis("quota", in: a))]
        inA.stances = [
            stance(.rejects, of: "River Council", id: "council", on: "quota", "rejects", in: a)
        ]
        let b = article(
            "b2",
            ["“We will talk again,” Ilves said.", "The gates stay shut, Upland Wire reports."],
            title: "Ilves wants more talking", outlet: "Upland Wire", published: "2030-05-03")
        var inB = Findings()
        inB.outletID = "wire"
        inB.actors = [actor("ilves", "Marta Ilves", "Ilves", in: b)]
        inB.quotes = [quote("We will talk again,", by: "Marta Ilves", id: "ilves", in: b)]
        inB.points = [PointFinding(id: "gates", basis: basis("gates", in: b))]
        inB.citedOutlets = [
            OutletFinding(
                id: "wire", name: "Upland Wire", isKnown: true, how: .reported,
                basis: basis("Upland Wire", in: b))
        ]
        let c = article(
            "c3", ["A fund of 40 million crowns was named.", "A clerk said “not yet” to it."],
            title: "Money for the gates", outlet: "Shore Notes", published: "2030-06~",
            kind: .digest)
        var inC = Findings()
        inC.points = [PointFinding(id: "fund", basis: basis("fund", in: c))]
        inC.quotes = [quote("not yet", by: "a clerk", id: nil, isNamed: false, in: c)]
        inC.actors = [
            actor("proposed-clerk", "Tove Rask", "A clerk", in: c, isKnown: false)
        ]
        let d = article("d4", ["Nothing was said of Zürich or the naïve plan."], language: nil)
        return [
            AnalyzedArticle(article: a, findings: inA),
            AnalyzedArticle(article: b, findings: inB),
            AnalyzedArticle(article: c, findings: inC),
            AnalyzedArticle(article: d, findings: Findings()),
        ]
    }
}

extension Archive {
    /// Stores articles with findings of the test's own making.
    func store(_ articles: [AnalyzedArticle], isBundled: Bool = false) async throws {
        let stamp = inUse.stamp
        try await write { db in
            var writer = try ArticleWriter(db, stamp: stamp, time: self.clock())
            var collector = TermCollector()
            let comparer = Comparer(dossier: self.dossier)
            let keys = ViewKeys(dossier: self.dossier)
            for item in articles {
                let starts = collector.add(item.article)
                let claims = comparer.claims(in: item)
                var prepared = PreparedArticle(
                    article: item.article, origin: item.article.id, isBundled: isBundled,
                    fingerprint: ArticleTable.fingerprint(of: item.article),
                    structure: StructureCodec.bytes(of: ArticleStructure(of: item.article)),
                    findings: FindingsCodec.bytes(of: item.findings),
                    claims: ClaimsCodec.bytes(of: claims),
                    facts: ArticleFacts(
                        of: item.article, item.findings, claims: claims, keys: keys,
                        isBundled: isBundled),
                    wordStarts: starts)
                _ = try writer.store(&prepared)
            }
            try writer.add(collector.terms)
            try writer.finish()
        }
        try await findCopies()
    }
}
