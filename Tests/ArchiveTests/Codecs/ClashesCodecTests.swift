import Analysis
import Intake
import Queries
import Testing

@testable import Archive

@Test func `facts that are kept come back as they were, and no cut is taken for them`() throws {
    let values = [nil, "Upland Wire"].map { outlet in
        Disagreement.Value(
            articleID: "a1", sentence: 3, sentenceText: "The quota is 40 tons.", range: 13..<20,
            text: "40 tons", outlet: outlet, published: PublicationDate(edtf: "2030-06~"))
    }
    let fact = Disagreement(
        about: "plan.quota", kind: .figure, relation: .laterVersion, values: values,
        explanation: "They differ.", scope: "spring", articleCount: 40)
    let answer = ClashesAnswer(facts: [fact], next: 5, groupCount: 12)
    let bytes = ClashesCodec.bytes(of: answer)
    #expect(try ClashesCodec.answer(from: bytes) == answer)
    for length in 0..<bytes.count {
        #expect(throws: MalformedBlob.self) {
            try ClashesCodec.answer(from: Array(bytes[..<length]))
        }
    }
    #expect(Mirror(reflecting: fact).children.count == 7)
    #expect(Mirror(reflecting: values[0]).children.count == 7)
}
