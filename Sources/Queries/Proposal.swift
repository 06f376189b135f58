package import Analysis

/// A person, body or outlet that articles name and the dossier does not know.
package struct Proposal: Hashable, Sendable {
    package var id: String
    package var name: String
    package var kind: OwnDossier.Entry.Kind
    package var articleCount: Int
    /// Bit n stands for the n-th of `Overview.letters`; nil above `letterLimit` articles.
    package var presence: UInt16?
    /// The person wants to see it no more.
    package var isSetAside: Bool

    package init(
        id: String, name: String, kind: OwnDossier.Entry.Kind, articleCount: Int,
        presence: UInt16? = nil, isSetAside: Bool = false
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.articleCount = articleCount
        self.presence = presence
        self.isSetAside = isSetAside
    }
}

/// Proposals by number of articles, then by name; those set aside apart.
package struct ProposalsAnswer: Equatable, Sendable {
    package var open: [Proposal]
    package var setAside: [Proposal]
    /// How many are open, beyond what the limit let through.
    package var openCount: Int

    package init(open: [Proposal], setAside: [Proposal], openCount: Int) {
        self.open = open
        self.setAside = setAside
        self.openCount = openCount
    }
}

/// One proposal with all it rests on.
package struct ProposalPage: Equatable, Sendable {
    package var id: String
    /// Forms of the name as written, in order of first use.
    package var forms: [String]
    /// Oldest article first; the label is the rule's cue where there is one.
    package var sentences: [CitedSentence]
    /// Of the surest finding: its rule and how sure it is, 0 to 1.
    package var rule: String
    package var confidence: Double

    package init(
        id: String, forms: [String], sentences: [CitedSentence], rule: String, confidence: Double
    ) {
        self.id = id
        self.forms = forms
        self.sentences = sentences
        self.rule = rule
        self.confidence = confidence
    }
}

/// What a person decides about a proposal.
package struct ProposalDecision: Hashable, Sendable {
    package enum Verb: String, Sendable {
        /// Into the person's own dossier, and out of it again.
        case takeIn, takeOut
        /// Out of sight, and back.
        case setAside, bringBack

        /// What undoes it.
        package var inverse: Verb {
            switch self {
            case .takeIn: .takeOut
            case .takeOut: .takeIn
            case .setAside: .bringBack
            case .bringBack: .setAside
            }
        }
    }

    package var verb: Verb
    package var proposal: Proposal

    package init(_ verb: Verb, _ proposal: Proposal) {
        self.verb = verb
        self.proposal = proposal
    }

    /// The decision that undoes this one.
    package var undone: ProposalDecision {
        ProposalDecision(verb.inverse, proposal)
    }
}
