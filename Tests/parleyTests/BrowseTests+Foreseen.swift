import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// The next frame is drawn before its key is pressed; whatever is pressed instead, the terminal must
// come to show what it would without.

extension BrowseTests {
    /// Where two screens show something else, or the same otherwise: one line a row.
    private func differences(_ one: VirtualScreen, _ other: VirtualScreen) -> [String] {
        let rows = (0..<max(one.size.rows, other.size.rows)).compactMap { row -> String? in
            guard row < one.rows.count, row < other.rows.count else { return "row \(row)" }
            if one.rows[row] != other.rows[row] {
                return "row \(row): \(one.rows[row]) | \(other.rows[row])"
            }
            let cells = zip(one.looks[row], other.looks[row]).enumerated()
            return cells.first { $1.0 != $1.1 }.map { "row \(row), column \($0): \($1)" }
        }
        return one.cursor == other.cursor ? rows : rows + ["\(one.cursor) | \(other.cursor)"]
    }

    @Test(arguments: [
        ["2", "j", "j", "j", "k", "k", "j", "G", "g", "g", "j", "l", "j", "3", "j", "j", "4"],
        [
            "4", "j", "j", "/", "u", "m", "\u{1B}", "j", "j", "\r", "j", "j", "n", "j", "\u{1B}",
            "j",
        ],
        ["0", "j", "j", "M", "j", "l", "l", "j", "T", "j", "j", "D", "j", "?", "\u{1B}", "j", "g"],
    ])
    func `what was foreseen and did not come leaves nothing behind`(keys: [String]) throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try start(at: home, ["COLORTERM": "truecolor"])
        try #require(terminal.wait(until: isBrowsing))
        for (number, key) in keys.enumerated() {
            terminal.send(key)
            terminal.settleAnswered()
            if number % 5 == 4 {
                terminal.resize(to: Size(columns: 81 + number, rows: 25))
                terminal.settleAnswered()
            }
            let before = terminal.screen
            // Whoever continues a program may have used the terminal: all is drawn anew.
            terminal.signal(SIGCONT)
            terminal.settleAnswered()
            #expect(differences(before, terminal.screen) == [], "\(keys[...number])")
            if number % 3 == 0 {
                terminal.send("j")
                terminal.settleAnswered()
            }
        }
        #expect(terminal.screen.unknown == [])
        terminal.signal(15)
        #expect(terminal.waitForEnd() == .signal(15))
    }
}
