import Analysis
import Intake
import Queries

extension Snapshot {
    /// Two to four articles side by side, weighed by how common words are in the archive.
    mutating func comparison(of ids: [String]) throws -> Answer {
        let articles = try ids.map { try analyzed(ArticleTable.row(id: $0, db)) }
        let comparer = Comparer(dossier: dossier, weights: try wordWeights())
        return .comparison(articles, comparer.comparison(of: articles))
    }

    /// Articles whose words are counted for all: a thousand tell how common a word is.
    private static let sampleSize = 1000

    /// Counted anew when the archive has doubled: what is common changes slowly.
    mutating func wordWeights() throws -> WordWeights {
        try index.refresh(db, columns: [])
        let doublings = Int.bitWidth - index.articleCount.leadingZeroBitCount
        let stamp = "\(WeightsCodec.format).\(doublings)"
        if let known = index.wordWeights, known.stamp == stamp { return known.weights }
        let weights = try kept(
            "words", stamp, read: WeightsCodec.weights, bytes: WeightsCodec.bytes
        ) { try $0.countedWords() }
        index.wordWeights = (stamp, weights)
        return weights
    }

    private func countedWords() throws -> WordWeights { WordWeights(of: try sampledTexts()) }

    /// Of articles spread evenly over the archive.
    func sampledTexts() throws -> [ArticleText] {
        let step = max(1, index.articleCount / Snapshot.sampleSize)
        var rows: [Int] = []
        var place = 0
        index.live.visit { row in
            if place % step == 0 { rows.append(row) }
            place += 1
        }
        return try rows.compactMap { try ArticleTable.article(row: $0, db)?.text }
    }
}
