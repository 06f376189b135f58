import Testing

@testable import Analysis

struct QuotationTests {
    private func texts(_ paragraphs: [String]) -> [String] {
        let bytes = Array(paragraphs.joined(separator: "\n\n").utf8)
        var scanner = QuotationScanner(bytes: bytes)
        var start = 0
        for (number, paragraph) in paragraphs.enumerated() {
            scanner.scan(start..<start + paragraph.utf8.count, number: number)
            start += paragraph.utf8.count + 2
        }
        return scanner.quotations.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    }

    @Test(arguments: [
        ("He said “we wait.” Then left.", ["we wait."]),
        ("He said \"we wait.\" \"Now.\"", ["we wait.", "Now."]),
        ("Он сказал: «мы ждём».", ["мы ждём"]),
        ("Er sagte: „Wir warten.“ Dann ging er.", ["Wir warten."]),
        ("»Wir warten«, sagte er.", ["Wir warten"]),
        ("She called it ‘a poor show’ twice.", ["a poor show"]),
        ("She called it 'a poor show' twice.", ["a poor show"]),
        ("“It’s over,“ she said.", ["It’s over,"]),
        ("``We wait,'' he said.", ["We wait,"]),
        ("(\"quiet\")", ["quiet"]),
    ])
    func `the text between all kinds of marks is found`(text: String, expected: [String]) {
        #expect(texts([text]) == expected)
    }

    @Test(arguments: [
        "The miners’ strike and the owners' answer were not one day's work.",
        "Rock 'n' roll of the '90s: tell 'em.",
        "It isn’t the ministers’ fault, the clerk’s or Ann's.",
        "A 6'2\" guard stood there.",
    ])
    func `apostrophes are no quotation marks`(text: String) {
        #expect(texts([text]) == [])
    }

    @Test func `a quotation inside a quotation belongs to the outer one`() {
        #expect(
            texts(["“He told me, ‘the miners’ strike is over,’ and left,” she said."])
                == ["He told me, ‘the miners’ strike is over,’ and left,"])
        #expect(
            texts(["“His claim that it “has to do with us” is absurd,” she wrote."])
                == ["His claim that it “has to do with us” is absurd,"])
    }

    @Test func `a paragraph that opens again is a quotation of its own`() {
        #expect(
            texts(["“We wait.", "“And then we go,” he said."]) == ["We wait.", "And then we go,"])
    }

    @Test func `a forgotten mark spoils one paragraph at most`() {
        #expect(
            texts(["He said “we wait.", "Nothing happened.", "Then “it began.”"])
                == ["we wait.", "it began."])
        #expect(texts(["“We wait. “Now,” he said."]) == ["We wait.", "Now,"])
    }

    @Test(arguments: ["\"", "“", "'a ", "“‘", "«", "``", "’"])
    func `a text of nothing but marks is read to its end`(mark: String) {
        let text = String(repeating: mark, count: 20_000)
        #expect(texts([text]).allSatisfy { !$0.isEmpty })
    }
}
