import Testing

@testable import Archive

struct CopyGroupsTests {
    /// Rows 1, 4 and 4,096 are copies of one another, 2 and 3 are; 5 is alone.
    private static let groups: CopyGroups = {
        var segments = [ListColumn(), ListColumn()]
        for (row, first, likeness) in [
            (1, 1, 900), (2, 2, 800), (3, 2, 800), (4, 1, 950), (5, 5, 0), (4096, 1, 900),
        ] {
            segments[Segment.number(ofRow: row)].set(
                Segment.place(ofRow: row), to: CopyMark(first: first, likeness: likeness).list)
        }
        return CopyGroups(segments)
    }()

    @Test(arguments: [
        (0, nil), (1, 1), (2, 2), (3, 2), (4, 1), (5, nil), (6, nil), (4096, 1), (9000, nil),
    ])
    func `a row tells its group`(row: Int, group: Int?) {
        #expect(CopyGroupsTests.groups.group(ofRow: row) == group)
    }

    @Test func `a group tells its rows`() {
        #expect(CopyGroupsTests.groups.all == [[1, 4, 4096], [2, 3]])
        #expect(CopyGroupsTests.groups.rows(ofGroup: 1) == [1, 4, 4096])
        #expect(CopyGroupsTests.groups.rows(ofGroup: 2) == [2, 3])
        #expect(CopyGroupsTests.groups.rows(ofGroup: 5) == [])
        #expect(Array(CopyGroupsTests.groups.rows) == [1, 2, 3, 4, 4096])
    }

    @Test func `they come back from their bytes, and from no others`() throws {
        let bytes = CopyGroupsTests.groups.bytes
        #expect(try CopyGroups(bytes: bytes) == CopyGroupsTests.groups)
        #expect(try CopyGroups(bytes: []).all == [])
        #expect(throws: MalformedBlob.self) { try CopyGroups(bytes: bytes.dropLast()) }
        #expect(throws: MalformedBlob.self) {
            try CopyGroups(bytes: bytes.dropLast() + [0xFF])
        }
    }
}
