import Glibc

/// What lies in a folder, and what of it is read. With `FolderWalk`, `FileReader` and `LineReader` the
/// only code of the room that looks at a disk.
package enum Folder {
    /// What to do with something that was met in a folder.
    package enum Entry: Equatable, Sendable {
        case file, folder
        /// A link that stays inside.
        case passedOver
        /// No file, or one that cannot be looked at; also one that is gone already.
        case refused(IntakeError)
    }

    /// `root` is the real path of the folder that everything read must lie in.
    package static func entry(at path: String, under root: String) -> Entry {
        let reason: String
        switch kind(of: path, followsLinks: false) {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK:
            guard let fault = fault(ofLink: path, under: root) else { return .passedOver }
            reason = fault
        case S_IFIFO: reason = "it is a pipe"
        case S_IFSOCK: reason = "it is a socket"
        case S_IFCHR, S_IFBLK: reason = "it is a device"
        case nil where path.unicodeScalars.contains("\u{FFFD}"): reason = "its name is not UTF-8"
        case nil: reason = ReadFailure.last.reason
        default: reason = "it is no regular file"
        }
        return .refused(.unreadable(name: path, reason: reason))
    }

    /// Whether there is a folder at `path`, or a link to one.
    package static func isFolder(_ path: String) -> Bool {
        kind(of: path, followsLinks: true) == S_IFDIR
    }

    /// The folders right in `folder` that an import would look into, unsorted.
    package static func folders(in folder: String) -> [String] {
        (names(in: folder) ?? []).map { joined(folder, $0) }
            .filter { kind(of: $0, followsLinks: false) == S_IFDIR }
    }

    /// Hidden files, and the copies that editors leave beside what they change (`a.txt~`).
    package static func isPassedOver(name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
    }

    /// The path of `name` in `folder`.
    package static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The file type bits of `stat`, nil when there is no such file.
    static func kind(of path: String, followsLinks: Bool) -> mode_t? {
        var status = stat()
        let result = followsLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Unsorted, without hidden ones; nil when the folder cannot be opened.
    static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !isPassedOver(name: name) { names.append(name) }
        }
        return names
    }

    /// Without links and dots; nil when there is nothing.
    package static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Why a link leads to nothing that is read anyway; nil when it does.
    private static func fault(ofLink link: String, under root: String) -> String? {
        guard let target = realPath(link) else {
            return errno == ENOENT
                ? "it is a link to nothing"
                : "it is a link that leads nowhere: "
                    + ReadFailure.last.reason
        }
        if target == root || target.hasPrefix(root == "/" ? root : root + "/") { return nil }
        return "it is a link that leads out of the folder"
    }
}
