import Intake
import Testing

@testable import Archive

@Test(arguments: [
    ("a", true), ("ab", true), ("abc", true), ("4", true), ("б", true), ("бa1", true),
    ("", false), ("abcd", false),
])
func `a start of one to three characters has a key`(start: String, has: Bool) {
    #expect((WordStart.key(start, inTitle: false) != nil) == has)
    #expect((WordStart.key(start, inTitle: true) != nil) == has)
}

@Test func `different starts have different keys`() {
    let letters = ["0", "9", "a", "z", "б", "é", "日"]
    var starts = letters
    for first in letters { starts += letters.map { first + $0 } }
    for start in starts where start.unicodeScalars.count == 2 {
        starts += letters.map { start + $0 }
    }
    let keys = starts.flatMap { start in
        [WordStart.key(start, inTitle: false), WordStart.key(start, inTitle: true)]
    }
    #expect(Set(keys).count == 2 * starts.count)
}

@Test func `an article gives the keys of all its words, each once`() {
    var collector = TermCollector()
    let article = Sample.article("x", ["On the Čapek path, on 40 дней."], title: "On it")
    let keys = collector.add(article)
    let body =
        ["o", "on", "t", "th", "the", "c", "ca", "cap", "p", "pa", "pat", "4", "40"]
        + ["д", "дн", "дне", "i", "it"]
    let expected =
        body.map { WordStart.key($0, inTitle: false) }
        + ["o", "on", "i", "it"].map { WordStart.key($0, inTitle: true) }
    #expect(Set(keys) == Set(expected.compactMap(\.self)))
    #expect(keys.count == expected.count)
    #expect(collector.add(Sample.article("y", ["It."])).count == 2)
}

@Test(arguments: [0, 1, 3, 200, 255, 256, 300, 4096])
func `places come back from their bytes`(count: Int) throws {
    var random = RandomNumbers(seed: UInt64(count))
    var set = PlaceSet()
    for place in 0..<count { set.insert(count == 4096 ? place : random.number(4096)) }
    #expect(try set.bytes.withUnsafeBytes { try PlaceSet(bytes: $0) } == set)
}

@Test(arguments: [[UInt8](arrayLiteral: 1), [0, 16], [UInt8](repeating: 0, count: 600)])
func `bytes that are no places are refused`(bytes: [UInt8]) {
    #expect(throws: MalformedBlob.self) {
        try bytes.withUnsafeBytes { try PlaceSet(bytes: $0) }
    }
}
