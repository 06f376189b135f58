import Queries
import Testing

@testable import Archive

struct CorpusCodecTests {
    private static var corpus: Corpus {
        var corpus = Corpus(actorCount: 2, pointCount: 1, digestCount: 0)
        corpus.facets.sources = [
            FacetValue(id: "tass", name: "TASS", count: 3, corpusCount: 4, presence: 0),
            FacetValue(id: "le-monde", name: "Le Monde", count: 1, corpusCount: 1, presence: 5),
        ]
        corpus.facets.cited = [FacetValue(id: "a", name: "", count: 0, corpusCount: 9)]
        corpus.facets.actors = [FacetValue(id: "b", name: "Б", count: 1, corpusCount: 1)]
        corpus.facets.points = [
            FacetValue(id: "p", name: "P", count: 1, corpusCount: 2, parent: "topic")
        ]
        corpus.facets.topics = [FacetValue(id: "topic", name: "T", count: 1, corpusCount: 2)]
        corpus.facets.drafts = [
            FacetValue(id: "28", name: "28", count: 1, corpusCount: 1, presence: .max)
        ]
        return corpus
    }

    @Test func `what is written is read again`() throws {
        let corpus = CorpusCodecTests.corpus
        #expect(try CorpusCodec.corpus(from: CorpusCodec.bytes(of: corpus)) == corpus)
    }

    @Test func `no beginning of the bytes is taken for the whole`() {
        let bytes = CorpusCodec.bytes(of: CorpusCodecTests.corpus)
        for length in bytes.indices {
            #expect(throws: MalformedBlob.self) {
                try CorpusCodec.corpus(from: Array(bytes[..<length]))
            }
        }
    }
}
