package import Intake

/// One thing to import.
package enum ImportItem: Sendable {
    /// Bytes that Intake has yet to read: may hold no article, one or many.
    case document(RawDocument)
    case article(Article, origin: String)
    /// What could not even be opened; it is counted and named in the summary.
    case failure(name: String, message: String)
}

extension ImportItem {
    /// Bytes of the document that are held for it.
    var byteCount: Int {
        if case .document(let document) = self { document.bytes.count } else { 0 }
    }
}

/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
    /// Items taken up, and articles dealt with so far.
    package var items = 0
    package var summary = ImportSummary()

    package init() {}
}

/// What an import did.
package struct ImportSummary: Hashable, Sendable {
    package struct Failure: Hashable, Sendable {
        /// The path or address, with the line where there are many.
        package var name: String
        package var message: String

        package init(name: String, message: String) {
            self.name = name
            self.message = message
        }
    }

    package var added = 0
    package var unchanged = 0
    package var updated = 0
    package var failed: [Failure] = []

    package init() {}

    /// Articles dealt with.
    package var total: Int { added + unchanged + updated + failed.count }
}

/// What an import did with one article that was not there or has changed.
package struct ImportChange: Hashable, Sendable {
    package enum Kind: String, Sendable { case added, updated }

    package var kind: Kind
    package var id: String
    /// The path or address that it came from.
    package var origin: String
    /// Its title, else its first words.
    package var heading: String
}
