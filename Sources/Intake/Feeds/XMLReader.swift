import CXML2

/// Reads XML into an `XMLTree`: libxml2's parser in recover mode reports it as events, which are
/// written down as they come.
///
/// Bounded: libxml2 ends reading at 256 elements inside each other, this after `mostNodes` nodes.
/// What was read until then stays.
final class XMLReader {
    static let mostNodes = 2_000_000

    private var tree = XMLTree()
    private var open = [0]
    private var isStopped = false

    /// `source` must be valid UTF-8; linear in its size.
    static func tree(of source: [UInt8]) -> XMLTree {
        let reader = XMLReader()
        reader.read(XMLSource(source).markup)
        reader.finish()
        return reader.tree
    }

    private init() {}

    private func read(_ markup: [UInt8]) {
        guard PageReader.isReady, !markup.isEmpty, markup.count <= Int32.max / 2 else { return }
        var events = parley_xml_events()
        events.tree = Unmanaged.passUnretained(self).toOpaque()
        events.start = { tree, name, prefix, space, attributes, count in
            XMLReader.reader(tree).start(
                XMLReader.string(name), XMLReader.optional(prefix), XMLReader.optional(space),
                UnsafeBufferPointer(
                    start: attributes, count: attributes == nil ? 0 : 5 * Int(count)))
        }
        events.end = { tree in XMLReader.reader(tree).end() }
        events.text = { tree, bytes, count in
            XMLReader.reader(tree).text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        withExtendedLifetime(self) {
            markup.withUnsafeBytes { buffer in
                let start = buffer.bindMemory(to: CChar.self).baseAddress
                isStopped = parley_xml_read(start, Int32(buffer.count), &events) == 0
            }
        }
    }

    private static func reader(_ tree: UnsafeMutableRawPointer?) -> XMLReader {
        guard let tree else { preconditionFailure("the parser has lost its reader") }
        return Unmanaged<XMLReader>.fromOpaque(tree).takeUnretainedValue()
    }

    private static func string(_ bytes: UnsafePointer<UInt8>?) -> String {
        bytes.map { String(cString: $0) } ?? ""
    }

    private static func optional(_ bytes: UnsafePointer<UInt8>?) -> String? {
        bytes.map { String(cString: $0) }
    }

    // MARK: Events

    private func start(
        _ name: String, _ prefix: String?, _ space: String?,
        _ attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>
    ) -> Int32 {
        guard tree.nodes.count < XMLReader.mostNodes else {
            isStopped = true
            return 1
        }
        var node = XMLTree.Node(parent: open[open.count - 1])
        node.name = name.lowercased()
        node.vocabulary = Vocabulary(space: space, prefix: prefix)
        for first in stride(from: 0, to: attributes.count, by: 5) {
            guard let value = attributes[first + 3], let end = attributes[first + 4] else {
                continue
            }
            let prefix = XMLReader.optional(attributes[first + 1])
            let bytes = UnsafeBufferPointer(start: value, count: end - value)
            node.attributes.append(
                XMLTree.Attribute(
                    name: XMLReader.string(attributes[first]).lowercased(),
                    vocabulary: prefix == nil
                        ? .none
                        : Vocabulary(
                            space: XMLReader.optional(attributes[first + 2]), prefix: prefix),
                    value: String(decoding: CleanText(validUTF8: Array(bytes)).bytes, as: UTF8.self)
                ))
        }
        open.append(tree.nodes.count)
        tree.nodes.append(node)
        return 0
    }

    private func end() -> Int32 {
        if open.count > 1 { tree.nodes[open.removeLast()].end = tree.nodes.count }
        return 0
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let parent = open[open.count - 1]
        let last = tree.nodes.count - 1
        if tree.nodes[last].isText, last > 0, tree.nodes[last].parent == parent {
            tree.nodes[last].text.append(contentsOf: bytes)
        } else {
            tree.nodes.append(
                XMLTree.Node(parent: parent, end: tree.nodes.count + 1, text: Array(bytes)))
        }
        return 0
    }

    private func finish() {
        while let node = open.popLast() { tree.nodes[node].end = tree.nodes.count }
        if isStopped {
            tree.warnings.append(IntakeWarning("The document is too large; its end is left out."))
        }
    }
}
