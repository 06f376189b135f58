import Screens
import TestSupport
import Testing

// What a key press may cost: bytes on the line and sleeps strictly, processor time loosely, since
// this is a debug build. Processor time, not time on the wall: the machine may be busy.

extension BrowseTests {
    /// What a run of keys in one write costs after the screen has come to rest.
    private func cost(
        of keys: String, in terminal: PseudoTerminal
    ) -> (bytes: Int, milliseconds: Int) {
        terminal.settle()
        let before = (bytes: terminal.output.count, load: terminal.load)
        terminal.send(keys)
        terminal.settleAnswered()
        let spent = terminal.load.nanoseconds - before.load.nanoseconds
        return (terminal.output.count - before.bytes, spent / 1_000_000)
    }

    @Test(arguments: [
        // To the bottom of a pane and further; down and up again; letters and the search left.
        ("2", "j", 300, 20_000), ("4", "jk", 150, 20_000), ("1", "jk", 150, 20_000),
        ("4", "GG", 150, 20_000), ("0", "jk", 150, 20_000), ("M", "lh", 150, 20_000),
        ("\r", "jk", 150, 20_000), ("/", "u\u{7F}", 150, 20_000),
    ])
    func `three hundred keys in one write are few bytes`(
        way: String, keys: String, times: Int, limit: Int
    ) throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(way)
        terminal.settleAnswered()
        let cost = cost(of: String(repeating: keys, count: times), in: terminal)
        #expect(cost.bytes <= limit, "\(cost)")
        #expect(cost.milliseconds <= 3000, "\(cost)")
        terminal.send(":quit\r")
    }

    @Test(arguments: [
        ("a move in a pane of facets", "2", "j", 700), ("a move in the list", "4j", "j", 4_000),
        ("a move in the text", "\r", "j", 1_500), ("a column of the matrix", "M", "l", 2_500),
        ("a letter of a search", "/", "u", 9_000), ("another pane", "2", "3", 2_500),
    ])
    func `a key is as many bytes as it changes`(
        name: String, way: String, key: String, limit: Int
    ) throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(way)
        terminal.settleAnswered()
        let cost = cost(of: key, in: terminal)
        #expect(cost.bytes > 0)
        #expect(cost.bytes <= limit, "\(cost)")
        #expect(cost.milliseconds <= 500, "\(cost)")
        terminal.send("\u{1B}")
        terminal.settle(quietMilliseconds: 60)
        terminal.send(":quit\r")
    }

    @Test(arguments: ["", "/um", "\r", "0", "M", "g", ":so", "\u{10}um"])
    func `nothing wakes it while nobody does anything`(keys: String) throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(keys)
        // What was begun may come to its end first; then a whole second must be quiet.
        var isQuiet = false
        for _ in 0..<60 where !isQuiet {
            let (sleeps, bytes) = (terminal.load.sleeps, terminal.output.count)
            terminal.settle(quietMilliseconds: 1000)
            isQuiet = terminal.load.sleeps == sleeps && terminal.output.count == bytes
        }
        #expect(isQuiet)
        terminal.signal(15)
        #expect(terminal.waitForEnd() == .signal(15))
    }
}
