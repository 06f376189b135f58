import TestSupport

/// What typing a search costs: each letter of words, each letter alone, and a letter taken back,
/// until results, facets and preview are there.
struct LetterTimes {
    private static let words = [
        "ceasefire", "president", "russia", "government", "sanctions", "minister", "umerov",
        "economy", "hospital", "football", "zaporizhzhia",
    ]

    private var (all, alone, back) = (Times(), Times(), Times())
    private var slowest = (typed: "", time: Duration.zero)

    /// Types everything once in a program newly started.
    mutating func add(_ program: TerminalProgram) throws {
        let terminal = try program.start()
        terminal.settle(quietMilliseconds: 400)
        terminal.send("/")
        terminal.settle()
        for word in Self.words {
            for (place, letter) in word.enumerated() {
                guard let time = terminal.time(of: String(letter)).last else { continue }
                all.add(time)
                if time > slowest.time { slowest = (String(word.prefix(place + 1)), time) }
            }
            if let time = terminal.time(of: "\u{7F}").last { back.add(time) }
            terminal.send("\u{15}")
            terminal.settle()
        }
        for letter in "abcdefghijklmnopqrstuvwxyz" {
            if let time = terminal.time(of: String(letter)).last { alone.add(time) }
            terminal.send("\u{15}")
            terminal.settle()
        }
        terminal.end()
    }

    func tell(target: String) {
        report(
            "a letter to results, facets, preview", all.summary,
            "\(target); slowest: \(slowest.typed)")
        report("a letter alone", alone.summary, target)
        report("a letter taken back", back.summary)
    }
}
