import TestSupport
import Testing

@testable import Screens

/// The same keys through both renderers: the grid with its cursor, and the lines.
@Suite struct AgreementTests {
    /// Items by how their words begin: articles, their sentences, people and points.
    private static let items: [(id: String, words: String)] = [
        ("1", "Envoys meet on the"), ("2", "Quota divides the"), ("3", "Lind returns with"),
        ("4", "Border buoys drift"), ("1.1", "Ada Holm of Northland met"),
        ("1.2", "They spoke of the"), ("1.3", "Northland offers a"), ("1.4", "Nobody mentioned"),
        ("2.1", "The fishing quota divides"), ("2.2", "The draft names 40,000"),
        ("2.3", "“We will not sign"), ("2.4", "Pilot fees are settled"),
        ("3.1", "Bo Lind came back"), ("3.2", "The quota stands at"),
        ("3.3", "He called the talks"),
        ("4.1", "Border buoys have become"), ("4.2", "Northland wants them"),
        ("holm", "Ada Holm"), ("lind", "Bo Lind"), ("northland", "Northland"),
        ("southland", "Southland"), ("quota", "Fishing quota"), ("buoys", "Border buoys"),
        ("fees", "Pilot fees"), ("sea", "The sea"), ("contradiction", "Quota tonnes"),
        ("time", "Talks day"),
    ]

    /// The item whose words stand first, the longest words of several.
    private func item(in text: String) -> String? {
        // An outlet is called after a people.
        let text = text.replacing("Southland Herald", with: "")
        let found = Self.items.compactMap { item in
            text.firstRange(of: item.words).map { (start: $0.lowerBound, item: item) }
        }
        return found.min {
            ($0.start, -$0.item.words.count) < ($1.start, -$1.item.words.count)
        }?.item.id
    }

    /// What the hardware cursor stands on: the rest of its row in its pane, else of the row below.
    private func shown(_ driver: Driver) -> String? {
        if driver.state.place.screen == .reader {
            // Sentences run on in a row: the title says which of them it is.
            let head = driver.lines.prefix(3).joined(separator: "\n")
            guard let number = head.firstMatch(of: #/sentence (\d+) of/#)?.1,
                let article = item(in: String(head.drop { $0 != "\n" }))
            else { return nil }
            return "\(article).\(number)"
        }
        let frame = driver.frame
        for row in [frame.cursor.row, frame.cursor.row + 1] where row < driver.lines.count {
            let rest = driver.lines[row].dropFirst(frame.cursor.column)
            if let item = item(in: String(rest.prefix { $0 != "│" })) { return item }
        }
        return nil
    }

    /// What the line of the selection says, without what it says before the words.
    private func said(_ lines: [String]) -> String? {
        guard let line = lines.last(where: { $0.contains(#/^[A-Z][a-z ]+ \d+ of \d+/#) }),
            let start = line.firstRange(of: ": ")
        else { return nil }
        // The topic of a point stands before it.
        let words = String(line[start.upperBound...]).replacing("The sea › ", with: "")
        return item(in: words)
    }

    @Test(arguments: [
        ("articles", "jjkGg<Enter>jjkqj<Enter>j[]q", 14),
        ("panes", "2jjkg3jj2j4jk", 12),
        ("a search", "/quota<Enter>jnk<Enter>jjq", 8),
        ("facts", "0jk", 3), ("a page", "2<Enter>jjk<Enter>jq", 7),
        ("a matrix", "Mjljjk<Enter>jq", 8), ("going back", "<Enter>jqj<Enter>qHHL", 8),
    ])
    func `both visit the same items in the same order`(
        name: String, keys: String, count: Int
    ) throws {
        var driver = Driver(SampleCorpus.archive)
        var onScreen: [String] = []
        var inLines: [String] = []
        for key in try KeySequence(keys).keys {
            let before = driver.state
            driver.send(.key(key))
            guard driver.state.prompt == nil else { continue }
            onScreen.append(shown(driver) ?? "nothing")
            let lines = linear(driver.state, after: before) + linearSelection(driver.state)
            inLines.append(said(lines) ?? "nothing")
        }
        #expect(onScreen == inLines)
        #expect(onScreen.count { $0 != "nothing" } >= count)
    }

    /// Every key that means something where a state is, a few that mean nothing, and letters.
    private static func keys(_ state: State) -> [Key] {
        let bound = state.keymaps[state.mode]?.bindings.compactMap { binding in
            let keys = binding.sequence.keys
            return keys.starts(with: state.pending) ? keys[safe: state.pending.count] : keys.first
        }
        let labels = state.jump?.targets.compactMap(\.label.first).map { Key.character($0) } ?? []
        let others: [Key] = [
            .character("a"), .character("q"), .character("5"), .character("é"), .alt("a"),
            .control("j"), .function(12), .controlRight,
        ]
        return (others + labels + (bound ?? [])).reduce(into: []) { keys, key in
            if !keys.contains(key) { keys.append(key) }
        }
    }

    /// All that is shown but the row of what can be pressed, which the help says.
    private func shown(_ state: State) -> ArraySlice<Cell> {
        let canvas = view(state).canvas
        return canvas.cells.prefix(canvas.size.columns * (canvas.size.rows - 1))
    }

    /// Each key on each screen: where the grid shows something else, the lines say something, and
    /// the two say so of every key.
    @Test(arguments: ScreenSizesTests.screens.map(\.name))
    func `nothing changes without a word`(name: String) throws {
        let way = try #require(ScreenSizesTests.screens.first { $0.name == name }).keys
        var started = Driver(ScreenSizesTests.archive(name))
        started.press(way)
        // What was said and only goes away again need not be said.
        var quiet = started.state
        quiet.notice = nil
        let before = shown(quiet)
        for key in Self.keys(started.state) {
            var driver = started
            driver.send(.key(key))
            guard shown(driver.state) != before else { continue }
            let lines = linear(driver.state, after: started.state)
            #expect(!lines.isEmpty, "\(key.shown)")
        }
    }
}
