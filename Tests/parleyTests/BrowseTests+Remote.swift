import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// `parley tell`: a browser in one terminal, and somebody in another.

extension BrowseTests {
    /// What `parley tell` prints, and its status.
    private func tell(_ arguments: [String]) throws -> (
        status: Int32, lines: [String], errors: String
    ) {
        let outcome = try `The program`.Copy().run(
            ["tell"] + arguments, environment: Self.environment(try Self.home.get()))
        return (
            outcome.status, outcome.output.split(separator: "\n").map(String.init), outcome.errors
        )
    }

    @Test func `keys from outside do what keys do, and what came of it is told`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))

        let found = try tell(["/umerov<Enter>", "j"])
        #expect(found.status == 0)
        #expect(found.lines.contains { $0.contains("umerov") })
        #expect(terminal.wait { $0.text.contains("/ umerov") })

        #expect(try tell([":show-timeline"]).lines.first?.hasPrefix("Timeline") == true)
        #expect(terminal.wait { $0.title.contains("Timeline") })
        #expect(try tell(["--address"]).lines == ["parley:timeline?q=umerov"])
        let rows = try tell(["--screen"]).lines
        #expect(rows.count == Self.size.rows && rows[0].contains("Timeline"))

        let wrong = try tell([":no-such-command"])
        #expect(wrong.status == 1 && wrong.lines.first?.contains("no-such-command") == true)
        let unread = try tell(["<Nokey>"])
        #expect(unread.status == 2 && unread.errors.contains("“<Nokey>”"))

        terminal.send("/half a wo")
        try #require(terminal.wait { $0.text.contains("half a wo") })
        let refused = try tell(["j"])
        #expect(refused.status == 1 && refused.lines.first?.contains("typing") == true)
        #expect(try tell(["<Esc><Esc>"]).status == 0)

        #expect(try tell([":quit"]).status == 0)
        #expect(terminal.waitForEnd() == .exit(0))
        let nobody = try tell([])
        #expect(nobody.status == 1 && nobody.errors == "No browser is running; parley opens one.\n")
    }

    @Test func `programs are told where the browser stands`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        let state = try #require(try tell(["--json", "/umerov<Enter>"]).lines.first)
        let values = try JSONSerialization.jsonObject(with: Data(state.utf8)) as? [String: Any]
        #expect(values?["address"] as? String == "parley:articles?q=umerov")
        let selected = (values?["selected"] as? [[String: Any]])?.first
        #expect(selected?["article"] is String)
        #expect(try tell(["--json", "--address"]).status != 0)
        let refused = try tell(["--follow", ":no-such-command"])
        #expect(refused.status == 1 || refused.status == 2)
        #expect(try tell([":quit"]).status == 0)
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `of several browsers one is named, and one that listens to nobody is not found`()
        throws
    {
        let home = try Self.home.get()
        let first = try start()
        let second = try start()
        try #require(first.wait(until: isBrowsing) && second.wait(until: isBrowsing))
        let asked = try tell([":show-matrix"])
        #expect(asked.status == 2 && asked.errors.contains("--to \(first.process)  parley:"))
        #expect(try tell(["--to", "\(second.process)", ":show-matrix"]).status == 0)
        #expect(second.wait { $0.title.contains("Matrix") })
        second.send(":set remote off\r")
        try #require(
            second.wait { _ in
                !FileManager.default.fileExists(
                    atPath: home + "-run/parley/\(second.process)")
            })
        #expect(try tell([":show-drafts"]).status == 0)
        #expect(first.wait { $0.title.contains("Drafts") })
        first.signal(SIGKILL)
        #expect(first.waitForEnd() == .signal(SIGKILL))
        #expect(try tell([]).errors.hasPrefix("No browser is running"))
        second.send(":quit\r")
        #expect(second.waitForEnd() == .exit(0))
    }
}
