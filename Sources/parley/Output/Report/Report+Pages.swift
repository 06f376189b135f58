import Analysis
import Intake
import Queries

extension Report {
    init(_ page: ParticipantPage) {
        let participant = page.participant
        self.init(address: .actor(participant.id), title: participant.name)
        facts = [
            Fact("kind", "Kind", participant.kind.rawValue),
            Fact("articles", "Articles that name it", .count(page.articleCount)),
        ]
        if let note = participant.note { facts.append(Fact("note", "Note", note)) }
        let roles = participant.roles.map { role in
            Row([
                .text(role.title), .optional(role.from?.iso), .optional(role.until?.iso),
                .text(participant.rolesChecked ? "checked" : "not checked"),
            ])
        }
        sections = [
            Section(
                "Offices",
                columns: [
                    Column("office", "Office"), Column("since", "Since"),
                    Column("until", "Until"), Column("checked", "Checked"),
                ], rows: roles),
            Report.values("Spelled", page.spellings),
            Report.values("Named beside", page.namedBeside),
            Report.offices(page.offices),
        ]
        sections += page.stances.map { history in
            let point = page.points.first { $0.id == history.point }
            return Report.history(history, of: "On \(point?.name ?? history.point)", point)
        }
        sections += [
            Report.cited("Quoted", page.quotesBy), Report.cited("Said of it", page.quotesAbout),
            Report.cited("Named", page.mentions),
        ]
    }

    init(_ page: SourcePage) {
        let outlet = page.outlet
        self.init(address: .source(outlet.id), title: outlet.name)
        facts = [
            ("medium", "Medium", outlet.medium), ("owner", "Owner", outlet.owner),
            ("country", "Country", outlet.country), ("note", "Note", outlet.note),
        ].compactMap { key, name, value in value.map { Fact(key, name, $0) } }
        if facts.isEmpty { notes = ["Not in the dossier."] }
        sections = [
            Section(
                "Published", columns: Report.articleColumns,
                rows: page.published.map { Row(Report.cells(of: $0)) }),
            Report.values("Cites", page.cites), Report.cited("Cited by", page.citedBy),
            Report.values("Speaks of", page.speaksOf), Report.values("Names", page.names),
        ]
    }

    /// `sentence` gives the sentence of a value on which articles differ as it is quoted.
    init(
        _ page: PointPage, sentence: (Disagreement.Value) throws -> Quoted?
    ) rethrows {
        self.init(
            address: .point(page.point.id),
            title: page.isOfTopic ? page.topic.name : "\(page.topic.name) › \(page.point.name)")
        facts = [
            Fact("articles", "Articles that report it", .count(page.articleCount))
        ]
        if let provision = page.point.provision {
            facts.append(Fact("provision", "Positions are towards", provision))
        }
        let titles = Dictionary(
            page.drafts.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let provisions = page.provisions.map { provision in
            Row([
                .text(titles[provision.draft] ?? provision.draft),
                .count(provision.number), .text(provision.title), .text(provision.text),
                .optional(provision.change), .optional(provision.state),
            ])
        }
        sections = [
            Section(
                "What each draft says, in the dossier's words",
                columns: [
                    Column("draft", "Draft"), Column("number", "No."), Column("title", "Title"),
                    Column("wording", "Wording"), Column("change", "Change"),
                    Column("state", "State"),
                ], rows: provisions)
        ]
        sections += page.holders.map { holder in
            let id = holder.history.point
            let point = page.points.first { $0.id == id }
            return Report.history(
                holder.history, of: "\(holder.name) on \(point?.name ?? id)", point)
        }
        sections += [
            try Report.differing(page.disagreements, sentence: sentence),
            Report.cited("Sentences", page.sentences),
        ]
    }

    /// Where an article gives an office that the dossier does not have on that day.
    private static func offices(_ offices: [CitedOffice]) -> Section {
        Section(
            "Named with another office than the dossier's",
            columns: [
                Column("office", "Office in the article"), Column("dossier", "The dossier has"),
                Column("checked", "Checked"), Column("sentences", "Sentence"),
            ],
            rows: offices.map { office in
                let held = office.finding.roles.map { TextPages.words(of: $0) }
                return Row([
                    .text(office.finding.office), .text(held.joined(separator: "; ")),
                    .text(office.finding.isChecked ? "checked" : "not checked"),
                    .sentences([Quoted(office.citation)]),
                ])
            })
    }

    /// Positions on one point by day, each with how it stands to what was reported before.
    private static func history(
        _ history: StanceHistory, of title: String, _ point: PlanPoint?
    ) -> Section {
        let turns = history.turnCount
        return Section(
            "\(title), by day"
                + (turns > 0 ? ", \(TextPages.counted(turns, "turn"))" : ""),
            // No position without what it is about.
            note: point?.provision.map { "Positions are towards: \($0)" },
            columns: [
                Column("stance", "Position"), Column("draft", "Draft"),
                Column("condition", "Condition"), Column("accordingTo", "According to"),
                Column("turn", "Against before"), Column("sentences", "Sentence"),
                Column("rule", "Rule", isDetail: true),
            ],
            rows: history.entries.map { entry in
                Row([
                    .text(entry.label.rawValue), .optional(entry.draft.map { "draft \($0)" }),
                    .optional(entry.condition),
                    .optional(entry.accordingTo.map { "according to \($0)" }),
                    .optional(entry.turn.map(turn)), .sentences([Quoted(entry.citation)]),
                    .text(entry.citation.rule),
                ])
            })
    }

    private static func turn(_ turn: StanceHistory.Turn) -> String {
        switch turn {
        case .change(let label): "≠ \(label.rawValue) reported before"
        case .contradiction(let label): "≠ \(label.rawValue) in the same article"
        }
    }

    private static func values(_ title: String, _ values: [FacetValue]) -> Section {
        Section(
            title,
            columns: [
                Column("id", "Id", isDetail: true), Column("name", "Name"),
                Column("articles", "Articles"),
            ],
            rows: values.map {
                Row([$0.id == $0.name ? .none : .text($0.id), .text($0.name), .count($0.count)])
            })
    }

    private static func cited(_ title: String, _ sentences: [CitedSentence]) -> Section {
        Section(
            title,
            columns: [
                Column("finding", "Finding"), Column("sentences", "Sentence"),
                Column("rule", "Rule", isDetail: true),
            ],
            rows: sentences.map {
                Row([
                    .optional($0.label.isEmpty ? nil : $0.label), .sentences([Quoted($0)]),
                    .text($0.rule),
                ])
            })
    }
}
