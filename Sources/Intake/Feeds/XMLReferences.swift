import CXML2

/// Turns the references of a feed into the characters they mean, in text that is parsed as XML
/// afterwards.
struct XMLReferences {
    /// How many entities of a document are known, and how long each may be.
    private static let mostEntities = 256
    private static let longestEntity = 1024
    /// The longest name between `&` and `;` that is looked at.
    private static let longestName = 48

    /// What the document itself declares: plain text only, so that nothing can grow.
    private var declared: [String: [UInt8]] = [:]

    /// Appends `text`, its references resolved, what XML itself needs escaped, control characters
    /// as U+FFFD.
    func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "&") else {
                XMLReferences.escape(text[index], &output)
                index += 1
                continue
            }
            index += 1
            let end = text[index...].prefix(XMLReferences.longestName).firstIndex {
                $0 == UInt8(ascii: ";")
            }
            if let end, let meaning = meaning(of: text[index..<end]) {
                XMLReferences.escape(meaning[...], &output)
                index = end + 1
            } else {
                output += "&amp;".utf8
            }
        }
    }

    /// Appends text that holds no references.
    static func escape(_ text: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        for byte in text { escape(byte, &output) }
    }

    private static func escape(_ byte: UInt8, _ output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): output += "&amp;".utf8
        case UInt8(ascii: "<"): output += "&lt;".utf8
        case UInt8(ascii: ">"): output += "&gt;".utf8
        case UInt8(ascii: "\""): output += "&quot;".utf8
        case 0x09, 0x0A, 0x0D, 0x20...: output.append(byte)
        default: output += SingleByteTables.nothing
        }
    }

    /// UTF-8; nil for a name that means nothing.
    private func meaning(of name: ArraySlice<UInt8>) -> [UInt8]? {
        if name.first == UInt8(ascii: "#") { return XMLReferences.scalar(name.dropFirst()) }
        guard !name.isEmpty, name.allSatisfy(XMLSource.isName) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if let own = declared[text] { return own }
        let value = parley_html_character(text)
        return value == 0 ? nil : Unicode.Scalar(value).map { Array(String($0).utf8) }
    }

    /// Of `8217`, `x2019` and `X2019`. Numbers of control characters mean what windows-1252 means
    /// by them; those that no text may hold mean U+FFFD.
    private static func scalar(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
            let number = UInt32(text, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        if (0x80...0x9F).contains(number) {
            return SingleByteTables.all[TextEncoding.windows1252.name]?[Int(number) - 0x80]
        }
        guard number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D,
            number < 0xFFFE || number > 0xFFFF, let scalar = Unicode.Scalar(number)
        else { return SingleByteTables.nothing }
        return Array(String(scalar).utf8)
    }

    // MARK: Declarations

    /// Takes the entities of an internal subset (`<!ENTITY name "text">`) whose text holds neither
    /// markup nor references; all others, the external ones too, stay unknown.
    mutating func declare(_ subset: ArraySlice<UInt8>) {
        var marks = MarkSearch()
        let text = Array(subset)
        var position = 0
        while let start = marks.find("<!ENTITY", in: text, from: position),
            declared.count < XMLReferences.mostEntities
        {
            position = start + 8
            let parts = XMLReferences.words(text[position...].prefix(XMLReferences.longestEntity))
            guard let (name, value) = parts, declared[name] == nil,
                !value.contains(UInt8(ascii: "&")), !value.contains(UInt8(ascii: "<")),
                !value.contains(UInt8(ascii: "%"))
            else { continue }
            declared[name] = value
        }
    }

    /// The name and the quoted value that stand at the beginning.
    private static func words(_ text: ArraySlice<UInt8>) -> (String, [UInt8])? {
        let name = text.drop { $0 <= 0x20 }.prefix(while: XMLSource.isName)
        let rest = text[name.endIndex...].drop { $0 <= 0x20 }
        guard !name.isEmpty, let quote = rest.first,
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = rest.dropFirst().firstIndex(of: quote)
        else { return nil }
        return (String(decoding: name, as: UTF8.self), Array(rest[(rest.startIndex + 1)..<end]))
    }
}
