import Intake

/// A day by which a deal must stand: another one in each article, or set here and waved away there.
struct DeadlineClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let left = deadlines(pair.left)
        let right = deadlines(pair.right)
        guard let here = left.first, let there = right.first,
            Set(left.map(\.day)).isDisjoint(with: right.map(\.day))
        else { return [] }
        return [pair.clash("deadline", .date, .otherTime, here.claim, there.claim)]
    }

    private struct Deadline {
        /// Month and day; nil for one that is waved away.
        var day: [Int]?
        var claim: Claim
    }

    private func deadlines(_ column: Column) -> [Deadline] {
        let reading = column.reading
        return (0..<reading.sentenceCount).compactMap { sentence in
            let tokens = reading.tokens(ofSentence: sentence)
            let named = tokens.first { DeadlineClashes.names.contains(reading.word($0)) }
            if let named, let range = denial(around: named, tokens, reading) {
                return Deadline(day: nil, claim: claim(range, reading))
            }
            let isPressing =
                named != nil
                || tokens.contains { DeadlineClashes.pressing.contains(reading.word($0)) }
            guard isPressing, let day = day(in: tokens, reading) else { return nil }
            return Deadline(day: day.day, claim: claim(day.tokens, reading))
        }
    }

    private func claim(_ tokens: Range<Int>, _ reading: Reading) -> Claim {
        let evidence = reading.evidence(tokens)
        return Claim(
            sentences: [evidence.sentence], range: evidence.range, text: reading.text(of: tokens))
    }

    /// "dismissed talk of deadlines", "no deadline".
    private func denial(
        around index: Int, _ sentence: Range<Int>, _ reading: Reading
    ) -> Range<Int>? {
        let before = max(sentence.lowerBound, index - 4)..<index
        let denial = before.first {
            reading.classes($0).contains(.negation)
                || DeadlineClashes.denying.contains(reading.word($0))
        }
        return denial.map { $0..<index + 1 }
    }

    /// "by Nov. 27", "before 4 May": the preposition and the day.
    private func day(
        in sentence: Range<Int>, _ reading: Reading
    ) -> (day: [Int], tokens: Range<Int>)? {
        for index in sentence where DeadlineClashes.limits.contains(reading.word(index)) {
            let near = index + 1..<min(index + 4, sentence.upperBound)
            for month in near {
                guard let name = DateClashes.month(reading.word(month)),
                    let number = near.first(where: { reading.tokens[$0].isNumber }),
                    let day = Int(reading.text(of: number..<number + 1)), day <= 31
                else { continue }
                return ([name, day], index..<max(month, number) + 1)
            }
        }
        return nil
    }

    private static let names = WordSet("deadline deadlines ultimatum ultimatums")
    private static let pressing = WordSet(
        "accept accepted agree agreed sign signed reach reached conclude finalise finalize ready")
    private static let denying = WordSet(
        "dismissed dismisses denied denies no without rejected rejects dropped drops lifted waived")
    private static let limits = WordSet("by until before")
}
