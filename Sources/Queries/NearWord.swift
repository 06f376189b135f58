/// A word of the corpus that is spelled almost like one that no article has.
package struct NearWord: Equatable, Sendable {
    /// As the index holds it: lower case, Latin letters without diacritics.
    package var word: String
    /// Articles with the word or one of its forms.
    package var articleCount: Int

    package init(word: String, articleCount: Int) {
        self.word = word
        self.articleCount = articleCount
    }
}
