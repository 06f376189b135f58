/// Comma-separated values as RFC 4180 has them: cells quoted where they must be, quotes doubled,
/// lines ended by CR LF.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and an article may
/// begin a sentence with one. Such a text gets an apostrophe before it, which spreadsheets take
/// as "this is text"; so does a text that has apostrophes before one of the four, so that taking
/// one apostrophe away always gives the text back. Numbers are never changed.
enum CSV {
    enum Cell: Equatable, Sendable {
        case text(String)
        case number(String)
        case none
    }

    static let lineEnd = "\r\n"

    /// One line, without its end.
    static func line(_ cells: [Cell]) -> String {
        cells.map(written).joined(separator: ",")
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .none: ""
        case .number(let digits): digits
        case .text(let text): quoted(harmless(text))
        }
    }

    /// The text as no spreadsheet runs it.
    static func harmless(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
        return first.map(startsFormula) ?? false ? "'" + text : text
    }

    /// Also the wide forms, which East Asian versions of spreadsheets take for the same.
    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    static func quoted(_ text: String) -> String {
        let mustQuote = text.unicodeScalars.contains {
            $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        return mustQuote ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
