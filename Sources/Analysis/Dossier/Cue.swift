/// A pattern that marks a sentence as being about a point: every item of `all` occurs in the
/// sentence and no item of `none` does. `docs/dossier.md` describes how it is written:
/// `cap|limit|size + army|armed forces - nuclear`.
package struct Cue: Hashable, Sendable {
    /// One way an item may be met.
    ///
    /// A term matches where a word begins and its letters follow on, so `territor` meets
    /// "territory" and "territorial"; with `isWhole` it must also end where a word ends. Unless
    /// `isCaseSensitive`, case does not count. Any run of blanks, hyphens (U+002D, U+2010 to
    /// U+2015) and line ends is alike, and so are straight and curly apostrophes: the text `four
    /// year` meets "four-year", with one blank for every such run.
    package struct Term: Hashable, Sendable {
        /// Folded as described: lower case unless `isCaseSensitive`, single blanks, straight
        /// apostrophes, no diacritics touched.
        package var text: String
        /// Written in capitals throughout ("NATO", "G8"): meets capitals only.
        package var isCaseSensitive: Bool
        /// Written with a leading `=`: the last word must be met whole.
        package var isWhole: Bool

        package init(text: String, isCaseSensitive: Bool = false, isWhole: Bool = false) {
            self.text = text
            self.isCaseSensitive = isCaseSensitive
            self.isWhole = isWhole
        }
    }

    /// Alternatives: the item occurs when one of them does.
    package struct Item: Hashable, Sendable {
        package var terms: [Term]

        package init(_ terms: [Term]) {
            self.terms = terms
        }
    }

    /// As it stands in the dossier; shown as the reason of a finding.
    package var text: String
    /// Never empty.
    package var all: [Item]
    package var none: [Item]

    package init(text: String, all: [Item], none: [Item] = []) {
        self.text = text
        self.all = all
        self.none = none
    }
}
