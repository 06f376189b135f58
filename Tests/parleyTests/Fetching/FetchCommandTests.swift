import Foundation
import Screens
import TestSupport
import Testing

/// Fetching through the built program.
@Suite(.serialized)
struct `Fetching with the program` {
    private typealias Copy = `The program`.Copy
    private typealias Server = LoopbackServer

    private static let feed = """
        <rss version="2.0"><channel><title>The Quay</title>
        <item><title>Ferry back</title><link>https://quay.example/ferry</link>
        <description>The ferry was back in service on Tuesday, the clerk said.</description></item>
        </channel></rss>
        """

    /// Never through a proxy, whatever the machine has.
    private func run(_ copy: Copy, _ arguments: String...) throws -> Copy.Outcome {
        try copy.run(arguments + ["--archive", "a.sqlite"])
    }

    @Test func `a feed goes in, is renewed, listed and taken out`() throws {
        let server = try Server { $0.target == "/feed" ? Server.page(Self.feed) : nil }
        let copy = try Copy()
        let address = server.root + "/feed"
        let imported = try run(copy, "import", "--allow-private", address)
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output.contains("1 article added"))
        #expect(imported.output.contains("1 feed added to the list"))
        let fetched = try run(copy, "fetch", "--allow-private")
        #expect(fetched.status == 0, "\(fetched.errors)")
        #expect(fetched.output == "1 feed asked, 0 new articles, 0 updated, 0 unchanged\n")
        let listed = try run(copy, "list", "feeds", "--json")
        #expect(listed.output.contains(#""title":"The Quay""#))
        let removed = try run(copy, "remove", "--feed", address)
        #expect(removed.status == 0)
        #expect(try run(copy, "list", "feeds", "--json").output == "[]\n")
        #expect(try run(copy, "list", "articles", "--json").output.contains("Ferry back"))
        let again = try run(copy, "remove", "--feed", address)
        #expect(again.status == 1)
        #expect(again.errors.contains("is not in the list of feeds"))
    }

    @Test func `private addresses need a flag, and the rest is done`() throws {
        let copy = try Copy()
        try Data("Two envoys met on Monday. They spoke for five hours.".utf8)
            .write(to: copy.folder.appending(path: "story.txt"))
        let outcome = try run(copy, "import", "http://127.1:9/", "story.txt", "--json")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("http://127.1:9/: 127.0.0.1 is this machine; with"))
        #expect(outcome.output.contains(#""added":1"#))
    }

    @Test func `the summary of a fetch is one document`() throws {
        let server = try Server { request in
            request.target == "/feed"
                ? Server.page(Self.feed) : [.send(Server.bytes("500 No", [:], ""))]
        }
        let copy = try Copy()
        let list =
            "<opml><body>\(["feed", "bad"].map { "<outline xmlUrl=\"\(server.root)/\($0)\"/>" }.joined())</body></opml>"
        _ = try copy.run(["import", "-", "--archive", "a.sqlite"], input: list)
        let robots = try run(copy, "fetch", "--allow-private", "--json")
        // Its robots.txt has a fault too, so nothing is read.
        #expect(robots.status == 1)
        let parsed = try JSONSerialization.jsonObject(with: Data(robots.output.utf8))
        let document = try #require(parsed as? [String: Any])
        #expect((document["failed"] as? [Any])?.count == 2)
        #expect(robots.errors.contains("its robots.txt cannot be read"))
    }

    @Test func `feeds are renewed behind the browser`() throws {
        let server = try Server { $0.target == "/feed" ? Server.page(Self.feed) : nil }
        let copy = try Copy()
        let list = "<opml><body><outline xmlUrl=\"\(server.root)/feed\"/></body></opml>"
        _ = try copy.run(["import", "-", "--archive", "a.sqlite"], input: list)
        try Data("Two envoys met on Monday. They spoke for five hours.".utf8)
            .write(to: copy.folder.appending(path: "story.txt"))
        let play = { (keys: String) in
            try copy.run(["play", "-", "--archive", "a.sqlite", "--size", "200x20"], input: keys)
        }
        let before = try play(":import story.txt\n")
        #expect(before.output.contains("Two envoys met on Monday."))
        #expect(!before.output.contains("Quay"))
        let after = try play(":fetch --allow-private\n")
        #expect(after.output.contains("1 feed asked, 1 new article"))
        // Beside what was selected before, and unread.
        #expect(after.output.contains("The Quay"))
        #expect(after.output.contains("Two envoys met on Monday."))
        let unread = try run(copy, "list", "articles", "is:unread", "--json")
        #expect(unread.output.contains("Ferry back"))
        let refused = try play(":fetch\n")
        #expect(
            refused.output.contains("1 failed: \(server.root)/feed: 127.0.0.1 is this machine"))
        let wrong = try play(":fetch all\n")
        #expect(wrong.errors.contains("`fetch` takes --pages, --allow-private, not `all`"))
    }

    @Test(arguments: ["\u{3}", "\u{1B}"])
    func `a fetch behind the browser is told and stopped`(key: String) throws {
        let hanging = try Server { $0.target == "/robots.txt" ? nil : [.keepSilent] }
        let copy = try Copy()
        let list = "<opml><body><outline xmlUrl=\"\(hanging.root)/feed\"/></body></opml>"
        _ = try copy.run(["import", "-", "--archive", "a.sqlite"], input: list)
        var environment = ProcessInfo.processInfo.environment
        environment["HOME"] = copy.folder.path
        environment["TERM"] = "xterm-256color"
        let terminal = try PseudoTerminal(
            copy.folder.appending(path: "parley").path,
            ["--archive", copy.folder.appending(path: "a.sqlite").path],
            environment: environment, size: Size(columns: 120, rows: 24))
        #expect(terminal.wait { $0.text.contains("articles") })
        terminal.send(":fetch --allow-private\r")
        #expect(terminal.wait { $0.text.contains("Fetching 0 of 1 · Ctrl-C stops") })
        terminal.send(key)
        #expect(terminal.wait { $0.text.contains("Stopped; what was taken in stays.") })
        terminal.send(":quit\r")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `Ctrl-C stops, and says how far it came`() throws {
        let hanging = try Server { $0.target == "/robots.txt" ? nil : [.keepSilent] }
        let copy = try Copy()
        var environment = ProcessInfo.processInfo.environment
        environment["HOME"] = copy.folder.path
        let terminal = try PseudoTerminal(
            copy.folder.appending(path: "parley").path,
            [
                "import", "--allow-private", hanging.root + "/a", "http://127.0.0.2:1/",
                "--archive", copy.folder.appending(path: "a.sqlite").path,
            ],
            environment: environment, size: Size(columns: 120, rows: 24))
        #expect(terminal.wait { $0.text.contains("Fetched 1 of 2 addresses") })
        terminal.send("\u{3}")
        #expect(terminal.waitForEnd() == .exit(130))
        let said = String(decoding: terminal.output, as: UTF8.self)
        #expect(said.contains("Interrupted after 1 of 2 addresses; 0 new articles kept."))
    }
}
