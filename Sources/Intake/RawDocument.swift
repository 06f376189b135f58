/// A document before it is read: its bytes, where they come from, and what the caller knows.
package struct RawDocument: Equatable, Sendable {
    /// A path, an address or "standard input"; named in every message about it.
    package var name: String
    /// The line it is, from 1, when it was cut out of a larger file; nil for a whole document.
    package var line: Int?
    /// Which part it is (`record 12`), when it was cut out of something that has no lines.
    package var part: String?
    package var bytes: [UInt8]
    /// Its end is missing: what it was cut out of breaks off within it.
    package var isTorn = false
    /// The encoding that a protocol declares for it (`windows-1251`); nil when there is none.
    package var charset: String?
    /// What the caller states of the article; wins over what the document says.
    package var stated: Statement

    package init(
        name: String, line: Int? = nil, bytes: [UInt8], charset: String? = nil,
        stated: Statement = Statement()
    ) {
        self.name = name
        self.line = line
        self.bytes = bytes
        self.charset = charset
        self.stated = stated
    }

    /// What messages call it: `news.jsonl, line 12`, or just the name.
    package var label: String {
        if let line {
            "\(name), line \(line)"
        } else if let part {
            "\(name), \(part)"
        } else {
            name
        }
    }

    /// A page of a web archive.
    init(_ page: WARCReader.Page, in name: String, stated: Statement) {
        self.init(name: name, bytes: page.bytes, charset: page.charset, stated: stated)
        part = "record \(page.number)"
        isTorn = page.isTorn
        self.stated.format = .html
        self.stated.url = page.url
    }

    /// What a person or a wrapping format (a JSON line, a feed) says of a document.
    package struct Statement: Equatable, Sendable {
        package var format: Format
        package var outlet: String?
        package var published: PublicationDate?
        package var title: String?
        package var externalID: String?
        package var url: String?

        package init(
            format: Format = .automatic, outlet: String? = nil,
            published: PublicationDate? = nil, title: String? = nil,
            externalID: String? = nil, url: String? = nil
        ) {
            self.format = format
            self.outlet = outlet
            self.published = published
            self.title = title
            self.externalID = externalID
            self.url = url
        }
    }

    /// How to read the bytes; `automatic` looks at the content, not at the name's ending.
    package enum Format: String, CaseIterable, Sendable {
        case automatic = "auto"
        case text, markdown, html, feed, opml, jsonl, warc
    }
}
