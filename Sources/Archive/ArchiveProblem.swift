/// Something that `Archive.check()` found wrong.
package struct ArchiveProblem: Hashable, Sendable {
    /// The id of the article it is about; nil when it is about the archive as a whole.
    package var article: String?
    /// One sentence: what is wrong.
    package var message: String

    package init(article: String?, message: String) {
        self.article = article
        self.message = message
    }
}

extension ArchiveProblem: CustomStringConvertible {
    package var description: String {
        if let article { "Article \(article): \(message)" } else { message }
    }
}
