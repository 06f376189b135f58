import Analysis
import Intake

/// The findings of an article, a table a layer: what was found, by which rule, on which cue, how
/// sure the rule is, what else was weighed, and the words it rests on.
struct FindingTables {
    private let findings: Findings
    private let article: Article

    init(_ analyzed: AnalyzedArticle) {
        findings = analyzed.findings
        article = analyzed.article
    }

    /// Layers without findings have empty tables.
    var sections: [Report.Section] {
        [actors, outlets, points, drafts, events, offices] + told + counted
    }

    private var actors: Report.Section {
        table(
            "Actors",
            ["id": "Id", "name": "Name", "type": "Kind", "known": "Known", "forms": "Forms"],
            findings.actors.map { actor in
                row(
                    [
                        .text(actor.id), .text(actor.name), .text(actor.kind.rawValue),
                        .text(actor.isKnown ? "yes" : "no"),
                        .text(actor.forms.joined(separator: ", ")),
                    ], actor.basis)
            })
    }

    private var outlets: Report.Section {
        table(
            "Outlets cited", ["id": "Id", "name": "Name", "how": "How"],
            findings.citedOutlets.map { outlet in
                row(
                    [.text(outlet.id), .text(outlet.name), .text(outlet.how.rawValue)], outlet.basis
                )
            })
    }

    private var points: Report.Section {
        table("Points", ["id": "Id"], findings.points.map { row([.text($0.id)], $0.basis) })
    }

    private var drafts: Report.Section {
        table("Drafts", ["id": "Id"], findings.drafts.map { row([.text($0.id)], $0.basis) })
    }

    private var events: Report.Section {
        table("Events", ["id": "Id"], findings.events.map { row([.text($0.id)], $0.basis) })
    }

    private var offices: Report.Section {
        table(
            "Offices that differ from the dossier's",
            [
                "actor": "Actor", "office": "Office in the article", "dossier": "The dossier has",
                "checked": "Checked", "sources": "See",
            ],
            findings.offices.map { office in
                let held = office.roles.map { TextPages.words(of: $0) }
                return row(
                    [
                        .text(office.name), .text(office.office),
                        .text(held.joined(separator: "; ")),
                        .text(office.isChecked ? "checked" : "not checked"),
                        .text(office.sources.joined(separator: " ")),
                    ], office.basis)
            })
    }

    private var told: [Report.Section] {
        [
            table(
                "Speech",
                [
                    "type": "Kind", "speaker": "Speaker", "speakerId": "Id", "named": "Named",
                    "via": "Through",
                ],
                findings.quotes.map { quote in
                    row(
                        [
                            .text(quote.kind.rawValue), .optional(quote.speakerText),
                            .optional(quote.speakerID), .text(quote.isNamed ? "yes" : "no"),
                            .optional(quote.via),
                        ], quote.basis)
                }),
            table(
                "Positions",
                [
                    "actor": "Actor", "stance": "Position", "point": "Point", "draft": "Draft",
                    "condition": "Condition", "accordingTo": "According to",
                ],
                findings.stances.map { stance in
                    row(
                        [
                            .text(stance.actor), .text(stance.label.rawValue), .text(stance.point),
                            .optional(stance.draft), .optional(stance.condition),
                            .optional(stance.accordingTo),
                        ], stance.basis)
                }),
            table(
                "Voices", ["voice": "Voice", "chain": "Has it from"],
                findings.voices.map { voice in
                    row(
                        [
                            .text(voice.voice.rawValue),
                            .optional(
                                voice.chain.isEmpty ? nil : voice.chain.joined(separator: " → ")),
                        ], voice.basis)
                }),
        ]
    }

    private var counted: [Report.Section] {
        [
            table(
                "Figures",
                [
                    "words": "Words", "value": "Value", "unit": "Unit", "about": "About",
                    "draft": "Draft", "event": "Event",
                ],
                findings.figures.map { figure in
                    row(
                        [
                            .text(article.text[scalars: figure.range]), .number(figure.value),
                            .optional(figure.unit), .optional(figure.about),
                            .optional(figure.draft), .optional(figure.event),
                        ], figure.basis)
                }),
            table(
                "Dates", ["words": "Words", "date": "Date", "event": "Event"],
                findings.dates.map { date in
                    row(
                        [
                            .text(article.text[scalars: date.range]), .text(date.edtf),
                            .optional(date.event),
                        ], date.basis)
                }),
        ]
    }

    private func table(
        _ title: String, _ columns: KeyValuePairs<String, String>, _ rows: [Report.Row]
    ) -> Report.Section {
        Report.Section(
            title,
            columns: columns.map { Report.Column($0.key, $0.value) } + [
                Report.Column("rule", "Rule"), Report.Column("cue", "Cue"),
                Report.Column("confidence", "Confidence"), Report.Column("rivals", "Beat"),
                Report.Column("evidence", "Rests on", sentences: .placed),
            ], rows: rows, isDetail: true)
    }

    private func row(_ cells: [Report.Cell], _ basis: Basis) -> Report.Row {
        let sentences = basis.sentences.filter(article.sentences.indices.contains).map { sentence in
            Report.Quoted(
                article, sentence,
                ranges: basis.evidence.filter { $0.sentence == sentence }.map(\.range))
        }
        return Report.Row(
            cells + [
                .text(basis.rule), .optional(basis.cue),
                .number((basis.confidence * 100).rounded() / 100),
                .optional(basis.rivals.isEmpty ? nil : basis.rivals.joined(separator: ", ")),
                .sentences(sentences),
            ])
    }
}
