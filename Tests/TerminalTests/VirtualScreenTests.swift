import Screens
import TestSupport
import Testing

@Suite struct VirtualScreenTests {
    /// What a program wrote for a larger window may come when the window is small already.
    @Test func `margins below the last row are no margins`() {
        var screen = VirtualScreen(size: Size(columns: 8, rows: 3))
        screen.feed(Array("\u{1B}[6;9r\u{1B}[1;1Ha\u{1B}[3;1Hc\u{1B}[S".utf8))
        #expect(screen.rows == ["", "c", ""])
        screen.feed(Array("\u{1B}[2;3r\u{1B}[3;1Hd\u{1B}[S".utf8))
        #expect(screen.rows == ["", "d", ""])
    }

    @Test func `each cell looks as it was told to, and what is erased has the ground alone`() {
        typealias Look = VirtualScreen.Look
        var screen = VirtualScreen(size: Size(columns: 4, rows: 2))
        screen.feed(
            Array("\u{1B}[1;38;5;9;44ma\u{1B}[22;39mb\u{1B}[m c\u{1B}[48:5:7m\r\n\u{1B}[K".utf8))
        #expect(
            screen.looks == [
                [
                    Look(isBold: true, foreground: "5;9", background: "44"), Look(background: "44"),
                    Look(), Look(),
                ],
                Array(repeating: Look(background: "48:5:7"), count: 4),
            ])
    }
}
