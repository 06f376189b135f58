import Foundation
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
