import Intake
import Queries
import Testing

private func query(_ text: String) -> Query { QueryParser().parse(text).query }

@Test(
    arguments: [
        ("", nil), ("treaty", nil), ("known:2031-03-02", "2031-03-02"),
        ("treaty known:2031-03", "2031-03-31"), ("-known:2031-03-02", nil),
        ("known:2031-03-02 known:2031-02", "2031-02-28"),
    ] as [(String, String?)])
func `a query says as of which day it asks`(text: String, day: String?) {
    #expect(query(text).knownOn?.iso == day)
}

@Test(
    arguments: [
        ("", "2031-03-02", "known:2031-03-02"), ("treaty", "2031-03-02", "treaty known:2031-03-02"),
        ("treaty known:2031-03", "2031-02-01", "treaty known:2031-02-01"),
        ("known:2031-03 treaty", nil, "treaty"), ("known:2031-03", nil, ""),
        ("a OR b", "2031-03-02", "a OR b known:2031-03-02"),
    ] as [(String, String?, String)])
func `the same can be asked of another day`(text: String, day: String?, expected: String) {
    let moved = query(text).known(on: day.flatMap { Day(iso: $0) })
    #expect(QueryPrinter.text(of: moved) == expected)
    #expect(query(QueryPrinter.text(of: moved)) == moved)
}
