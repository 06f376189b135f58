/// An answer of a web server as it was recorded: status, headers and body (RFC 9112).
struct HTTPAnswer {
    let status: Int
    /// The `Content-Type` in small letters, with its parameters.
    let type: String
    private let header: HeaderFields
    private let coded: [UInt8]

    /// Nil when it does not begin with a status line.
    init?(_ bytes: [UInt8]) {
        var isGiven = false
        var queue = ByteQueue { () throws(ReadFailure) -> [UInt8] in
            defer { isGiven = true }
            return isGiven ? [] : bytes
        }
        guard let line = queue.line(atMost: 4096), line.starts(with: "HTTP/".utf8) else {
            return nil
        }
        let words = line.split(separator: 0x20)
        guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else {
            return nil
        }
        self.status = status
        header = HeaderFields(&queue)
        type = header["content-type"]?.lowercased() ?? ""
        coded = queue.block(bytes.count)
    }

    /// Without chunks and compression; nil when it is compressed in a way that is not known, is
    /// damaged from the start, or gives more than `DocumentReader.largestArticle` bytes.
    var body: [UInt8]? {
        let isChunked = header["transfer-encoding"]?.lowercased().contains("chunked") ?? false
        let bytes = isChunked ? HTTPAnswer.joined(coded) ?? coded : coded
        switch header["content-encoding"]?.lowercased() ?? "" {
        case "", "identity": return bytes
        case "gzip", "x-gzip":
            // Crawlers may keep the header though they keep the body unpacked.
            return bytes.starts(with: [0x1F, 0x8B]) ? HTTPAnswer.inflated(bytes) : bytes
        case "deflate":
            return HTTPAnswer.inflated(bytes) ?? HTTPAnswer.inflated(bytes, isRaw: true)
        default: return nil
        }
    }

    private static func inflated(_ bytes: [UInt8], isRaw: Bool = false) -> [UInt8]? {
        do throws(Inflater.Failure) {
            return try Inflater.whole(
                bytes, isRaw: isRaw, atMost: DocumentReader.largestArticle)
        } catch {
            return nil
        }
    }

    /// The chunks put together; nil when the first is none, what there is when a later one is cut.
    private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
        var body: [UInt8] = []
        var position = 0
        while let end = bytes[position...].firstIndex(of: 0x0A) {
            let digits = bytes[position..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
            guard digits.count <= 8,
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
                size >= 0
            else { return position == 0 ? nil : body }
            if size == 0 { return body }
            let start = end + 1
            let stop = min(bytes.count, start + size)
            body += bytes[start..<stop]
            position = min(bytes.count, stop + 2)
            if position == bytes.count { return body }
        }
        return position == 0 ? nil : body
    }
}
