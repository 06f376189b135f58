import Foundation
import Testing

@testable import parley

struct `Generated pages` {
    @Test func `the written pages equal the registries`() throws {
        for page in GeneratedPages.written {
            let file = `House rules`.root.appending(path: "docs/\(page.name)")
            let written = try String(contentsOf: file, encoding: .utf8)
            #expect(written == page.text, "docs/\(page.name) is old: run make docs")
        }
    }

    @Test func `the manual page names every command and is clean roff`() throws {
        let manual = try GeneratedPages.manual()
        let commands = try CommandDescription.ofParley().shownSubcommands
        #expect(commands.count > 10)
        for name in commands.map(\.commandName) {
            #expect(manual.contains("parley \(name)"), "\(name) is not in the manual")
        }
        for line in manual.split(separator: "\n") where line.hasPrefix(".") {
            #expect(line.contains(#/^\.(TH|SH|SS|TP|PP|B|br|IP|nf|fi|RS|RE|I|BR)\b/#), "\(line)")
        }
    }
}
