/// Why an archive cannot be opened or used. Its `description` is what a person reads.
package enum ArchiveError: Error, Equatable, Sendable {
    case newer(path: String, migration: String)
    case otherDossier(path: String, recorded: String, given: String)
    case notAnArchive(path: String)
    case noSuchArticle(String)
    case ambiguousArticle(String, matches: [String])
    case noSuchEntry(kind: String, name: String)
    case slowPattern(String)
    case storage(path: String, reason: String)
    case gone(path: String)
}

extension ArchiveError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newer(let path, let migration):
            "\(path): was made by a newer parley (it has “\(migration)”). Update parley to open it."
        case .otherDossier(let path, let recorded, let given):
            """
            \(path): its findings were made with the dossier “\(recorded)”, not “\(given)”. \
            “parley archive use-dossier” switches it and rebuilds them.
            """
        case .notAnArchive(let path):
            "\(path): is no archive of parley. Give another path with --archive."
        case .noSuchArticle(let id): "No article has an id that begins with “\(id)”."
        case .ambiguousArticle(let id, let matches):
            "“\(id)” begins the ids of \(matches.count) articles: \(matches.joined(separator: ", "))."
        case .noSuchEntry(let kind, let name):
            "There is no \(kind) “\(name)”, neither in the dossier nor in the articles."
        case .slowPattern(let pattern):
            """
            /\(pattern)/ takes too long in so many texts. A simpler pattern is faster, and so is \
            another word or field beside it.
            """
        case .storage(let path, "unable to open database file"):
            "\(path): cannot be opened or made there. Give another path with --archive."
        case .storage(let path, let reason): "\(path): \(reason)"
        case .gone(let path):
            "\(path): was moved or deleted, so nothing more is kept. Put it back, or start parley anew."
        }
    }
}
