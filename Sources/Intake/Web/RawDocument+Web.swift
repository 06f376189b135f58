extension RawDocument {
    /// What an address gave, under the address that was asked for. Throws when it is packed and
    /// cannot be unpacked within `DocumentReader.largestCollection` bytes.
    ///
    /// A page or text has its address where it was found in the end. What holds many articles
    /// states those itself; a feed resolves them against its own.
    package init(
        _ answer: WebAnswer, from outcome: WebOutcome, stated: Statement = Statement()
    ) throws(IntakeError) {
        let name = outcome.errand.address
        var bytes = answer.body
        if bytes.starts(with: [0x1F, 0x8B]) {
            do throws(Inflater.Failure) {
                bytes = try Inflater.whole(bytes, atMost: DocumentReader.largestCollection)
            } catch {
                throw .unreadable(name: name, reason: error.reason)
            }
        }
        self.init(name: name, bytes: bytes, charset: answer.charset, stated: stated)
        if bytes.allSatisfy({ $0 <= 0x20 }) { throw .empty(name: name) }
        switch DocumentReader().format(of: self) {
        case .jsonl, .warc, .opml: break
        default: self.stated.url = stated.url ?? outcome.place?.text ?? name
        }
    }
}

extension DocumentReader {
    /// The feed that the document is; nil when it is anything else. Throws when it is to be one
    /// and cannot be read.
    package func feed(ifAny document: RawDocument) throws(IntakeError) -> Feed? {
        guard format(of: document) == .feed else { return nil }
        guard case .feed(let feed) = try content(of: document) else { return nil }
        return feed
    }
}

extension Article {
    /// The id of the article that stands at an address.
    package static func id(at address: String) -> String { Identity.id(ofAddress: address) }
}
