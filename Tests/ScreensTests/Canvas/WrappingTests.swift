import Testing

@testable import Screens

struct WrappingTests {
    private func lines(_ text: String, _ columns: Int, _ hanging: Int = 0) -> [String] {
        Wrapping.lines(of: text, columns: columns, hangingIndent: hanging).map {
            String(repeating: "·", count: $0.indent) + $0.text
        }
    }

    @Test(arguments: [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one   two", 4, ["one", "two"]),
        ("ends in blanks   ", 6, ["ends", "in", "blanks"]),
        ("  leads", 10, ["  leads"]), ("     far", 4, ["", "far"]),
        ("a longwordindeed b", 6, ["a", "longwo", "rdinde", "ed b"]),
        ("交渉の文書", 5, ["交渉", "の文", "書"]),
        ("ab 交渉", 6, ["ab 交", "渉"]),
        ("one\ntwo\n\nthree", 20, ["one", "two", "", "three"]),
        ("20\u{A0}points here", 9, ["20\u{A0}points", "here"]),
        ("end\n", 9, ["end", ""]),
    ])
    func `lines end at blanks, and inside words only where they must`(
        text: String, columns: Int, shown: [String]
    ) {
        #expect(lines(text, columns) == shown)
    }

    @Test(arguments: [
        ("one two three", 7, 2, ["one two", "three"]),
        ("one two three four", 7, 2, ["one two", "thre …"]),
        ("one two three", 7, 1, ["one …"]),
        ("one two", 20, 1, ["one two"]),
        ("one two three", 7, 0, ["one …"]),
        ("交渉の文書", 6, 1, ["交 …"]),
    ])
    func `where there are more lines than wanted the last one says so`(
        text: String, columns: Int, limit: Int, shown: [String]
    ) {
        let lines = Wrapping.lines(of: text, columns: columns, atMost: limit)
        #expect(lines.map(\.text) == shown)
        for line in lines {
            #expect(line.columns == TextWidth.columns(of: line.text))
            #expect(line.columns <= columns)
        }
    }

    @Test func `later lines hang`() {
        #expect(
            lines("one two three four", 9, 3) == ["one two", "···three", "···four"])
        #expect(lines("longerthanaline", 6, 2) == ["longer", "··than", "··alin", "··e"])
    }

    @Test func `highlights are found again on every line they touch`() {
        let text = "Umerov led a team to Florida"
        let found = Wrapping.lines(of: text, columns: 12).map {
            line in
            line.parts(of: [7..<17]).map { range in
                let scalars = Array(line.text.unicodeScalars)[range]
                return String(String.UnicodeScalarView(scalars))
            }
        }
        #expect(found == [["led a"], ["team"], []])
    }

    @Test func `a styled line marks what the ranges cover`() {
        let line = Wrapping.lines(of: "no one else", columns: 6)[1]
        #expect(
            line.styled(.text, marks: [(scalars: 3..<9, style: .evidence)])
                == [("el", .evidence), ("se", .text)])
        #expect(
            Wrapping.lines(of: "a bc d", columns: 10)[0]
                .styled(.text, marks: [(scalars: 2..<4, style: .evidence)])
                == [("a ", .text), ("bc", .evidence), (" d", .text)])
    }

    @Test func `any text comes back whole, no line too wide`() {
        var random = RandomText(seed: 4)
        for _ in 0..<1_000 {
            let text = random.text(upTo: 60)
            let columns = 2 + random.below(20)
            let scalars = Array(text.unicodeScalars)
            var at = 0
            for line in Wrapping.lines(of: text, columns: columns, hangingIndent: random.below(6)) {
                #expect(line.indent + line.columns <= columns)
                #expect(line.columns == TextWidth.columns(of: line.text))
                #expect(Array(line.text.unicodeScalars) == Array(scalars[line.scalars]))
                #expect(line.scalars.lowerBound >= at)
                for skipped in scalars[at..<line.scalars.lowerBound] {
                    #expect(skipped.properties.isWhitespace, "U+\(skipped.value)")
                }
                at = line.scalars.upperBound
            }
            #expect(scalars[at...].allSatisfy { $0.properties.isWhitespace })
        }
    }
}
