import Analysis
import Foundation
import Glibc

/// Where a person's own entries for a dossier stand: `parley/dossiers/ID.toml` in the XDG
/// configuration folder, beside the settings, since it is a file to be edited by hand.
struct OwnDossierFile: Sendable {
    let path: String

    /// Nil for a dossier whose id makes no file name, and when nothing says where home is.
    init?(of dossier: Dossier) {
        self.init(of: dossier, ProcessInfo.processInfo.environment)
    }

    init?(of dossier: Dossier, _ environment: [String: String]) {
        let isName = dossier.id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard isName, !dossier.id.isEmpty, dossier.id != Dossier.empty.id,
            let folder = SettingsFile.folder(environment)
        else { return nil }
        path = folder + "/dossiers/" + dossier.id + ".toml"
    }

    /// Its bytes; empty when there is no such file. Throws a `CommandFailure` that names it when
    /// it cannot be read.
    func read() throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path): cannot be read.")
        }
        return [UInt8](data)
    }

    /// Puts `bytes` in the place of `before`, whole or not at all: written beside it, then
    /// renamed. A link stays one, and what may read the file may read it still. Throws when the
    /// file no longer holds `before`, and when the disk refuses.
    func replace(_ before: [UInt8], with bytes: [UInt8]) throws {
        let target = URL(filePath: path).linkTarget.path
        let folder = URL(filePath: target).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let draft = folder + "/.parley-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).toml"
        do {
            try OwnDossierFile.write(bytes, to: draft, mode: OwnDossierFile.mode(of: target))
            guard try read() == before else {
                throw CommandFailure("\(path): was changed meanwhile; try again.")
            }
            guard rename(draft, target) == 0 else { throw OwnDossierFile.failure(path) }
        } catch {
            unlink(draft)
            throw error
        }
        OwnDossierFile.sync(folder)
    }

    private static func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    }

    private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure(path) }
            offset += written
        }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    /// The new name outlives a loss of power only when the folder is written, too.
    private static func sync(_ folder: String) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure("\(path): \(String(cString: strerror(errno))).")
    }
}
