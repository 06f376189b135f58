import Archive
import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// Terminals that go away or take nothing, and other programs that have the terminal meanwhile.

extension BrowseTests {
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a terminal that takes nothing more keeps no signal from ending it`(number: Int32) throws {
        let terminal = try start()
        let settings = terminal.firstSettings
        try #require(terminal.wait(until: isBrowsing))
        try #require(terminal.fill())
        terminal.signal(number)
        #expect(terminal.waitForEndUnread() == .signal(number))
        #expect(terminal.settings == settings)
    }

    @Test(arguments: ["exec \"$0\"", "trap '' HUP; exec \"$0\"", "exec \"$0\" --linear"])
    func `it ends when the terminal is gone`(line: String) throws {
        let terminal = try shell(line)
        try #require(
            terminal.wait { isBrowsing($0) || $0.text.contains("Article 1 of 5") })
        terminal.hangUp()
        #expect(terminal.waitForEndUnread() != .stillRunning)
    }

    /// A pager that says what happens to it; it looks at the terminal once it is there.
    private static let pager = """
        trap 'echo TERMINATED > "$HOME/$1"; exit 3' TERM HUP
        # No shell is above the program here, so that nothing stops by the signal alone.
        trap 'kill -STOP $$' TSTP
        echo PAGING
        while :; do sleep 0.01; done
        """

    /// The browser with that pager in front; `name` is where it writes.
    private func paging(_ name: String) throws -> (terminal: PseudoTerminal, file: String) {
        let home = try Self.home.get()
        let pager = home + "/pager-" + name
        try ShellProgram.write(Self.pager, to: pager)
        let terminal = try start(["PAGER": "\(pager) \(name)"])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("|")
        try #require(terminal.wait { $0.text.contains("PAGING") })
        return (terminal, home + "/" + name)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `what ends it ends the pager first`(number: Int32) throws {
        let (terminal, file) = try paging("ended-\(number)")
        terminal.signal(number)
        #expect(terminal.waitForEnd() == .signal(number))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "TERMINATED\n")
        #expect(isClean(terminal.screen))
        #expect(terminal.settings == terminal.firstSettings)
    }

    @Test func `a window that is closed over a pager leaves neither behind`() throws {
        let (terminal, file) = try paging("hung-up")
        terminal.hangUp()
        #expect(terminal.waitForEndUnread() == .signal(SIGHUP))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "TERMINATED\n")
    }

    @Test func `Ctrl-Z in a pager stops both, and fg goes on with both`() throws {
        let (terminal, file) = try paging("stopped")
        terminal.send("\u{1A}")
        #expect(terminal.waitForStop())
        // The shell continues the whole group.
        kill(-terminal.process, SIGCONT)
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == .signal(SIGTERM))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "TERMINATED\n")
        #expect(isClean(terminal.screen))
    }

    @Test func `after a kill it goes on where the person was a little before`() throws {
        let home = try Self.home.get() + "-killed"
        let archive = home + "/parley/archive.sqlite"
        try FileManager.default.copyItem(atPath: try Self.home.get(), toPath: home)
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.removeItem(atPath: home + "/parley/settings.toml")
        let changes = ["HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home]
        let first = try start(changes)
        try #require(first.wait { $0.text.contains("They differ") })
        first.send("q")
        #expect(first.waitForEnd() == .exit(0))
        let second = try start(changes)
        try #require(second.wait(until: isBrowsing))
        second.send("/umerov\r")
        var isKept = false
        for step in 0..<60 where !isKept {
            second.send(step.isMultiple(of: 2) ? "j" : "k")
            _ = second.wait(seconds: 1) { _ in false }
            let kept = try Archive(path: archive, dossier: nil).beginning().session
            isKept = kept?.contains("umerov") == true
        }
        #expect(isKept)
        second.signal(SIGKILL)
        #expect(second.waitForEnd() == .signal(SIGKILL))
        let third = try start(changes)
        #expect(third.wait { $0.text.contains("/ umerov") })
        third.send(":quit\r")
        #expect(third.waitForEnd() == .exit(0))
    }

    @Test func `what another program wrote over the screen goes at Ctrl-L`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.settle()
        terminal.send("\u{0C}")
        let anew = try #require(terminal.take(within: 2_000))
        #expect(anew.bytes > 1_000, "the whole screen")
    }
}
