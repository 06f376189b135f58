import Intake
import Testing

@testable import Analysis

@Suite struct CalendarSpanTests {
    @Test func `winter runs from December into the next year`() throws {
        let winter = try #require(CalendarSpan.season(2030, code: 24))
        #expect(winter.first.iso == "2030-12-01")
        #expect(winter.last.iso == "2031-02-28")
        #expect(winter.edtf == "2030-24")
    }

    @Test func `intervals keep the precision of their ends`() throws {
        let left = try #require(CalendarSpan.month(2030, 11))
        let right = try #require(CalendarSpan.year(2031))
        #expect(CalendarSpan.joined(left, right)?.edtf == "2030-11/2031")
        #expect(CalendarSpan.joined(right, left) == nil)
        #expect(left.since.edtf == "2030-11/..")
        #expect(left.since.last.iso == "9999-12-31")
    }

    @Test(arguments: [
        ("2031-01-31", 1, "2031-02-28"), ("2032-01-31", 1, "2032-02-29"),
        ("2031-03-12", -3, "2030-12-12"), ("2031-03-12", 120, "2041-03-12"),
    ])
    func `months are added to the last day there is`(start: String, months: Int, end: String) {
        #expect(Day(iso: start)?.adding(months: months)?.iso == end)
    }

    @Test func `an interval the wrong way round is none`() throws {
        let day = try #require(Day(iso: "2031-03-12"))
        #expect(CalendarSpan.days(day, day - 1) == nil)
        #expect(CalendarSpan.days(day, day) == .day(day))
    }
}
