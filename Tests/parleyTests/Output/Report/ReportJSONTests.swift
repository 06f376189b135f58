import Foundation
import Testing

@testable import parley

struct `Reports as JSON` {
    @Test(arguments: hostileTexts + steeringTexts)
    func `the words come back as they are`(text: String) throws {
        let bytes = Data(ReportJSON(report: .sample(text)).document.text.utf8)
        let document = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(document["title"] as? String == text)
        #expect(document["address"] as? String == "parley:actor/holm")
        let sections = try #require(document["sections"] as? [[String: Any]])
        let rows = try #require(sections[0]["rows"] as? [[String: Any]])
        let sentences = try #require(rows[0]["sentences"] as? [[String: Any]])
        #expect(sentences.count == 2)
        #expect(sentences[0]["text"] as? String == text)
        #expect(sentences[0]["start"] as? Int == 411)
        #expect(sentences[0]["end"] as? Int == 411 + text.unicodeScalars.count)
        #expect(sentences[0]["kind"] as? String == "digest")
    }
}
