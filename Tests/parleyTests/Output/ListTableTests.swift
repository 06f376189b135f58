import Testing

@testable import parley

struct `List tables` {
    static let table = ListTable(
        columns: ["name", "count", "note"],
        rows: [
            [.string("Axios"), .integer(2), .null],
            [.string("The \"Post\", daily"), .integer(10), .string("two\nlines\there")],
        ])

    @Test func `text pads each column to its widest cell and ends no line in blanks`() {
        #expect(
            Self.table.textLines == [
                "name               count  note",
                "Axios              2",
                "The \"Post\", daily  10     two lines here",
            ])
    }

    @Test func `sentences count from 1 as text, and from 0 for programs`() {
        let table = ListTable(
            columns: ["article", "sentence"], rows: [[.string("a1"), .integer(0)]])
        #expect(table.textLines.last == "a1       §1")
        #expect(table.csvLines.last == "a1,0" && table.tsvLines.last == "a1\t0")
    }

    @Test func `CSV quotes what holds commas, quotes or line ends`() {
        #expect(
            Self.table.csvLines == [
                "name,count,note", "Axios,2,",
                "\"The \"\"Post\"\", daily\",10,\"two\nlines\there\"",
            ])
    }

    @Test func `no cell of CSV is run as a formula, and numbers stay numbers`() {
        let table = ListTable(
            columns: ["text", "number"],
            rows: [
                [.string("=HYPERLINK(\"x\")"), .integer(-2)], [.string("+1"), .null],
                [.array([.string("@a"), .string("b")]), .integer(3)],
                [.string(" -1"), .integer(1)],
            ])
        #expect(
            table.csvLines == [
                "text,number", "\"'=HYPERLINK(\"\"x\"\")\",-2", "'+1,", "'@a b,3", "' -1,1",
            ])
    }

    @Test func `TSV keeps one line a row`() {
        #expect(
            Self.table.tsvLines == [
                "name\tcount\tnote", "Axios\t2\t", "The \"Post\", daily\t10\ttwo lines here",
            ])
    }

    @Test func `JSON is an array of objects with the columns as keys`() {
        #expect(
            Self.table.json.text.hasPrefix(#"[{"name":"Axios","count":2,"note":null},{"name""#))
    }
}
