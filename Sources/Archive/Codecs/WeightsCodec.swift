import Analysis

/// How many articles of an archive hold a word as one blob, kept until the archive has doubled.
enum WeightsCodec {
    /// Raised with every change of the layout below, and of how words are stemmed.
    static let format = 1

    static func bytes(of weights: WordWeights) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(weights.articleCount)
        blob.list(weights.articlesWithStem.sorted { $0.key < $1.key }) { blob, entry in
            blob.fixed(UInt32(truncatingIfNeeded: entry.key >> 32))
            blob.fixed(UInt32(truncatingIfNeeded: entry.key))
            blob.number(entry.value)
        }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole.
    static func weights(from bytes: [UInt8]) throws -> WordWeights {
        var blob = BlobReader(bytes)
        let articleCount = try blob.number()
        let entries = try blob.list { blob in
            let key = UInt64(try blob.fixed()) << 32 | UInt64(try blob.fixed())
            return (key, try blob.number())
        }
        return WordWeights(
            articleCount: articleCount,
            articlesWithStem: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
    }
}
