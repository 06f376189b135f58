import Foundation
import Testing

@testable import Intake

struct FolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `files are listed recursively, sorted, without hidden ones`() throws {
        for name in ["b.txt", "a/z.md", "a/y/x.txt", ".hidden", ".git/config", "a/.b", "ä.txt"] {
            try folder.write(name, "Words.")
        }
        let paths = try Array(FolderWalk(folder.path)).map { try $0.get() }
        #expect(
            paths.map { $0.dropFirst(folder.path.count + 1) }
                == ["a/y/x.txt", "a/z.md", "b.txt", "ä.txt"])
    }

    @Test func `paths ascend byte by byte also where a folder begins as a file does`() throws {
        let names = ["a.txt", "a/z.md", "a-b.txt", "a/b/c.txt", "a/b.txt", "a0.txt", "B/x.txt"]
        for name in names { try folder.write(name, "Words.") }
        let paths = try FolderWalk(folder.path).map { try $0.get() }
        #expect(paths.map { $0.dropFirst(folder.path.count + 1) } == names.sorted().map { $0[...] })
    }

    @Test func `a folder is looked at when its turn comes`() throws {
        for name in ["a.txt", "b/one.txt", "c/two.txt"] { try folder.write(name, "Words.") }
        var walk = FolderWalk(folder.path)
        #expect(try walk.next()?.get() == folder.path + "/a.txt")
        try folder.write("b/new.txt", "Words.")
        try FileManager.default.removeItem(atPath: folder.path + "/c")
        #expect(try walk.next()?.get() == folder.path + "/b/new.txt")
        #expect(try walk.next()?.get() == folder.path + "/b/one.txt")
        #expect(walk.next()?.failure?.name == folder.path + "/c")
        #expect(walk.next() == nil)
    }

    @Test func `a final slash changes nothing but the spelling`() throws {
        try folder.write("a.txt", "Words.")
        let paths = try Array(FolderWalk(folder.path + "/")).map { try $0.get() }
        #expect(paths == [folder.path + "/a.txt"])
    }

    /// What is named as an error, by its path in the folder, with the reason.
    private func faults() -> [String: String] {
        var faults: [String: String] = [:]
        for error in Array(FolderWalk(folder.path)).compactMap(\.failure) {
            guard case .unreadable(let name, let reason) = error else { continue }
            faults[String(name.dropFirst(folder.path.count + 1))] = reason
        }
        return faults
    }

    @Test func `links are not followed, and one that leads nowhere or out is named`() throws {
        let outside = try TemporaryFolder()
        try outside.write("secret.txt", "Words.")
        try folder.write("a/in.txt", "Words.")
        try folder.link("loop", to: folder.path)
        try folder.link("inside.txt", to: folder.path + "/a/in.txt")
        try folder.link("out", to: outside.path)
        try folder.link("out.txt", to: outside.path + "/secret.txt")
        try folder.link("nowhere", to: folder.path + "/missing")
        try folder.link("dog", to: "tail")
        try folder.link("tail", to: "dog")
        let files = Array(FolderWalk(folder.path))
        #expect(files.compactMap { try? $0.get() } == [folder.path + "/a/in.txt"])
        let out = "it is a link that leads out of the folder"
        let circle = "it is a link that leads nowhere: Too many levels of symbolic links"
        #expect(
            faults() == [
                "out": out, "out.txt": out, "nowhere": "it is a link to nothing", "dog": circle,
                "tail": circle,
            ])
    }

    @Test func `pipes and sockets are named and never opened`() throws {
        try folder.write("a.txt", "Words.")
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array((folder.path + "/socket").utf8)
        try #require(path.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        #expect(isBound == 0)
        #expect(faults() == ["pipe": "it is a pipe", "socket": "it is a socket"])
    }

    @Test func `names that are not UTF-8 are named, with control characters read`() throws {
        try folder.write("line\nend\u{1B}[2J.txt", "Words.")
        let bytes = Array((folder.path + "/caf").utf8) + [0xE9, 0]
        let descriptor = bytes.withUnsafeBytes { name in
            name.baseAddress.map {
                open($0.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
            } ?? -1
        }
        try #require(descriptor >= 0)
        close(descriptor)
        #expect(faults() == ["caf\u{FFFD}": "its name is not UTF-8"])
        let files = Array(FolderWalk(folder.path)).compactMap { try? $0.get() }
        #expect(files == [folder.path + "/line\nend\u{1B}[2J.txt"])
    }

    /// What a folder holds whose path is longer than the system takes cannot even be looked at.
    @Test func `what cannot be looked at is named`() throws {
        try folder.write("a.txt", "Words.")
        let name = String(repeating: "d", count: 250)
        var place = open(folder.path, O_RDONLY | O_DIRECTORY)
        for _ in 0..<17 {
            #expect(mkdirat(place, name, 0o700) == 0)
            let inner = openat(place, name, O_RDONLY | O_DIRECTORY)
            close(place)
            place = inner
        }
        close(place)
        defer {
            let removal = Process()
            removal.executableURL = URL(filePath: "/bin/rm")
            removal.arguments = ["-rf", folder.path + "/" + name]
            if (try? removal.run()) != nil { removal.waitUntilExit() }
        }
        #expect(Array(faults().values) == ["File name too long"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a folder that may not be opened, or not be entered, is named`() throws {
        try folder.write("shut/a.txt", "Words.")
        try folder.write("blind/b.txt", "Words.")
        chmod(folder.path + "/shut", 0)
        chmod(folder.path + "/blind", 0o400)
        defer {
            chmod(folder.path + "/shut", 0o700)
            chmod(folder.path + "/blind", 0o700)
        }
        #expect(faults() == ["shut": "Permission denied", "blind/b.txt": "Permission denied"])
    }

    @Test func `a file that goes away after it was listed is unreadable`() throws {
        let file = try folder.write("a.txt", "Words.")
        #expect(Array(FolderWalk(folder.path)) == [.success(file)])
        unlink(file)
        let reader = FileReader(path: file, found: true)
        let reason = "No such file or directory"
        #expect(reader.next()?.failure == .unreadable(name: file, reason: reason))
        #expect(reader.next() == nil)
        #expect(mkfifo(file, 0o600) == 0)
        let pipe = FileReader(path: file, found: true)
        #expect(
            pipe.next()?.failure == .unreadable(name: file, reason: "it is no regular file"))
    }

    @Test func `a file stands for itself, a missing one is an error`() throws {
        let file = try folder.write("a.txt", "Words.")
        #expect(Array(FolderWalk(file)) == [.success(file)])
        #expect(Array(FolderWalk(folder.path + "/no")).first?.failure != nil)
    }

    @Test func `a folder reached by a link is read`() throws {
        let other = try TemporaryFolder()
        try folder.write("a.txt", "Words.")
        try other.link("link", to: folder.path)
        #expect(Array(FolderWalk(other.path + "/link")).count == 1)
    }
}
