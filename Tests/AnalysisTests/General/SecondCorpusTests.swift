import Foundation
import Intake
import Testing

@testable import Analysis

/// The rules on a negotiation they were not written for: the digests on Iran against what a reader
/// found in them. What is asked for is what was measured; a rule that loses something fails here.
@Suite struct SecondCorpusTests {
    @Test(arguments: [
        ("actor", 1.0, 1.0), ("outlet", 1.0, 1.0), ("point", 1.0, 1.0), ("draft", 1.0, 1.0),
        ("event", 1.0, 1.0), ("figure", 1.0, 1.0), ("date", 1.0, 1.0), ("quote", 0.79, 0.79),
        ("stance", 0.87, 0.82),
    ])
    func `what a reader finds is found, and little else`(
        layer: String, precision: Double, recall: Double
    ) throws {
        let gold = try SecondCorpus.gold(layer)
        let found = try SecondCorpus.found(layer)
        let right = Double(gold.intersection(found).count)
        let missing = gold.subtracting(found).sorted().joined(separator: "\n")
        let extra = found.subtracting(gold).sorted().joined(separator: "\n")
        #expect(!gold.isEmpty)
        #expect(right / Double(found.count) >= precision, "too much:\n\(extra)")
        #expect(right / Double(gold.count) >= recall, "missing:\n\(missing)")
    }

    @Test func `every finding's words stand where it says`() throws {
        for (article, findings) in try SecondCorpus.read() {
            for evidence in findings.quotes.flatMap(\.basis.evidence)
                + findings.actors.flatMap(\.basis.evidence)
                + findings.stances.flatMap(\.basis.evidence)
            {
                let sentence = article.sentences[evidence.sentence].range
                #expect(!evidence.range.isEmpty)
                #expect(evidence.range.lowerBound >= sentence.lowerBound)
                #expect(evidence.range.upperBound <= sentence.upperBound)
            }
        }
    }
}

/// The bundled digests on Iran, their findings and the table beside this folder, as lines
/// "article sentence value".
enum SecondCorpus {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func gold(_ layer: String) throws -> Set<String> {
        let table = root.appending(path: "Tests/AnalysisTests/Gold/iran-2015.tsv")
        let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
        let rows = lines.map { $0.split(separator: "\t").map(String.init) }
        return Set(
            rows.filter { $0.count == 4 && $0[2] == layer }.map { "\($0[0]) \($0[1]) \($0[3])" })
    }

    /// Each digest with its findings.
    static func read() throws -> [(article: Article, findings: Findings)] {
        let file = root.appending(path: "seeds/dossiers/iran-2015.toml")
        let dossier = DossierReader.read(Array(try Data(contentsOf: file)), file: file.path).dossier
        let analyzer = Analyzer(dossier: dossier)
        let folder = root.appending(path: "seeds/iran-2015")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            name in
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            let result = articles(in: RawDocument(name: name, bytes: bytes))
            var article = try #require(result.first).get()
            article.externalID = String(name.prefix { $0 != "." })
            return (article, analyzer.findings(in: article))
        }
    }

    static func found(_ layer: String) throws -> Set<String> {
        try read().reduce(into: []) { found, item in
            for (sentence, value) in values(of: layer, in: item.article, item.findings) {
                found.insert("\(item.article.externalID ?? "") \(sentence) \(value)")
            }
        }
    }

    private static func values(
        of layer: String, in article: Article, _ findings: Findings
    ) -> [(Int, String)] {
        func named(_ id: String, _ basis: Basis) -> [(Int, String)] {
            basis.sentences.map { ($0, id) }
        }
        switch layer {
        case "actor": return findings.actors.flatMap { named($0.id, $0.basis) }
        case "outlet": return findings.citedOutlets.flatMap { named($0.id, $0.basis) }
        case "point": return findings.points.flatMap { named($0.id, $0.basis) }
        case "draft":
            // What "it" carries on is not in the table: it says what is named.
            return findings.drafts.flatMap { named($0.id, $0.basis) }
        case "event": return findings.events.flatMap { named($0.id, $0.basis) }
        case "figure":
            return findings.figures.map { figure in
                (figure.sentence, "\(number(figure.value)):\(figure.unit ?? "-")")
            }
        case "date": return findings.dates.map { ($0.sentence, $0.edtf) }
        case "stance":
            return findings.stances.map {
                ($0.sentence, "\($0.actorID ?? $0.actor):\($0.point):\($0.label.rawValue)")
            }
        case "quote":
            return findings.quotes.filter { $0.kind != .indirect }.map { quote in
                let text = article.text[scalars: quote.range]
                let speaker = quote.isNamed ? quote.speakerID ?? quote.speaker ?? "-" : "-"
                return (quote.sentence, "\(speaker): \(opening(text))")
            }
        default: return []
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    /// The first three words at most, without marks at their end.
    private static func opening(_ text: String) -> String {
        let words = text.split(separator: " ").prefix(3).joined(separator: " ")
        return words.trimmingCharacters(in: CharacterSet(charactersIn: ".,“”"))
    }
}
