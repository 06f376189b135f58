/// A dossier file cut into its tables, with the line of every key and of every array element.
///
/// TOMLKit stops at the first mistake and keeps no places, so each table is cut out and parsed by
/// itself: a broken one is reported and the rest is read. The scan knows strings, arrays and
/// comments, no more; a line that begins with `[[` and a letter always begins a table, also where
/// an array or a string before it was never closed.
struct DossierSource {
    /// One `[table]` or `[[table]]` with the lines up to the next one.
    struct Chunk {
        /// "actor" of `[[actor]]`; empty for what stands before the first table, nil when the
        /// header cannot be read.
        var name: String?
        var isArray: Bool
        /// The brackets hold something that no name begins with: TOMLKit ends the program on it.
        var isNameless = false
        var line: Int
        var bytes: Range<Int>
        var keyLines: [String: Int] = [:]
        /// For keys whose value is an array: the line of each element.
        var elementLines: [String: [Int]] = [:]
    }

    let bytes: [UInt8]
    private(set) var chunks: [Chunk] = []
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        scan()
    }

    func text(of chunk: Chunk) -> String {
        String(decoding: bytes[chunk.bytes], as: UTF8.self)
    }

    // MARK: - Scanning

    private mutating func scan() {
        var open = Chunk(name: "", isArray: false, line: 1, bytes: 0..<0)
        while position < bytes.count {
            switch bytes[position] {
            case 0x0A:
                line += 1
                position += 1
            case 0x20, 0x09, 0x0D: position += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["):
                let start = position
                let next = header()
                let isInside = next.name?.contains(".") == true && !next.isNameless
                if isInside, !chunks.isEmpty || open.name != "" { continue }
                open.bytes = open.bytes.lowerBound..<start
                chunks.append(open)
                open = next
            default: statement(into: &open)
            }
        }
        open.bytes = open.bytes.lowerBound..<bytes.count
        chunks.append(open)
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }

    /// Reads the header at `position` and moves to its line's end.
    private mutating func header() -> Chunk {
        let start = position
        skipLine()
        let isArray = start + 1 < position && bytes[start + 1] == UInt8(ascii: "[")
        var end = start + (isArray ? 2 : 1)
        let nameStart = end
        while end < position, bytes[end] != UInt8(ascii: "]") { end += 1 }
        let closing = isArray ? 2 : 1
        let isClosed =
            end + closing <= position
            && bytes[end..<end + closing].allSatisfy { $0 == UInt8(ascii: "]") }
        let name = String(decoding: bytes[nameStart..<end], as: UTF8.self)
        return Chunk(
            name: isClosed ? name.trimmed : nil, isArray: isArray,
            isNameless: !beginsName(nameStart), line: line, bytes: start..<start)
    }

    /// Whether what stands at `index`, behind brackets and blanks, is a key or closes them.
    private func beginsName(_ index: Int) -> Bool {
        var index = index
        while has(0x20, at: index) || has(0x09, at: index) { index += 1 }
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
            return true
        default: return false
        }
    }

    /// Reads `key = value` at `position` and moves behind it.
    private mutating func statement(into chunk: inout Chunk) {
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != UInt8(ascii: "=")
        { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return }
        let key = key(in: start..<position)
        if chunk.keyLines[key] == nil { chunk.keyLines[key] = line }
        position += 1
        let elements = value()
        if let elements, chunk.elementLines[key] == nil { chunk.elementLines[key] = elements }
    }

    /// The first part of a key as it is written before "=", without blanks and quotes.
    private func key(in range: Range<Int>) -> String {
        let dot = UInt8(ascii: ".")
        let end = bytes[range].firstIndex(of: dot) ?? range.upperBound
        var part = bytes[range.lowerBound..<end]
        while let last = part.last, last == 0x20 || last == 0x09 { part.removeLast() }
        if part.count >= 2, let first = part.first, first == part.last,
            first == 0x22 || first == 0x27
        {
            part = part.dropFirst().dropLast()
        }
        return String(decoding: part, as: UTF8.self)
    }

    /// Moves behind a value; the lines of its elements when it is an array.
    private mutating func value() -> [Int]? {
        var depth = 0
        var elements: [Int]?
        var awaitsElement = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A {
                if depth == 0 { break }
                line += 1
                position += 1
                if isTableStart { break }
                continue
            }
            if byte == UInt8(ascii: "#") {
                skipLine()
                continue
            }
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0D
            if byte == UInt8(ascii: ","), depth == 1 {
                awaitsElement = elements != nil
            } else if awaitsElement, !isBlank, byte != UInt8(ascii: "]") {
                elements?.append(line)
                awaitsElement = false
            }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if depth == 0, byte == UInt8(ascii: "[") {
                    elements = []
                    awaitsElement = true
                }
                depth += 1
                position += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                position += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if !skipString(byte) { return elements }
            default: position += 1
            }
        }
        return elements
    }

    /// Moves behind the string that `quote` opens, or to the line's end when it is not closed.
    /// False when a table begins before a long string is closed.
    private mutating func skipString(_ quote: UInt8) -> Bool {
        let isLong = has(quote, at: position + 1) && has(quote, at: position + 2)
        position += isLong ? 3 : 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A {
                guard isLong else { return true }
                line += 1
                position += 1
                if isTableStart { return false }
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position += has(0x0A, at: position + 1) ? 1 : 2
            } else if byte == quote {
                if !isLong {
                    position += 1
                    return true
                }
                if has(quote, at: position + 1), has(quote, at: position + 2) {
                    position += 3
                    return true
                }
                position += 1
            } else {
                position += 1
            }
        }
        position = min(position, bytes.count)
        return true
    }

    private func has(_ byte: UInt8, at index: Int) -> Bool {
        index < bytes.count && bytes[index] == byte
    }

    /// Whether a line beginning here can only be a table's header.
    private var isTableStart: Bool {
        guard has(UInt8(ascii: "["), at: position), has(UInt8(ascii: "["), at: position + 1),
            position + 2 < bytes.count
        else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position + 2] | 0x20)
    }
}

extension String {
    /// Without blanks at either end.
    fileprivate var trimmed: String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = utf8.firstIndex(where: { !isBlank($0) }),
            let last = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
