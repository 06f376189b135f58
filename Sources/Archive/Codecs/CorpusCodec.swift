import Queries

/// What is true of the whole corpus as one blob, kept until the archive changes.
enum CorpusCodec {
    /// Raised with every change of the layout below.
    static let format = 1

    static func bytes(of corpus: Corpus) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(corpus.actorCount)
        blob.number(corpus.pointCount)
        blob.number(corpus.digestCount)
        for values in [
            corpus.facets.sources, corpus.facets.cited, corpus.facets.actors,
            corpus.facets.points, corpus.facets.topics, corpus.facets.drafts,
        ] {
            blob.list(values) { blob, value in
                blob.string(value.id)
                blob.string(value.name)
                blob.number(value.count)
                blob.number(value.corpusCount)
                blob.number(value.presence.map { Int($0) + 1 } ?? 0)
                blob.string(value.parent)
            }
        }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole.
    static func corpus(from bytes: [UInt8]) throws -> Corpus {
        var blob = BlobReader(bytes)
        var corpus = Corpus(
            actorCount: try blob.number(), pointCount: try blob.number(),
            digestCount: try blob.number())
        corpus.facets.sources = try blob.list(value)
        corpus.facets.cited = try blob.list(value)
        corpus.facets.actors = try blob.list(value)
        corpus.facets.points = try blob.list(value)
        corpus.facets.topics = try blob.list(value)
        corpus.facets.drafts = try blob.list(value)
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return corpus
    }

    private static func value(from blob: inout BlobReader) throws -> FacetValue {
        FacetValue(
            id: try blob.text(), name: try blob.text(), count: try blob.number(),
            corpusCount: try blob.number(), presence: try presence(try blob.number()),
            parent: try blob.string())
    }

    private static func presence(_ number: Int) throws -> UInt16? {
        if number == 0 { return nil }
        guard let presence = UInt16(exactly: number - 1) else { throw MalformedBlob(offset: 0) }
        return presence
    }
}
