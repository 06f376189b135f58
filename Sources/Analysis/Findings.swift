package import Intake

// Analysis reads an article against a dossier and says what it asserts: who is named, who says
// what, on which point, by whose account; and how articles differ. In: an Article and a Dossier.
// Out: Findings, each with its sentence, its rule and its confidence; Comparison between articles.
// It refuses to know files, archives and screens, and it proposes nothing it is not sure of.

/// Everything derived from one article. All ranges count Unicode scalars of `article.text`;
/// all sentence numbers are indices into `article.sentences`.
package struct Findings: Equatable, Sendable {
    /// Raised with every change of the rules; findings of an older version are rebuilt.
    package static let currentVersion = 15

    /// The dossier's entry for the article's own outlet.
    package var outletID: String?
    package var actors: [ActorFinding] = []
    package var citedOutlets: [OutletFinding] = []
    package var quotes: [QuoteFinding] = []
    package var points: [PointFinding] = []
    package var stances: [StanceFinding] = []
    package var figures: [FigureFinding] = []
    package var dates: [DateFinding] = []
    package var drafts: [DraftFinding] = []
    package var events: [EventFinding] = []
    package var voices: [VoiceFinding] = []
    package var offices: [OfficeFinding] = []
    /// Said to the reader, for example that only names, figures and dates were looked for
    /// because the article is not in English.
    package var notes: [String] = []

    package init() {}
}

/// Where a finding rests: a range of the text and the sentence it lies in.
package struct Evidence: Hashable, Sendable {
    package var sentence: Int
    package var range: Range<Int>

    package init(sentence: Int, range: Range<Int>) {
        self.sentence = sentence
        self.range = range
    }
}

/// Why a finding was made: carried by every finding, shown on the key that asks "why is this here".
package struct Basis: Hashable, Sendable {
    /// The rule's name in kebab-case, stable across versions: "surname-after-full-name".
    package var rule: String
    /// The words that triggered it, as they stand in the text.
    package var cue: String?
    /// 0 to 1, the rule's own measured or estimated precision.
    package var confidence: Double
    /// Ids that were weighed and lost, best first.
    package var rivals: [String]
    package var evidence: [Evidence]

    package init(
        rule: String, cue: String? = nil, confidence: Double = 1, rivals: [String] = [],
        evidence: [Evidence]
    ) {
        self.rule = rule
        self.cue = cue
        self.confidence = confidence
        self.rivals = rivals
        self.evidence = evidence
    }

    /// The sentences of the evidence, ascending, each once.
    package var sentences: [Int] {
        var seen: [Int] = []
        for item in evidence where !seen.contains(item.sentence) { seen.append(item.sentence) }
        return seen.sorted()
    }
}

package struct ActorFinding: Hashable, Sendable {
    /// The dossier's id, or one made from the name when `isKnown` is false.
    package var id: String
    package var name: String
    package var kind: Participant.Kind
    /// False when no dossier entry fits: a proposal.
    package var isKnown: Bool
    /// Name forms as written, without possessive endings, in order of first use.
    package var forms: [String]
    /// One evidence per mention by name.
    package var basis: Basis

    package init(
        id: String, name: String, kind: Participant.Kind, isKnown: Bool, forms: [String],
        basis: Basis
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isKnown = isKnown
        self.forms = forms
        self.basis = basis
    }
}

package struct OutletFinding: Hashable, Sendable {
    package enum How: String, Sendable { case reported, told, quoted, published, interview, named }

    package var id: String
    package var name: String
    package var isKnown: Bool
    package var how: How
    package var basis: Basis

    package init(id: String, name: String, isKnown: Bool, how: How, basis: Basis) {
        self.id = id
        self.name = name
        self.isKnown = isKnown
        self.how = how
        self.basis = basis
    }
}

package struct QuoteFinding: Hashable, Sendable {
    package enum Kind: String, Sendable { case direct, partial, scare, indirect }

    /// Somebody who says it.
    package struct Speaker: Hashable, Sendable {
        /// A name or a description.
        package var name: String
        package var id: String?
        package var isNamed: Bool

        package init(name: String, id: String?, isNamed: Bool) {
            self.name = name
            self.id = id
            self.isNamed = isNamed
        }
    }

    package var sentence: Int
    /// The words between the marks, or the reported clause of an indirect statement.
    package var range: Range<Int>
    package var kind: Kind
    /// A name, or a description such as "unnamed senior US official"; nil when nobody is given.
    package var speaker: String?
    /// The dossier's actor or outlet, when the speaker is one.
    package var speakerID: String?
    /// The words that name the speaker here: "the president", "he".
    package var speakerMention: String?
    /// By name, or as holder of an office that one person holds: no unnamed source.
    package var isNamed: Bool
    /// Who says it together with `speaker`, in the order of the text: "Berg and Holm said".
    package var joint: [Speaker]
    package var cue: String?
    /// The outlet that passes it on, when it is not the article's own.
    package var via: String?
    package var basis: Basis

    package init(
        sentence: Int, range: Range<Int>, kind: Kind, speaker: String?, speakerID: String?,
        speakerMention: String?, isNamed: Bool, joint: [Speaker] = [], cue: String?, via: String?,
        basis: Basis
    ) {
        self.sentence = sentence
        self.range = range
        self.kind = kind
        self.speaker = speaker
        self.speakerID = speakerID
        self.speakerMention = speakerMention
        self.isNamed = isNamed
        self.joint = joint
        self.cue = cue
        self.via = via
        self.basis = basis
    }

    /// All who say it, the first first; none when nobody is given.
    package var speakers: [Speaker] {
        guard let speaker else { return [] }
        return [Speaker(name: speaker, id: speakerID, isNamed: isNamed)] + joint
    }

    /// "Berg", "Berg and Holm", "Berg, Holm and Dahl"; nil when nobody is given.
    package var speakerText: String? {
        guard let speaker, let last = joint.last else { return speaker }
        let names = [speaker] + joint.dropLast().map(\.name)
        return names.joined(separator: ", ") + " and " + last.name
    }

    /// Whether one of those who say it has this id, or this name where it has no id.
    package func isSaid(by key: String) -> Bool {
        speakers.contains { ($0.id ?? $0.name) == key }
    }
}

