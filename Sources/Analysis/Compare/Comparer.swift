import Intake

/// Puts articles side by side by what they assert. `weights` gives rare words more say.
package struct Comparer: Sendable {
    package let dossier: Dossier
    package let weights: WordWeights

    package init(dossier: Dossier, weights: WordWeights = WordWeights()) {
        self.dossier = dossier
        self.weights = weights
    }

    /// Two to four articles, columns in the order given; rows follow the first.
    package func comparison(of articles: [AnalyzedArticle]) -> Comparison {
        Comparison()
    }
}

/// How many articles of a corpus hold a word: the inverse document frequency of alignment.
package struct WordWeights: Equatable, Sendable {
    package var articleCount: Int
    package var articlesWithWord: [String: Int]

    package init(articleCount: Int = 0, articlesWithWord: [String: Int] = [:]) {
        self.articleCount = articleCount
        self.articlesWithWord = articlesWithWord
    }
}
