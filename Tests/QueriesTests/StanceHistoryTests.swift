import Analysis
import Intake
import Testing

@testable import Queries

@Suite struct StanceHistoryTests {
    private typealias Entry = StanceHistory.Entry

    private func entry(
        _ label: StanceFinding.Label, _ article: String, _ day: String?, sentence: Int = 0,
        draft: String? = nil
    ) -> Entry {
        Entry(
            citation: CitedSentence(
                articleID: article, outlet: nil,
                published: day.flatMap { PublicationDate(edtf: $0) }, kind: .report,
                sentence: sentence, text: "x", highlights: [], label: "", rule: "r"),
            label: label, draft: draft)
    }

    private func turns(_ entries: [Entry]) -> [StanceHistory.Turn?] {
        StanceHistory(point: "quota", entries: entries).entries.map(\.turn)
    }

    @Test func `what was reported stands in the order of the days, the undated last`() {
        let history = StanceHistory(
            point: "quota",
            entries: [
                entry(.open, "d", nil), entry(.rejects, "b", "2031-03-02"),
                entry(.accepts, "a", "2031-03-09"), entry(.rejects, "b", "2031-03-02", sentence: 1),
            ])
        #expect(history.entries.map(\.citation.articleID) == ["b", "b", "a", "d"])
        #expect(history.entries.map(\.citation.sentence) == [0, 1, 0, 0])
    }

    @Test func `the opposite of what an article told before is a change`() {
        #expect(
            turns([
                entry(.rejects, "a", "2031-03-01"), entry(.open, "b", "2031-03-02"),
                entry(.accepts, "c", "2031-03-03"), entry(.demands, "d", "2031-03-04"),
            ]) == [nil, .change(from: .rejects), .change(from: .rejects), nil])
        #expect(
            turns([entry(.open, "a", "2031-03-01"), entry(.rejects, "b", "2031-03-02")])
                == [nil, .change(from: .open)])
    }

    @Test func `whoever was undecided and takes a side has not turned`() {
        for label in [StanceFinding.Label.accepts, .demands, .proposes] {
            #expect(
                turns([entry(.open, "a", "2031-03-01"), entry(label, "b", "2031-03-02")])
                    == [nil, nil], "\(label)")
        }
        #expect(
            turns([
                entry(.accepts, "a", "2031-03-01"), entry(.unresolved, "b", "2031-03-02"),
                entry(.rejects, "c", "2031-03-03"),
            ]) == [nil, nil, .change(from: .accepts)])
    }

    @Test func `reports of one day and undated ones are of no order`() {
        #expect(
            turns([entry(.rejects, "a", "2031-03-01"), entry(.accepts, "b", "2031-03-01")])
                == [nil, nil])
        #expect(
            turns([entry(.rejects, "a", "2031-03-01"), entry(.accepts, "b", nil)]) == [nil, nil])
    }

    @Test func `the opposite in one article is a contradiction, of another draft it is none`() {
        #expect(
            turns([
                entry(.rejects, "a", "2031-03-01"), entry(.accepts, "a", "2031-03-01", sentence: 4),
            ]) == [nil, .contradiction(of: .rejects)])
        #expect(
            turns([
                entry(.rejects, "a", "2031-03-01", draft: "x"),
                entry(.accepts, "a", "2031-03-01", sentence: 4, draft: "y"),
            ]) == [nil, nil])
        #expect(
            turns([
                entry(.open, "a", "2031-03-01"), entry(.accepts, "a", "2031-03-01", sentence: 4),
            ])
                == [nil, nil])
    }
}
