/// Reads one JSON object byte by byte (RFC 8259) and hands out the values of its keys.
///
/// Nested values are skipped by counting brackets, so that no depth of them can overflow
/// anything. Text comes out as UTF-8 bytes; a lone surrogate becomes U+FFFD, an escaped zero
/// too.
struct JSONScanner {
    /// What is wrong and where.
    struct Failure: Error, Equatable {
        var reason: String
        /// Bytes from the beginning of the line.
        var byte: Int
    }

    enum Value: Equatable {
        case text([UInt8])
        /// A number, `true`, `false` or `null`, as written.
        case word(String)
        /// An object or array, as the range of its bytes.
        case nested(Range<Int>)
    }

    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    /// `range` must hold valid UTF-8.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    // MARK: Objects and arrays

    /// Calls `body` with each key and value of the object that stands here.
    mutating func object(
        _ body: (_ key: String, _ value: Value) -> Void
    ) throws(Failure) {
        try expect(UInt8(ascii: "{"), "an object begins with {")
        skipBlanks()
        if take(UInt8(ascii: "}")) { return }
        repeat {
            skipBlanks()
            let key = try string()
            skipBlanks()
            try expect(UInt8(ascii: ":"), "a colon is missing after a key")
            body(String(decoding: key, as: UTF8.self), try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "an object is not closed")
    }

    /// The values of the array that stands here.
    mutating func array() throws(Failure) -> [Value] {
        var values: [Value] = []
        try array { values.append($0) }
        return values
    }

    /// Calls `body` with each value of the array that stands here, up to a fault in it.
    mutating func array(_ body: (_ value: Value) -> Void) throws(Failure) {
        try expect(UInt8(ascii: "["), "an array begins with [")
        skipBlanks()
        if take(UInt8(ascii: "]")) { return }
        repeat {
            body(try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"), "an array is not closed")
    }

    /// Throws unless only blanks are left.
    mutating func finish() throws(Failure) {
        skipBlanks()
        if position < end { throw failure("something stands behind the object") }
    }

    // MARK: Values

    private mutating func value() throws(Failure) -> Value {
        skipBlanks()
        guard position < end else { throw failure("the line breaks off") }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .nested(try skipNested())
        default: return .word(try word())
        }
    }

    private mutating func word() throws(Failure) -> String {
        let start = position
        while position < end, isWordByte(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        let isKnown = word == "true" || word == "false" || word == "null" || Double(word) != nil
        if isKnown { return word }
        position = start
        throw failure("a value is none of JSON's")
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private mutating func skipNested() throws(Failure) -> Range<Int> {
        let start = position
        var depth = 0
        repeat {
            guard position < end else { throw failure("a bracket is not closed") }
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                try skipString()
                continue
            default: break
            }
            position += 1
        } while depth > 0
        return start..<position
    }

    private mutating func skipString() throws(Failure) {
        position += 1
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        position = end
        throw failure("a string is not closed")
    }

    // MARK: Strings

    private mutating func string() throws(Failure) -> [UInt8] {
        try expect(UInt8(ascii: "\""), "a key or text must stand in quotation marks")
        var text: [UInt8] = []
        while true {
            let stop = stringStop(from: position)
            guard stop < end else { throw failure("a string is not closed", at: end) }
            let isClosed = bytes[stop] == UInt8(ascii: "\"")
            if text.isEmpty, !isClosed { text.reserveCapacity(end - position) }
            text.append(contentsOf: bytes[position..<stop])
            position = stop + 1
            if isClosed { return text }
            try unescape(into: &text)
        }
    }

    /// Where the next quotation mark or backslash stands, or `end`.
    private func stringStop(from start: Int) -> Int {
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    private mutating func unescape(into text: inout [UInt8]) throws(Failure) {
        guard position < end else { throw failure("a string is not closed") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text += String(try scalar()).utf8
        default: throw failure("an escape is none of JSON's")
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that make a surrogate pair.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = try hexadecimal()
        if first == 0 { return replacement }
        guard (0xD800...0xDBFF).contains(first) else {
            return Unicode.Scalar(first) ?? replacement
        }
        guard position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return replacement }
        let mark = position
        position += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else {
            position = mark
            return replacement
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard position + 4 <= end else { throw failure("a \\u escape breaks off") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = bytes[position]
            let letter = byte | 0x20
            if (0x30...0x39).contains(byte) {
                value = value << 4 | UInt32(byte - 0x30)
            } else if (0x61...0x66).contains(letter) {
                value = value << 4 | UInt32(letter - 0x61 + 10)
            } else {
                throw failure("a \\u escape holds no hexadecimal digit")
            }
            position += 1
        }
        return value
    }

    // MARK: Bytes

    private mutating func skipBlanks() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8, _ reason: String) throws(Failure) {
        skipBlanks()
        if !take(byte) { throw failure(reason) }
    }

    private func failure(_ reason: String, at byte: Int? = nil) -> Failure {
        Failure(reason: reason, byte: byte ?? position)
    }
}
