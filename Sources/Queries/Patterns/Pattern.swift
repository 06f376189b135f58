package import Intake

/// A regular expression over the text of an article, in linear time whatever it is.
///
/// Letters, `.`, `[…]` with ranges and `^`, `\d \w \s \b` and their opposites, `^` and `$` at the
/// ends of a paragraph, groups, `|`, `* + ? {2,5}` and their lazy forms. Letters match without
/// diacritics, and without case unless the pattern has a capital. A match is never empty and lies
/// in one paragraph. There are no back-references: with them no time could be promised.
package struct Pattern: Hashable, Sendable {
    /// As it was typed.
    package let text: String
    let program: PatternProgram

    /// Runs of letters and figures that every text it matches has.
    package let runs: RequiredRuns
    /// Capitals are told from small letters.
    package var keepsCase: Bool { program.keepsCase }

    /// Throws what is wrong with `text`, and where; `start` scalars stand before it in what was
    /// typed, and places in messages count them, too.
    package init(_ text: String, at start: Int = 0) throws(PatternProblem) {
        self.text = text
        var parser = PatternParser(text, at: start)
        let tree = try parser.parse()
        runs = RequiredRuns(of: tree)
        program = try PatternProgram(
            tree, keepsCase: parser.hasCapital, length: text.unicodeScalars.count)
    }

    /// All matches in a text, in order and apart, as scalars of it.
    package func matches(
        in text: ArticleText, limit: Int = PatternSearch.limit
    ) -> PatternMatches {
        var search = PatternSearch(self, in: text, limit: limit)
        while !search.isDone { search.advance(scalars: text.count + 1) }
        return search.found
    }

    package static func == (left: Pattern, right: Pattern) -> Bool { left.text == right.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Where a pattern matches in a text.
package struct PatternMatches: Hashable, Sendable {
    /// Scalars of the text, ascending and apart; none is empty.
    package var ranges: [Range<Int>]
    /// There are more; only the first of them are given.
    package var isCut: Bool
    /// Scalars that were looked at, where the pattern had too many ways to go on; nil where it was
    /// the whole text, or as much as there was a use for.
    package var reach: Int?

    package init(ranges: [Range<Int>] = [], isCut: Bool = false, reach: Int? = nil) {
        self.ranges = ranges
        self.isCut = isCut
        self.reach = reach
    }
}

/// What is wrong with a pattern.
package struct PatternProblem: Error, Hashable, Sendable {
    /// Scalars of the pattern that are wrong.
    package var range: Range<Int>
    /// One sentence without its full stop: "`(` at 3 is not closed".
    package var message: String
    /// More letters could make it whole: it is still being typed.
    package var isUnfinished: Bool
    /// The bracket that is missing at its end.
    var missing: Character?

    init(
        _ message: String, at range: Range<Int>, isUnfinished: Bool = false,
        missing: Character? = nil
    ) {
        self.message = message
        self.range = range
        self.isUnfinished = isUnfinished || missing != nil
        self.missing = missing
    }
}
