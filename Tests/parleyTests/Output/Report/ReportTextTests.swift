import Intake
import Testing

@testable import parley

struct `Reports as text` {
    @Test(arguments: hostileTexts + steeringTexts)
    func `nothing in a text steers the terminal, and no line is broken`(text: String) {
        for line in ReportText(report: .sample(text), withDetails: true).lines {
            #expect(
                line.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                        && !(0x202A...0x202E).contains($0.value)
                })
        }
    }

    private static let sentence = Report.Quoted(
        articleID: "1bee497e55fabfae", outlet: "The Gazette", published: "2025-12-02",
        kind: .digest, sentence: 7, start: 411, text: "A cap of 600,000 troops.",
        highlights: [9..<16])

    private func lines(_ columns: [Report.Column], _ cells: [Report.Cell]) -> [String] {
        var report = Report(title: "T")
        report.sections = [.init("S", columns: columns, rows: [.init(cells)])]
        return Array(ReportText(report: report).lines.dropFirst(3))
    }

    @Test func `a sentence stands with outlet, date, retold and number`() {
        let columns = [Report.Column("finding", "F"), Report.Column("sentences", "S")]
        #expect(
            lines(columns, [.text("demands"), .sentences([Self.sentence])]) == [
                "The Gazette, 2025-12-02, retold, §8 demands: A cap of [600,000] troops."
            ])
    }

    @Test func `columns that name an article need only a letter and a number`() {
        let columns = ["A", "B"].map { Report.Column($0, $0, sentences: .numbered) }
        #expect(
            lines(
                [Report.Column("relation", "")] + columns,
                [.text("same"), .sentences([Self.sentence]), .sentences([Self.sentence])])
                == [
                    "", "same", "  A §8 A cap of [600,000] troops.",
                    "  B §8 A cap of [600,000] troops.",
                ])
    }

    @Test func `what says why is left out unless asked for`() {
        var report = Report(title: "T")
        report.sections = [
            .init(
                "Why", columns: [.init("rule", "Rule")], rows: [.init([.text("r")])], isDetail: true
            )
        ]
        #expect(ReportText(report: report).lines == ["T"])
        #expect(ReportText(report: report, withDetails: true).lines == ["T", "", "Why", "r"])
    }
}
