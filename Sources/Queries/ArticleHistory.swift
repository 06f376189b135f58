package import Analysis
package import Intake

/// An article through time: the texts that were held of it, and what was edited from each to the
/// next, which the outlet may never have said.
package struct ArticleHistory: Equatable, Sendable {
    /// One text that was held.
    package struct Version: Equatable, Sendable {
        package var title: String?
        package var text: String
        /// When it was first held, in seconds since 1970; nil where that was not recorded.
        package var seen: Int?

        package init(title: String?, text: String, seen: Int?) {
            self.title = title
            self.text = text
            self.seen = seen
        }
    }

    /// What became of one version in the next.
    package struct Edit: Equatable, Sendable {
        /// When the newer one was first held, in seconds since 1970.
        package var seen: Int?
        /// Nil where the title stayed.
        package var title: TextEdits.Change?
        package var text: TextEdits
        /// The sentence of the article in which each change of the text stands, from 0; nil where
        /// there is none, or the text is no longer the present one.
        package var sentences: [Int?]

        package init(seen: Int?, title: TextEdits.Change?, text: TextEdits, sentences: [Int?]) {
            self.seen = seen
            self.title = title
            self.text = text
            self.sentences = sentences
        }
    }

    package var article: ArticleRow
    /// Oldest first; the last is the present one.
    package var versions: [Version]
    /// Newest first.
    package var edits: [Edit]

    /// `versions` are oldest first and end with the present one, whose sentences these are.
    package init(article: ArticleRow, versions: [Version], sentences: [Sentence]) {
        self.article = article
        self.versions = versions
        edits = zip(versions, versions.dropFirst()).enumerated().map { index, pair in
            let isLast = index + 2 == versions.count
            return ArticleHistory.edit(pair.0, pair.1, sentences: isLast ? sentences : [])
        }.reversed()
    }

    private static func edit(_ old: Version, _ new: Version, sentences: [Sentence]) -> Edit {
        let text = TextEdits(from: old.text, to: new.text)
        let title = TextEdits(from: old.title ?? "", to: new.title ?? "").changes
        return Edit(
            seen: new.seen, title: old.title == new.title ? nil : title.first, text: text,
            sentences: text.changes.map { change in
                sentences.lastIndex { $0.range.lowerBound <= change.range.lowerBound }
            })
    }

    /// Changes of all edits, titles counted.
    package var changeCount: Int {
        edits.reduce(0) { $0 + $1.text.changes.count + ($1.title == nil ? 0 : 1) }
    }
}

/// A point in time as people read it, in UTC.
package enum Moment {
    /// "2025-12-02 14:05 UTC"; "unknown" where it was not recorded.
    package static func words(_ seconds: Int?) -> String {
        guard let (day, time) = parts(seconds) else { return "an unknown time" }
        return "\(day.iso) \(time)"
    }

    /// The day, and "14:05 UTC"; nil where it was not recorded.
    package static func parts(_ seconds: Int?) -> (day: Day, time: String)? {
        guard let seconds else { return nil }
        let day = Day(number: Int32(clamping: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
        let rest = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (day, "\(two(rest / 3600)):\(two(rest / 60 % 60)) UTC")
    }
}
