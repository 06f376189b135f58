// What the comparison says of words rather than of what they assert. It counts and shows; which
// word is the right one it does not say.

extension Comparison {
    /// One remark as several articles quote it.
    package struct Quotation: Equatable, Sendable {
        package enum Relation: String, Sendable {
            /// Word for word.
            case same
            /// All words of the shortest stand in a row in the others.
            case cut
            /// The shortest has all its words in the others, which have more between them.
            case inserted
            /// Each has words of its own.
            case changed
            /// The same speaker on the same, in other words: translated or remembered otherwise.
            case retold
        }

        package struct Place: Equatable, Sendable {
            package var column: Int
            package var sentence: Int
            /// Scalars of the article's text: the words between the marks.
            package var range: Range<Int>
            /// The parts of `range` that no other place of the quotation has.
            package var own: [Range<Int>]

            package init(column: Int, sentence: Int, range: Range<Int>, own: [Range<Int>]) {
                self.column = column
                self.sentence = sentence
                self.range = range
                self.own = own
            }
        }

        package var relation: Relation
        /// Who said it, as the first article has it; nil when nobody is given.
        package var speaker: String?
        /// At most one a column, two at least.
        package var places: [Place]
        /// A few words: "“very” only in the first".
        package var explanation: String

        package init(
            relation: Relation, speaker: String?, places: [Place], explanation: String
        ) {
            self.relation = relation
            self.speaker = speaker
            self.places = places
            self.explanation = explanation
        }
    }

    /// One thing for which the articles have several words, with every place of each.
    package struct Variant: Equatable, Sendable {
        package enum Kind: String, Sendable {
            /// Spellings of one name.
            case spelling
            /// Words that are chosen between: "government" and "regime".
            case term
        }

        package struct Use: Equatable, Sendable {
            package var column: Int
            /// The word as it stands most often; in small letters where it is no name.
            package var form: String
            /// Where it stands in the article's own words, and in words it quotes.
            package var own: [Evidence]
            package var quoted: [Evidence]

            package init(column: Int, form: String, own: [Evidence], quoted: [Evidence]) {
                self.column = column
                self.form = form
                self.own = own
                self.quoted = quoted
            }

            package var count: Int { own.count + quoted.count }
        }

        /// The name as the dossier has it, or what the words are about.
        package var about: String
        package var kind: Kind
        /// By column, then by count.
        package var uses: [Use]

        package init(about: String, kind: Kind, uses: [Use]) {
            self.about = about
            self.kind = kind
            self.uses = uses
        }

        /// The different words, in the order of the uses.
        package var forms: [String] {
            var seen: Set<String> = []
            return uses.map(\.form).filter { seen.insert($0).inserted }
        }
    }
}
