import Intake
import Queries
import Testing

@Suite struct TimeBarsTests {
    private func bars(days: Int32, of published: [Int32?]) -> TimeBars {
        var bars = TimeBars(first: Day(number: 100), last: Day(number: 99 + days))
        for day in published { bars.add(day) }
        return bars
    }

    @Test func `a short time has a bar a day`() {
        let bars = bars(days: 3, of: [100, 102, 102, nil, 99, 103])
        #expect(bars.counts == [1, 0, 2])
        #expect(bars.undated == 3)
        #expect(bars.daysPerBar == 1)
    }

    @Test(arguments: [1, 59, 60, 61, 119, 121, 3650] as [Int32])
    func `a long time has at most sixty bars and loses no day`(days: Int32) {
        let bars = bars(days: days, of: (0..<days).map { 100 + $0 })
        #expect(bars.counts.count <= TimeBars.limit)
        #expect(bars.counts.reduce(0, +) == Int(days))
        #expect(bars.undated == 0)
        for room in [1, 7, 40, 100] {
            #expect(bars.counts(in: room).count <= room)
            #expect(bars.counts(in: room).reduce(0, +) == Int(days))
        }
    }
}
