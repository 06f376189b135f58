import Intake

/// A day by which a deal must stand: another one in each article, or set here and waved away there.
struct DeadlineClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        guard let here = pair.left.first, let there = pair.right.first,
            Set(pair.left.map(\.value)).isDisjoint(with: pair.right.map(\.value))
        else { return [] }
        return [pair.clash("deadline", .date, .otherTime, here, there)]
    }

    static let names = "deadline deadlines ultimatum ultimatums"
    static let pressing = """
        accept accepted agree agreed sign signed reach reached conclude finalise finalize ready
        """
}

extension ClaimReader {
    /// Days by which something must stand: `value` is month and day, empty for one waved away.
    func deadlineClaims(_ column: Column, _ cues: ClaimCues) -> [Claim] {
        let reading = column.reading
        return cues.pressing.compactMap { sentence in
            let tokens = reading.tokens(ofSentence: sentence)
            let named = tokens.first { ClaimReader.names.contains(reading.word($0)) }
            if let named, let range = denial(around: named, tokens, reading) {
                return deadline("", range, reading)
            }
            guard let day = day(in: tokens, reading) else { return nil }
            return deadline(day.day, day.tokens, reading)
        }
    }

    private func deadline(_ day: String, _ tokens: Range<Int>, _ reading: Reading) -> Claim {
        Claim(
            .deadline, about: "deadline", reading.evidence(tokens), text: reading.text(of: tokens),
            value: day)
    }

    /// "dismissed talk of deadlines", "no deadline".
    private func denial(
        around index: Int, _ sentence: Range<Int>, _ reading: Reading
    ) -> Range<Int>? {
        if let end = openEnd(behind: index, sentence, reading) { return end }
        let before = max(sentence.lowerBound, index - 4)..<index
        let denial = before.first {
            reading.classes($0).contains(.negation)
                || ClaimReader.denying.contains(reading.word($0))
        }
        return denial.map { $0..<index + 1 }
    }

    /// "When it is over", behind "his only deadline is": that is none.
    private func openEnd(
        behind index: Int, _ sentence: Range<Int>, _ reading: Reading
    ) -> Range<Int>? {
        guard reading.word(index - 1) == ClaimReader.only else { return nil }
        let near = index + 1..<max(index + 1, min(index + 10, sentence.upperBound))
        guard let when = near.first(where: { reading.word($0) == ClaimReader.when }) else {
            return nil
        }
        return (when..<sentence.upperBound).last { reading.tokens[$0].isWord }.map {
            when..<$0 + 1
        }
    }

    /// The day of "by Nov. 27", "before 4 May", "a deadline of May 4".
    private func day(
        in sentence: Range<Int>, _ reading: Reading
    ) -> (day: String, tokens: Range<Int>)? {
        for index in sentence where isLimit(index, reading) {
            let near = index + 1..<min(index + 4, sentence.upperBound)
            for month in near {
                guard let name = ClaimReader.month(reading.word(month)),
                    let number = near.first(where: { reading.tokens[$0].isNumber }),
                    let day = Int(reading.text(of: number..<number + 1)), day <= 31
                else { continue }
                return ("\(name)-\(day)", min(month, number)..<max(month, number) + 1)
            }
        }
        return nil
    }

    private func isLimit(_ index: Int, _ reading: Reading) -> Bool {
        ClaimReader.limits.contains(reading.word(index))
            || ClaimReader.of == reading.word(index)
                && ClaimReader.names.contains(reading.word(index - 1))
    }

    private static let names = WordSet(DeadlineClashes.names)
    private static let denying = WordSet(
        "dismissed dismisses denied denies no without rejected rejects dropped drops lifted waived")
    private static let limits = WordSet("by until before")
    private static let of = Word("of")
    private static let only = Word("only")
    private static let when = Word("when")
}
