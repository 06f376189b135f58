import Glibc

/// The regular files under a path, which may be a file itself, sorted by their paths byte by byte,
/// folders recursively. What `Folder.isPassedOver` names is skipped. Links in a folder are never
/// followed: one that stays inside leads to a file that is met anyway. Everything else that is no
/// file is named as an error, with its reason.
///
/// A folder is looked at when its turn comes, and only the names of those that lead there are held.
package struct FolderWalk: Sequence, IteratorProtocol {
    /// What is left of a folder, the next name last. Names of folders end with a slash, which also
    /// is what they are sorted by.
    private struct Level {
        let folder: String
        var names: [String]
    }

    private var levels: [Level] = []
    /// Met before anything else: the path itself, where it is no folder.
    private var first: Result<String, IntakeError>?
    private let root: String

    package init(_ path: String) {
        root = Folder.realPath(path) ?? path
        switch Folder.kind(of: path, followsLinks: true) {
        case nil: first = .failure(.unreadable(name: path, reason: ReadFailure.last.reason))
        case S_IFDIR: first = enter(path)
        default: first = .success(path)
        }
    }

    package mutating func next() -> Result<String, IntakeError>? {
        if let met = first {
            first = nil
            return met
        }
        while let depth = levels.indices.last {
            guard let name = levels[depth].names.popLast() else {
                levels.removeLast()
                continue
            }
            let path = Folder.joined(levels[depth].folder, name)
            if let met = name.hasSuffix("/") ? enter(String(path.dropLast())) : look(at: path) {
                return met
            }
        }
        return nil
    }

    /// Goes on with what is in a folder; an error where it cannot be opened.
    private mutating func enter(_ folder: String) -> Result<String, IntakeError>? {
        guard let names = Folder.names(in: folder) else {
            return .failure(.unreadable(name: folder, reason: ReadFailure.last.reason))
        }
        let sorted = names.map { name in
            let path = Folder.joined(folder, name)
            return Folder.kind(of: path, followsLinks: false) == S_IFDIR ? name + "/" : name
        }.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
        levels.append(Level(folder: folder, names: sorted))
        return nil
    }

    /// Nil for what is left out without a word.
    private mutating func look(at path: String) -> Result<String, IntakeError>? {
        switch Folder.entry(at: path, under: root) {
        case .file: .success(path)
        case .refused(let error): .failure(error)
        case .passedOver: nil
        case .folder: enter(path)
        }
    }
}
