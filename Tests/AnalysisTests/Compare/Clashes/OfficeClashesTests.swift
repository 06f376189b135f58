import Testing

@testable import Analysis

struct OfficeClashesTests {
    private let without = "Kari Olsen, who holds no formal position, came along."

    @Test(arguments: [
        ("The envoys Yuri Umer and Kari Olsen landed.", true),
        ("Two envoys, Yuri Umer and Kari Olsen, landed.", true),
        ("They met the envoys, Yuri Umer and Kari Olsen landed.", false),
        ("Yuri Umer and Kari Olsen landed.", false),
        ("The envoys landed with Yuri Umer and Kari Olsen.", false),
        ("Kari Olsen has no office.", false),
    ])
    func `no office here and an office there is a clash`(other: String, clash: Bool) {
        for (left, right) in [(without, other), (other, without)] {
            let found = TalksSample.clashes([left], [right])
                .filter { $0.relation == .contradiction }
            #expect(found.map(\.about) == (clash ? ["office.olsen"] : []))
        }
    }

    @Test func `a position that nobody holds is no office denied`() {
        let found = TalksSample.clashes(
            ["Kari Olsen took no position."], ["The envoys Yuri Umer and Kari Olsen landed."])
        #expect(found.isEmpty)
    }
}
