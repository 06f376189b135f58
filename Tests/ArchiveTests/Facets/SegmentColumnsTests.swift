import Testing

@testable import Archive

@Test(arguments: 0..<50)
func `a list column holds what it was last given`(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    var column = ListColumn()
    var expected: [Int: [UInt32]] = [:]
    for _ in 0..<200 {
        let place = random.number(64)
        let list = (0..<random.number(5)).map { _ in UInt32(random.number(1000)) }
        column.set(place, to: list)
        expected[place] = list
    }
    for place in 0..<70 { #expect(Array(column.list(place)) == expected[place] ?? []) }
    let again = try column.bytes.withUnsafeBytes { try ListColumn(bytes: $0) }
    #expect(again == column)
}

@Test(arguments: [
    [UInt8](), [1], [1, 0, 0, 0], [255, 255, 255, 255], [1, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 0],
    [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0],
])
func `bytes that are no column are refused`(bytes: [UInt8]) {
    #expect(throws: MalformedBlob.self) {
        try bytes.withUnsafeBytes { try ListColumn(bytes: $0) }
    }
}
