import Analysis
import Intake
import Queries
import Screens

extension Report {
    /// Who speaks of what; a cell of 0 is an omission.
    init(_ matrix: Matrix, query: String, problems: [QueryProblem]) {
        let title =
            switch matrix.subject {
            case .points: "Who speaks of which points"
            case .people: "Who speaks of which people"
            case .words: "Who calls it what, in their own voice"
            }
        self.init(address: .matrix(matrix.subject, query: query), title: title)
        facts = [Fact("articles", "Articles", .count(matrix.articleCount))]
        for column in matrix.columns {
            guard let letter = column.letter else { continue }
            let date = column.published?.edtf ?? "no date"
            facts.append(Fact(column.id, letter, "\(TextPages.outletName(column.outlet)), \(date)"))
        }
        if !query.isEmpty { facts.append(Fact("query", "Within", query)) }
        notes = problems.map { "\($0.message) The rest is answered." }
        if matrix.leftOutSources > 0 {
            notes.append("\(matrix.leftOutSources) smaller sources have no column.")
        }
        let columns = matrix.columns.map { column in
            let outlet = TextPages.outletName(column.outlet)
            return Column(
                column.id, column.letter ?? outlet,
                subtitle: column.letter.map { _ in
                    "\(outlet), \(column.published?.edtf ?? "no date")"
                })
        }
        sections = [
            Section(
                matrix.isByArticle ? "Sentences by article" : "Articles by source",
                note: "0: left out.",
                columns: [
                    Column("group", "Group"), Column("name", "Name"),
                    Column("id", "Id", isDetail: true),
                ] + columns,
                rows: matrix.rows.map { row in
                    Row(
                        [.text(row.group), .text(row.name), .text(row.id)]
                            + row.counts.map { .count($0) })
                }),
            Section(
                "Spoken of by none", columns: [Column("name", "Name")],
                rows: matrix.unreported.map { Row([.text($0)]) }),
        ]
    }

    /// What happened day by day, and who tells of it.
    init(_ timeline: Timeline, query: String, problems: [QueryProblem]) {
        self.init(address: .timeline(query: query), title: "What happened, day by day")
        facts = [Fact("articles", "Articles", .count(timeline.articleCount))]
        if !query.isEmpty { facts.append(Fact("query", "Within", query)) }
        notes = problems.map { "\($0.message) The rest is answered." }
        if timeline.vagueDates > 0 {
            let dates = TextPages.counted(timeline.vagueDates, "date")
            notes.append("\(dates) of more than \(DateFinding.longestSpan) days have no row.")
        }
        sections = [
            Section(
                "Days",
                columns: [
                    Column("first", "From"), Column("last", "To"), Column("event", "Event"),
                    Column("id", "Id", isDetail: true), Column("count", "Sentences"),
                    Column("told", "Told"),
                ],
                rows: timeline.rows.map { row in
                    Row([
                        .text(row.first.iso), row.last == row.first ? .none : .text(row.last.iso),
                        .optional(row.event?.name), .optional(row.event?.id),
                        .count(row.sentenceCount), .sentences(row.sentences.map { Quoted($0) }),
                    ])
                })
        ]
    }

    /// Who has it from whom: article, outlet cited, speaker, and the sentences that say so.
    init(_ chains: Chains, query: String, problems: [QueryProblem]) {
        self.init(address: .chains(query: query), title: "Who has it from whom")
        facts = [Fact("articles", "Articles", .count(chains.articleCount))]
        if !query.isEmpty { facts.append(Fact("query", "Within", query)) }
        notes = problems.map { "\($0.message) The rest is answered." }
        let cited = chains.citing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        sections = [
            Section(
                "Outlets cited", columns: [Column("cites", "Outlet"), Column("count", "Articles")],
                rows: cited.map { Row([.text($0.key), .count($0.value)]) }),
            Section(
                "Links",
                columns: [
                    Column("cites", "Cites"), Column("speaker", "Speaker"),
                    Column("end", "Ends with", isDetail: true), Column("count", "Articles"),
                    Column("told", "Told"),
                ],
                rows: chains.links.map { link in
                    Row([
                        .optional(link.outlet), .text(link.speaker ?? "no speaker given"),
                        .text(link.end.rawValue), .count(link.articleCount),
                        .sentences(link.sentences.map { Quoted($0) }),
                    ])
                }),
        ]
    }

    /// What became of each numbered point from one draft to a later one.
    init(_ page: DraftsPage) {
        self.init(
            address: .drafts(pair: page.pair), title: "\(page.from.title) → \(page.to.title)")
        facts = ConcordanceRow.Fate.allCases.map { fate in
            Fact(fate.rawValue, "Points \(fate.rawValue)", .count(page.count(fate)))
        }
        func wording(_ provision: Provision?) -> Cell {
            .optional(
                provision.map {
                    [$0.title, $0.text].filter { !$0.isEmpty }.joined(separator: ": ")
                })
        }
        sections = [
            Section(
                "Each point, in the dossier's words",
                columns: [
                    Column("fate", "Fate"), Column("from", "No. before"),
                    Column("before", page.from.title), Column("to", "No. after"),
                    Column("after", page.to.title), Column("note", "Note"),
                    Column("points", "Points"), Column("articles", "Articles"),
                ],
                rows: page.rows.map { row in
                    Row([
                        .text(row.fate.rawValue),
                        row.from.map { .count($0.number) } ?? .none, wording(row.from),
                        row.to.map { .count($0.number) } ?? .none, wording(row.to),
                        .optional(row.note), .text(row.points.joined(separator: ", ")),
                        .count(row.articleCount),
                    ])
                })
        ]
    }

    /// Names that the dossier does not have, with the sentences each rests on.
    init(_ proposals: [(Proposal, ProposalPage)]) {
        self.init(address: .proposals, title: "Names that the dossier does not have")
        facts = [Fact("open", "Open", .count(proposals.count { !$0.0.isSetAside }))]
        sections = [
            Section(
                "Names",
                columns: [
                    Column("name", "Name"), Column("type", "Kind"),
                    Column("state", "State"), Column("articles", "Articles"),
                    Column("id", "Id", isDetail: true), Column("rule", "Rule", isDetail: true),
                    Column("confidence", "Confidence", isDetail: true),
                    Column("evidence", "Sentences"),
                ],
                rows: proposals.map { proposal, page in
                    Row([
                        .text(proposal.name), .text(proposal.kind.rawValue),
                        .optional(proposal.isSetAside ? "set aside" : nil),
                        .count(proposal.articleCount), .text(proposal.id), .text(page.rule),
                        .number((page.confidence * 100).rounded() / 100),
                        .sentences(page.sentences.map { Quoted($0) }),
                    ])
                })
        ]
    }

    /// Every key with what it does.
    static var help: Report {
        var report = Report(address: .help, title: "Keys and commands")
        report.sections = Command.Group.allCases.map { group in
            Section(
                group.rawValue,
                columns: [
                    Column("keys", "Keys"), Column("command", "Command"),
                    Column("summary", "What it does"),
                ],
                rows: Registry.all.filter { $0.group == group }.map {
                    Row([
                        .text($0.keys.joined(separator: " ")), .text($0.name), .text($0.summary),
                    ])
                })
        }
        return report
    }
}
