import Testing

@testable import Intake

struct ArticleTextTests {
    @Test(arguments: [0, 1, 63, 64, 65, 128, 300])
    func `bytes and scalars turn into each other everywhere`(length: Int) {
        let letters = ["a", "é", "—", "😀", "ж"]
        let string = (0..<length).map { letters[$0 % letters.count] }.joined()
        let text = ArticleText(string)
        #expect(text.count == length)
        var byte = 0
        for (index, scalar) in string.unicodeScalars.enumerated() {
            #expect(text.byteOffset(ofScalar: index) == byte)
            #expect(text.scalarOffset(ofByte: byte) == index)
            byte += scalar.utf8.count
        }
        #expect(text.byteOffset(ofScalar: length) == byte)
        #expect(text.scalarOffset(ofByte: byte) == length)
    }

    @Test func `the text of a range of scalars is what stands there`() {
        let text = ArticleText(String(repeating: "“Ж” and 😀. ", count: 20))
        #expect(text[scalars: 22..<25] == "“Ж”")
        #expect(ArticleText("plain")[scalars: 1..<3] == "la")
    }
}
