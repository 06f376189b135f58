import Analysis
import Intake
import Testing

@testable import Archive

@Test(arguments: 0..<200)
func `findings come back from their blob as they were`(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let findings = random.findings()
    #expect(try FindingsCodec.findings(from: FindingsCodec.bytes(of: findings)) == findings)
}

@Test(arguments: 0..<3)
func `findings that were cut short are refused, at every length`(seed: Int) {
    var random = RandomNumbers(seed: UInt64(seed))
    let bytes = FindingsCodec.bytes(of: random.findings())
    for length in 0..<bytes.count {
        #expect(throws: MalformedBlob.self) {
            try FindingsCodec.findings(from: Array(bytes[..<length]))
        }
    }
}

@Test(arguments: 0..<200)
func `bytes that are no findings never trap`(seed: Int) {
    var random = RandomNumbers(seed: UInt64(seed))
    var bytes = FindingsCodec.bytes(of: random.findings())
    for _ in 0..<4 where !bytes.isEmpty {
        bytes[random.number(bytes.count)] = UInt8(random.number(256))
    }
    let again = try? FindingsCodec.findings(from: bytes)
    if let again {
        #expect((try? FindingsCodec.findings(from: FindingsCodec.bytes(of: again))) != nil)
    }
}

/// The number of stored properties that the codecs write: a new one must be written too.
@Test func `no property of the findings is forgotten`() {
    var random = RandomNumbers(seed: 7)
    let basis = random.basis()
    let range = 0..<1
    let day = Day(number: 0)
    let properties: [(Any, Int)] = [
        (Findings(), 13), (basis, 5), (Evidence(sentence: 0, range: range), 2),
        (
            ActorFinding(id: "", name: "", kind: .body, isKnown: true, forms: [], basis: basis),
            6
        ),
        (OutletFinding(id: "", name: "", isKnown: true, how: .named, basis: basis), 5),
        (
            QuoteFinding(
                sentence: 0, range: range, kind: .direct, speaker: nil, speakerID: nil,
                speakerMention: nil, isNamed: true, cue: nil, via: nil, basis: basis), 11
        ),
        (
            StanceFinding(
                actor: "", actorID: nil, point: "", draft: nil, label: .open, condition: nil,
                sentence: 0, accordingTo: nil, basis: basis), 9
        ),
        (
            FigureFinding(
                sentence: 0, range: range, value: 0, unit: nil, isApproximate: false, about: nil,
                draft: nil, event: nil, basis: basis), 9
        ),
        (
            DateFinding(
                sentence: 0, range: range, edtf: "", first: day, last: day, isRelative: false,
                event: nil, basis: basis), 8
        ),
        (PointFinding(id: "", basis: basis), 2), (DraftFinding(id: "", basis: basis), 2),
        (EventFinding(id: "", basis: basis), 2),
        (VoiceFinding(sentence: 0, voice: .quoted, chain: [], basis: basis), 4),
    ]
    for (value, count) in properties {
        #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
}
