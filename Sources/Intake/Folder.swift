import Glibc

/// The files of a folder. With `FileReader` and `LineReader` the only code of the room that
/// looks at a disk.
package enum Folder {
    /// The regular files under `path`, which may be a file itself, sorted by their paths byte by
    /// byte, folders recursively. Hidden files and folders (`.git`) are skipped. Links in a
    /// folder are never followed: one that stays inside leads to a file that is listed anyway,
    /// one that leads out is named as an error, and so is a folder that cannot be opened.
    package static func files(under path: String) -> [Result<String, IntakeError>] {
        guard let kind = kind(of: path, followsLinks: true) else {
            return [.failure(.unreadable(name: path, reason: ReadFailure.last.reason))]
        }
        if kind != S_IFDIR { return [.success(path)] }
        let root = realPath(path) ?? path
        var found: [(path: String, error: IntakeError?)] = []
        var folders = [path]
        while let folder = folders.popLast() {
            guard let names = names(in: folder) else {
                let reason = ReadFailure.last.reason
                found.append((folder, .unreadable(name: folder, reason: reason)))
                continue
            }
            for name in names {
                let entry = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                switch Folder.kind(of: entry, followsLinks: false) {
                case S_IFDIR: folders.append(entry)
                case S_IFREG: found.append((entry, nil))
                case S_IFLNK where leadsOut(entry, of: root):
                    let reason = "it is a link that leads out of the folder"
                    found.append((entry, .unreadable(name: entry, reason: reason)))
                default: break
                }
            }
        }
        found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return found.map { $0.error.map(Result.failure) ?? .success($0.path) }
    }

    /// The file type bits of `stat`, nil when there is no such file.
    private static func kind(of path: String, followsLinks: Bool) -> mode_t? {
        var status = stat()
        let result = followsLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Unsorted, without hidden ones; nil when the folder cannot be opened.
    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a link's target exists and lies outside of `root`.
    private static func leadsOut(_ link: String, of root: String) -> Bool {
        guard let target = realPath(link) else { return false }
        return target != root && !target.hasPrefix(root + "/")
    }
}
