package import Intake

/// Two to four articles beside each other, by what they assert. Columns are positions in the list
/// that was compared; sentences are indices into that article's sentences.
package struct Comparison: Equatable, Sendable {
    package var rows: [Row] = []
    package var clashes: [Clash] = []
    package var omissions: [Omission] = []
    package var copied: [Copy] = []
    /// Points that at least one article speaks of, with the sentences of each column.
    package var points: [PointRow] = []
    /// Figures, days and what the articles differ on, with what each gives.
    package var facts: [FactRow] = []
    /// Remarks that several of them quote, and what they call the same thing.
    package var quotations: [Quotation] = []
    package var variants: [Variant] = []
    /// 0 to 1 for the first two articles: the share of content words they have in common.
    package var similarity: Double = 0

    package init() {}

    package struct Row: Equatable, Sendable {
        package enum Kind: String, Sendable { case same, overlap, differs, only }

        package var kind: Kind
        /// One list a column; empty where the column says nothing of it.
        package var sentences: [[Int]]
        package var points: [String]
        /// A few words: "figure 28 / 27", "actors Rubio, Umerov".
        package var why: String
        /// Per column, the words the row rests on.
        package var evidence: [[Evidence]]

        package init(
            kind: Kind, sentences: [[Int]], points: [String] = [], why: String = "",
            evidence: [[Evidence]] = []
        ) {
            self.kind = kind
            self.sentences = sentences
            self.points = points
            self.why = why
            self.evidence = evidence
        }
    }

    package struct Clash: Equatable, Sendable {
        package enum Kind: String, Sendable { case figure, date, place, name, position, version }
        package enum Relation: String, Sendable {
            case contradiction
            case laterVersion = "later-version"
            case otherTime = "other-time"
            case spelling
        }
        package struct Value: Equatable, Sendable {
            package var column: Int
            /// One, except for spellings.
            package var sentences: [Int]
            package var range: Range<Int>
            package var text: String

            package init(column: Int, sentences: [Int], range: Range<Int>, text: String) {
                self.column = column
                self.sentences = sentences
                self.range = range
                self.text = text
            }
        }

        package var about: String
        package var kind: Kind
        package var relation: Relation
        package var values: [Value]
        /// One sentence that says what differs.
        package var explanation: String
        /// What narrows `about` down where it stands for several facts, such as an event; empty
        /// for most.
        package var scope: String

        package init(
            about: String, kind: Kind, relation: Relation, values: [Value], explanation: String,
            scope: String = ""
        ) {
            self.about = about
            self.kind = kind
            self.relation = relation
            self.values = values
            self.explanation = explanation
            self.scope = scope
        }
    }

    package struct Omission: Equatable, Sendable {
        package enum Kind: String, Sendable { case point, actor, outlet }

        package var kind: Kind
        package var id: String
        package var missingIn: [Int]

        package init(kind: Kind, id: String, missingIn: [Int]) {
            self.kind = kind
            self.id = id
            self.missingIn = missingIn
        }
    }

    package struct Copy: Equatable, Sendable {
        /// One list a column.
        package var sentences: [[Int]]
        /// 0 to 1: words in common, in order.
        package var similarity: Double

        package init(sentences: [[Int]], similarity: Double) {
            self.sentences = sentences
            self.similarity = similarity
        }
    }

    package struct PointRow: Equatable, Sendable {
        package var id: String
        package var sentences: [[Int]]

        package init(id: String, sentences: [[Int]]) {
            self.id = id
            self.sentences = sentences
        }
    }
}

/// An article and what was found in it, as comparison takes them.
package struct AnalyzedArticle: Equatable, Sendable {
    package var article: Article
    package var findings: Findings

    package init(article: Article, findings: Findings) {
        self.article = article
        self.findings = findings
    }
}
