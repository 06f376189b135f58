/// Reads the pages out of a web archive (WARC 1.0 and 1.1, ISO 28500), one after the other.
///
/// A page is a response with status 200, or a resource, whose type is HTML. Other records are
/// skipped and counted. Lengths are not trusted: a record that runs into the next one ends there,
/// and after one that is too short the next is looked for. Needs the memory of one page.
struct WARCReader {
    /// A header of a record, or of an answer, may be this long.
    static let longestHeader = 64 << 10
    private static let longestLine = 16 << 10
    /// How many bytes are given back in all where a record runs into the next; after that lengths
    /// are believed, so that an archive made of such records costs no more than others.
    private static let mostPutBack = 64 << 20

    /// Records met that hold no page.
    private(set) var skipped = 0
    private(set) var number = 0
    private var queue: ByteQueue
    private var putBack = 0

    init(_ source: @escaping ByteSource) {
        queue = ByteQueue(source)
    }

    /// One page, with what the archive knows of it.
    struct Page {
        /// Of the record, from 1.
        var number: Int
        var url: String?
        var charset: String?
        var bytes: [UInt8]
        /// The archive ends within it.
        var isTorn = false
    }

    /// The next page; nil at the end of the archive.
    mutating func next() -> Page? {
        while let header = nextHeader() {
            number += 1
            if let page = page(header) { return page }
            skipped += 1
        }
        return nil
    }

    /// Why the source ended before its end; nil when it did not.
    var failure: ReadFailure? { queue.failure }

    // MARK: Records

    /// The fields of the next record; goes on to the next line that begins one.
    private mutating func nextHeader() -> HeaderFields? {
        while let line = queue.line(atMost: WARCReader.longestLine) {
            if line.starts(with: "WARC/".utf8) { return HeaderFields(&queue) }
        }
        return nil
    }

    private mutating func page(_ header: HeaderFields) -> Page? {
        let length = header["content-length"].flatMap { Int($0) } ?? 0
        guard length > 0 else { return nil }
        let kind = header["warc-type"]?.lowercased()
        let type = header["content-type"]?.lowercased() ?? ""
        let isAnswer = kind == "response" && type.contains("application/http")
        let isPage = (kind == "resource" || kind == "response") && WARCReader.isHTML(type)
        let limit = DocumentReader.largestArticle + WARCReader.longestHeader
        guard isAnswer || isPage, length <= limit else {
            queue.skip(length)
            return nil
        }
        let rest = queue.block(length)
        let block = cutAtNextRecord(rest)
        var page = Page(
            number: number, url: header["warc-target-uri"].map(WARCReader.bare),
            charset: DeclaredEncoding.charset(inType: type), bytes: block)
        page.isTorn = rest.count < length && block.count == rest.count
        if isPage { return page }
        guard let answer = HTTPAnswer(block), answer.status == 200,
            WARCReader.isHTML(answer.type), let body = answer.body
        else { return nil }
        page.charset = DeclaredEncoding.charset(inType: answer.type)
        page.bytes = body
        return page
    }

    /// WARC 1.0 lets addresses stand in angle brackets.
    private static func bare(_ url: String) -> String {
        url.hasPrefix("<") && url.hasSuffix(">") ? String(url.dropFirst().dropLast()) : url
    }

    private static func isHTML(_ type: String) -> Bool {
        let name = type.prefix { $0 != ";" }.trimmingSuffix(while: { $0 == " " })
        return name == "text/html" || name == "application/xhtml+xml"
    }

    /// Up to where another record begins, which is put back.
    private mutating func cutAtNextRecord(_ block: [UInt8]) -> [UInt8] {
        var marks = MarkSearch()
        var start = 0
        while putBack < WARCReader.mostPutBack,
            let place = marks.find("\r\n\r\nWARC/1.", in: block, from: start)
        {
            let rest = block[(place + 4)...]
            let name = rest.drop { $0 != 0x0A }.dropFirst()
            if name.starts(with: "WARC-".utf8) || name.starts(with: "Content-".utf8) {
                putBack += rest.count
                queue.putBack(rest)
                return Array(block[..<place])
            }
            start = place + 4
        }
        return block
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isUnwanted(last) { text.removeLast() }
        return text
    }
}

/// The named fields of a header, as WARC and HTTP write them.
struct HeaderFields {
    private var values: [String: String] = [:]

    /// Reads lines up to an empty one.
    init(_ queue: inout ByteQueue) {
        var size = 0
        while let line = queue.line(atMost: 16 << 10), !line.isEmpty {
            size += line.count
            if size <= WARCReader.longestHeader { add(line) }
        }
    }

    private mutating func add(_ line: [UInt8]) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).trimmingBlanks.lowercased()
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingBlanks
        if values[name] == nil { values[name] = value }
    }

    /// By its name in small letters; the first counts.
    subscript(name: String) -> String? { values[name] }
}
