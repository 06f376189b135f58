import Intake
import Testing

@testable import Analysis

/// Figures, days and differing facts side by side.
@Suite struct FactRowsTests {
    private func article(_ figures: [(String?, Double)], days: [String] = []) -> AnalyzedArticle {
        let basis = Basis(rule: "test", evidence: [])
        var findings = Findings()
        findings.figures = figures.enumerated().map { index, figure in
            FigureFinding(
                sentence: index, range: index..<index + 1, value: figure.1, unit: "point",
                isApproximate: false, about: figure.0, draft: nil, event: nil, basis: basis)
        }
        findings.dates = days.enumerated().compactMap { index, day in
            let days = day.split(separator: "/").compactMap { Day(iso: $0) }
            guard let first = days.first, let last = days.last else { return nil }
            return DateFinding(
                sentence: index, range: 5..<6, edtf: day, first: first, last: last,
                isRelative: false, event: nil, basis: basis)
        }
        return sample(["One.", "Two.", "Three."], findings: findings)
    }

    private func words(_ row: Comparison.FactRow) -> String {
        let places = row.places.map { "\($0.column)§\($0.sentence)" }.joined(separator: " ")
        return (row.clash == nil ? "" : "≠ ") + row.about + " " + places
    }

    @Test func `what several give alike comes before what one gives alone`() {
        let left = article([("plan.points", 28), ("army", 600), (nil, 3)], days: ["2031-03-01"])
        let right = article([("army", 600), ("plan.points", 20)], days: ["2031-03-02"])
        #expect(
            FactRows.rows(of: [left, right], clashes: []).map(words) == [
                "army 0§1 1§0", "plan.points 0§0", "2031-03-01 0§0", "plan.points 1§1",
                "2031-03-02 1§0",
            ])
    }

    @Test func `a clash stands first, and what it holds is not told again`() {
        let left = article([("plan.points", 28), ("plan.points", 20)])
        let right = article([("plan.points", 20), ("plan.points", 28)])
        let clash = Comparison.Clash(
            about: "plan.points", kind: .figure, relation: .contradiction,
            values: [
                .init(column: 0, sentences: [0], range: 0..<1, text: "28"),
                .init(column: 1, sentences: [0], range: 0..<1, text: "20"),
            ], explanation: "28 or 20")
        #expect(
            FactRows.rows(of: [left, right], clashes: [clash]).map(words) == [
                "≠ plan.points 0§0 1§0", "plan.points 0§0 1§1", "plan.points 0§1 1§0",
            ])
    }

    @Test func `spellings and stretches of time are no rows`() {
        let left = article([], days: ["2031-03-01/2031-03-31"])
        let clash = Comparison.Clash(
            about: "name.kyiv", kind: .name, relation: .spelling, values: [], explanation: "")
        #expect(FactRows.rows(of: [left, left], clashes: [clash]).isEmpty)
    }
}
