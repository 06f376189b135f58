import Testing

@testable import Screens

struct CanvasTests {
    private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
        Canvas(size: Size(columns: columns, rows: rows))
    }

    private func isExact(_ canvas: Canvas) -> Bool {
        (0..<canvas.size.rows).allSatisfy { row in
            var sum = 0
            var isOwed = false
            for cell in canvas.row(row) {
                if (cell.width == 0) != isOwed { return false }
                isOwed = cell.width == 2
                sum += Int(cell.width)
            }
            return sum == canvas.size.columns && !isOwed
        }
    }

    @Test(arguments: [
        ("plan", 8, "plan    "), ("exactly!", 8, "exactly!"), ("too long by", 8, "too lon…"),
        ("交渉交渉", 8, "交渉交渉"), ("交渉交渉交", 8, "交渉交… "), ("a交渉交渉", 8, "a交渉交…"),
        ("ne\u{301}gotiate", 4, "ne\u{301}g…"), ("ab", 1, "…"), ("a\u{1B}b", 4, "a\u{FFFD}b "),
    ])
    func `text that does not fit ends in a sign, never inside a character`(
        text: String, columns: Int, shown: String
    ) {
        var canvas = canvas(columns)
        canvas.put(text, column: 0, row: 0)
        #expect(canvas.text(row: 0) == shown)
        #expect(isExact(canvas))
    }

    @Test func `text stays inside its area and says where it ended`() {
        var canvas = canvas(12, 2)
        canvas.fill(canvas.bounds, with: ".")
        let area = Rect(column: 3, row: 0, columns: 5, rows: 1)
        #expect(canvas.put("abcdefgh", column: 4, row: 0, in: area) == 8)
        #expect(canvas.text(row: 0) == "....abc…....")
        #expect(canvas.put("no", column: 4, row: 1, in: area) == 4)
        #expect(canvas.put("no", column: 2, row: 0, in: area) == 2)
        #expect(canvas.text(row: 1) == "............")
    }

    @Test func `text at the right ends before its column`() {
        var canvas = canvas(10)
        #expect(canvas.put([("2 of 5", .text)], endingAt: 9, row: 0) == 3)
        #expect(canvas.text(row: 0) == "   2 of 5 ")
        canvas.put([("much too long", .text)], endingAt: 9, row: 0)
        #expect(canvas.text(row: 0) == "much too… ")
    }

    @Test func `a run keeps its style and the sign has the style of what it stands for`() {
        var canvas = canvas(6)
        canvas.put([("ab", .quiet), ("cdefgh", .evidence)], column: 0, row: 0)
        #expect(canvas.text(row: 0) == "abcde…")
        #expect(
            canvas.row(0).map(\.style) == [.quiet, .quiet] + Array(repeating: .evidence, count: 4))
    }

    @Test func `overwriting half of a wide character blanks the other half`() {
        var canvas = canvas(6)
        canvas.put("交渉交", column: 0, row: 0)
        canvas.put("x", column: 1, row: 0)
        canvas.put("y", column: 2, row: 0)
        #expect(canvas.text(row: 0) == " xy 交")
        canvas.put("渉", column: 3, row: 0)
        #expect(canvas.text(row: 0) == " xy渉 ")
        #expect(isExact(canvas))
    }

    @Test func `the selected row keeps its roles`() {
        var canvas = canvas(4, 2)
        canvas.put("abcd", column: 0, row: 1, style: .evidence)
        canvas.select(Rect(column: 1, row: 1, columns: 9, rows: 9))
        #expect(canvas.row(1).map(\.style.isSelected) == [false, true, true, true])
        #expect(canvas.row(1).allSatisfy { $0.style.role == .evidence })
        #expect(canvas.row(0).allSatisfy { !$0.style.isSelected })
    }

    @Test func `only what differs is named, row by row`() {
        typealias Stretch = Canvas.Stretch
        var left = canvas(6, 3)
        var right = left
        right.put("x", column: 3, row: 1)
        right.put("y", column: 1, row: 2)
        right.put("y", column: 4, row: 2)
        #expect(
            right.stretches(changedSince: left) == [
                Stretch(row: 1, columns: 3..<4), Stretch(row: 2, columns: 1..<5),
            ])
        left = right
        #expect(right.stretches(changedSince: left) == [])
        let whole = (0..<3).map { Stretch(row: $0, columns: 0..<6) }
        #expect(right.stretches(changedSince: canvas(5, 3)) == whole)
        #expect(right.stretches(changedSince: nil) == whole)
    }

    @Test func `what differs never begins or ends within a wide glyph`() {
        var random = RandomText(seed: 11)
        for _ in 0..<400 {
            var left = canvas(12, 1)
            for _ in 0..<3 { left.put(random.text(upTo: 6), column: random.below(12), row: 0) }
            var right = left
            right.put(random.text(upTo: 6), column: random.below(12), row: 0)
            right.select(Rect(column: random.below(12), row: 0, columns: 1, rows: 1))
            let changed = right.stretches(changedSince: left).first?.columns ?? 0..<0
            for column in 0..<12 where !changed.contains(column) {
                #expect(right[column, 0] == left[column, 0])
            }
            guard let last = changed.last else { continue }
            #expect(right[changed.lowerBound, 0].width > 0)
            #expect(right[last, 0].width < 2)
        }
    }

    @Test func `whatever is put anywhere, rows stay exactly as wide as the canvas`() {
        var random = RandomText(seed: 3)
        for _ in 0..<400 {
            var canvas = canvas(1 + random.below(20), 1 + random.below(3))
            for _ in 0..<6 {
                let area = Rect(
                    column: random.below(12) - 2, row: random.below(3),
                    columns: random.below(14), rows: 1)
                canvas.put(
                    random.text(upTo: 12), column: random.below(16) - 2, row: random.below(4),
                    in: random.below(2) == 0 ? area : nil)
            }
            #expect(isExact(canvas))
            #expect(isExact(canvas.inASCII))
            for cell in canvas.inASCII.cells { #expect((0x20..<0x7F).contains(cell.glyph.base)) }
        }
    }

    @Test func `a canvas without cells takes anything`() {
        var canvas = canvas(0, 0)
        canvas.put("text", column: 0, row: 0)
        canvas.horizontalRule(row: 0, columns: 0..<10)
        #expect(canvas.cells.isEmpty)
    }

    @Test func `a terminal with ASCII only shows what looks alike, cell for cell`() {
        var canvas = Canvas(size: Size(columns: 24, rows: 1), repertoire: .ascii)
        canvas.put("▸ § 8 “Łódź” ≠ 交 – Умєров", column: 0, row: 0)
        #expect(canvas.inASCII.text(row: 0) == "> s 8 \"Lodz\" ! ?? - Um..")
    }

    @Test(arguments: [
        ("Переговоры в Москве", "Peregovory v Moskve"), ("Рустем Умєров", "Rustem Umerov"),
        ("Ёлка Їжак Ґанок №5", "Elka Izak Ganok N5"), ("Київ, Ђорђе Џ", "Kiiv, Dorde D"),
        ("объявил", "ob'avil"),
    ])
    func `Cyrillic can be read where there is only ASCII`(text: String, plain: String) {
        var canvas = Canvas(size: Size(columns: TextWidth.columns(of: text), rows: 1))
        canvas.put(text, column: 0, row: 0)
        #expect(canvas.inASCII.text(row: 0) == plain)
    }

    @Test(arguments: [
        ("  … 16 more", " .. 16 more"), (" … 16 more", ".. 16 more"),
        ("◦ … that leaked", "o ..that leaked"),
        ("dropped or …", "dropped or.."), ("word… next", "word. next"), ("…", "."),
    ])
    func `what stands for dots alone is two dots in ASCII, where there is room`(
        text: String, plain: String
    ) {
        var canvas = Canvas(size: Size(columns: TextWidth.columns(of: text), rows: 1))
        canvas.put(text, column: 0, row: 0)
        #expect(canvas.inASCII.text(row: 0) == plain)
    }
}
