import Intake

/// Different days for the same event of the dossier.
struct DateClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left where !seen.contains(left.about) {
            let others = pair.right.filter { $0.about == left.about }
            guard let right = others.first, !agrees(left, others),
                !agrees(right, pair.left.filter { $0.about == left.about })
            else { continue }
            seen.insert(left.about)
            clashes.append(pair.clash(left.about, .date, .contradiction, left, right))
        }
        return clashes
    }

    private func agrees(_ date: Claim, _ others: [Claim]) -> Bool {
        others.contains { date.number <= $0.end && $0.number <= date.end }
    }
}

extension ClaimReader {
    /// Dates of more days than this, and about dates, say too little to differ.
    private static let vaguest = 7

    /// Dates that stand beside an event itself, not only near it.
    func dateClaims(_ column: Column) -> [Claim] {
        if column.findings.events.isEmpty { return [] }
        let dates = column.findings.dates + yearless(column)
        return dates.compactMap { date in
            guard let event = date.event, isPrecise(date),
                column.findings.events.contains(where: { found in
                    found.id == event
                        && found.basis.evidence.contains { $0.sentence == date.sentence }
                })
            else { return nil }
            let last = lastDay(of: date, event, column)
            return Claim(
                .date, about: event, sentences: [date.sentence], range: date.range,
                text: shown(date, through: last, column),
                number: Double(date.first.number), end: Double(last.number))
        }
    }

    /// "This week" of something that is over by the dossier's account ends on the article's day.
    private func lastDay(of date: DateFinding, _ event: String, _ column: Column) -> Day {
        guard date.isRelative, let day = column.article.published?.day,
            date.first <= day, day < date.last,
            let number = eventNumbers[event], dossier.events[number].last < day
        else { return date.last }
        return day
    }

    /// The article's own words, and what they mean where they count from its day: "earlier this
    /// week (24–26 Nov 2025)".
    private func shown(_ date: DateFinding, through last: Day, _ column: Column) -> String {
        guard date.isRelative else { return "" }
        let words = column.article.text[scalars: date.range]
        return "\(words) (\(Day.words(from: date.first, through: last)))"
    }

    /// "November 23" in an article of an unknown day takes its year from the event beside it, when
    /// it lies within a day of that event.
    private func yearless(_ column: Column) -> [DateFinding] {
        guard column.article.published == nil else { return [] }
        return column.findings.events.flatMap { found in
            guard let number = eventNumbers[found.id] else { return [DateFinding]() }
            return found.basis.sentences.flatMap {
                days(in: $0, of: dossier.events[number], column)
            }
        }
    }

    private func days(in sentence: Int, of event: Event, _ column: Column) -> [DateFinding] {
        let reading = column.reading
        return reading.tokens(ofSentence: sentence).compactMap { index in
            guard let month = ClaimReader.month(reading.word(index)) else { return nil }
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
        date.last - date.first < ClaimReader.vaguest && !date.edtf.contains("~")
            && !date.edtf.contains("..")
    }
}
