/// Whether a pattern matches in one text after the other. What is learnt on the way over the one
/// serves the next, and no place is looked for: most of many texts cost a step in a table a scalar.
package struct PatternProbe {
    /// Scalars between two pauses of a walk.
    private static let stride = 20_000

    private let pattern: Pattern
    private var scout: PatternScout
    /// Steps of texts for which looking ahead was not enough.
    package private(set) var walked = 0

    package init(_ pattern: Pattern) {
        self.pattern = pattern
        scout = PatternScout(pattern.program)
    }

    /// Looks into `bytes[range]`, valid UTF-8 and a text of its own; nil where that would take more
    /// than `PatternSearch.workLimit` steps. `pause` is called now and then; what it throws ends
    /// the search.
    package mutating func occurs(
        in bytes: [UInt8], _ range: Range<Int>, pause: () throws -> Void
    ) rethrows -> Bool? {
        switch look(bytes, range) {
        case .match: return true
        case .state: return false
        case .none: return try walk(bytes, range, pause)
        }
    }

    private mutating func look(_ bytes: [UInt8], _ range: Range<Int>) -> PatternScout.Step {
        var run = PatternScout.Run(
            state: PatternScout.start(behind: nil), offset: range.lowerBound)
        while true {
            scout.run(bytes, &run, to: range.upperBound)
            let isAtEnd = run.offset == range.upperBound
            let scalar = isAtEnd ? ScalarFold.lineEnd : Self.scalar(bytes, &run.offset)
            let step = scout.step(from: run.state, over: scalar)
            guard !isAtEnd, case .state(let next) = step else { return step }
            run.state = next
        }
    }

    /// The scalar at an offset, which is moved behind it.
    @inline(__always)
    private static func scalar(_ bytes: [UInt8], _ offset: inout Int) -> UInt32 {
        let first = UInt32(bytes[offset])
        offset += 1
        if first < 0x80 { return first }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var scalar = first & (0x3F >> UInt32(more))
        for _ in 0..<more {
            scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F)
            offset += 1
        }
        return scalar
    }

    private mutating func walk(
        _ bytes: [UInt8], _ range: Range<Int>, _ pause: () throws -> Void
    ) rethrows -> Bool? {
        var search = PatternSearch(
            pattern, inUTF8: Array(bytes[range]), limit: 1, looksAhead: false)
        defer { walked += search.work }
        while !search.isDone, search.found.ranges.isEmpty {
            try pause()
            search.advance(scalars: Self.stride)
        }
        if !search.found.ranges.isEmpty { return true }
        return search.found.reach == nil ? false : nil
    }
}
