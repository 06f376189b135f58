import Intake
import TOMLKit

/// A value as TOML has it, copied out of TOMLKit's tree.
indirect enum DossierValue: Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case day(Day)
    case list([DossierValue])
    case table([String: DossierValue])
    /// A kind of value that no key of a dossier takes.
    case other(String)

    var kind: String {
        switch self {
        case .text: "a text in quotes"
        case .number: "a number"
        case .flag: "true or false"
        case .day: "a date"
        case .list: "a list"
        case .table: "a table"
        case .other(let name): name
        }
    }
}

/// One table of a dossier file with the lines of its keys.
struct DossierEntry {
    var table: String
    var line: Int
    var values: [String: DossierValue]
    var keyLines: [String: Int] = [:]
    var elementLines: [String: [Int]] = [:]

    /// The line of a key, or of one element of its list; the table's own line when unknown.
    func line(of key: String, element: Int? = nil) -> Int {
        if let element, let lines = elementLines[key], lines.indices.contains(element) {
            return lines[element]
        }
        return keyLines[key] ?? line
    }

    func text(_ key: String) -> String? {
        if case .text(let text) = values[key] { text } else { nil }
    }

    func number(_ key: String) -> Int? {
        if case .number(let number) = values[key] { number } else { nil }
    }

    func flag(_ key: String) -> Bool? {
        if case .flag(let flag) = values[key] { flag } else { nil }
    }

    func day(_ key: String) -> Day? {
        if case .day(let day) = values[key] { day } else { nil }
    }

    /// The texts of a list, each with its place in it; empty when there is no such key.
    func texts(_ key: String) -> [(index: Int, text: String)] {
        guard case .list(let list) = values[key] else { return [] }
        return list.enumerated().compactMap { index, value in
            if case .text(let text) = value { (index, text) } else { nil }
        }
    }

    func strings(_ key: String) -> [String] { texts(key).map(\.text) }

    /// The tables of a list: roles.
    func tables(_ key: String) -> [[String: DossierValue]] {
        guard case .list(let list) = values[key] else { return [] }
        return list.map { if case .table(let table) = $0 { table } else { [:] } }
    }
}

extension DossierSource {
    /// The tables of the file in order, and a problem for each that is no TOML.
    func entries(file: String) -> (entries: [DossierEntry], problems: [DossierProblem]) {
        var entries: [DossierEntry] = []
        var problems: [DossierProblem] = []
        for chunk in chunks {
            do throws(DossierProblem) {
                if let entry = try entry(of: chunk, file: file) { entries.append(entry) }
            } catch {
                problems.append(error)
            }
        }
        return (entries, problems)
    }

    private func entry(of chunk: Chunk, file: String) throws(DossierProblem) -> DossierEntry? {
        if chunk.isNameless {
            let reason = "the brackets name no table; what stands below them is left out"
            throw DossierProblem(file: file, line: chunk.line, message: reason)
        }
        let root: [String: DossierValue]
        do {
            let text = text(of: chunk)
            try TOMLHazard.check(text)
            root = DossierValue.copied(try TOMLTable(string: text))
        } catch let hazard as TOMLHazard {
            throw DossierProblem(
                file: file, line: chunk.line + hazard.line,
                message: leftOut(chunk, because: hazard.reason))
        } catch let error as TOMLParseError {
            let line = chunk.line + max(0, error.source.begin.line - 1)
            throw DossierProblem(
                file: file, line: line, message: message(for: error, in: chunk, line: line))
        } catch {
            throw DossierProblem(file: file, line: chunk.line, message: "no TOML: \(error)")
        }
        guard let name = chunk.name, !name.isEmpty else {
            return root.isEmpty
                ? nil
                : DossierEntry(
                    table: "", line: chunk.keyLines.values.min() ?? 1, values: root,
                    keyLines: chunk.keyLines, elementLines: chunk.elementLines)
        }
        var values: [String: DossierValue] = [:]
        switch root[name] {
        case .table(let table): values = table
        case .list(let list): if case .table(let table) = list.first { values = table }
        default: break
        }
        return DossierEntry(
            table: name, line: chunk.line, values: values, keyLines: chunk.keyLines,
            elementLines: chunk.elementLines)
    }

    /// TOML's complaint in our words where a date that is none caused it.
    private func message(for error: TOMLParseError, in chunk: Chunk, line: Int) -> String {
        let lines = text(of: chunk).split(separator: "\n", omittingEmptySubsequences: false)
        let index = line - chunk.line
        if lines.indices.contains(index), let date = Self.impossibleDate(in: lines[index]) {
            return "\(date) is no date"
        }
        let reason = error.description.split(separator: "\n").first.map(String.init) ?? "?"
        return leftOut(chunk, because: reason)
    }

    private func leftOut(_ chunk: Chunk, because reason: String) -> String {
        "this is not TOML, so the whole [[\(chunk.name ?? "table")]] is left out: \(reason)"
    }

    /// The first `dddd-dd-dd` outside quotes that no calendar has.
    private static func impossibleDate(in line: Substring) -> Substring? {
        let bytes = Array(line.utf8)
        guard bytes.count >= 10 else { return nil }
        var isQuoted = false
        for start in 0...(bytes.count - 10) {
            if bytes[start] == UInt8(ascii: "\"") { isQuoted.toggle() }
            let window = bytes[start..<start + 10]
            let fits = window.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7
                    ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
            }
            guard fits, !isQuoted else { continue }
            let text = Substring(decoding: window, as: UTF8.self)
            if Day(iso: text) == nil { return text }
        }
        return nil
    }
}

extension DossierValue {
    /// Lists are read no further than this.
    static let longestList = 2_000

    fileprivate static func copied(_ table: TOMLTable) -> [String: DossierValue] {
        var values: [String: DossierValue] = [:]
        for key in table.keys { values[key] = table[key].map(copied) }
        return values
    }

    private static func copied(_ value: any TOMLValueConvertible) -> DossierValue {
        switch value.type {
        case .string: .text(value.string ?? "")
        case .int: .number(value.int ?? 0)
        case .bool: .flag(value.bool ?? false)
        case .date:
            value.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
                .map(DossierValue.day) ?? .other("a date that is none")
        case .array: .list(value.array.map { $0.prefix(longestList).map(copied) } ?? [])
        case .table: .table(value.table.map(copied) ?? [:])
        case .double: .other("a number with a fraction")
        case .time: .other("a time")
        case .dateTime: .other("a date with a time")
        }
    }
}
