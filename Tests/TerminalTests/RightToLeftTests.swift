import Screens
import Testing

@testable import Terminal

struct RightToLeftTests {
    /// The runs of a row, each between brackets.
    private func marked(_ text: String) -> String {
        let columns = TextWidth.columns(of: text)
        var canvas = Canvas(size: Size(columns: columns, rows: 1))
        canvas.put(text, column: 0, row: 0)
        let row = canvas.row(0)
        let runs = RightToLeft.runs(in: row)
        return row.indices.filter { row[$0].width > 0 }.map { index in
            (runs.contains { $0.lowerBound == index } ? "[" : "") + row[index].glyph.text
                + (runs.contains { $0.upperBound - 1 == index } ? "]" : "")
        }.joined()
    }

    @Test(arguments: [
        ("all in Latin, 交渉 and Кириллица", "all in Latin, 交渉 and Кириллица"),
        ("a שלום b", "a [שלום] b"),
        ("a שלום עולם. b", "a [שלום עולם]. b"),
        ("a שלום, עולם b", "a [שלום, עולם] b"),
        ("مرحبا │ سلام", "[مرحبا] │ [سلام]"),
        ("שלום  עולם", "[שלום]  [עולם]"),
        ("a שלום x עולם b", "a [שלום] x [עולם] b"),
    ])
    func `a run goes from the first letter to the last, over single blanks`(
        text: String, marks: String
    ) {
        #expect(marked(text) == marks)
    }

    @Test func `the marks stand around the run and take no cell`() {
        var canvas = Canvas(size: Size(columns: 12, rows: 1))
        canvas.put("a שלום b", column: 0, row: 0)
        let row = RightToLeft.isolated(canvas.row(0))
        #expect(row.map(\.glyph.text).joined() == "a \u{2068}שלום\u{2069} b    ")
        #expect(row.map(\.width) == canvas.row(0).map(\.width))
    }
}
