import Analysis
import Testing

@testable import Archive

@Test func `how common words are comes back as it was kept`() throws {
    let weights = WordWeights(
        articleCount: 900, articlesWithStem: [1: 700, 0xFFFF_FFFF_0000_0001: 2])
    #expect(try WeightsCodec.weights(from: WeightsCodec.bytes(of: weights)) == weights)
    #expect(throws: MalformedBlob.self) {
        try WeightsCodec.weights(from: Array(WeightsCodec.bytes(of: weights).dropLast()))
    }
}
