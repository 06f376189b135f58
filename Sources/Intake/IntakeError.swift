/// Why a document did not become an article. Its `description` is what a person reads: which
/// file and line, what is wrong, and what to do about it.
package enum IntakeError: Error, Equatable, Sendable {
    case unreadable(name: String, reason: String)
    case empty(name: String)
    case binary(name: String)
    case tooLarge(name: String, bytes: Int, limit: Int)
    case noBody(name: String)
    case unsupported(name: String, format: String)
    /// A list of feeds, where an article was expected.
    case holdsFeeds(name: String)
    /// XML or JSON that a feed or a list was expected in and that is none.
    case notOfItsKind(name: String, kind: String)
    /// A line of a JSON Lines file that is no article; `name` holds file and line.
    case badLine(name: String, reason: String)
}

extension IntakeError {
    /// The document it is about, with the line where there are many.
    package var name: String {
        switch self {
        case .unreadable(let name, _), .empty(let name), .binary(let name),
            .tooLarge(let name, _, _), .noBody(let name), .unsupported(let name, _),
            .holdsFeeds(let name), .notOfItsKind(let name, _), .badLine(let name, _):
            name
        }
    }
}

extension IntakeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let name, let reason):
            "\(name): cannot be read: \(reason). Check the path and your rights to it."
        case .empty(let name): "\(name): is empty. Give a file with text in it."
        case .binary(let name):
            "\(name): is not text (it holds zero bytes). Give a text or Markdown file."
        case .tooLarge(let name, let bytes, let limit):
            "\(name): is \(bytes) bytes; the limit for one article is \(limit). Split it."
        case .noBody(let name):
            "\(name): holds no article text: nothing is left beside title and page furniture."
        case .unsupported(let name, let format):
            "\(name): looks like \(format), which this version does not read yet. Give its text."
        case .holdsFeeds(let name):
            "\(name): is a list of feeds and holds no article; parley import keeps it."
        case .notOfItsKind(let name, let kind):
            "\(name): is no \(kind) that can be read. Say with --format what it is."
        case .badLine(let name, let reason):
            "\(name): \(reason). Mend the line or take it out; the other lines are read."
        }
    }
}
