import Testing

@testable import Analysis

struct `What was edited` {
    private func written(_ old: String, _ new: String) -> [String] {
        TextEdits(from: old, to: new).changes.map(\.written)
    }

    @Test(arguments: [
        (
            "The talks began on Monday.", "The talks began on Tuesday.",
            "The talks began on [-Monday-] {+Tuesday+}."
        ),
        ("Kiev agreed.", "Kyiv agreed.", "[-Kiev-] {+Kyiv+} agreed."),
        ("He said so", "He said so, twice.", "He said so {+, twice.+}"),
        ("The Foreign minister", "The foreign minister", "The [-Foreign-] {+foreign+} minister"),
        ("One two three.", "", "[-One two three.-]"),
        ("", "One two.", "{+One two.+}"),
        ("“Yes,” she said.", "\"Yes,\" she said.", "[-“-] {+\"+}Yes, [-”-] {+\"+} she said."),
    ])
    func `is shown between signs`(old: String, new: String, expected: String) {
        #expect(written(old, new) == [expected])
    }

    @Test func `nothing is shown of texts that are the same but for blanks`() {
        #expect(written("One two.", "One  two.").isEmpty)
        #expect(TextEdits(from: "a", to: "a").wordsAdded == 0)
    }

    @Test func `far edits are two changes, near ones are one`() {
        let words = (1...40).map { "w\($0)" }
        var new = words
        new[2] = "X"
        new[5] = "Y"
        new[30] = "Z"
        let edits = TextEdits(
            from: words.joined(separator: " "), to: new.joined(separator: " "))
        #expect(edits.changes.count == 2)
        #expect(edits.changes[0].written.hasPrefix("w1 w2 [-w3-] {+X+} w4 w5 [-w6-] {+Y+} w7"))
        #expect(edits.changes[1].written.hasPrefix("… w23"))
        #expect(edits.wordsCut == 3 && edits.wordsAdded == 3)
    }

    @Test func `words around an edit stay in its paragraph, and a new paragraph shows`() {
        let edits = TextEdits(
            from: "First one.\n\nSecond one.\n\nThird one.",
            to: "First one.\n\nSecond two.\n\nNew here.\n\nThird one.")
        #expect(
            edits.changes.map(\.written).joined(separator: "|").contains("{+two.+}")
                || edits.changes.map(\.written).joined().contains("two"))
        for change in edits.changes { #expect(!change.written.contains("First")) }
        #expect(edits.wordsAdded == 3 && edits.wordsCut == 1)
    }

    @Test func `the range is where the edit stands in the newer text`() throws {
        let new = "Ångström said Tuesday was fine."
        let change = try #require(
            TextEdits(from: "Ångström said Monday was fine.", to: new).changes.first)
        let scalars = Array(new.unicodeScalars)[change.range]
        #expect(String(String.UnicodeScalarView(scalars)) == "Tuesday")
    }

    @Test func `long texts that differ at both ends are still told word by word`() {
        let middle = (0..<6000).map { "word\($0 % 3000)x\($0)" }
        let edits = TextEdits(
            from: (["alpha"] + middle + ["omega"]).joined(separator: " "),
            to: (["beta"] + middle + ["psi"]).joined(separator: " "))
        #expect(edits.changes.count == 2)
        #expect(edits.wordsCut == 2 && edits.wordsAdded == 2)
    }
}
