import Intake
import Queries

/// A pattern that is looked for in one text, and where it matches.
struct TextSearch: Equatable, Sendable {
    let pattern: Pattern
    /// Of this pattern, or until that is known of the one before.
    private(set) var matches = PatternMatches()
    /// Scalars of the text.
    private var length = 0
    /// For each match the sentence it begins in, ascending.
    private(set) var sentences: [Int] = []
    /// The match one is at; nil where there is none.
    private(set) var current: Int?
    /// It has been asked for.
    var isAsked = false
    /// The matches are those of this pattern.
    private(set) var isAnswered = false
    /// The last step went over the end of the text, or its beginning.
    private(set) var hasTurned = false

    init(_ pattern: Pattern, after before: TextSearch?) {
        self.pattern = pattern
        guard let before else { return }
        matches = before.matches
        sentences = before.sentences
        current = before.current
    }

    /// Takes in the matches; the first from a sentence on is the current one, else the first.
    mutating func show(_ matches: PatternMatches, in article: Article, from start: Int) {
        self.matches = matches
        length = article.text.count
        sentences = TextSearch.sentences(of: matches.ranges, in: article)
        isAnswered = true
        current = sentences.isEmpty ? nil : sentences.firstIndex { $0 >= start } ?? 0
    }

    /// Steps on from a sentence, and round at the ends; false where nothing matches.
    mutating func step(by step: Int, from sentence: Int) -> Bool {
        guard let current, !sentences.isEmpty else { return false }
        var next = current + step
        if sentences[current] != sentence {
            next =
                step > 0
                ? sentences.firstIndex { $0 > sentence } ?? sentences.count
                : sentences.lastIndex { $0 < sentence } ?? -1
        }
        hasTurned = !sentences.indices.contains(next)
        self.current = (next + sentences.count) % sentences.count
        return true
    }

    /// Goes to a match by its number, where there are so many.
    mutating func stand(at number: Int?) {
        if let number, sentences.indices.contains(number) { current = number }
    }

    /// The current match, where it begins in a sentence.
    func currentRange(in sentence: Int) -> Range<Int>? {
        guard let current, sentences[safe: current] == sentence else { return nil }
        return matches.ranges[safe: current]
    }

    /// "match 3 of 17 in 9 of 41 sentences".
    func words(of count: Int) -> String {
        let all = Wording.counted(count, "sentence")
        let rest = reachWords
        guard let current else { return isAnswered ? "no match in \(all)\(rest)" : "" }
        let number = Wording.number(matches.ranges.count)
        let more = matches.isCut ? " or more" : ""
        let within = TextSearch.distinct(sentences).count
        return "match \(Wording.number(current + 1)) of \(number)\(more)"
            + " in \(Wording.number(within)) of \(all)\(rest)"
    }

    /// How far a pattern that takes too long was looked for; empty where it was to the end.
    private var reachWords: String {
        guard let reach = matches.reach, length > 0 else { return "" }
        return "; looked at \(reach * 100 / length) % only, a simpler pattern reads all"
    }

    /// The sentence in which each range begins; one between two sentences belongs to the first.
    static func sentences(of ranges: [Range<Int>], in article: Article) -> [Int] {
        var sentence = 0
        return ranges.map { range in
            while sentence + 1 < article.sentences.count,
                article.sentences[sentence + 1].range.lowerBound <= range.lowerBound
            {
                sentence += 1
            }
            return sentence
        }
    }

    /// Each number once; they are ascending.
    static func distinct(_ sentences: [Int]) -> [Int] {
        var distinct: [Int] = []
        for sentence in sentences where distinct.last != sentence { distinct.append(sentence) }
        return distinct
    }
}

/// What becomes of what does not match.
package enum Others: String, CaseIterable, Hashable, Sendable {
    case shown, dimmed, hidden

    /// The one that a key goes on to.
    var next: Others {
        switch self {
        case .shown: .dimmed
        case .dimmed: .hidden
        case .hidden: .shown
        }
    }
}

extension ReaderScreen {
    /// What is looked for in the text, how often it is there, and what that hides; nil where
    /// nothing is.
    var searchWords: StyledText? {
        var words = StyledText()
        if let search {
            words.append("/ ", .focus)
            words.append(search.pattern.text, Style(.text, isBold: true))
            words.append("   " + search.words(of: sentenceCount), .quiet)
        } else if others != .shown, !matched.isEmpty {
            let all = Wording.counted(sentenceCount, "sentence")
            words.append("found in \(Wording.number(matched.count)) of \(all)", .quiet)
        }
        if others != .shown, !matched.isEmpty {
            let rest = Wording.number(sentenceCount - matched.count)
            words.append(", \(rest) \(others.rawValue)", .quiet)
        }
        return words.isEmpty ? nil : words
    }

    /// What a stretch of the text is marked with: the pattern's matches, else what a search hit.
    var highlights: [Range<Int>] { search?.matches.ranges ?? hits }
}
