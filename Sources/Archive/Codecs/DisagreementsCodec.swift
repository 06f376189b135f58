import Analysis
import Queries

/// The corpus's disagreements as one blob, kept until the archive changes.
enum DisagreementsCodec {
    /// Raised with every change of the layout below, and when comparison learns something new.
    static let format = 2

    static func bytes(of disagreements: [Disagreement]) -> [UInt8] {
        var blob = BlobWriter()
        blob.list(disagreements) { blob, disagreement in
            blob.string(disagreement.about)
            blob.string(disagreement.kind.rawValue)
            blob.string(disagreement.relation.rawValue)
            blob.string(disagreement.explanation)
            blob.list(disagreement.values) { blob, value in
                blob.string(value.articleID)
                blob.number(value.sentence)
                blob.string(value.sentenceText)
                blob.range(value.range)
                blob.string(value.text)
            }
        }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole.
    static func disagreements(from bytes: [UInt8]) throws -> [Disagreement] {
        var blob = BlobReader(bytes)
        let disagreements = try blob.list { blob in
            let about = try blob.text()
            let kind = try blob.choice(Comparison.Clash.Kind.self)
            let relation = try blob.choice(Comparison.Clash.Relation.self)
            let explanation = try blob.text()
            let values = try blob.list {
                Disagreement.Value(
                    articleID: try $0.text(), sentence: try $0.number(),
                    sentenceText: try $0.text(), range: try $0.range(), text: try $0.text())
            }
            return Disagreement(
                about: about, kind: kind, relation: relation, values: values,
                explanation: explanation)
        }
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return disagreements
    }
}
