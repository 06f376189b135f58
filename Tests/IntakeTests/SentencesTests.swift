import Testing

@testable import Intake

/// The sentences of one paragraph as text.
private func sentences(_ paragraph: String) -> [String] {
    let bytes = Array(paragraph.utf8)
    return SentenceCutter(bytes).sentences(of: bytes.indices).map {
        String(decoding: bytes[$0], as: UTF8.self)
    }
}

struct SentencesTests {
    @Test(arguments: [
        ["The talks ended.", "Nobody smiled."],
        ["Will it hold?", "Time will tell!", "Perhaps."],
        ["“We met.", "It was short,” the minister said."],
        ["“These are different questions.”", "“Therefore we wait,” she added."],
        ["He called it “a start.”", "Others did not."],
        ["(They left early.)", "The rest stayed."],
        ["It cost 3.5 billion.", "In 2025 it fell to 1.2 percent."],
        ["She came in 2025.", "He came later."],
        ["Oslo, Bern, Vienna.", "What is the next stop?"],
        ["The text is ready…", "Nobody has read it."],
        ["The text is ready...", "Nobody has read it."],
    ])
    func `a full stop before a new sentence cuts`(expected: [String]) {
        #expect(sentences(expected.joined(separator: " ")) == expected)
    }

    @Test(arguments: [
        "The U.S. Army and the U.N. Security Council met in Washington D.C. last week.",
        "Mr. Lee met Dr. Ann B. Sun, Lt. Gen. Roe and Sen. Poe at No. 5 Harbour St. in Bern.",
        "Vice President J.D. Marlow and George W. Poe spoke.",
        "Rep. Don Marlow (R-Neb.) wrote a letter.",
        "They met at 10 a.m. Monday and at 5 p.m. EST again.",
        "The boat left at 10 p.m. Lisbon time and came back.",
        "It was signed on Nov. 27 by Harbour Inc. Chief Executive Roe.",
        "The case of Roe v. Marlow, e.g. in Art. 5, is old.",
        "St. Petersburg and St. Gallen are cities.",
        "The plan ... Marlow said ... is dead.",
        "He told Pravda.Ru and example.com about version 2.0 of it.",
        "“Will it hold?” Marlow asked.",
        "“What a day!” said the envoy, “and what a night!”",
        "She said: “The deadline is over” and left.",
        "1. Withdraw all troops.",
    ])
    func `abbreviations, initials, decimals and attributions do not cut`(text: String) {
        #expect(sentences(text) == [text])
    }

    @Test(arguments: [
        ["They want peace in the U.S.", "The others wait."],
        ["He works for Harbour Inc.", "It pays well."],
        ["The shop opens at 10 a.m.", "Nobody comes."],
        ["He studied with Henry Roe Jr.", "They became friends."],
        ["They brought tents, food etc.", "But no fuel came."],
        ["The offer came in Nov.", "Marlow took it."],
        ["He said no.", "Nobody heard it."],
        ["They met in Harbour St.", "The lamps were lit."],
        ["There is no Plan B.", "Norland knows it."],
        ["The envoys chose option A.", "Portby did not."],
    ])
    func `an abbreviation before a word that begins sentences cuts`(expected: [String]) {
        #expect(sentences(expected.joined(separator: " ")) == expected)
    }

    @Test(arguments: [
        ["Переговоры прошли в 2025 г. в Вене.", "В.В. Петров и А. Б. Иванов не приехали."],
        ["Встреча длилась 5 часов.", "«Мы довольны», — сказал он."],
        ["Це коштує 3 млн грн.", "Та грошей немає."],
        ["Er kam am 2. Dezember nach Wien.", "Dort sprach er z.B. mit Dr. Roth."],
        ["« C’est fini. »", "Il est parti."],
        ["„Das ist alles.“", "Sie ging."],
        ["El Sr. Pérez llegó.", "¿Quién lo vio?"],
        ["会談は終わった。", "次は何か？", "「待つ。」"],
    ])
    func `other languages are cut by their own marks`(expected: [String]) {
        let isCJK = expected[0].hasSuffix("。")
        #expect(sentences(expected.joined(separator: isCJK ? "" : " ")) == expected)
    }

    @Test func `a quotation mark behind a blank stays with its sentence`() {
        #expect(
            sentences("“He said ‘no.’ ” The rest agreed.") == [
                "“He said ‘no.’ ”", "The rest agreed.",
            ])
    }

    @Test func `a no-break space parts sentences like a blank`() {
        #expect(sentences("It ended.\u{A0}They left.") == ["It ended.", "They left."])
    }

    @Test(arguments: ["", " ", "\u{A0}"])
    func `a blank paragraph has no sentences`(text: String) {
        #expect(sentences(text).isEmpty)
    }

    @Test(arguments: ["...", "?!", "“”", "—"])
    func `marks alone are one sentence`(text: String) {
        #expect(sentences(text) == [text])
    }

    @Test func `marks without words join the sentence before them`() {
        #expect(sentences("It ended. — ?") == ["It ended. — ?"])
    }
}
