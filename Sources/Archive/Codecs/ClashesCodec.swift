import Analysis
import Intake
import Queries

/// The first facts on which all articles differ as one blob, kept until the archive changes.
enum ClashesCodec {
    /// Raised with every change of the layout below, and when comparison learns something new.
    static let format = 4

    static func bytes(of answer: ClashesAnswer) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(answer.next)
        blob.number(answer.groupCount)
        blob.list(answer.facts) { blob, disagreement in
            blob.string(disagreement.about)
            blob.string(disagreement.kind.rawValue)
            blob.string(disagreement.relation.rawValue)
            blob.string(disagreement.explanation)
            blob.string(disagreement.scope)
            blob.number(disagreement.articleCount)
            blob.list(disagreement.values) { blob, value in
                blob.string(value.articleID)
                blob.number(value.sentence)
                blob.string(value.sentenceText)
                blob.range(value.range)
                blob.string(value.text)
                blob.string(value.outlet)
                blob.string(value.published?.edtf)
            }
        }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole.
    static func answer(from bytes: [UInt8]) throws -> ClashesAnswer {
        var blob = BlobReader(bytes)
        let (next, groupCount) = (try blob.number(), try blob.number())
        let facts = try blob.list { blob in
            let about = try blob.text()
            let kind = try blob.choice(Comparison.Clash.Kind.self)
            let relation = try blob.choice(Comparison.Clash.Relation.self)
            let explanation = try blob.text()
            let (scope, articleCount) = (try blob.text(), try blob.number())
            let values = try blob.list {
                Disagreement.Value(
                    articleID: try $0.text(), sentence: try $0.number(),
                    sentenceText: try $0.text(), range: try $0.range(), text: try $0.text(),
                    outlet: try $0.string(),
                    published: try $0.string().flatMap { PublicationDate(edtf: $0) })
            }
            return Disagreement(
                about: about, kind: kind, relation: relation, values: values,
                explanation: explanation, scope: scope, articleCount: articleCount)
        }
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return ClashesAnswer(facts: facts, next: next, groupCount: groupCount)
    }
}
