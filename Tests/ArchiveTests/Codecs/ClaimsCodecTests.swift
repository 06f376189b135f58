import Analysis
import Testing

@testable import Archive

extension RandomNumbers {
    fileprivate mutating func claims() -> ArticleClaims {
        func some(_ random: inout RandomNumbers) -> [UInt32] {
            (0..<random.number(4)).map { _ in UInt32(truncatingIfNeeded: random.number(1 << 40)) }
        }
        let claims = (0..<number(9)).map { _ in
            let start = number(500)
            return Claim(
                Claim.Matter.allCases[number(Claim.Matter.allCases.count)],
                about: ["plan.points", "talks", "Ævar"][number(3)],
                sentences: (0..<number(3)).map { _ in number(90) },
                range: start..<start + number(30), text: ["", "by “May”"][number(2)],
                value: ["", "ton"][number(2)], draft: [nil, "may"][number(2)],
                detail: [nil, "spring"][number(2)], number: [0, 28, -1.5][number(3)],
                end: [0, 20_000.25][number(2)], words: some(&self),
                traits: Claim.Traits(rawValue: UInt8(number(64))))
        }
        return ArticleClaims(
            day: [nil, -5, 20_000][number(3)], subjects: some(&self), claims: claims,
            words: some(&self))
    }
}

@Test(arguments: 0..<100)
func `claims come back from their blob as they were`(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let claims = random.claims()
    #expect(try ClaimsCodec.claims(from: ClaimsCodec.bytes(of: claims)) == claims)
}

@Test(arguments: 0..<3)
func `claims that were cut short are refused, at every length`(seed: Int) {
    var random = RandomNumbers(seed: UInt64(seed))
    let bytes = ClaimsCodec.bytes(of: random.claims())
    for length in 0..<bytes.count {
        #expect(throws: MalformedBlob.self) {
            try ClaimsCodec.claims(from: Array(bytes[..<length]))
        }
    }
}

@Test func `no property of a claim is forgotten`() {
    let claim = Claim(.date, about: "talks", sentences: [], range: 0..<0)
    #expect(Mirror(reflecting: claim).children.count == 12)
    #expect(Mirror(reflecting: ArticleClaims()).children.count == 4)
}
