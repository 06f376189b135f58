import Analysis
import Intake
import Queries
import Testing

@Suite struct ViewKeysTests {
    @Test(arguments: [
        ("2025-12-02", "2025-12-02"), ("2025-11-01", "2025-11-30"), ("0001-01-01", "0001-01-31"),
        ("9999-12-31", "9999-12-31"),
    ])
    func `days come back from their number`(first: String, last: String) throws {
        let (first, last) = (try #require(Day(iso: first)), try #require(Day(iso: last)))
        let key = TimelineKey(number: TimelineKey(first: first, last: last).number)
        let days = try #require(key.days)
        #expect(days.first == first)
        #expect(days.last == last)
    }

    @Test func `an event is no day, and another event another number`() {
        #expect(TimelineKey(event: "geneva").days == nil)
        #expect(TimelineKey(event: "geneva") != TimelineKey(event: "anchorage"))
    }

    @Test func `an outlet is no link, whatever it is called`() {
        for name in ["Axios", "", "Reuters"] { #expect(LinkKey(outlet: name).end == nil) }
    }
}
