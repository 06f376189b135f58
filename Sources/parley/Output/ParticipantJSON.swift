import Analysis
import Intake
import Queries

/// The page of a participant as `parley show parley:actor/ID --json` prints it.
struct ParticipantJSON {
    let page: ParticipantPage

    var document: JSON {
        let participant = page.participant
        return .object([
            ("id", .string(participant.id)), ("name", .string(participant.name)),
            ("kind", .string(participant.kind.rawValue)),
            ("roles", .array(participant.roles.map(OfficeJSON.role))),
            ("rolesChecked", .bool(participant.rolesChecked)),
            ("sources", .strings(participant.sources)),
            ("articles", .integer(page.articleCount)),
            ("spellings", .array(page.spellings.map(value))),
            ("namedBeside", .array(page.namedBeside.map(value))),
            ("stances", .array(page.stances.map(history))),
            ("offices", .array(page.offices.map(office))),
            ("quotes", .array(page.quotesBy.map { .object(citation($0)) })),
            ("mentions", .array(page.mentions.map { .object(citation($0)) })),
        ])
    }

    private func value(_ value: FacetValue) -> JSON {
        .object([
            ("id", .string(value.id)), ("name", .string(value.name)),
            ("articles", .integer(value.count)),
        ])
    }

    private func history(_ history: StanceHistory) -> JSON {
        .object([
            ("point", .string(history.point)), ("turns", .integer(history.turnCount)),
            ("entries", .array(history.entries.map(entry))),
        ])
    }

    private func entry(_ entry: StanceHistory.Entry) -> JSON {
        var changed: String?
        var contradicted: String?
        switch entry.turn {
        case .change(let label)?: changed = label.rawValue
        case .contradiction(let label)?: contradicted = label.rawValue
        case nil: break
        }
        return .object(
            [
                ("stance", .string(entry.label.rawValue)), ("draft", .optional(entry.draft)),
                ("condition", .optional(entry.condition)),
                ("accordingTo", .optional(entry.accordingTo)),
                ("changedFrom", .optional(changed)), ("contradicts", .optional(contradicted)),
            ] + citation(entry.citation))
    }

    private func office(_ office: CitedOffice) -> JSON {
        .object(OfficeJSON.members(of: office.finding) + citation(office.citation))
    }

    private func citation(_ citation: CitedSentence) -> [(String, JSON)] {
        [
            ("article", .string(citation.articleID)), ("outlet", .optional(citation.outlet)),
            ("published", .optional(citation.published?.edtf)),
            ("sentence", .integer(citation.sentence)), ("text", .string(citation.text)),
            ("rule", .string(citation.rule)),
        ]
    }
}

/// An office beside what the dossier has, the same in an article's findings and on a page.
enum OfficeJSON {
    static func members(of office: OfficeFinding) -> [(String, JSON)] {
        [
            ("actor", .string(office.actor)), ("name", .string(office.name)),
            ("office", .string(office.office)), ("day", .string(office.day)),
            ("dossier", .array(office.roles.map(role))), ("checked", .bool(office.isChecked)),
            ("sources", .strings(office.sources)),
        ]
    }

    static func role(_ role: Participant.Role) -> JSON {
        .object([
            ("title", .string(role.title)), ("from", .optional(role.from?.iso)),
            ("until", .optional(role.until?.iso)),
        ])
    }
}
