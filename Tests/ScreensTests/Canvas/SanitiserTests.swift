import Testing

@testable import Screens

struct SanitiserTests {
    @Test(arguments: [
        ("plain text", "plain text"),
        ("a\tb\nc\r\nd", "a b c  d"),
        ("\u{1B}[31mred\u{7}", "\u{FFFD}[31mred\u{FFFD}"),
        ("\u{9B}2J", "\u{FFFD}2J"),
        ("a\u{7F}b\u{0}c", "a\u{FFFD}b\u{FFFD}c"),
        ("left\u{202E}tfel", "left\u{FFFD}tfel"),
        ("\u{2066}a\u{2069}\u{200F}", "\u{FFFD}a\u{FFFD}\u{FFFD}"),
        ("nu\u{200B}ll \u{FEFF}wi\u{2060}dth", "nu\u{FFFD}ll \u{FFFD}wi\u{FFFD}dth"),
        ("a\u{200D}b\u{200C}c", "a\u{FFFD}b\u{FFFD}c"),
        ("\u{E0041}\u{E0042}", "\u{FFFD}\u{FFFD}"),
        ("soft\u{AD}ly no\u{A0}break", "soft-ly no break"),
        ("unassigned \u{378}", "unassigned \u{FFFD}"),
    ])
    func `what would steer, reorder or hide is shown as a replacement`(
        text: String, shown: String
    ) {
        #expect(Sanitiser.visible(text) == shown)
    }

    @Test(arguments: [
        "café naïve", "e\u{301}\u{323}", "Умєров", "交渉", "👩‍🚀 👍🏽", "می‌خواهم", "क्‍ष", "שלום",
        "“quoted” — ‘so’…",
    ])
    func `what people write is left as it is`(text: String) {
        #expect(Sanitiser.visible(text) == text)
    }

    @Test func `every scalar of any text is shown as exactly one`() {
        var random = RandomText(seed: 1)
        for _ in 0..<2_000 {
            let text = random.text(upTo: 30)
            let shown = Sanitiser.visible(text)
            #expect(shown.unicodeScalars.count == text.unicodeScalars.count)
            for scalar in shown.unicodeScalars {
                #expect(TextWidth.columns(of: scalar) >= 0, "\(scalar.value)")
            }
        }
    }
}
