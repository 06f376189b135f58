import Intake

/// How an article's text is built: everything of `Article` that is ranges or kept aside.
struct ArticleStructure: Equatable, Sendable {
    var paragraphs: [Range<Int>]
    var sentences: [Sentence]
    var sections: [Section]
    var removed: [RemovedText]
    var warnings: [IntakeWarning]

    init(of article: Article) {
        paragraphs = article.paragraphs
        sentences = article.sentences
        sections = article.sections
        removed = article.removed
        warnings = article.warnings
    }
}

/// Paragraphs, sentences, headings, removed text and warnings of one article as one blob.
enum StructureCodec {
    /// Raised with every change of the layout below; older formats must stay readable, since
    /// structure is not derived again from stored text.
    static let format = 1

    static func bytes(of structure: ArticleStructure) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(format)
        blob.ranges(structure.paragraphs)
        blob.ranges(structure.sentences.map(\.range))
        blob.list(structure.sentences) { $0.number($1.paragraph) }
        blob.list(structure.sections) { blob, section in
            blob.string(section.text)
            blob.number(section.paragraph)
        }
        blob.list(structure.removed) { blob, removed in
            blob.string(removed.text)
            blob.string(removed.why)
        }
        blob.list(structure.warnings) { $0.string($1.message) }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are no whole structure.
    static func structure(from bytes: [UInt8]) throws -> ArticleStructure {
        var blob = BlobReader(bytes)
        guard try blob.number() == format else { throw MalformedBlob(offset: 0) }
        let paragraphs = try blob.ranges()
        let ranges = try blob.ranges()
        let homes = try blob.list { try $0.number() }
        guard ranges.count == homes.count else { throw MalformedBlob(offset: 0) }
        let sentences = zip(homes, ranges).map { Sentence(paragraph: $0, range: $1) }
        let sections = try blob.list {
            Section(text: try $0.text(), paragraph: try $0.number())
        }
        let removed = try blob.list { RemovedText(text: try $0.text(), why: try $0.text()) }
        let warnings = try blob.list { IntakeWarning(try $0.text()) }
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return ArticleStructure(
            paragraphs: paragraphs, sentences: sentences, sections: sections, removed: removed,
            warnings: warnings)
    }
}

extension ArticleStructure {
    init(
        paragraphs: [Range<Int>], sentences: [Sentence], sections: [Section],
        removed: [RemovedText], warnings: [IntakeWarning]
    ) {
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.sections = sections
        self.removed = removed
        self.warnings = warnings
    }
}

extension BlobWriter {
    /// Ranges that mostly follow each other: the gap to the one before, and the length.
    fileprivate mutating func ranges(_ ranges: [Range<Int>]) {
        number(ranges.count)
        var end = 0
        for range in ranges {
            signed(range.lowerBound - end)
            number(range.count)
            end = range.upperBound
        }
    }
}

extension BlobReader {
    fileprivate mutating func ranges() throws -> [Range<Int>] {
        var end = 0
        return try list { blob in
            let (start, wrapped) = end.addingReportingOverflow(try blob.signed())
            let (stop, wrappedAgain) = start.addingReportingOverflow(try blob.number())
            guard !wrapped, !wrappedAgain, start >= 0 else { throw MalformedBlob(offset: 0) }
            end = stop
            return start..<stop
        }
    }
}
