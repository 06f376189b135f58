import TestSupport
import Testing

@testable import Screens

/// Colour never carries meaning alone: what has the colour of a role has its sign or word, too.
@Suite struct MeaningTests {
    /// The signs of each role that means something, and the words that say the same.
    private static let signs: [(Role, [String])] = [
        (.same, ["=", "same", "kept", "{+"]), (.overlap, ["≈", "alike", "overlap", "~"]),
        (.differs, ["≠", "differ", "×", "±", "[-"]), (.only, ["‹", "›", "only", "+ new", "░"]),
        (.machine, ["◦", "by rule"]), (.confirmed, ["●", "dossier", "accepted"]),
        (.unnamed, ["∅", "unnamed", "not stated", "not given"]),
        (.error, ["Error", "Not whole yet"]),
    ]

    /// What a row says in a role without any sign of it: row, role and words. Facts that contradict
    /// stand under a heading that says so, a note on a difference under the sentences that its sign
    /// is beside; what is wrong in a line that is typed is underlined and said below.
    private func unsigned(_ canvas: Canvas) -> [String] {
        let texts = (0..<canvas.size.rows).map { canvas.text(row: $0) }
        return texts.indices.flatMap { row -> [String] in
            let cells = canvas.row(row)
            return Self.signs.compactMap { role, signs in
                let own = cells.filter { $0.style.role == role && $0.glyph != .blank }
                let words = own.map(\.text).joined()
                let above = texts[..<row]
                let block = above.reversed().prefix { $0.contains { !" │".contains($0) } }
                let isHeaded =
                    role == .differs
                    && (above.contains { $0.contains("contradict") }
                        || block.contains { $0.contains("≠") })
                let isBelow = role == .error && own.allSatisfy(\.style.isUnderlined)
                let around = isBelow ? texts[row...].joined() : texts[row]
                let isSaid = isHeaded || signs.contains { around.contains($0) }
                return words.isEmpty || words == "…" || isSaid ? nil : "\(row) \(role): \(words)"
            }
        }
    }

    @Test(arguments: ScreenSizesTests.screens.map(\.name))
    func `no screen says something by its colour alone`(name: String) throws {
        let keys = try #require(ScreenSizesTests.screens.first { $0.name == name }).keys
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            var driver = Driver(ScreenSizesTests.archive(name), columns: columns, rows: rows)
            driver.press(keys)
            #expect(unsigned(driver.frame.canvas) == [], "\(columns)x\(rows)")
        }
    }
}
