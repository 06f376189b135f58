import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// Windows of every size, and standard streams that are no terminal.

extension BrowseTests {
    /// Keys that lead from the list to a screen, or into a line that is typed.
    private static let ways = [
        "\r", "\rW", "0", "X", "M", "T", "C", "D", "P", "?", "2\r", " j c", "/um", "/actor:", ":so",
        "\u{10}nat", "\rE",
    ]

    @Test(arguments: ways)
    func `a screen takes every size from one cell, also while typing`(keys: String) throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(keys)
        for (columns, rows) in [(1, 1), (2, 1), (1, 9), (200, 1), (19, 5), (20, 6), (31, 11)] {
            terminal.resize(to: Size(columns: columns, rows: rows))
            terminal.send(columns == 1 ? "a" : "\u{7F}")
        }
        terminal.resize(to: Size(columns: 133, rows: 37))
        #expect(
            terminal.wait { screen in
                screen.rows.count == 37 && screen.text.contains("parley")
                    && screen.rows.allSatisfy { TextWidth.columns(of: $0) <= 133 }
            })
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == .signal(SIGTERM))
        #expect(terminal.screen.unknown == [])
        #expect(isClean(terminal.screen))
    }

    @Test func `a storm of new sizes ends in the last one`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        for number in 1...400 {
            terminal.resize(
                to: Size(columns: number * 37 % 211 + 1, rows: number * 17 % 67 + 1))
            if number % 7 == 0 { terminal.send(["j", "\r", "0", "q", "M"][number % 5]) }
        }
        terminal.resize(to: Size(columns: 100, rows: 30))
        #expect(terminal.wait { $0.rows.count == 30 && $0.text.contains("parley") })
        terminal.send(":quit\r")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.screen.unknown == [])
        #expect(isClean(terminal.screen))
    }

    /// What a shell runs with the program as `$0`.
    func shell(_ line: String) throws -> PseudoTerminal {
        try PseudoTerminal(
            "/bin/sh", ["-c", line, Self.binary],
            environment: Self.environment(try Self.home.get()), size: Self.size)
    }

    @Test(arguments: [
        "< /dev/null", "< /etc/passwd", "2> /dev/null", "< /dev/null 2> /dev/null", "<&-", "2>&-",
        "<&- 2>&-",
    ])
    func `keys come from the terminal, whatever the standard streams are`(streams: String) throws {
        let terminal = try shell("exec \"$0\" \(streams)")
        let settings = terminal.firstSettings
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("0")
        #expect(terminal.wait { $0.text.contains("A clash says that texts differ") })
        terminal.send("qq")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.settings == settings)
        #expect(isClean(terminal.screen))
    }

    @Test(arguments: [
        "COLUMNS=abc LINES=-5", "COLUMNS=99999999999 LINES=0", "COLUMNS=1 LINES=1",
        "COLUMNS=5000 LINES=3000",
    ])
    func `the size is the terminal's, whatever the environment says`(words: String) throws {
        let terminal = try shell("\(words) exec \"$0\"")
        #expect(terminal.wait { isBrowsing($0) && $0.rows.last?.contains("q quit") == true })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.screen.unknown == [])
    }

    @Test(arguments: [("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
    func `what cannot be written is said`(stream: String, words: String) throws {
        let terminal = try shell("\"$0\" list articles \(stream); echo status $?")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.screen.text.contains("Standard output: \(words)."))
        #expect(terminal.screen.text.contains("status 1"))
    }

    @Test func `into a pipe goes plain text, and out of one come articles`() throws {
        let piped = try shell("\"$0\" | cat; \"$0\" show parley:overview | head -1")
        #expect(piped.waitForEnd() == .exit(0))
        #expect(!piped.output.contains(0x1B))
        #expect(piped.screen.text.contains("Peace talks on Ukraine"))
        let fed = try shell(
            "echo 'Two envoys met on Monday in the harbour. They spoke for hours.' "
                + "| \"$0\" import - --archive \"$HOME/fed-$$.sqlite\"")
        #expect(fed.waitForEnd() == .exit(0))
        #expect(fed.screen.text.contains("1 article added"))
    }
}
