import Analysis
import TOMLKit

/// The values of a TOML file, each with its line and the whole path of its key.
///
/// TOMLKit stops at the first mistake and keeps no places, so each statement is parsed by itself:
/// one that is no TOML is named and the rest is read.
struct TOMLStatements {
    /// A value that is no table.
    enum Value: Equatable {
        case text(String)
        case flag(Bool)
        case number(Int)
        case list([Value])
        /// A kind that no setting takes, named.
        case other(String)
    }

    struct Statement: Equatable {
        /// The first and the last of its lines, from 1.
        var line: Int
        var lastLine: Int
        /// How much of the path is the table that it stands in.
        var depth: Int
        /// `["themes", "dusk", "focus"]`
        var path: [String]
        var value: Value
    }

    /// The head of a table.
    struct Header: Equatable {
        /// From 1.
        var line: Int
        var path: [String]
    }

    private(set) var statements: [Statement] = []
    private(set) var headers: [Header] = []
    private(set) var problems: [ConfigFile.Problem] = []

    init(_ text: String) {
        let lines = text.replacing("\r\n", with: "\n").replacing("\0", with: "\u{FFFD}")
            .split(separator: "\n", omittingEmptySubsequences: false)
        var table: [String] = []
        var index = 0
        while index < lines.count {
            guard problems.count < Self.mostProblems else {
                problems.append(
                    .init(line: index + 1, message: "Too much above is no TOML; this is not read."))
                break
            }
            let start = index
            let line = lines[index]
            index += 1
            let first = line.first { !$0.isWhitespace }
            if first == nil || first == "#" { continue }
            if first == "[" {
                if let header = header(line, at: start + 1) {
                    table = header
                    headers.append(Header(line: start + 1, path: header))
                }
                continue
            }
            take(lines, from: start, next: &index, in: table)
        }
        refuseDoubles()
    }

    /// Takes the statement that begins at `start`, over as many lines as it needs.
    private mutating func take(
        _ lines: [Substring], from start: Int, next: inout Int, in table: [String]
    ) {
        var text = String(lines[start])
        var mistake: String?
        for end in start..<min(lines.count, start + Self.longest) {
            if end > start {
                // A value that was never closed must not swallow what follows.
                if lines[end].first == "[" { break }
                text += "\n" + lines[end]
            }
            do {
                try TOMLHazard.check(text)
                let values = try TOMLTable(string: text)
                add(values, lines: start + 1...end + 1, depth: table.count, path: table)
                next = end + 1
                return
            } catch {
                mistake = mistake ?? Self.reason(error)
            }
            if !Self.mayGoOn(text) { break }
        }
        let reason = Self.unquoted(lines[start]) ?? mistake ?? "?"
        problems.append(.init(line: start + 1, message: "This is no TOML: \(reason)."))
    }

    /// How to write a text that stands without quotes; nil where there is none.
    private static func unquoted(_ line: Substring) -> String? {
        guard let sign = line.firstIndex(of: "=") else { return nil }
        let name = line[..<sign].filter { $0 != " " }
        let value = line[line.index(after: sign)...].drop { $0 == " " }.prefix { $0 != "#" }
        let text = value.reversed().drop { $0.isWhitespace }.reversed()
        guard let first = text.first, first.isLetter || first == "<", !text.contains("\"") else {
            return nil
        }
        return "a text stands in quotes, \(name) = \"\(String(text.prefix(40)))\""
    }

    /// A file with more mistakes is none of settings.
    private static let mostProblems = 20

    /// Lines that one value may fill.
    private static let longest = 200

    /// Whether something was opened and not closed: a long string or a list.
    private static func mayGoOn(_ text: String) -> Bool {
        text.contains("\"\"\"") || text.contains("'''") || text.contains("[")
    }

    private mutating func header(_ line: Substring, at number: Int) -> [String]? {
        if line.drop(while: \.isWhitespace).hasPrefix("[[") {
            problems.append(
                .init(line: number, message: "`\(line)` is a list of tables; there is none here."))
            return nil
        }
        // TOMLKit ends the program on brackets in which no name begins.
        let name = line.drop(while: \.isWhitespace).dropFirst().drop { $0 == " " || $0 == "\t" }
        guard let first = name.first,
            first.isASCII && (first.isLetter || first.isNumber) || "_-\"'".contains(first)
        else {
            problems.append(.init(line: number, message: "`\(line)` names no table."))
            return nil
        }
        do {
            try TOMLHazard.check(String(line))
            var table = try TOMLTable(string: String(line))
            var path: [String] = []
            while let key = table.keys.first {
                path.append(key)
                guard let inner = table[key]?.table else { break }
                table = inner
            }
            return path
        } catch {
            problems.append(
                .init(line: number, message: "This is no TOML: \(Self.reason(error))."))
            return nil
        }
    }

    private mutating func add(
        _ table: TOMLTable, lines: ClosedRange<Int>, depth: Int, path: [String]
    ) {
        for key in table.keys {
            guard let value = table[key] else { continue }
            if let inner = value.table {
                add(inner, lines: lines, depth: depth, path: path + [key])
            } else {
                statements.append(
                    Statement(
                        line: lines.lowerBound, lastLine: lines.upperBound, depth: depth,
                        path: path + [key], value: Self.value(value)))
            }
        }
    }

    private static func value(_ value: any TOMLValueConvertible) -> Value {
        switch value.type {
        case .string: .text(value.string ?? "")
        case .bool: .flag(value.bool ?? false)
        case .int: .number(value.int ?? 0)
        case .array: .list(value.array.map { $0.map(Self.value) } ?? [])
        case .double: .other("a fraction")
        case .date, .time, .dateTime: .other("a date")
        case .table: .other("a table")
        }
    }

    /// TOML allows a key once.
    private mutating func refuseDoubles() {
        var lines: [[String]: Int] = [:]
        statements.removeAll { statement in
            guard let first = lines[statement.path] else {
                lines[statement.path] = statement.line
                return false
            }
            let name = statement.path.joined(separator: ".")
            problems.append(
                .init(
                    line: statement.line,
                    message: "`\(name)` is set in line \(first) already; that one counts."))
            return true
        }
    }

    /// What toml++ says, without where: it has seen one statement only.
    private static func reason(_ error: any Error) -> String {
        if let hazard = error as? TOMLHazard { return hazard.reason }
        let text = (error as? TOMLParseError)?.description ?? "\(error)"
        var line = text.split(separator: "\n").first.map(String.init) ?? text
        // "Error while parsing value: could not …"
        if line.hasPrefix("Error while"), let end = line.firstRange(of: ": ") {
            line = String(line[end.upperBound...])
        }
        if line.hasSuffix("end-of-file") { return "it is not closed" }
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }
}

extension TOMLStatements.Value {
    /// As words after `set`: true and false are `on` and `off`, numbers in a list stand side by
    /// side. Nil for any other list.
    var word: String? {
        switch self {
        case .text(let text): return text
        case .flag(let flag): return flag ? "on" : "off"
        case .number(let number): return String(number)
        case .list(let list):
            let numbers = list.compactMap {
                if case .number(let number) = $0 { number } else { nil }
            }
            return numbers.count == list.count && !list.isEmpty
                ? numbers.map(String.init).joined(separator: " ") : nil
        case .other: return nil
        }
    }

    /// One text or a list of them; nil for anything else.
    var texts: [String]? {
        switch self {
        case .text(let text): return [text]
        case .list(let list):
            let texts = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
            return texts.count == list.count ? texts : nil
        case .flag, .number, .other: return nil
        }
    }
}
