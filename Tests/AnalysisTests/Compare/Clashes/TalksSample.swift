import Intake

@testable import Analysis

/// A made-up negotiation between two states, for the clash rules that read names and words.
enum TalksSample {
    static let dossier: Dossier = {
        var dossier = Dossier(id: "fishing", title: "Fishing talks", contentHash: "0")
        dossier.participants = [
            participant("freedonia", "Freedonia", .state),
            participant("sylvania", "Sylvania", .state),
            participant("norway", "Norway", .state),
            participant("umer", "Yuri Umer", .person, "Umer"),
            participant("olsen", "Kari Olsen", .person, "Olsen"),
        ]
        dossier.participants[3].roles = [.init(title: "President of Freedonia")]
        dossier.points = [
            ("quota", "fish"), ("nets", "fish"), ("boats", "fish"), ("ports", "harbour"),
        ].map { PlanPoint(id: $0.0, name: $0.0, topic: $0.1) }
        dossier.events = [
            Event(
                id: "lisbon", name: "Lisbon talks", first: day(2025, 11, 23),
                last: day(2025, 11, 23), place: "Lisbon", what: "Talks on the quota.",
                aliases: [Alias("talks in Lisbon")])
        ]
        return dossier
    }()

    private static func participant(
        _ id: String, _ name: String, _ kind: Participant.Kind, _ short: String? = nil
    ) -> Participant {
        var participant = Participant(id: id, name: name, kind: kind)
        participant.aliases = ([name] + (short.map { [$0] } ?? [])).map { Alias($0) }
        return participant
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(number: 0)
    }

    /// The clashes between two articles, each with everything the rules find in it.
    static func clashes(
        _ left: [String], _ right: [String], _ days: (String?, String?) = (nil, nil)
    ) -> [Comparison.Clash] {
        let analyzer = Analyzer(dossier: dossier)
        let articles = [sample(left, published: days.0), sample(right, published: days.1)]
            .map {
                AnalyzedArticle(article: $0.article, findings: analyzer.findings(in: $0.article))
            }
        return Comparer(dossier: dossier).comparison(of: articles).clashes
    }
}
