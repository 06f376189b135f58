import CXML2

/// Reads the markup of a page into a `Page`: libxml2's parser mends and reports it as events,
/// which are written down as they come.
///
/// Bounded: elements deeper than `deepest` are left out and their text given to what holds them;
/// reading ends after `mostNodes` nodes or `mostWork`. What was hit is a warning.
final class PageReader {
    static let deepest = 256
    static let mostNodes = 600_000
    /// Depths of the open elements added up over all faults, which is what mending costs.
    static let mostWork = 100_000_000

    /// Asked for once, so that the library sets itself up before any thread needs it.
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private var page = Page()
    private var open: [Int32] = [0]
    /// How many open elements are deeper than `deepest`.
    private var tooDeep = 0
    private var work = 0
    private var wasTooDeep = false
    private var stopped: String?

    /// Linear in the size of the source.
    static func page(of source: PageSource) -> Page {
        let reader = PageReader()
        reader.page.bytes.reserveCapacity(source.markup.count)
        reader.read(source.markup)
        reader.finish(source)
        return reader.page
    }

    private init() {}

    private func read(_ markup: [UInt8]) {
        guard PageReader.isReady, !markup.isEmpty, markup.count <= Int32.max / 2 else { return }
        var events = parley_html_events()
        events.page = Unmanaged.passUnretained(self).toOpaque()
        events.start = { page, name, attributes in
            guard let name else { return 0 }
            return PageReader.reader(page).start(name, attributes)
        }
        events.end = { page, _ in PageReader.reader(page).end() }
        events.text = { page, bytes, count in
            guard let bytes else { return 0 }
            return PageReader.reader(page).text(
                UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        events.fault = { page in PageReader.reader(page).fault() }
        withExtendedLifetime(self) {
            markup.withUnsafeBytes { buffer in
                let start = buffer.bindMemory(to: CChar.self).baseAddress
                if parley_html_read(start, Int32(buffer.count), &events) == 0 {
                    stopped = "There was no memory to read the page."
                }
            }
        }
    }

    private static func reader(_ page: UnsafeMutableRawPointer?) -> PageReader {
        guard let page else { preconditionFailure("the parser has lost its reader") }
        return Unmanaged<PageReader>.fromOpaque(page).takeUnretainedValue()
    }

    // MARK: Events

    private func start(
        _ name: UnsafePointer<UInt8>,
        _ attributes: UnsafePointer<UnsafePointer<UInt8>?>?
    ) -> Int32 {
        if open.count > PageReader.deepest {
            tooDeep += 1
            wasTooDeep = true
            return 0
        }
        guard page.nodes.count < PageReader.mostNodes else {
            stopped = "The page has more than \(PageReader.mostNodes) parts; the rest is left out."
            return 1
        }
        let first = Int32(page.attributes.count)
        var node = Page.Node(tag: PageTag(name: name) ?? .other, parent: open[open.count - 1])
        if let attributes { node.isHidden = take(attributes) }
        node.attributes = first..<Int32(page.attributes.count)
        open.append(Int32(page.nodes.count))
        page.nodes.append(node)
        return 0
    }

    /// Whether one of them hides the element.
    private func take(_ list: UnsafePointer<UnsafePointer<UInt8>?>) -> Bool {
        var next = list
        var hides = false
        while let name = next[0] {
            let value = next[1]
            next += 2
            guard let kind = PageAttribute(name: name) else { continue }
            if kind == .hidden { hides = true }
            guard let value else { continue }
            let start = Int32(page.bytes.count)
            var byte = value
            while byte.pointee != 0 { byte += 1 }
            page.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: byte - value))
            page.attributes.append(
                Page.Attribute(name: kind, value: start..<Int32(page.bytes.count)))
        }
        return hides
    }

    private func end() -> Int32 {
        if tooDeep > 0 {
            tooDeep -= 1
        } else if open.count > 1 {
            page.nodes[Int(open.removeLast())].end = Int32(page.nodes.count)
        }
        return 0
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let start = Int32(page.bytes.count)
        append(bytes)
        let end = Int32(page.bytes.count)
        if start == end { return 0 }
        let last = page.nodes.count - 1
        let parent = open[open.count - 1]
        let goesOn =
            page.nodes[last].tag == .text && page.nodes[last].parent == parent
            && page.nodes[last].text.upperBound == start
        if goesOn {
            page.nodes[last].text = page.nodes[last].text.lowerBound..<end
        } else if last + 1 < PageReader.mostNodes {
            page.nodes.append(
                Page.Node(tag: .text, parent: parent, end: Int32(last + 2), text: start..<end))
        }
        return 0
    }

    /// Adds text with no-break spaces as blanks, and without the marks that only say where a word
    /// may be parted (U+00AD, U+200B): both are there for the layout.
    private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var start = 0
        while index < bytes.count {
            let length = PageReader.layoutMark(bytes, index)
            if length > 0 {
                page.bytes.append(contentsOf: bytes[start..<index])
                if bytes[index + 1] == 0xA0 { page.bytes.append(0x20) }
                start = index + length
            }
            index += max(1, length)
        }
        page.bytes.append(contentsOf: bytes[start...])
    }

    /// The bytes of U+00A0, U+00AD or U+200B at `index`; 0 for anything else.
    private static func layoutMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch bytes[index] {
        case 0xC2 where index + 1 < bytes.count:
            bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD ? 2 : 0
        case 0xE2 where index + 2 < bytes.count:
            bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B ? 3 : 0
        default: 0
        }
    }

    private func fault() -> Int32 {
        work += open.count + tooDeep
        if work < PageReader.mostWork { return 0 }
        stopped = "The markup of the page is too broken to be mended; the rest is left out."
        return 1
    }

    private func finish(_ source: PageSource) {
        while let node = open.popLast() { page.nodes[Int(node)].end = Int32(page.nodes.count) }
        if let stopped { page.warnings.append(IntakeWarning(stopped)) }
        if wasTooDeep {
            page.warnings.append(
                IntakeWarning(
                    "Elements more than \(PageReader.deepest) deep were joined with those above."))
        }
        if source.cutAttributes > 0 {
            page.warnings.append(
                IntakeWarning(
                    "\(source.cutAttributes) attribute(s) were too long or too many and were cut."))
        }
    }
}
