package import Intake

/// The facts about one negotiation that articles are read against: who takes part, which outlets
/// report, which points are at issue, which drafts exist. Data, in TOML, taking no side.
/// `docs/dossier.md` documents the format.
package struct Dossier: Equatable, Sendable {
    /// Stable and short, in kebab-case: "ukraine-2025". Recorded in every archive.
    package var id: String
    package var title: String
    package var description: String?
    /// The hash of the file's bytes, 16 hexadecimal digits: findings made with another are rebuilt.
    package var contentHash: String
    package var participants: [Participant] = []
    package var outlets: [Outlet] = []
    package var places: [Place] = []
    package var topics: [Topic] = []
    package var points: [PlanPoint] = []
    package var drafts: [Draft] = []
    package var provisions: [Provision] = []
    package var concordance: [ConcordanceRow] = []
    package var events: [Event] = []

    package init(id: String, title: String, contentHash: String) {
        self.id = id
        self.title = title
        self.contentHash = contentHash
    }

    /// A dossier about nothing: names, figures and dates are still found.
    package static let empty = Dossier(id: "none", title: "No dossier", contentHash: "0")
}

/// A name under which an entry may be met in a text.
package struct Alias: Hashable, Sendable {
    package var text: String
    /// Also a common word, or somebody else's name: counts only beside another name of the entry
    /// or, for outlets, beside a reporting cue.
    package var isWeak: Bool

    package init(_ text: String, isWeak: Bool = false) {
        self.text = text
        self.isWeak = isWeak
    }
}

/// A person, state, body or group that takes part. (The standard library owns the name `Actor`.)
package struct Participant: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable { case person, state, body, group }

    /// An office or function, with the days between which it was held; nil where not known.
    package struct Role: Hashable, Sendable {
        package var title: String
        package var from: Day?
        package var until: Day?

        package init(title: String, from: Day? = nil, until: Day? = nil) {
            self.title = title
            self.from = from
            self.until = until
        }
    }

    package var id: String
    package var name: String
    package var kind: Kind
    package var roles: [Role] = []
    /// False: from general knowledge, not confirmed on a page read for the dossier.
    package var rolesChecked = false
    /// The first is `name`.
    package var aliases: [Alias] = []
    /// Names of places that can stand for it, every spelling of each: "Moscow", "Москва". In the
    /// file they are place ids.
    package var metonyms: [String] = []
    /// Strings that contain a name of it and are somebody or something else.
    package var notThis: [String] = []
    /// The state or body it belongs to, by id.
    package var partOf: String?
    package var note: String?
    package var sources: [String] = []

    package init(id: String, name: String, kind: Kind) {
        self.id = id
        self.name = name
        self.kind = kind
    }

    /// The offices held on `day`; those whose beginning or end is not known count as open there.
    package func roles(on day: Day) -> [Role] {
        roles.filter { role in
            (role.from.map { $0 <= day } ?? true) && (role.until.map { day <= $0 } ?? true)
        }
    }
}

/// A medium that publishes or is cited.
package struct Outlet: Equatable, Sendable {
    package var id: String
    package var name: String
    /// ISO 3166 code in capitals.
    package var country: String?
    /// "state", "public", "private", "nonprofit", "cooperative", "party": who owns it.
    package var owner: String?
    /// "agency", "newspaper", "broadcaster", "magazine", "site", "network".
    package var medium: String?
    package var domains: [String] = []
    package var aliases: [Alias] = []
    package var notThis: [String] = []
    package var note: String?
    package var sources: [String] = []

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A place: never an actor by itself; participants name the places that can stand for them.
package struct Place: Equatable, Sendable {
    package var id: String
    package var name: String
    package var aliases: [Alias] = []
    package var notThis: [String] = []
    package var note: String?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// The upper level of the tree of points.
package struct Topic: Equatable, Sendable {
    package var id: String
    package var name: String
    package var scope: String?

    package init(id: String, name: String, scope: String? = nil) {
        self.id = id
        self.name = name
        self.scope = scope
    }
}

/// One matter at issue: the lower level of the tree.
package struct PlanPoint: Equatable, Sendable {
    package var id: String
    package var name: String
    package var topic: String
    /// What the plan provides, in a clause: "Ukraine stays out of NATO". Stances are towards it.
    package var provision: String?
    /// How a sentence shows that it is about this point; see `Cue`.
    package var cues: [Cue] = []

    package init(id: String, name: String, topic: String) {
        self.id = id
        self.name = name
        self.topic = topic
    }
}

/// One numbered version of the plan.
package struct Draft: Equatable, Sendable {
    package var id: String
    package var title: String
    /// How many numbered points it has.
    package var size: Int?
    package var sizeIsCertain = true
    package var date: PublicationDate?
    package var dateNote: String?
    /// "proposal", "counter-proposal", "negotiated draft".
    package var kind: String?
    /// How far its text is known: "full text leaked".
    package var publicity: String?
    package var authors: [String] = []
    package var aliases: [Alias] = []
    package var summary: String?
    package var sources: [String] = []

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// A numbered point of one draft, in the dossier's own words.
package struct Provision: Equatable, Sendable {
    package var draft: String
    package var number: Int
    package var title: String
    package var text: String
    /// The points of the tree it is about.
    package var points: [String]
    /// Against the draft before: "kept", "changed", "deleted", "new".
    package var change: String?
    /// "agreed", "open": between whom the draft's summary says.
    package var state: String?
    package var isCertain: Bool
    package var sources: [String]

    package init(
        draft: String, number: Int, title: String, text: String, points: [String],
        change: String? = nil, state: String? = nil, isCertain: Bool = true,
        sources: [String] = []
    ) {
        self.draft = draft
        self.number = number
        self.title = title
        self.text = text
        self.points = points
        self.change = change
        self.state = state
        self.isCertain = isCertain
        self.sources = sources
    }
}

/// What became of a numbered point from one draft to another.
package struct ConcordanceRow: Equatable, Sendable {
    package enum Fate: String, CaseIterable, Sendable {
        case kept, changed, split, merged, dropped, new
    }

    package var fromDraft: String
    package var toDraft: String
    /// Nil for a new point.
    package var from: Int?
    /// Nil for a dropped one.
    package var to: Int?
    package var fate: Fate
    package var note: String?

    package init(
        fromDraft: String, toDraft: String, from: Int?, to: Int?, fate: Fate, note: String? = nil
    ) {
        self.fromDraft = fromDraft
        self.toDraft = toDraft
        self.from = from
        self.to = to
        self.fate = fate
        self.note = note
    }
}

/// A dated meeting, call or publication.
package struct Event: Equatable, Sendable {
    package var id: String
    package var name: String
    package var first: Day
    package var last: Day
    package var place: String?
    /// Participant ids, or names where no participant is meant.
    package var who: [String]
    package var what: String
    /// How a text may name it: "Geneva talks", "Shell Bay".
    package var aliases: [Alias]
    package var note: String?
    package var sources: [String]

    package init(
        id: String, name: String, first: Day, last: Day, place: String? = nil,
        who: [String] = [], what: String, aliases: [Alias] = [], note: String? = nil,
        sources: [String] = []
    ) {
        self.id = id
        self.name = name
        self.first = first
        self.last = last
        self.place = place
        self.who = who
        self.what = what
        self.aliases = aliases
        self.note = note
        self.sources = sources
    }
}
