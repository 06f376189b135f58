import Testing

@testable import Screens

struct ScreenImageTests {
    private func image(
        _ columns: Int, _ rows: Int = 1, theme: Theme = .dark, _ draw: (inout Canvas) -> Void
    ) -> [String] {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        draw(&canvas)
        return ScreenImage.svg(of: canvas, in: theme, title: "parley").split(separator: "\n")
            .map(String.init)
    }

    @Test func `a small screen, line for line`() {
        let lines = image(6, 2) { canvas in
            canvas.put("Ab c", column: 0, row: 0)
            canvas.put("x", column: 5, row: 0, style: Style(.evidence, isBold: true))
            canvas.put("──", column: 0, row: 1, style: .rule)
        }
        #expect(
            lines == [
                #"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 78 62" width="78" height="62">"#,
                "<title>parley</title>",
                "<style>",
                #"text { font: 15px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; }"#,
                ".i0 { fill: #d8dadf; }",
                ".i1 { fill: #1a1400; font-weight: 700; }",
                "</style>",
                ##"<rect width="78" height="62" rx="8" fill="#16181c"/>"##,
                ##"<rect x="57" y="12" width="9" height="19" fill="#f2cf66"/>"##,
                ##"<path d="M12 40.5H21H30" fill="none" stroke="#6b7280" stroke-width="1.0"/>"##,
                #"<text class="i0" x="12" y="26" textLength="36">Ab c</text>"#,
                #"<text class="i1" x="57" y="26" textLength="9">x</text>"#,
                "</svg>",
            ])
    }

    @Test func `what XML would take for its own is escaped, in the title too`() {
        let lines = image(8) { $0.put("<a&\"b>", column: 0, row: 0) }
        #expect(lines.contains { $0.hasSuffix(">&lt;a&amp;&quot;b&gt;</text>") })
        let title = ScreenImage.svg(
            of: Canvas(size: Size(columns: 1, rows: 1)), in: .dark, title: "a < b\u{FFFF}")
        #expect(title.contains("<title>a &lt; b\u{FFFD}</title>"))
    }

    @Test func `wide and combined glyphs stand alone in their cells`() {
        let lines = image(12) { $0.put("ab漢字e\u{301}f", column: 0, row: 0) }
        let texts = lines.filter { $0.hasPrefix("<text ") }
        #expect(
            texts == [
                #"<text class="i0" x="12" y="26" textLength="18">ab</text>"#,
                #"<text class="i0" x="30" y="26" textLength="18" lengthAdjust="spacingAndGlyphs">漢</text>"#,
                #"<text class="i0" x="48" y="26" textLength="18" lengthAdjust="spacingAndGlyphs">字</text>"#,
                "<text class=\"i0\" x=\"66\" y=\"26\" textLength=\"9\" "
                    + "lengthAdjust=\"spacingAndGlyphs\">e\u{301}</text>",
                #"<text class="i0" x="75" y="26" textLength="9">f</text>"#,
            ])
    }

    @Test func `two blanks end a run, and the selected row is one area`() {
        let lines = image(8, theme: .light) { canvas in
            canvas.put("ab  c", column: 0, row: 0)
            canvas.restyle(canvas.bounds) { $0.isSelected = true }
        }
        #expect(lines.filter { $0.hasPrefix("<text ") }.count == 2)
        #expect(lines.contains(##"<rect x="12" y="12" width="72" height="19" fill="#b9d8ea"/>"##))
    }

    @Test(arguments: [
        ("━", "M12 21.5H21", "2.5"), ("┼", "M12 21.5H21M16.5 12v10M16.5 21v10", "1.0"),
        ("┌", "M16 21.5H21M16.5 21v10", "1.0"), ("╌", "M13 21.5h3M17 21.5h3", "1.0"),
    ])
    func `rules are lines`(glyph: String, data: String, weight: String) {
        let lines = image(1) { $0.put(glyph, column: 0, row: 0) }
        #expect(
            lines.contains(
                "<path d=\"\(data)\" fill=\"none\" stroke=\"#d8dadf\" stroke-width=\"\(weight)\"/>")
        )
    }

    @Test(arguments: [
        ("█", 12, 12, 9, 19), ("▄", 12, 21, 9, 10), ("▁", 12, 29, 9, 2), ("▌", 12, 12, 5, 19),
    ])
    func `bars are areas`(glyph: String, x: Int, y: Int, width: Int, height: Int) {
        let lines = image(1) { $0.put(glyph, column: 0, row: 0) }
        let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
        #expect(lines.contains("<rect \(place) fill=\"#d8dadf\"/>"))
        #expect(!lines.contains { $0.hasPrefix("<text ") })
    }

    @Test func `a shade is one field a row, in part of its colour`() {
        let lines = image(4) { $0.put(" ░░░", column: 0, row: 0) }
        let field = lines.filter { $0.contains("fill-opacity=\"0.25\"") }
        #expect(field.count == 1)
        #expect(field.first?.hasPrefix(#"<rect x="21" y="12" width="27" height="19""#) == true)
    }

    @Test func `a screen is saved as an image or as text by the file's name, without the notice`() {
        var state = State(size: Size(columns: 60, rows: 12))
        state.notice = Notice("Saved to here.")
        let text = SavedScreen.content(of: state, in: .dark, for: "shot.txt")
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 13)
        #expect(!text.contains("Saved to"))
        #expect(SavedScreen.content(of: state, in: .dark, for: "SHOT.SVG").hasPrefix("<svg "))
    }
}
