import Testing

@testable import Intake

struct OpeningTests {
    @Test(arguments: [
        ("Talks ended.", "“Talks ended.”"),
        ("Talks ended.\n\nNobody spoke.", "“Talks ended.”"),
        (String(repeating: "word ", count: 40), "“\(String(repeating: "word ", count: 17))word…”"),
        (String(repeating: "x", count: 200), "“\(String(repeating: "x", count: 90))…”"),
        ("", nil), ("\nlate", nil),
    ])
    func `the first line stands for a title`(text: String, expected: String?) {
        #expect(Opening.of(text) == expected)
    }
}
