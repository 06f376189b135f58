import Testing

@testable import Screens

/// What is told of one row, in more and less room.
struct DetailBlockTests {
    private func lines(_ paragraphs: [String], limit: Int = 1, rows: Int) -> [String] {
        var block = DetailBlock("Tolls")
        for text in paragraphs { block.add([("T ", .focus)], text, lines: limit) }
        var canvas = Canvas(size: Size(columns: 24, rows: rows))
        canvas.draw(block, in: Rect(column: 0, row: 0, columns: 24, rows: rows))
        return (1..<rows).map {
            let text = canvas.text(row: $0)
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static let long = "Ships pay tolls to Sudland in May"

    @Test(arguments: [
        // Room that nobody wants goes to those that would be cut.
        (["One.", long], 5, [" T One.", " T Ships pay tolls to", "   Sudland in May", ""]),
        (["One.", long], 3, [" T One.", " T Ships pay tolls to …"]),
        (["One.", "Two.", "Three."], 4, [" T One.", " T Two.", " T Three."]),
        // The last line tells how many are left out.
        (["One.", "Two.", "Three."], 3, [" T One.", " … 2 more"]),
        (["One.", "Two.", "Three."], 2, [" … 3 more"]),
        ([long, "Two."], 3, [" T Ships pay tolls to …", " T Two."]),
    ])
    func `a block takes the room it has, and says what it leaves out`(
        paragraphs: [String], rows: Int, expected: [String]
    ) {
        #expect(lines(paragraphs, rows: rows) == expected)
    }
}
