import Foundation
import Screens

/// The person's settings, keys, themes and macros: `parley/settings.toml` in the XDG configuration
/// folder.
enum SettingsFile {
    /// What it says over the defaults, and its mistakes as messages that name file and line.
    typealias Reading = (contents: ConfigFile.Contents, problems: [String])

    /// No file says nothing; one that cannot be read says so.
    static func read() -> Reading {
        let name = shown(path)
        do throws(Unreadable) {
            guard let bytes = try bytes() else {
                return (ConfigFile.parse(""), former.map { [$0] } ?? [])
            }
            let contents = ConfigFile.parse(bytes: bytes)
            return (contents, contents.problems.map { "\(name):\($0.line): \($0.message)" })
        } catch {
            var contents = ConfigFile.parse("")
            contents.problems = [.init(line: 0, message: error.words)]
            return (contents, ["\(name): \(error.words)"])
        }
    }

    /// Why there is nothing to read, and what to do.
    private struct Unreadable: Error {
        var words: String
    }

    /// Nobody writes so much by hand.
    private static let longest = 1 << 18

    /// What the file holds; nil where there is none.
    private static func bytes() throws(Unreadable) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Unreadable(
                words: "It cannot be read: \(String(cString: strerror(errno))). Make it readable.")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let what = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no file"
            throw Unreadable(words: "This is \(what); put a file of settings in its place.")
        }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            if count < 0 {
                throw Unreadable(
                    words:
                        "It cannot be read: \(String(cString: strerror(errno))). Make it readable.")
            }
            if count == 0 { break }
            filled += count
        }
        guard filled <= longest else {
            throw Unreadable(
                words: "It is longer than 256 KiB; `parley config --defaults` prints what belongs.")
        }
        return Array(bytes[..<filled])
    }

    /// Writes changes into the file, which is made where there is none, and says what became of it.
    static func keep(_ changes: SettingsChanges) -> Action {
        let name = shown(path)
        do {
            guard let before = String(validating: try bytes() ?? [], as: UTF8.self) else {
                throw Unreadable(words: "This is not UTF-8; save the file in that encoding.")
            }
            var text = SettingsText(before)
            try text.write(changes)
            try write(text.text)
            let names = changes.statements.map(\.name).joined(separator: ", ")
            return .told("Kept in \(name): \(names).")
        } catch let mistake as SettingsText.Mistake {
            return .warned("Error: \(name):\(mistake.line): \(mistake.message)")
        } catch let failure as Unreadable {
            return .warned("Error: \(name): \(failure.words)")
        } catch {
            return .warned("Error: \(name) cannot be written there.")
        }
    }

    /// Puts a text in place of the file. A link stays one, since settings are often kept elsewhere,
    /// and who may read it stays the same.
    private static func write(_ text: String) throws {
        let files = FileManager.default
        let file = URL(filePath: path).linkTarget
        let mode = try? files.attributesOfItem(atPath: file.path)[.posixPermissions]
        try files.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
        if let mode { try files.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path) }
    }

    /// Whether there is one, readable or not.
    static var isThere: Bool { access(path, F_OK) == 0 }

    /// A path as people write it, `~` for their home: messages have one line.
    static func shown(_ path: String) -> String {
        guard let home = ProcessInfo.processInfo.environment["HOME"], path.hasPrefix(home + "/")
        else { return path }
        return "~" + path.dropFirst(home.count)
    }

    static var path: String {
        (folder(ProcessInfo.processInfo.environment) ?? "/.config/parley") + "/settings.toml"
    }

    /// What is to be said where only the file of earlier versions is there.
    private static var former: String? {
        let former = String(path.dropLast("settings.toml".count)) + "config"
        guard FileManager.default.fileExists(atPath: former) else { return nil }
        return "\(shown(former)) is not read any more: settings are in settings.toml, as TOML. "
            + "`parley config --defaults` shows how."
    }

    /// `$XDG_CONFIG_HOME/parley`, where `$HOME/.config` stands for an unset or relative
    /// `XDG_CONFIG_HOME`; nil when neither is known.
    static func folder(_ environment: [String: String]) -> String? {
        let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (config ?? environment["HOME"].map { $0 + "/.config" }).map { $0 + "/parley" }
    }
}

/// Notices that the settings file has changed, by looking when it is asked: with each key and when
/// the window gets the focus (docs/decisions/014). Nothing wakes for it.
struct SettingsWatch {
    /// What tells one state of a file from another; nil where there is none.
    private struct Stamp: Equatable {
        var device: UInt
        var file: UInt
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    private var last: Stamp?
    private let path: String

    init() {
        path = SettingsFile.path
        last = SettingsWatch.stamp(path)
    }

    /// What the file says now, when that is not what it said when it was last asked.
    mutating func change() -> SettingsFile.Reading? {
        let stamp = SettingsWatch.stamp(path)
        guard stamp != last else { return nil }
        last = stamp
        return SettingsFile.read()
    }

    private static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            device: UInt(status.st_dev), file: UInt(status.st_ino), size: Int(status.st_size),
            seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
}
