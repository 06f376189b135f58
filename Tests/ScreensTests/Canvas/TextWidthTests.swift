import Testing

@testable import Screens

struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}\u{323}", 1), ("交渉", 4), ("한", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("👨‍👩‍👧‍👦", 2), ("❤️", 1),
        ("🇳🇱", 2), ("\u{301}", 1), ("a\u{7}b", 3), ("कि", 2), ("👍\u{200D}", 2), ("§–…", 3),
    ])
    func `a glyph is as wide as its base`(text: String, columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
    }

    @Test func `a sequence longer than a cell can hold shows its first scalar`() {
        let glyphs = Array(Glyphs("👨‍👩‍👧‍👦!"))
        #expect(glyphs.map(\.glyph.text) == ["👨", "!"])
        #expect(glyphs.map(\.scalarCount) == [7, 1])
    }

    @Test func `a letter keeps four marks of many`() {
        let text = "z" + String(repeating: "\u{301}", count: 9)
        let glyphs = Array(Glyphs(text))
        #expect(glyphs.count == 1)
        #expect(glyphs.first?.glyph.text.unicodeScalars.count == Glyph.capacity)
        #expect(glyphs.first?.scalarCount == 10)
    }

    @Test func `the glyphs of any text stand for all its scalars and hold no control`() {
        var random = RandomText(seed: 2)
        for _ in 0..<2_000 {
            let text = random.text(upTo: 40)
            var count = 0
            for element in Glyphs(text) {
                count += element.scalarCount
                #expect(element.width == 1 || element.width == 2)
                for scalar in element.glyph.text.unicodeScalars {
                    #expect(scalar.properties.generalCategory != .control)
                }
            }
            #expect(count == text.unicodeScalars.count)
        }
    }
}
