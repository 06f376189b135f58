/// The encoding that a marked-up document says it has.
enum DeclaredEncoding {
    /// How far a `<meta>` is looked for; browsers stop at 1,024 bytes, many pages do not.
    private static let reach = 64 << 10

    /// From `<?xml encoding="…"?>`, else from the first `<meta charset>` or `http-equiv` outside
    /// of comments, scripts and styles; nil when there is none.
    static func label(in bytes: [UInt8]) -> String? {
        let label = firstLabel(in: bytes)
        return label?.isEmpty == false ? label : nil
    }

    private static func firstLabel(in bytes: [UInt8]) -> String? {
        var scan = TagScan(bytes.prefix(reach))
        while let tag = scan.next() {
            switch tag.name {
            case "?xml":
                if let label = tag.value(of: "encoding") { return label }
            case "meta":
                if let label = tag.value(of: "charset") ?? charset(inContentOf: tag) {
                    return label
                }
            case "script", "style", "title": scan.skip(to: "</" + tag.name)
            case "body": return nil
            default: break
            }
        }
        return nil
    }

    /// `text/html; charset=koi8-r`, with or without quotation marks and blanks.
    private static func charset(inContentOf tag: TagScan.Tag) -> String? {
        guard tag.value(of: "http-equiv")?.lowercased() == "content-type" else { return nil }
        return tag.value(of: "content").flatMap(charset(inType:))
    }

    /// The `charset` of a media type such as `text/html; charset="koi8-r"`.
    static func charset(inType type: String) -> String? {
        let text = Array(type.utf8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let key = Array("charset".utf8)
        guard let found = text.firstRange(of: key) else { return nil }
        let value = text[found.upperBound...].drop { isBlankOrMark($0) || $0 == UInt8(ascii: "=") }
        let label = value.prefix { !isBlankOrMark($0) && $0 != UInt8(ascii: ";") }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }

    private static func isBlankOrMark(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}

/// The opening tags of a document in order, without comments; enough to find a declaration before
/// the encoding is known.
struct TagScan {
    struct Tag {
        /// In small letters; `?xml` for a declaration.
        var name: String
        fileprivate var text: [UInt8]
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    mutating func next() -> Tag? {
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            if bytes[position...].starts(with: "!--".utf8) {
                skip(to: "-->")
                continue
            }
            let name = bytes[position...].prefix(24) { !TagScan.endsName($0) }
            guard !name.isEmpty else { continue }
            let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let text = Array(bytes[name.endIndex..<end])
            position = end
            return Tag(name: String(decoding: name, as: UTF8.self), text: text)
        }
        return nil
    }

    /// Goes on behind the next `mark`, or at the end.
    mutating func skip(to mark: String) {
        let rest = bytes[position...]
        position = rest.firstRange(of: Array(mark.utf8))?.upperBound ?? bytes.count
    }

    fileprivate static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
    }
}

extension ArraySlice<UInt8> {
    fileprivate func prefix(_ most: Int, while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        prefix(most).prefix(while: isWanted)
    }
}

extension TagScan.Tag {
    /// `<!DOCTYPE html …>`.
    var isHTMLDeclaration: Bool {
        name == "!doctype" && text.drop { $0 <= 0x20 }.starts(with: "html".utf8)
    }

    /// The value of an attribute, in small letters; nil when it has none.
    func value(of attribute: String) -> String? {
        var index = 0
        let isBlank = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "/") }
        while index < text.count {
            while index < text.count, isBlank(text[index]) { index += 1 }
            let name = text[index...].prefix { !TagScan.endsName($0) }
            index = text[name.endIndex...].firstIndex { $0 > 0x20 } ?? text.count
            guard index < text.count, text[index] == UInt8(ascii: "=") else { continue }
            let value = readValue(&index)
            if name.elementsEqual(attribute.utf8) {
                return String(decoding: value, as: UTF8.self).trimmingBlanks
            }
        }
        return nil
    }

    /// Behind the `=` at `index`, which ends up behind the value.
    private func readValue(_ index: inout Int) -> ArraySlice<UInt8> {
        let start = text[(index + 1)...].firstIndex { $0 > 0x20 } ?? text.count
        guard start < text.count else {
            index = start
            return []
        }
        let mark = text[start]
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
            let end = text[(start + 1)...].firstIndex(of: mark) ?? text.count
            index = min(end + 1, text.count)
            return text[(start + 1)..<end]
        }
        let end = text[start...].firstIndex { $0 <= 0x20 } ?? text.count
        index = end
        return text[start..<end]
    }
}
