/// A feed's markup as the parser gets it: mended where feeds are commonly broken, and without
/// anything that could make parsing more than linear.
///
/// References become the characters they mean, so that none is left but XML's own; a document
/// type goes, and of its entities only those that stand for plain text are known. A stray `&` or
/// `<` is text. CDATA becomes text; comments and instructions go. Attributes are put in quotation
/// marks; repeated ones go, and so does what is beyond `mostAttributes` or `longestValue`.
/// Control characters become U+FFFD.
struct XMLSource {
    static let mostAttributes = 64
    static let longestValue = 16 << 10

    private(set) var markup: [UInt8] = []
    private let source: [UInt8]
    private var position = 0
    private var references: XMLReferences
    private var marks = MarkSearch()

    /// `source` must be valid UTF-8.
    init(_ source: [UInt8]) {
        self.source = source
        references = XMLReferences()
        markup.reserveCapacity(source.count)
        while position < source.count {
            let end = source[position...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
            references.append(source[position..<end], to: &markup)
            position = end
            if end < source.count { readMark() }
        }
    }

    private mutating func readMark() {
        let next = position + 1 < source.count ? source[position + 1] : 0
        switch next {
        case UInt8(ascii: "!"): readDeclaration()
        case UInt8(ascii: "?"): position = find("?>", from: position + 2) ?? skipTag()
        case UInt8(ascii: "/"): readEndTag()
        case _ where XMLSource.beginsName(next): readTag()
        default:
            markup += "&lt;".utf8
            position += 1
        }
    }

    /// Behind the next `mark`; nil when there is none.
    private mutating func find(_ mark: String, from start: Int) -> Int? {
        marks.find(mark, in: source, from: start).map { $0 + mark.utf8.count }
    }

    /// Behind the next `>`, or the end.
    private mutating func skipTag() -> Int { find(">", from: position) ?? source.count }

    // MARK: Declarations

    private mutating func readDeclaration() {
        let rest = source[position...]
        if rest.starts(with: "<!--".utf8) {
            position = find("-->", from: position + 4) ?? skipTag()
        } else if rest.starts(with: "<![CDATA[".utf8) {
            let start = position + 9
            let end = find("]]>", from: start)
            XMLReferences.escape(source[start..<(end.map { $0 - 3 } ?? source.count)], &markup)
            position = end ?? source.count
        } else {
            let start = position
            let open = marks.find("[", in: source, from: start)
            let close = skipTag()
            if let open, open < close {
                position = find("]>", from: open) ?? find("]", from: open) ?? close
                references.declare(source[open..<position])
                if position < source.count, source[position] == UInt8(ascii: ">") { position += 1 }
            } else {
                position = close
            }
        }
    }

    // MARK: Tags

    private mutating func readEndTag() {
        let start = position + 2
        let name = readName(from: start)
        position = skipTag()
        guard !name.isEmpty else { return }
        markup += "</".utf8
        markup += source[name]
        markup.append(UInt8(ascii: ">"))
    }

    private mutating func readTag() {
        let mark = markup.count
        let name = readName(from: position + 1)
        position = name.upperBound
        markup.append(UInt8(ascii: "<"))
        markup += source[name]
        var names: [ArraySlice<UInt8>] = []
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: ">"):
                position += 1
                markup.append(UInt8(ascii: ">"))
                return
            case UInt8(ascii: "/") where isClosing(position):
                position += 2
                markup += "/>".utf8
                return
            case UInt8(ascii: "<"):
                markup.append(UInt8(ascii: ">"))
                return
            case _ where XMLSource.beginsName(source[position]): readAttribute(&names)
            default: position += 1
            }
        }
        // Cut off: there is no such element.
        markup.removeSubrange(mark...)
    }

    private func isClosing(_ index: Int) -> Bool {
        index + 1 < source.count && source[index + 1] == UInt8(ascii: ">")
    }

    private mutating func readAttribute(_ names: inout [ArraySlice<UInt8>]) {
        let range = readName(from: position)
        position = range.upperBound
        let value = readValue()
        let name = source[range]
        guard names.count < XMLSource.mostAttributes, !names.contains(name) else { return }
        names.append(name)
        markup.append(UInt8(ascii: " "))
        markup += name
        markup += "=\"".utf8
        var end = min(value.endIndex, value.startIndex + XMLSource.longestValue)
        while end < value.endIndex, end > value.startIndex, source[end] & 0xC0 == 0x80 { end -= 1 }
        references.append(value[..<end], to: &markup)
        markup.append(UInt8(ascii: "\""))
    }

    /// Without its quotation marks; empty when there is none.
    private mutating func readValue() -> ArraySlice<UInt8> {
        var start = firstNoBlank(from: position)
        guard start < source.count, source[start] == UInt8(ascii: "=") else { return [] }
        start = firstNoBlank(from: start + 1)
        guard start < source.count else {
            position = start
            return []
        }
        if source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'") {
            let quote = source[start] == UInt8(ascii: "'") ? "'" : "\""
            if let end = marks.find(quote, in: source, from: start + 1) {
                position = end + 1
                return source[start + 1..<end]
            }
        }
        let end = source[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        position = end ?? source.count
        return source[start..<position]
    }

    private func firstNoBlank(from start: Int) -> Int {
        source[min(start, source.count)...].firstIndex { $0 > 0x20 } ?? source.count
    }

    // MARK: Names

    private func readName(from start: Int) -> Range<Int> {
        var end = start
        while end < source.count, XMLSource.isName(source[end]) { end += 1 }
        return start..<end
    }

    static func beginsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}

/// Finds marks in one text again and again, each search going on where the last one for that mark
/// ended, so that all of them together are linear.
struct MarkSearch {
    /// Where each mark was found last, from where on nothing else was; `nil` for nowhere.
    private var found: [String: (from: Int, place: Int?)] = [:]

    mutating func find(_ mark: String, in text: [UInt8], from start: Int) -> Int? {
        if let last = found[mark], start >= last.from {
            guard let place = last.place else { return nil }
            if place >= start { return place }
        }
        let bytes = Array(mark.utf8)
        let place = MarkSearch.first(bytes, in: text, from: start)
        found[mark] = (start, place)
        return place
    }

    private static func first(_ mark: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= text.count {
            if text[index] == mark[0], text[index...].starts(with: mark) { return index }
            index += 1
        }
        return nil
    }
}
