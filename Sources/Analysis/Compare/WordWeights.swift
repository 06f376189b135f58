/// How many articles of a corpus hold a word: the inverse document frequency of alignment.
package struct WordWeights: Equatable, Sendable {
    package var articleCount: Int
    /// By folded word: small letters without diacritics.
    package var articlesWithWord: [String: Int]

    package init(articleCount: Int = 0, articlesWithWord: [String: Int] = [:]) {
        self.articleCount = articleCount
        self.articlesWithWord = articlesWithWord
    }

    /// The logarithm of how rare a word is in the corpus, at most 5.
    func rarity(of word: String) -> Double {
        let holders = articlesWithWord[word.lowercased()] ?? 0
        return min(5, Logarithm.natural(Double(articleCount + 1) / Double(holders + 1)))
    }
}
