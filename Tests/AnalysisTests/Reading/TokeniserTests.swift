import Testing

@testable import Analysis

struct TokeniserTests {
    /// Tokens as text, with "+" before what is glued and the flags that matter behind a slash.
    private func cut(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokeniser.tokens(of: text, lexicon: .empty).map { token in
            let shown = String(
                decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
            var result = token.isGlued ? "+" + shown : shown
            if token.isPossessive { result += "/s" }
            if token.flags.contains(.contracted) { result += "/c" }
            if token.opensQuote { result += "/open" }
            if token.closesQuote { result += "/close" }
            return result
        }
    }

    @Test(arguments: [
        ("Putin's plan", ["Putin/s", "plan"]),
        ("Ukraine’s army", ["Ukraine/s", "army"]),
        ("the Americans’ plan", ["the", "Americans/s", "plan"]),
        ("don’t say we've lost", ["don’t", "say", "we/c", "lost"]),
        ("O'Brien and l’Humanité", ["O'Brien", "and", "l’Humanité"]),
        ("the U.S. Army", ["the", "U.S.", "Army"]),
        ("at 9 a.m. in the U.S.", ["at", "9", "a.m.", "in", "the", "U.S."]),
        ("J.D. Vance", ["J.D.", "Vance"]),
        ("600,000 troops, 2.5%", ["600,000", "troops", "+,", "2.5", "+%"]),
        ("$100bn", ["$", "+100", "+bn"]),
        ("a 28‑point plan", ["a", "28", "+‑", "+point", "plan"]),
        ("Lenta.ru", ["Lenta", "+.", "+ru"]),
        ("“Yes,” he said", ["“/open", "+Yes", "+,", "+”/close", "he", "said"]),
        ("he said \"no\".", ["he", "said", "\"/open", "+no", "+\"/close", "+."]),
        ("(\"no\")", ["(", "+\"/open", "+no", "+\"/close", "+)"]),
        ("a ‘real’ plan", ["a", "‘/open", "+real", "+’/close", "plan"]),
        ("a 'friends' plan", ["a", "'/open", "+friends", "+'/close", "plan"]),
        ("普京说", ["普", "+京", "+说"]),
        ("", []),
    ])
    func `words, numbers and marks are cut apart`(text: String, tokens: [String]) {
        #expect(cut(text) == tokens)
    }

    @Test(arguments: [
        ("Zelensky", "ZELENSKY"), ("Ermák", "ermak"), ("Łódź", "lodz"), ("Straße", "strasse"),
        ("Зеленский", "ЗЕЛЕНСКИЙ"), ("Королёв", "королев"), ("Αθήνα", "ΑΘήνα"), ("U.S.", "US"),
        ("don't", "don’t"), ("‑", "—"), ("\u{201C}", "\""), ("co\u{AD}operate", "cooperate"),
        ("２０", "20"), ("Kyiv’s", "Kyiv"),
    ])
    func `folding makes alike what a reader takes for one`(left: String, right: String) {
        #expect(Word(left) == Word(right))
    }

    @Test(arguments: [("Kyiv", "Kiev"), ("us", "use"), ("28", "280"), ("и", "й")])
    func `different words stay different`(left: String, right: String) {
        #expect(Word(left) != Word(right))
    }

    @Test func `capitals are flags and no part of the word`() {
        let tokens = Tokeniser.tokens(of: "NATO Nato nato U.S. Émile", lexicon: .empty)
        #expect(tokens.map(\.isCapitalised) == [true, true, false, true, true])
        #expect(tokens.map(\.isAllCaps) == [true, false, false, true, false])
        #expect(Set(tokens.prefix(3).map(\.word)).count == 1)
    }
}
