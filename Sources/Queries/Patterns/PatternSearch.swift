package import Intake

/// One walk over a text that finds every match of a pattern, after Pike's machine: all ways through
/// the pattern are followed at once, the better ones first, never two at the same instruction.
///
/// The usual machine is linear for one match only: it starts again after each, and a pattern such
/// as `a(.*x)?` makes it read the rest of the text each time. Here the search for the next match
/// begins while a longer form of the last one is still possible, behind it in rank; where that
/// comes about, what was found behind it is dropped. Two ways at the same instruction have the
/// same future, so the lower one is never needed, and each scalar costs one step an instruction
/// at most.
package struct PatternSearch {
    /// Matches that are looked for; a pattern that matches more often tells no more.
    package static let limit = 50_000

    /// A way through the pattern: where it stands, where its match began, and the how manieth
    /// match it would be.
    private struct Way {
        var at: UInt32
        var start: Int32
        var rank: Int32
    }

    private struct Candidate {
        var range: Range<Int>
        var rank: Int32
    }

    private let program: PatternProgram
    private let bytes: [UInt8]
    private let limit: Int
    private var offset = 0
    private var position: Int32 = 0
    private var before: UInt32?
    /// Ways behind the last scalar, best first.
    private var arriving: [Way] = []
    /// Ways at the position, best first, and for each instruction where it stands among them.
    private var standing: [Way] = []
    private var place: [Int32]
    private var open: [UInt32] = []
    /// Matches that a better way may still replace, by rank.
    private var candidates: [Candidate] = []
    /// The rank of the match that is looked for.
    private var rank: Int32 = 0

    package private(set) var found = PatternMatches()
    /// The text is at its end, or the limit is reached.
    package private(set) var isDone = false

    package init(_ pattern: Pattern, in text: ArticleText, limit: Int = PatternSearch.limit) {
        program = pattern.program
        bytes = text.utf8
        self.limit = limit
        place = [Int32](repeating: 0, count: pattern.program.instructions.count)
        standing.reserveCapacity(place.count)
        arriving.reserveCapacity(place.count)
    }

    /// Walks on by so many scalars, or to the end.
    package mutating func advance(scalars: Int) {
        var left = scalars
        while left > 0, offset < bytes.count, !isDone {
            left -= 1
            let scalar = nextScalar()
            let folded = ScalarFold.folded(scalar, keepsCase: program.keepsCase)
            if folded != ScalarFold.unseen {
                if !arriving.isEmpty || scalar >= 0x80 || program.firsts[Int(folded)] {
                    stand(before: folded)
                    step(scalar, folded)
                }
                before = folded
            }
            position += 1
        }
        if offset == bytes.count, !isDone { finish() }
    }

    private mutating func finish() {
        stand(before: nil)
        arriving.removeAll(keepingCapacity: true)
        settle()
        isDone = true
    }

    /// The scalar at `offset`, which is moved behind it.
    @inline(__always)
    private mutating func nextScalar() -> UInt32 {
        let first = UInt32(bytes[offset])
        offset += 1
        if first < 0x80 { return first }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var scalar = first & (0x3F >> UInt32(more))
        for _ in 0..<more where offset < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F)
            offset += 1
        }
        return scalar
    }

    /// Follows every way to where it needs a scalar; a match puts an end to those behind it, and
    /// the next match is looked for from here.
    private mutating func stand(before next: UInt32?) {
        standing.removeAll(keepingCapacity: true)
        for way in arriving where follow(way, before: next) {
            let match = Candidate(range: Int(way.start)..<Int(position), rank: way.rank)
            while let last = candidates.last, last.rank >= match.rank { candidates.removeLast() }
            candidates.append(match)
            rank = match.rank + 1
            forgetUnfollowed()
            break
        }
        _ = follow(Way(at: 0, start: position, rank: rank), before: next)
    }

    /// Where a match cut off what was still to be followed, the next one may follow it: only the
    /// ways that wait for a scalar stay.
    private mutating func forgetUnfollowed() {
        standing.removeAll { way in
            switch program.instructions[Int(way.at)].operation {
            case .scalar, .any, .set: false
            case .split, .jump, .assertion, .match: true
            }
        }
        for (index, way) in standing.enumerated() { place[Int(way.at)] = Int32(index) }
    }

    /// Adds a way and what it leads to without taking a scalar; true when that is a match.
    private mutating func follow(_ way: Way, before next: UInt32?) -> Bool {
        open.append(way.at)
        while let at = open.popLast() {
            let known = Int(place[Int(at)])
            if known < standing.count, standing[known].at == at { continue }
            place[Int(at)] = Int32(standing.count)
            standing.append(Way(at: at, start: way.start, rank: way.rank))
            let instruction = program.instructions[Int(at)]
            switch instruction.operation {
            case .jump: open.append(instruction.first)
            case .split:
                open.append(instruction.second)
                open.append(instruction.first)
            case .assertion:
                let assertion = PatternAssertion(rawValue: UInt8(instruction.first))
                if assertion?.holds(between: before, and: next) == true { open.append(at + 1) }
            case .match:
                guard way.start < position else { continue }
                open.removeAll(keepingCapacity: true)
                return true
            case .scalar, .any, .set: break
            }
        }
        return false
    }

    /// Takes a scalar; no way leads over the end of a paragraph.
    private mutating func step(_ scalar: UInt32, _ folded: UInt32) {
        arriving.removeAll(keepingCapacity: true)
        if folded != ScalarFold.lineEnd {
            for way in standing
            where program.takes(program.instructions[Int(way.at)], scalar, folded: folded) {
                arriving.append(Way(at: way.at + 1, start: way.start, rank: way.rank))
            }
        }
        settle()
    }

    /// Hands on the matches that no better way can replace any more.
    private mutating func settle() {
        guard let first = candidates.first else { return }
        let alive = arriving.first?.rank ?? .max
        guard first.rank < alive else { return }
        let settled = candidates.prefix { $0.rank < alive }
        for candidate in settled {
            guard found.ranges.count < limit else {
                found.isCut = true
                isDone = true
                return
            }
            found.ranges.append(candidate.range)
        }
        candidates.removeFirst(settled.count)
    }
}
