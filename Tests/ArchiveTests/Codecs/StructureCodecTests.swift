import Intake
import Testing

@testable import Archive

@Test(arguments: 0..<50)
func `a structure comes back from its blob as it was`(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let structure = ArticleStructure(
        paragraphs: random.list { $0.range() },
        sentences: random.list { Sentence(paragraph: $0.number(9), range: $0.range()) },
        sections: random.list { Section(text: $0.text(), paragraph: $0.number(9)) },
        removed: random.list { RemovedText(text: $0.text(), why: $0.text()) },
        warnings: random.list { IntakeWarning($0.text()) })
    #expect(try StructureCodec.structure(from: StructureCodec.bytes(of: structure)) == structure)
}
