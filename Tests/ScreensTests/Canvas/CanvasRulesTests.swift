import Testing

@testable import Screens

struct CanvasRulesTests {
    @Test func `rules that meet are joined, the heavier stroke winning`() {
        var canvas = Canvas(size: Size(columns: 9, rows: 5))
        canvas.verticalRule(column: 3, rows: 1..<4)
        canvas.verticalRule(column: 6, rows: 1..<4)
        canvas.horizontalRule(row: 0, columns: 0..<9)
        canvas.horizontalRule(row: 0, columns: 3..<7, stroke: .heavy, style: .focus)
        canvas.horizontalRule(row: 2, columns: 0..<3)
        canvas.horizontalRule(row: 4, columns: 0..<9)
        #expect(
            (0..<5).map(canvas.text(row:)) == [
                "───┯━━┯──",
                "   │  │  ",
                "───┤  │  ",
                "   │  │  ",
                "───┴──┴──",
            ])
    }

    @Test func `the order of drawing makes no difference`() {
        var first = Canvas(size: Size(columns: 5, rows: 3))
        first.horizontalRule(row: 1, columns: 0..<5, stroke: .heavy)
        first.verticalRule(column: 2, rows: 0..<3)
        var second = Canvas(size: Size(columns: 5, rows: 3))
        second.verticalRule(column: 2, rows: 0..<3)
        second.horizontalRule(row: 1, columns: 0..<5, stroke: .heavy)
        #expect(first == second)
        #expect(first.text(row: 1) == "━━┿━━")
    }

    @Test func `dashed and dotted rules join with nothing`() {
        var canvas = Canvas(size: Size(columns: 4, rows: 2))
        canvas.verticalRule(column: 3, rows: 0..<2)
        canvas.horizontalRule(row: 0, columns: 0..<3, stroke: .dashed)
        canvas.horizontalRule(row: 1, columns: 0..<3, stroke: .dotted)
        #expect(canvas.text(row: 0) == "╌╌╌│")
        #expect(canvas.text(row: 1) == "┄┄┄│")
    }

    @Test(arguments: [
        (24, "── 1 Sources ── 2 of 5 ─"), (22, "── 1 Sources  2 of 5 ─"),
        (21, "── 1 Sourc…  2 of 5 ─"),
        (14, "── 1 Sources ─"), (11, "── 1 Sou… ─"), (6, "── … ─"), (5, "─────"), (2, "──"),
    ])
    func `a title in a rule gives way to the text at its end`(columns: Int, shown: String) {
        var canvas = Canvas(size: Size(columns: columns, rows: 1))
        canvas.horizontalRule(
            row: 0, columns: 0..<columns, title: [("1 Sources", .text)],
            trailing: [("2 of 5", .quiet)])
        #expect(canvas.text(row: 0) == shown)
    }

    @Test func `every combination of arms is a character of its own`() {
        for value in UInt32(0x2500)..<0x2580 {
            guard let arms = BoxArms(scalar: value) else { continue }
            #expect(arms.scalar.value == value)
        }
    }
}