package struct PointFinding: Hashable, Sendable {
    package var id: String
    package var basis: Basis

    package init(id: String, basis: Basis) {
        self.id = id
        self.basis = basis
    }
}

/// An actor's position towards a provision as the plan words it.
package struct StanceFinding: Hashable, Sendable {
    package enum Label: String, CaseIterable, Sendable {
        case proposes, accepts, rejects, demands, open, unresolved, removed, deferred
    }

    package var actor: String
    package var actorID: String?
    package var point: String
    package var draft: String?
    package var label: Label
    package var condition: String?
    package var sentence: Int
    /// By whose account; nil when the article states it on its own.
    package var accordingTo: String?
    package var basis: Basis

    package init(
        actor: String, actorID: String?, point: String, draft: String?, label: Label,
        condition: String?, sentence: Int, accordingTo: String?, basis: Basis
    ) {
        self.actor = actor
        self.actorID = actorID
        self.point = point
        self.draft = draft
        self.label = label
        self.condition = condition
        self.sentence = sentence
        self.accordingTo = accordingTo
        self.basis = basis
    }
}

/// A number that quantifies something.
package struct FigureFinding: Hashable, Sendable {
    package var sentence: Int
    package var range: Range<Int>
    package var value: Double
    /// Singular: "point", "hour", "USD", "%", "troop"; nil when the number stands alone.
    package var unit: String?
    package var isApproximate: Bool
    /// What is counted, as a key that is the same for the same fact: "plan.points".
    package var about: String?
    package var draft: String?
    package var event: String?
    package var basis: Basis

    package init(
        sentence: Int, range: Range<Int>, value: Double, unit: String?, isApproximate: Bool,
        about: String?, draft: String?, event: String?, basis: Basis
    ) {
        self.sentence = sentence
        self.range = range
        self.value = value
        self.unit = unit
        self.isApproximate = isApproximate
        self.about = about
        self.draft = draft
        self.event = event
        self.basis = basis
    }
}

package struct DateFinding: Hashable, Sendable {
    package var sentence: Int
    package var range: Range<Int>
    /// EDTF level 0 or 1: `2025-12-02`, `2025-11-24/2025-11-30`, `2025-24` for winter.
    package var edtf: String
    /// First and last day it can mean; open ends are clamped to years 1 and 9999.
    package var first: Day
    package var last: Day
    /// Resolved against the publication day.
    package var isRelative: Bool
    package var event: String?
    package var basis: Basis

    package init(
        sentence: Int, range: Range<Int>, edtf: String, first: Day, last: Day,
        isRelative: Bool, event: String?, basis: Basis
    ) {
        self.sentence = sentence
        self.range = range
        self.edtf = edtf
        self.first = first
        self.last = last
        self.isRelative = isRelative
        self.event = event
        self.basis = basis
    }

    /// The most days that may be meant as one time; a year, a season or an open span is more.
    package static let longestSpan = 31

    /// Whether it stands for more than `longestSpan` days: no day of a timeline, and no event's.
    package var isVague: Bool { last - first >= DateFinding.longestSpan }
}

package struct DraftFinding: Hashable, Sendable {
    package var id: String
    package var basis: Basis

    package init(id: String, basis: Basis) {
        self.id = id
        self.basis = basis
    }
}

package struct EventFinding: Hashable, Sendable {
    package var id: String
    package var basis: Basis

    package init(id: String, basis: Basis) {
        self.id = id
        self.basis = basis
    }
}

/// Whose voice a sentence is in, and from whom the outlet has it.
package struct VoiceFinding: Hashable, Sendable {
    package enum Voice: String, Sendable { case outlet, attributed, quoted, hedged }

    package var sentence: Int
    package var voice: Voice
    /// Page, outlet, cited outlet, speaker, as far as the text says: each has it from the next.
    package var chain: [String]
    package var basis: Basis

    package init(sentence: Int, voice: Voice, chain: [String], basis: Basis) {
        self.sentence = sentence
        self.voice = voice
        self.chain = chain
        self.basis = basis
    }
}

/// Somebody named with an office that the dossier does not give them on that day. It says that
/// the two differ, not which is right.
package struct OfficeFinding: Hashable, Sendable {
    package var actor: String
    package var name: String
    /// The office as the article words it.
    package var office: String
    /// The article's day, as EDTF.
    package var day: String
    /// What the dossier has instead: the same office at another time first, then what was held.
    package var roles: [Participant.Role]
    /// The dossier's roles were confirmed on a page.
    package var isChecked: Bool
    /// Addresses of the dossier's pages on the person.
    package var sources: [String]
    package var basis: Basis

    package init(
        actor: String, name: String, office: String, day: String, roles: [Participant.Role],
        isChecked: Bool, sources: [String], basis: Basis
    ) {
        self.actor = actor
        self.name = name
        self.office = office
        self.day = day
        self.roles = roles
        self.isChecked = isChecked
        self.sources = sources
        self.basis = basis
    }
}

extension StanceFinding.Label {
    /// 1 wants the provision, -1 does not; removed and deferred stand against wanting it now; 0 is
    /// undecided.
    package var side: Int {
        switch self {
        case .proposes, .accepts, .demands: 1
        case .rejects, .removed, .deferred: -1
        case .open, .unresolved: 0
        }
    }
}
