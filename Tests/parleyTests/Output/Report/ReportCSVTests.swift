import Screens
import Testing

@testable import parley

struct `Reports as CSV` {
    @Test(arguments: hostileTexts + steeringTexts)
    func `it parses back to the same words`(text: String) throws {
        let table = try #require(CSVReader.table(ReportCSV(report: .sample(text)).text))
        let header = table[0]
        #expect(table.allSatisfy { $0.count == header.count })
        let shown = Sanitiser.visible(text)
        let rows = table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        let about = rows.filter { $0["section"] == "about" }
        #expect(about.map { CSVReader.unguarded($0["value"] ?? "") } == [shown, shown, "2", shown])
        let sentences = rows.filter { $0["sentence"] == "7" }
        #expect(sentences.count == 2)
        for row in sentences {
            #expect(CSVReader.unguarded(row["text"] ?? "") == shown)
            #expect(CSVReader.unguarded(row["finding"] ?? "") == shown)
            #expect(row["start"] == "411")
            #expect(row["end"] == String(411 + text.unicodeScalars.count))
            #expect(row["kind"] == "digest")
            #expect(row["count"] == "-2")
        }
    }

    @Test(arguments: hostileTexts + steeringTexts)
    func `no cell runs as a formula`(text: String) throws {
        let table = try #require(CSVReader.table(ReportCSV(report: .sample(text)).text))
        for cell in table.joined() where cell != "-2" {
            let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
            #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true, "\(cell)")
        }
    }

    @Test(arguments: [
        ("words", "words"), ("=1", "'=1"), ("'=1", "''=1"), ("''@x", "'''@x"), (" -x", "' -x"),
        ("'quoted'", "'quoted'"), ("", ""), ("＝1", "'＝1"), ("1-2", "1-2"),
    ])
    func `an apostrophe stands before what would run, and can be taken away again`(
        text: String, written: String
    ) {
        #expect(CSV.harmless(text) == written)
        #expect(CSVReader.unguarded(written) == text)
    }

    @Test func `lines end as RFC 4180 wants it`() {
        #expect(ReportCSV(report: .sample("x")).text.hasSuffix("\r\n"))
        #expect(
            CSV.line([.text("a,b"), .none, .text("c\"d"), .number("-1")])
                == "\"a,b\",,\"c\"\"d\",-1")
    }
}

/// A strict reader of RFC 4180, to parse what was written.
enum CSVReader {
    /// Nil where the text breaks the rules.
    static func table(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    cell.unicodeScalars.append(scalar)
                } else if scalars.first == "\"" {
                    scalars.removeFirst()
                    cell.append("\"")
                } else {
                    isQuoted = false
                    wasQuoted = true
                }
                continue
            }
            switch scalar {
            case "\"":
                if !cell.isEmpty || wasQuoted { return nil }
                isQuoted = true
            case ",", "\r":
                row.append(cell)
                (cell, wasQuoted) = ("", false)
                if scalar == "\r" {
                    if scalars.popFirst() != "\n" { return nil }
                    rows.append(row)
                    row = []
                }
            case "\n": return nil
            default:
                if wasQuoted { return nil }
                cell.unicodeScalars.append(scalar)
            }
        }
        return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
    }

    /// Takes away the apostrophe that keeps a spreadsheet from running a text.
    static func unguarded(_ cell: String) -> String {
        let first = cell.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
        let isGuarded = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        return isGuarded && cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    }
}
