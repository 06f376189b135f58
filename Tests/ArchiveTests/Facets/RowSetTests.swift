import Testing

@testable import Archive

@Test(arguments: 0..<20)
func `sets of rows join as sets of numbers do`(seed: Int) {
    var random = RandomNumbers(seed: UInt64(seed))
    let (left, right) = (numbers(&random), numbers(&random))
    var (both, either, rest) = (set(left), set(left), set(left))
    both.formIntersection(set(right))
    either.formUnion(set(right))
    rest.subtract(set(right))
    #expect(both.rows == left.intersection(right).sorted())
    #expect(either.rows == left.union(right).sorted())
    #expect(rest.rows == left.subtracting(right).sorted())
    #expect(either.count == left.union(right).count)
}

private func numbers(_ random: inout RandomNumbers) -> Set<Int> {
    Set((0..<50).map { _ in random.number(300) })
}

private func set(_ numbers: Set<Int>) -> RowSet {
    var set = RowSet(limit: 300)
    for number in numbers { set.insert(number) }
    return set
}
