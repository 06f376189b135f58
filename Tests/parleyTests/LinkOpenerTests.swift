import Foundation
import Synchronization
import Testing

@testable import parley

struct LinkOpenerTests {
    @Test(arguments: [
        ("firefox", ["firefox", "https://a.example/?q=1;2"]),
        ("w3m -N", ["w3m", "-N", "https://a.example/?q=1;2"]),
        ("open %s now", ["open", "https://a.example/?q=1;2", "now"]), ("  ", []),
    ])
    func `the link is a word of its own`(command: String, expected: [String]) {
        #expect(LinkOpener.words(of: command, "https://a.example/?q=1;2") == expected)
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "-version", ""])
    func `only links of the web are opened`(link: String) {
        #expect(LinkOpener(link, environment: ["BROWSER": "true"]) == nil)
    }

    @Test(arguments: ["HTTPS://a.example/", "http://a.example"])
    func `schemes are in any case`(link: String) {
        #expect(LinkOpener(link, environment: [:]) != nil)
    }

    @Test(arguments: ["false", "/bin/false:w3m"])
    func `a browser that fails is named`(browser: String) throws {
        let told = Mutex("")
        let opener = try #require(
            LinkOpener("http://a.example", environment: ["BROWSER": browser]))
        let isOpened = opener.open(
            lend: { $0() }, failed: { words in told.withLock { $0 = words } })
        #expect(isOpened)
        for _ in 0..<500 where told.withLock({ $0.isEmpty }) { usleep(10_000) }
        #expect(told.withLock { $0 } == "Error: `false` ended with 1; $BROWSER names another.")
    }

    @Test func `the first browser that is there gets the link`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "br-\(UUID().uuidString)")
        defer {
            for path in [file.path, file.path + ".seen"] {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
        try ShellProgram.write("printf '%s' \"$1\" > \"$0.seen\"\n", to: file.path)
        let link = "https://a.example/;touch%20x"
        let opener = try #require(
            LinkOpener(link, environment: ["BROWSER": "/nowhere/browser:\(file.path)"]))
        #expect(opener.open { _ in })
        var seen = ""
        for _ in 0..<500 where seen != link {
            seen = (try? String(contentsOfFile: file.path + ".seen", encoding: .utf8)) ?? ""
            usleep(10_000)
        }
        #expect(seen == link)
    }
}
