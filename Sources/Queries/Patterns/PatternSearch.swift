package import Intake

/// One walk over a text that finds every match of a pattern, after Pike's machine: all ways through
/// the pattern are followed at once, the better ones first, never two at the same instruction.
///
/// The usual machine is linear for one match only: it starts again after each, and a pattern such
/// as `a(.*x)?` makes it read the rest of the text each time. Here the search for the next match
/// begins while a longer form of the last one is still possible, behind it in rank; where that
/// comes about, what was found behind it is dropped. Two ways at the same instruction have the
/// same future, so the lower one is never needed, and each scalar costs one step an instruction at
/// most; two where a match ends, behind which the next one follows again what was cut off.
///
/// Where no match has begun, `PatternScout` looks ahead; what it finds is walked from where it
/// began, so each scalar is scouted once and walked once at most.
package struct PatternSearch {
    /// Matches that are looked for; a pattern that matches more often tells no more.
    package static let limit = 50_000
    /// Steps that a walk may take, some seconds: 10 MB of news need a tenth, also with patterns
    /// that match at every letter.
    package static let workLimit = 600_000_000
    /// Scalars that scouting may lose before it is given up: a text full of matches.
    private static let patience = 5_000

    /// A place in the text.
    private struct Place {
        var offset = 0
        var position: Int32 = 0
    }

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
    private let workLimit: Int
    private var offset = 0
    private var position: Int32 = 0
    private var before: UInt32?
    /// Looks ahead while it is worth it.
    private var scout: PatternScout?
    /// The state of the scout; nil while the text is walked.
    private var scouting: UInt16?
    /// Where the scout began, and the last place before which no match can begin.
    private var begun = Place()
    private var safe = Place()
    /// Scalars saved by scouting, less those that were scouted for nothing.
    private var saved = 0
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
    /// The text is at its end, or a limit is reached.
    package private(set) var isDone = false
    /// Instructions that were followed, which is what takes the time; scalars of the text count
    /// one each.
    package var work: Int { followed + (scout?.work ?? 0) }
    private var followed = 0

    /// Without `looksAhead` every scalar is walked.
    package init(
        _ pattern: Pattern, in text: ArticleText, limit: Int = PatternSearch.limit,
        workLimit: Int = PatternSearch.workLimit, looksAhead: Bool = true
    ) {
        self.init(
            pattern, inUTF8: text.utf8, limit: limit, workLimit: workLimit, looksAhead: looksAhead)
    }

    /// The same for the bytes of a text, valid UTF-8.
    init(
        _ pattern: Pattern, inUTF8 bytes: [UInt8], limit: Int = PatternSearch.limit,
        workLimit: Int = PatternSearch.workLimit, looksAhead: Bool = true
    ) {
        program = pattern.program
        self.bytes = bytes
        self.limit = limit
        self.workLimit = workLimit
        if looksAhead {
            scout = PatternScout(program)
            scouting = PatternScout.start(behind: nil)
        }
        place = [Int32](repeating: 0, count: pattern.program.instructions.count)
        standing.reserveCapacity(place.count)
        arriving.reserveCapacity(place.count)
    }

    /// Goes on by so many scalars, or to the end.
    package mutating func advance(scalars: Int) {
        var left = scalars
        while left > 0, !isDone {
            guard offset < bytes.count || scouting != nil else { return finish() }
            if scouting != nil { look(&left) } else { walk(&left) }
            if work > workLimit, !isDone { giveUp() }
        }
    }

    /// Looks ahead as long as no match comes in sight.
    private mutating func look(_ left: inout Int) {
        guard var scout, var state = scouting else { return }
        self.scout = nil
        let start = left
        while left > 0 {
            let end = min(bytes.count, offset + left)
            var run = PatternScout.Run(state: state, offset: offset)
            scout.run(bytes, &run, to: end)
            if run.idleOffset >= 0 {
                let isBehind = Int32(run.idleOffset - offset)
                safe = Place(offset: run.idleOffset, position: position + isBehind)
                before = PatternScout.before(run.idle)
            }
            left -= run.offset - offset
            position += Int32(run.offset - offset)
            (state, offset) = (run.state, run.offset)
            if left == 0 { break }
            let isAtEnd = offset == bytes.count
            let here = Place(offset: offset, position: position)
            let step = scout.step(from: state, over: isAtEnd ? ScalarFold.lineEnd : nextScalar())
            left -= 1
            guard case .state(let next) = step else {
                followed += start - left
                return turnBack(from: here, scout, sees: step)
            }
            if isAtEnd { return finish() }
            state = next
            position += 1
            if PatternScout.idle.contains(state) {
                safe = Place(offset: offset, position: position)
                before = PatternScout.before(state)
            }
        }
        followed += start - left
        self.scout = scout
        scouting = state
    }

    /// Goes back to where what is in sight may begin, to walk from there.
    private mutating func turnBack(
        from here: Place, _ scout: PatternScout, sees step: PatternScout.Step
    ) {
        (offset, position) = (safe.offset, safe.position)
        scouting = nil
        saved += Int(safe.position - begun.position) - Int(here.position - safe.position)
        if case .match = step, saved >= -PatternSearch.patience {
            self.scout = scout
        } else {
            followed += scout.work
        }
    }

    /// Follows every way until none is left, then looks ahead again.
    private mutating func walk(_ left: inout Int) {
        while left > 0, offset < bytes.count, !isDone {
            left -= 1
            followed += 1
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
            if scout != nil, arriving.isEmpty, candidates.isEmpty {
                safe = Place(offset: offset, position: position)
                begun = safe
                scouting = PatternScout.start(behind: before)
                return
            }
        }
    }

    /// Hands on what is found so far and says how far that is.
    private mutating func giveUp() {
        found.isCut = true
        found.reach = Int(position)
        isDone = true
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
            followed += 1
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
