import Intake
import Testing

@testable import Analysis

/// What of a sentence is stated, by its indirect statements.
struct ReportedClauseTests {
    private func statements(_ text: String) -> [String] {
        let reading = Sample.reading([text])
        let cast = NameFinder(dossier: .empty).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: .empty, home: nil)
        return QuoteFinder().findings(in: speech).filter { $0.kind == .indirect }
            .map { reading.article.text[scalars: $0.range] }
    }

    @Test(arguments: [
        ("Anna Berg said Tuesday the harbour would close.", "the harbour would close"),
        ("Anna Berg said last week that the harbour would close.", "the harbour would close"),
        ("Anna Berg said in a letter that the harbour would close.", "the harbour would close"),
        ("Anna Berg told reporters that the harbour would close.", "the harbour would close"),
        ("Anna Berg told Lars Holm the harbour would close.", "the harbour would close"),
        (
            "The harbour will close in May, Anna Berg said on Monday.",
            "The harbour will close in May"
        ),
        ("Anna Berg spoke of a harbour without ships.", "of a harbour without ships"),
        ("Anna Berg continues to oppose a new harbour.", "to oppose a new harbour"),
        ("Anna Berg was quick to deny reports of a quarrel.", "reports of a quarrel"),
        ("Anna Berg went on to say that the harbour would close.", "the harbour would close"),
        (
            "After Anna Berg objected that the fee was high, the town lowered it.",
            "the fee was high"
        ),
        ("Anna Berg wrote on X that the harbour would close.", "the harbour would close"),
        (
            "In a long address Norland's minister said that the harbour would close.",
            "the harbour would close"
        ),
        (
            "What Anna Berg said was that the harbour would close.",
            "was that the harbour would close"
        ),
        (
            "The harbour will close, according to Anna Berg, a pilot who knows it.",
            "The harbour will close"
        ),
    ])
    func `what is stated is left of who was told, when and where`(text: String, clause: String) {
        #expect(statements(text) == [clause])
    }

    @Test(arguments: [
        "Anna Berg told the court last year.",
        "Anna Berg said in a statement on Monday.",
        "Anna Berg spoke to reporters at the harbour.",
        "Anna Berg spoke at a rally in Oslo.",
        "Anna Berg continued to sail.",
        "Anna Berg maintained a lead over Lars Holm.",
        "The ships left on terms that Norland considers acceptable.",
        "Norland must primarily blame itself for this.",
        "Norland took most points except three.",
        "The harbour closed in May, yet Anna Berg objected.",
        "Anna Berg wrote it, by this account with Lars Holm.",
    ])
    func `where nothing is left nothing is stated`(text: String) {
        #expect(statements(text) == [])
    }
}
