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
}
