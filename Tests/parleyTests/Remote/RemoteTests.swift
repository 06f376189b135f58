import Foundation
import Glibc
import Screens
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import parley

/// What goes over the socket, and the ear of a browser without one.
@Suite struct RemoteTests {
    /// A folder of its own for sockets, and the environment that leads there.
    private struct Place: ~Copyable {
        let root = NSTemporaryDirectory() + "parley-remote-\(UUID().uuidString.prefix(8))"
        var environment: [String: String] { ["XDG_RUNTIME_DIR": root] }
        var folder: RemoteFolder { get throws { try #require(RemoteFolder(environment)) } }

        init() throws {
            try FileManager.default.createDirectory(
                atPath: root, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }
    }

    @Test(arguments: [
        RemoteRequest(.lines), RemoteRequest(.screen, script: ":show-matrix"),
        RemoteRequest(.address, script: "/ab<Enter>\n\nj"), RemoteRequest(.lines, script: "/мир"),
    ])
    func `a request is read as it was written`(request: RemoteRequest) {
        #expect(RemoteRequest(request.bytes) == request)
    }

    @Test(arguments: [[], Array("nothing\n:quit".utf8), [0xFF, 0xFE], Array("lines: \n".utf8)])
    func `other bytes are no request`(bytes: [UInt8]) {
        #expect(RemoteRequest(bytes) == nil)
    }

    @Test(arguments: [
        RemoteReply([]), RemoteReply(isDone: false, ["no"]), RemoteReply(["a", "", "b"]),
    ])
    func `a reply is read as it was written`(reply: RemoteReply) {
        #expect(RemoteReply(reply.bytes) == reply)
    }

    @Test func `a broken reply is none`() {
        #expect(RemoteReply([]) == nil)
        #expect(RemoteReply(Array("don".utf8)) == nil)
    }

    @Test(arguments: [
        (["XDG_RUNTIME_DIR": "/run/user/7", "HOME": "/h"], "/run/user/7/parley"),
        (["XDG_RUNTIME_DIR": "run", "HOME": "/h"], "/h/.local/state/parley/running"),
        (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/parley/running"),
        (["HOME": "h"], nil), ([:], nil),
    ])
    func `browsers are found by the XDG folders`(environment: [String: String], path: String?) {
        #expect(RemoteFolder(environment)?.path == path)
    }

    @Test func `a folder that others can enter is not used`() throws {
        let place = try Place()
        let folder = try place.folder
        #expect(folder.prepare())
        #expect(folder.prepare())
        chmod(folder.path, 0o755)
        #expect(!folder.prepare())
        rmdir(folder.path)
        symlink(NSTemporaryDirectory(), folder.path)
        #expect(!folder.prepare())
    }

    @Test func `who comes is heard and answered, and what a dead browser left is removed`() throws {
        let place = try Place()
        let folder = try place.folder
        let wakeup = try Wakeup()
        let ear = try #require(RemoteListener(wakeup: wakeup, environment: place.environment))
        let dead = folder.socket(of: 1)
        do { _ = try LocalSocket.listening(at: dead) }
        // A program that another test is starting just now may hold the socket until it runs.
        for _ in 0..<500 where folder.running().contains(1) { usleep(10_000) }
        #expect(folder.running() == [getpid()])
        #expect(!FileManager.default.fileExists(atPath: dead))

        let call = RemoteCall(folder)
        let asked = RemoteRequest(.lines, script: "jj")
        let reply = Begun { try call.make(asked, to: getpid()) }
        let visit = try #require(nextVisit(of: ear, wakeup))
        #expect(visit.request == asked)
        visit.answer(RemoteReply(["Article 3 of 16"]))
        #expect(try reply.value() == RemoteReply(["Article 3 of 16"]))

        ear.close()
        #expect(folder.running() == [])
        #expect(throws: CommandFailure.self) { try call.make(asked, to: getpid()) }
    }

    @Test func `what is too long, or no request, is not heard`() throws {
        let place = try Place()
        let wakeup = try Wakeup()
        let ear = try #require(RemoteListener(wakeup: wakeup, environment: place.environment))
        defer { ear.close() }
        let path = try place.folder.socket(of: getpid())
        for bytes in [
            Array("lines\n".utf8) + [UInt8](repeating: 0x6A, count: RemoteListener.longest),
            Array("please\nj".utf8),
        ] {
            let end = try LocalSocket.connected(to: path)
            end.writeAll(bytes)
            #expect(end.readAll(most: 100).map { $0.isEmpty } ?? true)
        }
        let end = try LocalSocket.connected(to: path)
        end.writeAll(RemoteRequest(.lines).bytes)
        let visit = try #require(nextVisit(of: ear, wakeup))
        #expect(visit.request == RemoteRequest(.lines))
        #expect(!ear.hasVisits)
    }

    @Test func `who follows is told of each change once, and is let go when they are gone`() throws
    {
        let place = try Place()
        let wakeup = try Wakeup()
        let ear = try #require(RemoteListener(wakeup: wakeup, environment: place.environment))
        defer { ear.close() }
        let call = RemoteCall(try place.folder)
        let lines = Mutex<[String]>([])
        let ended = Begun {
            try call.follow(RemoteRequest(.follow), getpid()) { line in
                lines.withLock { $0.append(line) }
            }
        }
        let visit = try #require(nextVisit(of: ear, wakeup))
        #expect(visit.request.wish == .follow)
        var driver = Driver(SampleCorpus.archive)
        do {
            var followers = RemoteFollowers()
            followers.add(visit, driver.state)
            followers.tell(driver.state)
            driver.press("4j")
            followers.tell(driver.state)
            followers.tell(driver.state)
        }
        // The visit holds the other end.
        _ = consume visit
        try ended.value()
        let told = lines.withLock { $0 }
        #expect(told.count == 2 && told[1] == StateJSON(driver.state).text)
    }

    @Test func `who does not read is not waited for`() throws {
        let place = try Place()
        let wakeup = try Wakeup()
        let ear = try #require(RemoteListener(wakeup: wakeup, environment: place.environment))
        defer { ear.close() }
        let end = try LocalSocket.connected(to: try place.folder.socket(of: getpid()))
        end.writeAll(RemoteRequest(.follow).bytes)
        let visit = try #require(nextVisit(of: ear, wakeup))
        var driver = Driver(SampleCorpus.archive)
        var followers = RemoteFollowers()
        followers.add(visit, driver.state)
        for _ in 0..<3000 where !followers.isEmpty {
            driver.press("j")
            followers.tell(driver.state)
            driver.press("k")
            followers.tell(driver.state)
        }
        #expect(followers.isEmpty)
    }

    /// Waits for the next visit.
    private func nextVisit(of ear: RemoteListener, _ wakeup: Wakeup) -> RemoteVisit? {
        wakeup.wait {}
        wakeup.reset()
        return ear.next()
    }
}
