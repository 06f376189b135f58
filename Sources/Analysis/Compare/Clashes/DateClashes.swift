import Intake

/// Different days for the same event of the dossier.
struct DateClashes {
    let pair: ColumnPair

    /// Dates of more days than this, and about dates, say too little to differ.
    private static let vaguest = 7

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left.findings.dates + yearless(pair.left) {
            guard let event = left.event, !seen.contains(event),
                dates(pair.left, event).contains(left)
            else { continue }
            let others = dates(pair.right, event)
            guard let right = others.first,
                !agrees(left, others), !agrees(right, dates(pair.left, event))
            else { continue }
            seen.insert(event)
            clashes.append(
                pair.clash(
                    event, .date, .contradiction, claim(left, pair.left), claim(right, pair.right)))
        }
        return clashes
    }

    /// Dates that stand beside the event itself, not only near it.
    private func dates(_ column: Column, _ event: String) -> [DateFinding] {
        let sentences = column.findings.events.filter { $0.id == event }
            .flatMap(\.basis.sentences)
        return (column.findings.dates + yearless(column)).filter {
            $0.event == event && isPrecise($0) && sentences.contains($0.sentence)
        }
    }

    /// "November 23" in an article of an unknown day takes its year from the event beside it, when
    /// it lies within a day of that event.
    private func yearless(_ column: Column) -> [DateFinding] {
        guard column.article.article.published == nil else { return [] }
        return column.findings.events.flatMap { found in
            guard let event = pair.dossier.events.first(where: { $0.id == found.id }) else {
                return [DateFinding]()
            }
            return found.basis.sentences.flatMap { days(in: $0, of: event, column) }
        }
    }

    private func days(in sentence: Int, of event: Event, _ column: Column) -> [DateFinding] {
        let reading = column.reading
        return reading.tokens(ofSentence: sentence).compactMap { index in
            guard let month = DateClashes.month(reading.word(index)) else { return nil }
            for number in [index + 1, index - 1] where reading.flags(number).contains(.number) {
                let tokens = min(index, number)..<max(index, number) + 1
                guard Int(reading.tokens[number].sentence) == sentence,
                    let day = Int(reading.text(of: number..<number + 1)),
                    let date = Day(year: event.first.civil.year, month: month, day: day),
                    event.first - 1 <= date, date <= event.last + 1
                else { continue }
                let evidence = reading.evidence(tokens)
                return DateFinding(
                    sentence: sentence, range: evidence.range, edtf: date.iso, first: date,
                    last: date, isRelative: false, event: event.id,
                    basis: Basis(rule: "year-of-event", confidence: 0.9, evidence: [evidence]))
            }
            return nil
        }
    }

    /// 1 to 12 for the English name of a month, short or in full.
    static func month(_ word: Word) -> Int? {
        switch words.meaning(of: word) {
        case .month(let month, _), .shortMonth(let month): month
        default: nil
        }
    }

    private static let words = DateWords()

    private func isPrecise(_ date: DateFinding) -> Bool {
        date.last - date.first < DateClashes.vaguest && !date.edtf.contains("~")
            && !date.edtf.contains("..")
    }

    private func agrees(_ date: DateFinding, _ others: [DateFinding]) -> Bool {
        others.contains { date.first <= $0.last && $0.first <= date.last }
    }

    private func claim(_ date: DateFinding, _ column: Column) -> Claim {
        Claim(sentences: [date.sentence], range: date.range, text: column.text(of: date.range))
    }
}
