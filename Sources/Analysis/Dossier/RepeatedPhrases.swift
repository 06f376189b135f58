import Intake

/// Pairs of neighbouring words that articles repeat: "security guarantees", "frozen assets". What
/// they have in common is often a matter at issue.
enum RepeatedPhrases {
    struct Phrase: Equatable {
        var text: String
        var sentences: Int
        var articles: Int
    }

    private struct Pair: Hashable {
        var first: Word
        var second: Word
    }

    /// Pairs in at least three sentences, the most widespread first. Both words are small letters,
    /// no function words, of four letters or more.
    static func phrases(in articles: [Article]) -> [Phrase] {
        var counts: [Pair: (text: String, sentences: Int, articles: Int, last: Int)] = [:]
        for (index, article) in articles.enumerated() {
            let reading = Reading(article)
            for sentence in 0..<reading.sentenceCount {
                var seen: Set<Pair> = []
                for token in reading.tokens(ofSentence: sentence).dropLast() {
                    guard let pair = pair(at: token, in: reading), seen.insert(pair.key).inserted
                    else { continue }
                    var entry = counts[pair.key] ?? (pair.text, 0, 0, -1)
                    entry.sentences += 1
                    if entry.last != index { entry.articles += 1 }
                    entry.last = index
                    counts[pair.key] = entry
                }
            }
        }
        return counts.values.filter { $0.sentences >= 3 }
            .map { Phrase(text: $0.text, sentences: $0.sentences, articles: $0.articles) }
            .sorted {
                ($1.articles, $1.sentences, $0.text) < ($0.articles, $0.sentences, $1.text)
            }
    }

    private static func pair(at index: Int, in reading: Reading) -> (key: Pair, text: String)? {
        guard isContent(index, in: reading), isContent(index + 1, in: reading) else { return nil }
        let key = Pair(
            first: reading.tokens[index].word, second: reading.tokens[index + 1].word)
        return (key, reading.text(of: index..<index + 2))
    }

    private static func isContent(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        guard token.isWord, !token.isCapitalised, !token.isPossessive,
            token.end - token.start >= 4
        else { return false }
        return token.classes.isDisjoint(with: [
            .reportingVerb, .motionVerb, .auxiliary, .preposition, .determiner, .conjunction,
            .pronoun, .weekday, .month, .numberWord, .negation, .actionVerb, .demonym,
            .title,
        ])
    }
}
