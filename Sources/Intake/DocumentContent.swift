/// What a document turned out to hold.
package enum DocumentContent: Sendable {
    /// One article, or one a line; why there is none stands in its place.
    case articles([Result<Article, IntakeError>])
    case feed(Feed)
    case list(FeedList)
}

extension DocumentReader {
    /// What the document holds, in the form it has itself: a feed with all its fields, not only
    /// the articles that it is read for. Throws why it holds nothing.
    package func content(of document: RawDocument) throws(IntakeError) -> DocumentContent {
        switch format(of: document) {
        case .feed: .feed(try feed(in: document))
        case .opml: .list(try list(in: document))
        default: .articles(articles(in: document))
        }
    }

    /// The list of feeds that the document is; nil when it is anything else. Throws when it is to
    /// be one and cannot be read.
    package func feedList(in document: RawDocument) throws(IntakeError) -> FeedList? {
        format(of: document) == .opml ? try list(in: document) : nil
    }

    /// The pages of a web archive that is held whole; `FileReader` reads large ones.
    func pages(of document: RawDocument) -> [Result<Article, IntakeError>] {
        var isGiven = false
        var reader = WARCReader { () throws(ReadFailure) -> [UInt8] in
            defer { isGiven = true }
            return isGiven ? [] : document.bytes
        }
        var results: [Result<Article, IntakeError>] = []
        while let page = reader.next() {
            let raw = RawDocument(page, in: document.name, stated: document.stated)
            results += articles(in: raw)
        }
        return results.isEmpty ? [.failure(.noBody(name: document.label))] : results
    }

    /// Nil when the caller says how to read it.
    func foreignKind(of document: RawDocument) -> String? {
        guard document.stated.format == .automatic else { return nil }
        return DocumentFormat.foreignKind(of: document.bytes)
    }

    /// As stated, else as the content shows.
    func format(of document: RawDocument) -> RawDocument.Format {
        let stated = document.stated.format
        return stated == .automatic ? DocumentFormat.format(of: document.bytes) : stated
    }

    /// Every entry as an article, or why it is none.
    func entries(of document: RawDocument) -> [Result<Article, IntakeError>] {
        do throws(IntakeError) {
            let feed = try feed(in: document)
            var stated = document.stated
            (stated.url, stated.title, stated.externalID) = (nil, nil, nil)
            if feed.entries.isEmpty { throw .empty(name: document.label) }
            return feed.entries.enumerated().map { index, entry in
                let label = "\(document.label), entry \(index + 1)"
                do throws(IntakeError) {
                    return .success(try entry.article(in: feed, label: label, stated: stated))
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            return [.failure(error)]
        }
    }

    private func feed(in document: RawDocument) throws(IntakeError) -> Feed {
        let text = DecodedText(markup: document)
        let isJSON = text.bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        let address = document.stated.url
        let found =
            isJSON
            ? JSONFeed.feed(text.bytes, address: address)
            : FeedReader.feed(text.bytes, address: address)
        guard var feed = found else {
            throw .notOfItsKind(name: document.label, kind: "feed")
        }
        feed.warnings += text.warning.map { [$0] } ?? []
        feed.tidy()
        return feed
    }

    private func list(in document: RawDocument) throws(IntakeError) -> FeedList {
        let text = DecodedText(markup: document)
        guard var list = FeedList(opml: text.bytes) else {
            throw .notOfItsKind(name: document.label, kind: "OPML list")
        }
        list.warnings += text.warning.map { [$0] } ?? []
        return list
    }
}
