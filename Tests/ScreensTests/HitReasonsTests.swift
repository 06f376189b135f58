import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

/// W on a result says what of the query found it.
@Suite struct HitReasonsTests {
    private func reason(_ keys: String) -> String {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 40)
        driver.press(keys)
        return driver.state.notice?.text ?? ""
    }

    @Test(arguments: [
        ("/quota<Enter>W", "Found by “quota”, as typed"),
        ("/quo*<Enter>W", "begins with “quo”"),
        ("/\"fishing quota\"<Enter>W", "“fishing quota”, these words in a row"),
        ("/actor:lind<Enter>W", "“Bo Lind”, actor:lind"),
        ("/source:tide<Enter>W", "published by tide"),
        ("/buoys<Enter>W", "“buoys” in the title"),
        ("//quot[ae]s?/<Enter>W", "a match of /quot[ae]s?/"),
        ("//bu.ys<Enter>W", "/bu.ys/ in the title"),
        ("2<Space>4W", "actor:holm"),
    ])
    func `each word that was hit is said, and what hit it`(keys: String, words: String) {
        #expect(reason(keys).contains(words), "\(reason(keys))")
    }

    @Test(arguments: [
        ("quotas", "a form of “quota”"), ("quota", "as typed"), ("Holm", "actor:holm"),
        ("Quotta", "another spelling of “quota”"),
    ])
    func `a form of a word, the word and a field are told apart`(hit: String, words: String) {
        var row = ArticleRow(
            id: "1", title: nil, outletID: nil, outlet: nil, published: nil, kind: .report,
            language: nil, sentenceCount: 1)
        row.passages = [
            Passage(sentence: 0, text: hit, highlights: [0..<hit.unicodeScalars.count])
        ]
        let query = QueryParser().parse("quota actor:holm -draft").query
        #expect(
            HitReasons.of(row, query, spellings: ["quota": ["Quotta"]]).first
                == "“\(hit)”, \(words)")
    }

    @Test func `without a search W asks of the text as before`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("W")
        #expect(
            driver.state.place.browse.preview.isAskingWhy || driver.state.place.screen == .reader)
    }
}
