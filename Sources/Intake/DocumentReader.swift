/// The room's door: documents in, articles out, without touching any file.
///
/// Plain text, Markdown and pages of HTML give one article, JSON Lines one a line. What cannot be
/// read gives an error in its place and never stops the rest. `FileReader` gives the documents.
package struct DocumentReader: Sendable {
    /// No document and no JSON line may be larger: 8 MiB, some 1,300,000 words.
    package static let largestArticle = 8 << 20
    /// No feed, list or JSON array may be larger: 32 MiB.
    package static let largestCollection = 32 << 20

    /// How large a whole document may be that begins with `head`.
    static func limit(of format: RawDocument.Format, _ head: [UInt8]) -> Int {
        switch format {
        case .feed, .opml: largestCollection
        case .jsonl: DocumentFormat.isArray(head) ? largestCollection : largestArticle
        default: largestArticle
        }
    }

    package init() {}

    /// The articles of a document in order, or why there are none; never empty.
    ///
    /// Linear in the size of the document. For large JSON Lines files take them line by line
    /// from a `FileReader` instead of holding them whole.
    package func articles(in document: RawDocument) -> [Result<Article, IntakeError>] {
        let format = format(of: document)
        if let kind = foreignKind(of: document) {
            return [.failure(.unsupported(name: document.label, format: kind))]
        }
        if format == .opml { return [.failure(.holdsFeeds(name: document.label))] }
        if format == .html { return [page(document)] }
        if format == .feed { return entries(of: document) }
        if format == .warc { return pages(of: document) }
        if format != .jsonl { return [text(document, format)] }
        return document.line == nil ? lines(document) : [line(document)]
    }

    private func checkSize(_ document: RawDocument) throws(IntakeError) {
        let size = document.bytes.count
        if size <= DocumentReader.largestArticle { return }
        throw .tooLarge(
            name: document.label, bytes: size, limit: DocumentReader.largestArticle)
    }

    // MARK: Pages

    private func page(_ document: RawDocument) -> Result<Article, IntakeError> {
        do throws(IntakeError) {
            try checkSize(document)
            var article = try HTMLDocument(document).article()
            if document.isTorn {
                article.isSummary = true
                article.warnings.append(.torn)
            }
            return .success(article)
        } catch {
            return .failure(error)
        }
    }

    // MARK: Text and Markdown

    private func text(
        _ document: RawDocument, _ format: RawDocument.Format
    ) -> Result<Article, IntakeError> {
        do throws(IntakeError) {
            try checkSize(document)
            let clean = try CleanText(decoding: document)
            let front = FrontMatter(clean.bytes)
            var facts = front?.facts ?? Facts()
            facts.override(with: document.stated)
            facts.warnings += clean.warnings
            let builder = ArticleBuilder(
                clean.bytes, from: front?.end ?? 0, facts: facts,
                isMarkdown: format == .markdown || front != nil)
            return .success(try builder.article(label: document.label))
        } catch {
            return .failure(error)
        }
    }

    // MARK: JSON Lines

    private func lines(_ document: RawDocument) -> [Result<Article, IntakeError>] {
        var results: [Result<Article, IntakeError>] = []
        var document = document
        if WideText.encoding(of: document.bytes) != nil {
            document.bytes = DecodedText(document.bytes).bytes
        }
        if DocumentFormat.isArray(document.bytes) { return members(of: document) }
        if isOneObject(document.bytes) {
            var whole = document
            whole.line = 1
            return [line(whole)]
        }
        for (index, bytes) in document.bytes.split(
            separator: 0x0A, omittingEmptySubsequences: false
        ).enumerated() where bytes.contains(where: { $0 > 0x20 }) {
            let raw = RawDocument(
                name: document.name, line: index + 1, bytes: Array(bytes),
                stated: document.stated)
            results.append(line(raw))
        }
        return results.isEmpty ? [.failure(.empty(name: document.label))] : results
    }

    /// The objects of an array, up to where it is broken.
    private func members(of document: RawDocument) -> [Result<Article, IntakeError>] {
        let text = DecodedText(document.bytes, label: document.charset)
        var results: [Result<Article, IntakeError>] = []
        var scanner = JSONScanner(text.bytes, text.bytes.indices)
        do throws(JSONScanner.Failure) {
            try scanner.array { value in
                guard case .nested(let range) = value else { return }
                var member = RawDocument(
                    name: document.name, bytes: Array(text.bytes[range]), stated: document.stated)
                member.part = "item \(results.count + 1)"
                results.append(line(member))
            }
        } catch {
            let reason = "is no JSON array: \(error.reason) (byte \(error.byte))"
            results.append(.failure(.badLine(name: document.label, reason: reason)))
        }
        return results.isEmpty ? [.failure(.empty(name: document.label))] : results
    }

    /// A single object may be spread over several lines.
    private func isOneObject(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= DocumentReader.largestArticle else { return false }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let lineEnd = bytes.firstIndex(of: 0x0A) else { return true }
        var first = JSONScanner(bytes, start..<lineEnd)
        do throws(JSONScanner.Failure) {
            try first.object { _, _ in }
            return false
        } catch {
            var whole = JSONScanner(bytes, start..<bytes.count)
            do throws(JSONScanner.Failure) {
                try whole.object { _, _ in }
                try whole.finish()
                return true
            } catch {
                return false
            }
        }
    }

    private func line(_ document: RawDocument) -> Result<Article, IntakeError> {
        do throws(IntakeError) {
            try checkSize(document)
            return .success(try article(inLine: document))
        } catch {
            return .failure(error)
        }
    }

    private func article(inLine document: RawDocument) throws(IntakeError) -> Article {
        let decoded = DecodedText(document.bytes, label: document.charset)
        let object: JSONArticle
        do throws(JSONScanner.Failure) {
            object = try JSONArticle(decoded.bytes)
        } catch {
            throw .badLine(
                name: document.label,
                reason: "is no JSON object: \(error.reason) (byte \(error.byte))")
        }
        let clean = CleanText(validUTF8: object.text)
        var facts = object.facts
        facts.override(with: document.stated)
        facts.warnings += decoded.warning.map { [$0] } ?? []
        facts.warnings += clean.warnings
        if clean.bytes.isEmpty {
            throw .badLine(name: document.label, reason: "has no field “text” with words in it")
        }
        return try ArticleBuilder(clean.bytes, facts: facts, isMarkdown: false)
            .article(label: document.label)
    }
}

/// The articles of a document in order, or why there are none: `DocumentReader` in one call.
package func articles(in document: RawDocument) -> [Result<Article, IntakeError>] {
    DocumentReader().articles(in: document)
}
