import Foundation

/// The text of an element that may hold plain text, escaped HTML, HTML as elements, or base64.
struct FeedText {
    /// Clean, without markup; nil when there is none.
    let text: String?

    init(_ tree: XMLTree, _ node: Int) {
        let found = FeedText.read(tree, node)
        text = found.isEmpty ? nil : found
    }

    private static func read(_ tree: XMLTree, _ node: Int) -> String {
        let element = tree.nodes[node]
        let type = (element["type"] ?? "").lowercased()
        if tree.hasElements(node) { return FragmentText.paragraphs(of: tree.markup(of: node)) }
        var bytes = tree.text(of: node)
        if element["mode"]?.lowercased() == "base64" || isBase64(type, element.vocabulary) {
            guard let data = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters)
            else { return "" }
            bytes = DecodedText(Array(data)).bytes
        }
        let isPlain = type == "text" || type == "text/plain"
        return !isPlain && looksLikeMarkup(bytes)
            ? FragmentText.paragraphs(of: bytes) : plain(bytes)
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
                if isLetter || next == UInt8(ascii: "/") {
                    return true
                }
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

    /// Blank lines part paragraphs, other line ends are blanks.
    private static func plain(_ bytes: [UInt8]) -> String {
        let clean = CleanText(validUTF8: bytes).bytes
        var paragraphs: [[ArraySlice<UInt8>]] = [[]]
        for line in clean.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let words = line.split(separator: 0x20)
            if words.isEmpty {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1] += words
            }
        }
        return paragraphs.filter { !$0.isEmpty }
            .map { String(decoding: Array($0.joined(separator: [0x20])), as: UTF8.self) }
            .joined(separator: "\n\n")
    }
}

/// The people of RSS, who are written as mail addresses with a name beside them.
enum FeedPerson {
    /// `me@example.com (Ann Lee)`, `Ann Lee <me@example.com>`, `Ann Lee and Bo Sun`. A bare mail
    /// address stands for its owner.
    static func names(_ written: String) -> [String] {
        let words = written.split { " ()<>".contains($0) }
        let isAddress = { (word: Substring) in word.contains("@") && word.contains(".") }
        guard words.contains(where: isAddress) else { return Facts.names(in: written) }
        let name = words.filter { !isAddress($0) }.joined(separator: " ")
        return name.isEmpty ? words.first.map { [String($0)] } ?? [] : Facts.names(in: name)
    }
}
