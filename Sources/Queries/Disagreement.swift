package import Analysis
package import Intake

/// A clash over the whole corpus: one fact, the values of several articles.
package struct Disagreement: Equatable, Sendable {
    package struct Value: Equatable, Sendable {
        package var articleID: String
        package var sentence: Int
        package var sentenceText: String
        /// Scalars of `sentenceText` on which the value rests.
        package var range: Range<Int>
        package var text: String
        package var outlet: String?
        package var published: PublicationDate?

        package init(
            articleID: String, sentence: Int, sentenceText: String, range: Range<Int>,
            text: String, outlet: String? = nil, published: PublicationDate? = nil
        ) {
            self.articleID = articleID
            self.sentence = sentence
            self.sentenceText = sentenceText
            self.range = range
            self.text = text
            self.outlet = outlet
            self.published = published
        }
    }

    package var about: String
    package var kind: Comparison.Clash.Kind
    package var relation: Comparison.Clash.Relation
    package var values: [Value]
    package var explanation: String
    /// What narrows `about` down where it stands for several facts: an event, or the article of a
    /// remark. Empty for most.
    package var scope: String
    /// Articles that say something of it; `values` are of a dozen at most.
    package var articleCount: Int

    package init(
        about: String, kind: Comparison.Clash.Kind, relation: Comparison.Clash.Relation,
        values: [Value], explanation: String, scope: String = "", articleCount: Int = 0
    ) {
        self.about = about
        self.kind = kind
        self.relation = relation
        self.values = values
        self.explanation = explanation
        self.scope = scope
        self.articleCount = max(articleCount, Set(values.map(\.articleID)).count)
    }

    /// Equal for the same fact, however many articles are asked.
    package var id: String { "\(kind.rawValue) \(about) \(scope)" }

    /// Takes in what other articles say of the same fact; the graver relation stands.
    package mutating func merge(_ other: Disagreement) {
        if other.relation.rank < relation.rank {
            relation = other.relation
            explanation = other.explanation
        }
        for value in other.values where !values.contains(value) { values.append(value) }
        articleCount = max(
            articleCount, other.articleCount, Set(values.map(\.articleID)).count)
    }

    /// The gravest first, then by kind and by what it is about.
    package static func precedes(_ left: Disagreement, _ right: Disagreement) -> Bool {
        (left.relation.rank, left.kind.rank, left.about, left.scope)
            < (right.relation.rank, right.kind.rank, right.about, right.scope)
    }
}

extension Comparison.Clash.Kind {
    /// What bears on the matter goes before names and days.
    fileprivate var rank: Int {
        switch self {
        case .figure: 0
        case .position: 1
        case .name: 2
        case .version: 3
        case .place: 4
        case .date: 5
        }
    }
}

/// Some of the facts on which articles differ.
package struct ClashesAnswer: Equatable, Sendable {
    /// The gravest first.
    package var facts: [Disagreement]
    /// Groups that have been compared so far, of all that there are.
    package var next: Int
    package var groupCount: Int
    /// Articles that meet the query; nil of all.
    package var articleCount: Int?
    /// Which they are, where the query asks for few: up to `Overview.letterLimit`; else none.
    package var articleIDs: Set<String>

    package init(
        facts: [Disagreement], next: Int, groupCount: Int, articleCount: Int? = nil,
        articleIDs: Set<String> = []
    ) {
        self.facts = facts
        self.next = next
        self.groupCount = groupCount
        self.articleCount = articleCount
        self.articleIDs = articleIDs
    }

    package var isComplete: Bool { next >= groupCount }
}
