import Analysis
import GRDB
import Intake

extension Snapshot {
    /// So many articles are counted at most, spread over the archive: rarity is a logarithm and
    /// ends at one article in 150, so more would change nothing.
    private static let sampleLimit = 512

    /// How common words are in the archive, kept until it has grown or shrunk by a quarter.
    mutating func wordWeights() throws -> WordWeights {
        let stamp = "\(WordWeightsCodec.format).\(Snapshot.sizeClass(index.articleCount))"
        if let known = index.wordWeights, known.stamp == stamp { return known.weights }
        let weights: WordWeights
        if let stored = try derived("word-weights", stamp),
            let known = try? WordWeightsCodec.weights(from: stored)
        {
            weights = known
        } else {
            weights = WordWeights(of: try sampledTexts())
            newlyDerived["word-weights"] = Derived(
                stamp: stamp, data: WordWeightsCodec.bytes(of: weights))
        }
        index.wordWeights = (stamp, weights)
        return weights
    }

    /// The same for sizes that lie near each other; small archives have a class each.
    static func sizeClass(_ count: Int) -> Int {
        var (size, number) = (16, 0)
        while size < count {
            size += size / 4
            number += 1
        }
        return count <= 16 ? -count : number
    }

    private func sampledTexts() throws -> [ArticleText] {
        let rows = index.live.rows
        let step = max(1, (rows.count + Snapshot.sampleLimit - 1) / Snapshot.sampleLimit)
        return try stride(from: 0, to: rows.count, by: step).map { place in
            var text = ArticleText("")
            try db.step("SELECT text FROM article WHERE row = ?", [rows[place]]) {
                text = ArticleText(Database.text($0, 0) ?? "")
            }
            return text
        }
    }
}

/// Word counts as bytes, in the order of their hashes.
enum WordWeightsCodec {
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

    /// Throws `MalformedBlob`.
    static func weights(from bytes: [UInt8]) throws -> WordWeights {
        var blob = BlobReader(bytes)
        let count = try blob.number()
        let entries = try blob.list { blob in
            let upper = UInt64(try blob.fixed())
            return (upper << 32 | UInt64(try blob.fixed()), try blob.number())
        }
        return WordWeights(
            articleCount: count,
            articlesWithStem: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
    }
}
