import Analysis
import TOMLKit

/// The text of a settings file in which single statements are changed: remarks, order and all else
/// stay as the person wrote them.
package struct SettingsText {
    /// Why the file cannot be changed by itself, and in which line.
    package struct Mistake: Error, Equatable {
        /// From 1.
        package var line: Int
        package var message: String
    }

    package private(set) var text: String

    package init(_ text: String) { self.text = text }

    /// Writes every statement: in place of one for the same, else at the end of its table, which is
    /// made where there is none. Throws where the file is no TOML, or says several things in a line
    /// that is to be changed.
    package mutating func write(_ changes: SettingsChanges) throws(Mistake) {
        for statement in changes.statements { try write(statement) }
    }

    private mutating func write(_ new: SettingsChanges.Statement) throws(Mistake) {
        let file = TOMLStatements(text)
        if let problem = file.problems.first {
            throw Mistake(line: problem.line, message: problem.message)
        }
        let end = text.contains("\r\n") ? "\r\n" : "\n"
        var lines = text.replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        if let old = file.statements.first(where: { $0.path == new.path }) {
            try replace(old, by: new, in: &lines, of: file)
        } else {
            add(new, to: &lines, of: file)
        }
        text = lines.map { $0 + end }.joined()
    }

    private func replace(
        _ old: TOMLStatements.Statement, by new: SettingsChanges.Statement,
        in lines: inout [String], of file: TOMLStatements
    ) throws(Mistake) {
        guard file.statements.count(where: { $0.line == old.line }) == 1 else {
            throw Mistake(
                line: old.line,
                message: "This line sets several things; give `\(new.name)` a line of its own.")
        }
        var values = new.values
        if new.path.first == "keys", let before = old.value.texts {
            values = new.values.reduce(before.filter { !$0.isEmpty }) {
                SettingsChanges.binding($1, besides: $0)
            }
        }
        let remark = SettingsText.remark(behind: lines[old.line - 1...old.lastLine - 1])
        let line = SettingsText.line(new.path.dropFirst(old.depth), values)
        lines.replaceSubrange(
            old.line - 1...old.lastLine - 1, with: [line + (remark.map { "  \($0)" } ?? "")])
    }

    private func add(
        _ new: SettingsChanges.Statement, to lines: inout [String], of file: TOMLStatements
    ) {
        let table = Array(new.path.dropLast())
        let line = SettingsText.line(new.path.suffix(1), new.values)
        let header = file.headers.first { $0.path == table }
        guard header != nil || table.isEmpty else {
            if !lines.isEmpty { lines.append("") }
            lines += ["[\(table.map(SettingsText.key).joined(separator: "."))]", line]
            return
        }
        let last = file.statements.last { $0.depth == table.count && $0.path.starts(with: table) }
        if let place = last?.lastLine ?? header?.line {
            lines.insert(line, at: place)
        } else if let first = file.headers.first {
            lines.insert(contentsOf: [line, ""], at: first.line - 1)
        } else {
            lines.append(line)
        }
    }

    private static func line(_ keys: ArraySlice<String>, _ values: [String]) -> String {
        let texts = values.map(TOMLText.quoted)
        let value = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        return keys.map(key).joined(separator: ".") + " = " + value
    }

    /// A key as it is written: in quotes unless it is a bare one.
    private static func key(_ name: String) -> String {
        let isBare = name.utf8.allSatisfy { byte in
            let letter = byte | 0x20
            return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) || byte == 0x2D
                || byte == 0x5F
        }
        return isBare && !name.isEmpty ? name : TOMLText.quoted(name)
    }

    /// The remark that ends a statement: what follows the first `#` before which it is whole.
    private static func remark(behind lines: ArraySlice<String>) -> String? {
        guard let last = lines.last else { return nil }
        let head = lines.dropLast().map { $0 + "\n" }.joined()
        return last.indices.first { index in
            last[index] == "#" && (try? TOMLTable(string: head + last[..<index])) != nil
        }.map { String(last[$0...]) }
    }
}
