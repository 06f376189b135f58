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
        // No name is parted from its number, nor a month from its day.
        ("They all came by way of the north on March 2 see Ada", "Ada", "… see Ada", 6),
        ("They all came by way of the north with 23 see Ada", "Ada", "… 23 see Ada", 9),
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

    @Test(arguments: [
        ("She saw the day of April 2", 40, "She saw the day of April 2"),
        ("She saw April 2 as the last day of all", 18, "She saw April 2 as the last day of all"),
        // The end stays in sight, the beginning as far as there is room.
        ("She said that she saw the day of April 2 come", 24, "… day of April 2 come"),
        // Where the end is far, a third of the line stands before the hit.
        (
            "She said that she saw April 2 come and go and nobody cared for it at all", 24,
            "… she saw April 2 come and go and nobody cared for it at all"
        ),
    ])
    func `a line holds what stands around the first hit`(
        text: String, columns: Int, line: String
    ) {
        let hits = passage(text, hit: "April 2").highlights
        let style = Style(.text, isUnderlined: true)
        let styled = Snippet.line(of: text, around: hits, columns: columns, style: style)
        #expect(styled.runs.map(\.text).joined() == line)
        #expect(styled.runs.filter { $0.style == style }.map(\.text) == ["April 2"])
    }

    @Test(arguments: -3...3)
    func `a line without room holds something of the hit`(columns: Int) {
        let text = "He said that April 2 is the day and nobody cared for it at all"
        let hits = passage(text, hit: "April 2").highlights
        let styled = Snippet.line(
            of: text, around: hits, columns: columns, style: Style(.text, isUnderlined: true))
        #expect(styled.runs.map(\.text).joined().hasPrefix("… April 2"))
    }
}
