import Foundation

/// Where running browsers can be spoken to: a folder with a socket for each, named by its process.
struct RemoteFolder: Sendable {
    let path: String

    /// `parley` in the XDG runtime folder, else `parley/running` in the state folder; nil where
    /// neither is known.
    init?(_ environment: [String: String]) {
        func absolute(_ name: String) -> String? {
            environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        if let runtime = absolute("XDG_RUNTIME_DIR") {
            path = runtime + "/parley"
        } else if let state = absolute("XDG_STATE_HOME")
            ?? absolute("HOME").map({ $0 + "/.local/state" })
        {
            path = state + "/parley/running"
        } else {
            return nil
        }
    }

    func socket(of process: Int32) -> String { "\(path)/\(process)" }

    /// Makes the folder if need be; false when it is not this person's alone.
    func prepare() -> Bool {
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            && status.st_uid == getuid() && status.st_mode & 0o077 == 0
    }

    /// The processes of browsers that run, smallest number first. What one left that ended without
    /// taking its leave is removed.
    func running() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { Int32($0) }.sorted().filter { process in
            do throws(LocalSocket.Failure) {
                _ = try LocalSocket.connected(to: socket(of: process))
                return true
            } catch {
                if error.number == ECONNREFUSED { unlink(socket(of: process)) }
                return false
            }
        }
    }
}
