/// A page as one array of nodes in document order, so that a subtree is a range and no rule has
/// to follow a pointer or call itself.
struct Page {
    /// An element, or a run of text.
    struct Node {
        var tag: PageTag
        /// Whether it is marked as not to be seen.
        var isHidden = false
        /// The element it stands in; its own index for the first node.
        var parent: Int32
        /// Behind its last descendant.
        var end: Int32 = 0
        /// Bytes of `Page.bytes`: the text; empty for elements.
        var text: Range<Int32> = 0..<0
        /// Of `Page.attributes`.
        var attributes: Range<Int32> = 0..<0
    }

    struct Attribute {
        var name: PageAttribute
        /// Bytes of `Page.bytes`.
        var value: Range<Int32>
    }

    /// The first is a root that holds all others.
    var nodes: [Node] = [Node(tag: .other, parent: 0)]
    var attributes: [Attribute] = []
    var bytes: [UInt8] = []
    var warnings: [IntakeWarning] = []

    /// The nodes inside of `node`, without itself.
    func inside(_ node: Int) -> Range<Int> { node + 1..<max(node + 1, Int(nodes[node].end)) }

    func parent(of node: Int) -> Int { Int(nodes[node].parent) }

    /// Bytes of the attribute's value; nil when the element has none.
    func value(_ name: PageAttribute, of node: Int) -> Range<Int>? {
        for index in nodes[node].attributes where attributes[Int(index)].name == name {
            let value = attributes[Int(index)].value
            return Int(value.lowerBound)..<Int(value.upperBound)
        }
        return nil
    }

    func string(_ name: PageAttribute, of node: Int) -> String? {
        value(name, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    func textRange(of node: Int) -> Range<Int> {
        Int(nodes[node].text.lowerBound)..<Int(nodes[node].text.upperBound)
    }

    /// The longest text that `text(in:)` gives, but for the end of its last run.
    private static let longestText = 4096

    /// The text inside of `node` on one line, blanks joined; its beginning where it is long.
    func text(in node: Int) -> String {
        var line = TextLine.Joiner()
        for index in inside(node) where line.bytes.count < Page.longestText {
            if nodes[index].tag == .text {
                line.append(bytes, textRange(of: index))
            } else if nodes[index].tag.isBlock || nodes[index].tag == .br {
                line.addBlank()
            }
        }
        return String(decoding: line.bytes, as: UTF8.self)
    }
}

/// The attributes that reading a page looks at.
enum PageAttribute: UInt8 {
    case `class`, id, itemprop, itemtype, property, name, content, href, rel, role, hidden
    case datetime, lang, title, type, component, equivalent

    /// Nil for those that are not looked at.
    init?(name: UnsafePointer<UInt8>) {
        switch String(cString: name) {
        case "class": self = .class
        case "id": self = .id
        case "itemprop": self = .itemprop
        case "itemtype": self = .itemtype
        case "property": self = .property
        case "name": self = .name
        case "content": self = .content
        case "href": self = .href
        case "rel": self = .rel
        case "role": self = .role
        case "hidden": self = .hidden
        case "datetime": self = .datetime
        case "lang", "xml:lang": self = .lang
        case "title": self = .title
        case "type": self = .type
        case "data-testid", "data-component", "data-qa": self = .component
        case "http-equiv": self = .equivalent
        default: return nil
        }
    }
}

extension TextLine {
    /// Puts pieces of text on one line: runs of blanks become one, none stands at the ends.
    struct Joiner {
        private(set) var bytes: [UInt8] = []
        private var owesBlank = false

        mutating func addBlank() { owesBlank = true }

        mutating func append(_ source: [UInt8], _ range: Range<Int>) {
            for index in range {
                let byte = source[index]
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    owesBlank = true
                    continue
                }
                if owesBlank, !bytes.isEmpty { bytes.append(0x20) }
                owesBlank = false
                bytes.append(byte)
            }
        }
    }
}
