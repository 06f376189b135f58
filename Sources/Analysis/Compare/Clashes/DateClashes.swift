import Intake

/// Different days for the same event of the dossier.
struct DateClashes {
    let pair: ColumnPair

    /// Dates of more days than this, and about dates, say too little to differ.
    private static let vaguest = 7

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left.findings.dates {
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
        return column.findings.dates.filter {
            $0.event == event && isPrecise($0) && sentences.contains($0.sentence)
        }
    }

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
