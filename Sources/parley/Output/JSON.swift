/// A JSON document with its keys in the order they were given, as `docs/commands.md` shows them.
///
/// Foundation's encoder sorts or shuffles keys and drops nulls; the contract does neither.
enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

    /// A string, or null.
    static func optional(_ string: String?) -> JSON { string.map(JSON.string) ?? .null }
    static func strings(_ strings: some Sequence<String>) -> JSON {
        .array(strings.map(JSON.string))
    }
    static func integers(_ integers: some Sequence<Int>) -> JSON {
        .array(integers.map(JSON.integer))
    }

    /// One line, without blanks between its parts.
    var text: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The document in lines, two blanks deeper for each thing that holds others.
    var indented: String { indented(by: "") }

    private func indented(by margin: String) -> String {
        let inner = margin + "  "
        func lines(_ parts: [String], _ open: String, _ close: String) -> String {
            open + parts.map { "\n" + inner + $0 }.joined(separator: ",") + "\n" + margin + close
        }
        switch self {
        case .array(let items) where !items.isEmpty:
            return lines(items.map { $0.indented(by: inner) }, "[", "]")
        case .object(let members) where !members.isEmpty:
            let parts = members.map { JSON.string($0).text + ": " + $1.indented(by: inner) }
            return lines(parts, "{", "}")
        default: return text
        }
    }

    /// Appends the document as UTF-8.
    func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): JSON.write(value, into: &bytes)
        case .string(let value): JSON.write(value, into: &bytes)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, (key, value)) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(key, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Whole numbers without a fraction; JSON has no infinities, so they become null.
    private static func write(_ value: Double, into bytes: inout [UInt8]) {
        if let whole = Int(exactly: value) {
            bytes += String(whole).utf8
        } else {
            bytes += (value.isFinite ? String(value) : "null").utf8
        }
    }

    private static func write(_ string: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes += ("\\u00" + (digits.count < 2 ? "0" : "") + digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
