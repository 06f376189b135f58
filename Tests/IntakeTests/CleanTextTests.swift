import Testing

@testable import Intake

struct CleanTextTests {
    private func clean(_ bytes: [UInt8]) throws(IntakeError) -> String {
        String(
            decoding: try CleanText(decoding: RawDocument(name: "x", bytes: bytes)).bytes,
            as: UTF8.self)
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u{2028}b\u{2029}c", "a\nb\n\nc"),
        ("a\u{0B}b\u{0C}c\td", "a\nb\nc d"),
        ("\u{FEFF}a\u{FEFF}b", "ab"),
        ("a\u{1B}[31mb\u{7F}", "a\u{FFFD}[31mb\u{FFFD}"),
        ("don\u{92}t \u{93}go\u{94} \u{81}", "don’t “go” \u{FFFD}"),
        ("cafe\u{301} \u{212B}", "café Å"),
        ("“a‑b”\u{A0}c\u{AD}", "“a‑b”\u{A0}c\u{AD}"), ("ze\u{200B}ro wi\u{200B}", "zero wi"),
    ])
    func `line ends, controls and composition become one form`(raw: String, text: String) throws {
        let result = try clean(Array(raw.utf8))
        #expect(Array(result.utf8) == Array(text.utf8))
    }

    @Test func `text that needs nothing stays byte for byte`() throws {
        let text = "Ћирилица, “quotes” – and 漢字 …\n\nтекст їжак"
        #expect(try Array(clean(Array(text.utf8)).utf8) == Array(text.utf8))
    }

    @Test(arguments: [
        ([], IntakeError.empty(name: "x")),
        ([0x20, 0x0A], .empty(name: "x")),
        ([0x61, 0x00, 0x62], .binary(name: "x")),
        ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .binary(name: "x")),
    ])
    func `what is no text is refused`(bytes: [UInt8], error: IntakeError) {
        #expect(throws: error) { try clean(bytes) }
    }

    @Test func `replaced characters are told of`() {
        #expect(CleanText(validUTF8: Array("a\u{1}\u{2}".utf8)).warnings[0].message.first == "2")
        #expect(CleanText(validUTF8: Array("plain".utf8)).warnings.isEmpty)
    }
}
