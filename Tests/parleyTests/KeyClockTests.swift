import Testing

@testable import parley

struct KeyClockTests {
    @Test func `frames without a key count for nothing`() {
        var clock = KeyClock()
        clock.end()
        #expect(clock.words == "No key has been answered yet.")
    }

    @Test func `keys before one frame are one time`() {
        var clock = KeyClock()
        for _ in 0..<3 {
            clock.begin()
            clock.begin()
            clock.end()
        }
        #expect(clock.words.hasPrefix("Key to frame, 3 frames: "))
    }

    @Test func `a long session keeps the last of them`() {
        var clock = KeyClock()
        for _ in 0..<5000 {
            clock.begin()
            clock.end()
        }
        let count = clock.words.split(separator: " ").compactMap { Int($0) }.first ?? 0
        #expect(count >= 1000 && count <= 2000)
    }
}
