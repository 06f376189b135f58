/// The answer of a web server as it came: header line by line, then the body, unpacked.
package struct WebAnswer: Equatable, Sendable {
    /// 0 before the first line of the header.
    package private(set) var status = 0
    package var body: [UInt8] = []
    private var fields: [String: String] = [:]

    package init() {}

    package init(status: Int, fields: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// Takes one line of the header. A status line begins a new header: servers send 100 and 103
    /// before the one that counts. Of a field that comes twice the first counts.
    package mutating func add(headerLine line: [UInt8]) {
        if line.starts(with: "HTTP/".utf8) {
            let words = line.split(separator: 0x20)
            status =
                words.count > 1 ? Int(String(decoding: words[1].prefix(3), as: UTF8.self)) ?? 0 : 0
            fields = [:]
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).trimmingBlanks.lowercased()
        let value = line[(colon + 1)...].filter { $0 != 0x0D && $0 != 0x0A }
        guard fields[name] == nil, fields.count < 256 else { return }
        fields[name] = String(decoding: value, as: UTF8.self).trimmingBlanks
    }

    /// By its name in small letters.
    subscript(name: String) -> String? { fields[name] }

    /// The `Content-Type` in small letters without its parameters; empty when none is stated.
    package var type: String {
        String((fields["content-type"] ?? "").lowercased().prefix { $0 != ";" }).trimmingBlanks
    }

    /// The encoding that is declared for the body.
    var charset: String? {
        DeclaredEncoding.charset(inType: fields["content-type"]?.lowercased() ?? "")
    }

    /// Whether there is anything to be read in the body.
    package var isContent: Bool { status == 200 || status == 203 }

    /// Why the body need not be waited for; nil when it is wanted, as far as the header tells.
    package func objection(limit: Int) -> WebProblem? {
        guard isContent else { return nil }
        if WebAnswer.isForeign(type) { return .notRead(type: type) }
        if let length = fields["content-length"].flatMap({ Int($0) }), length > limit {
            return .tooLarge(limit: limit)
        }
        return nil
    }

    /// Pictures and the like. Servers name feeds and pages in too many ways to list those.
    private static func isForeign(_ type: String) -> Bool {
        let kind = type.prefix { $0 != "/" }
        return ["image", "audio", "video", "font"].contains(kind) || foreignTypes.contains(type)
    }

    private static let foreignTypes: Set<String> = [
        "application/pdf", "application/zip", "application/epub+zip", "application/javascript",
        "text/javascript", "text/css", "application/msword",
    ]

    /// What to send along when it is asked for again.
    package var validators: WebValidators {
        WebValidators(etag: fields["etag"], lastModified: fields["last-modified"])
    }

    /// Seconds that the server asks to be left alone, by `Retry-After`; nil when it names none.
    /// A moment counts from the server's own `Date`, so that no other clock is needed.
    package var retryAfter: Int? {
        guard let written = fields["retry-after"] else { return nil }
        if written.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return written.isEmpty ? nil : Int(written) ?? .max
        }
        guard let then = Timestamp(written)?.sinceEpoch,
            let now = fields["date"].flatMap(Timestamp.init)?.sinceEpoch
        else { return nil }
        return max(0, then - now)
    }
}

/// By what a server recognises the state of a page that was fetched before (RFC 9110, section 8.8).
package struct WebValidators: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?

    private static let longest = 512

    /// What is too long, or would not fit into a line of a header, is left out.
    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = WebValidators.line(etag)
        self.lastModified = WebValidators.line(lastModified)
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }

    /// The lines of a header that ask for the page only if it has changed.
    package var headerLines: [String] {
        (etag.map { ["If-None-Match: \($0)"] } ?? [])
            + (lastModified.map { ["If-Modified-Since: \($0)"] } ?? [])
    }

    private static func line(_ value: String?) -> String? {
        guard let value, !value.isEmpty, value.utf8.count <= longest,
            value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        return value
    }
}
