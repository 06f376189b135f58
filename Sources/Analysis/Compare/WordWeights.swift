package import Intake

/// How many articles of an archive hold a word: the inverse document frequency of alignment. What a
/// small archive cannot say is taken from the news at large.
package struct WordWeights: Equatable, Sendable {
    /// How many articles were counted; 0 where there is no archive, which leaves it to the news at
    /// large.
    package private(set) var articleCount: Int
    /// By hash of the stem, for stems of two articles or more.
    package private(set) var articlesWithStem: [UInt64: Int]

    /// As counted; stems of one article only are left out.
    package init(articleCount: Int = 0, articlesWithStem: [UInt64: Int] = [:]) {
        self.articleCount = articleCount
        self.articlesWithStem = articlesWithStem.filter { $0.value > 1 }
    }

    /// Counts the content words of texts.
    package init(of texts: [ArticleText]) {
        var counts: [UInt64: Int] = [:]
        for text in texts {
            var seen: Set<UInt64> = []
            for token in Tokeniser.tokens(of: text.string, lexicon: .english)
            where FeatureList.isContent(token) && !token.isNumber {
                let stem = WordStem.stem(of: token, in: text.utf8).hash
                if seen.insert(stem).inserted { counts[stem, default: 0] += 1 }
            }
        }
        self.init(articleCount: texts.count, articlesWithStem: counts)
    }

    /// As many articles of the news at large are added to those counted: five articles on one matter
    /// would make its own words look common.
    private static let prior = 50.0
    /// What a word of every article loses, and the rarity from which on words lose nothing: one
    /// article in seven. Both were fitted on hand-made pairs (docs/comparison.md).
    private static let loss = 0.3
    private static let rare = 2.0

    /// What words with the stem tell, by how many articles hold them: 0.7 where all do, 1 where few.
    func telling(ofStem stem: UInt64) -> Double {
        1 - WordWeights.loss * (1 - min(1, rarity(ofStem: stem) / WordWeights.rare))
    }

    /// The logarithm of how rare words with the stem are.
    func rarity(ofStem stem: UInt64) -> Double {
        let all = Double(articleCount) + WordWeights.prior
        let holders =
            Double(articlesWithStem[stem] ?? 1) + WordWeights.prior
            * CommonWords.share(ofStem: stem)
        return max(0, Logarithm.natural(all / holders))
    }
}
