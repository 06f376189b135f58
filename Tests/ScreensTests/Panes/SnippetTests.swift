import Queries
import Testing

@testable import Screens

/// What a list shows of a passage holds the hit.
@Suite struct SnippetTests {
    private func passage(_ text: String, hit: String) -> Passage {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(hit.unicodeScalars)
        let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
        return Passage(sentence: 0, text: text, highlights: [start..<start + wanted.count])
    }

    @Test(arguments: [
        // In the first two lines: from the beginning.
        ("The quota divides them and nobody knows how", "quota", "The quota divides", 4),
        ("The quota divides them and nobody knows how", "nobody", "The quota divides", 27),
        // Below: some words before the hit, after a sign.
        (
            "Over the weekend they all flew south under Ada Holm of the north", "Ada",
            "… under Ada Holm", 8
        ),
        // No blank near enough: at the hit.
        ("one two three four five incomprehensibilities:Ada Holm", "Ada", "… Ada Holm", 2),
    ])
    func `it begins where the hit is in sight`(
        text: String, hit: String, first: String, at: Int
    ) {
        let snippet = Snippet(passage(text, hit: hit), columns: 18)
        #expect(snippet.lines.first?.text == first)
        #expect(snippet.highlights.first?.lowerBound == at)
    }

    @Test func `a passage without a hit begins at its beginning`() {
        let snippet = Snippet(
            Passage(sentence: 0, text: "a b c d e f g h", highlights: []), columns: 4)
        #expect(snippet.lines.first?.text == "a b")
    }
}
