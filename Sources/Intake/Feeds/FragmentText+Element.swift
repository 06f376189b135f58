import Foundation

extension FragmentText {
    /// The text of a feed's element, which may hold plain text, escaped HTML, HTML as elements, or
    /// base64.
    init(_ tree: XMLTree, _ node: Int) {
        let element = tree.nodes[node]
        let type = (element["type"] ?? "").lowercased()
        if tree.hasElements(node) {
            self.init(markup: tree.markup(of: node))
            return
        }
        var bytes = tree.text(of: node)
        if element["mode"]?.lowercased() == "base64"
            || FragmentText.isBase64(type, element.vocabulary)
        {
            let data = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters)
            bytes = DecodedText(Array(data ?? Data())).bytes
        }
        let isPlain = type == "text" || type == "text/plain"
        if !isPlain && FragmentText.looksLikeMarkup(bytes) {
            self.init(markup: bytes)
        } else {
            self.init(plain: bytes)
        }
    }

    /// Atom's content of a media type that is neither text nor XML is base64.
    private static func isBase64(_ type: String, _ vocabulary: Vocabulary) -> Bool {
        vocabulary == .atom && type.contains("/") && !type.hasPrefix("text/")
            && !type.hasSuffix("xml")
    }

    /// A tag or a reference: `<p`, `</b`, `&amp;`, `&#8217;`; a comment, `<!--`.
    static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropLast() {
            let next = bytes[index + 1]
            let isLetter = (0x61...0x7A).contains(next | 0x20)
            switch bytes[index] {
            case UInt8(ascii: "<"):
                let isTag = isLetter || next == UInt8(ascii: "/")
                if isTag || bytes[index...].starts(with: "<!--".utf8) { return true }
            case UInt8(ascii: "&") where isLetter || next == UInt8(ascii: "#"):
                let rest = bytes[(index + 1)...].prefix(32)
                if let end = rest.firstIndex(of: UInt8(ascii: ";")),
                    !rest[..<end].contains(where: { $0 <= 0x20 })
                {
                    return true
                }
            default: break
            }
        }
        return false
    }
}
