/// Looks ahead for where a match can be at all, one step in a table a scalar.
///
/// The instructions that ways have come to are a state; states and the steps between them are made
/// as they are met, after Thompson and as in Cox: “Regular Expression Matching in the Wild” (2010).
/// They are forgotten when they become too many, and a pattern that does nothing but make new ones
/// is no longer looked ahead for.
struct PatternScout {
    /// What a scalar leads to.
    enum Step {
        case state(UInt16)
        /// A match ends before the scalar.
        case match
        /// Looking ahead is not worth it, or not possible.
        case none
    }

    /// States in which no match has begun, by what stands before: a line end, a word, or neither.
    static let idle: Range<UInt16> = 0..<3
    /// Most states, and most instructions in all of them, that are kept.
    static let stateLimit = 400
    static let sizeLimit = 60_000
    /// Scalars that a state must save for making states to go on.
    static let worth = 20

    private struct State {
        /// Ascending.
        var instructions: [UInt32]
        var before: Before
    }

    private enum Before: UInt32 {
        case lineEnd, word, other

        /// A scalar of the kind.
        var scalar: UInt32 {
            switch self {
            case .lineEnd: ScalarFold.lineEnd
            case .word: 0x61
            case .other: 0x20
            }
        }
    }

    private static let unknown: UInt16 = .max
    private static let matched: UInt16 = .max - 1

    private let program: PatternProgram
    private var classes: ScalarClasses
    private var states: [State] = []
    private var numbers: [[UInt32]: UInt16] = [:]
    private var size = 0
    /// By state and class.
    private var steps: [UInt16] = []
    private var scouted = 0
    private var seen: [Bool]
    /// Instructions followed to make states.
    private(set) var work = 0

    init(_ program: PatternProgram) {
        self.program = program
        classes = ScalarClasses(program)
        seen = [Bool](repeating: false, count: program.instructions.count)
        forget()
    }

    /// The idle state behind a scalar, or at the beginning of a text.
    static func start(behind before: UInt32?) -> UInt16 {
        UInt16(kind(of: before).rawValue)
    }

    /// What stands before an idle state, as far as a pattern can tell.
    static func before(_ idle: UInt16) -> UInt32? { Before(rawValue: UInt32(idle))?.scalar }

    private static func kind(of scalar: UInt32?) -> Before {
        guard let scalar, scalar != ScalarFold.lineEnd else { return .lineEnd }
        return ScalarFold.isWord(scalar) ? .word : .other
    }

    /// Goes over scalars of one byte as long as their steps are known, and not beyond `end`.
    mutating func run(_ bytes: [UInt8], _ walk: inout Run, to end: Int) {
        var (state, offset, idle) = (Int(walk.state), walk.offset, -1)
        classes.classOfASCII.withUnsafeBufferPointer { classOfASCII in
            steps.withUnsafeBufferPointer { steps in
                bytes.withUnsafeBufferPointer { bytes in
                    while offset < end, bytes[offset] < 0x80 {
                        let number = classOfASCII[Int(bytes[offset])]
                        let next = steps[state * ScalarClasses.limit + Int(number)]
                        guard next < PatternScout.matched else { break }
                        state = Int(next)
                        offset += 1
                        if state < PatternScout.idle.upperBound {
                            (idle, walk.idle) = (offset, next)
                        }
                    }
                }
            }
        }
        scouted += offset - walk.offset
        if idle >= 0 { walk.idleOffset = idle }
        (walk.state, walk.offset) = (UInt16(state), offset)
    }

    /// Where the scout stands.
    struct Run {
        var state: UInt16
        var offset: Int
        /// The last idle state on the way, and where it was; the beginning of the way where none was.
        var idle: UInt16 = 0
        var idleOffset = -1
    }

    /// From a state over a scalar; over the end of the text as over the end of a line.
    @inline(__always)
    mutating func step(from state: UInt16, over scalar: UInt32) -> Step {
        guard let number = classes.number(of: scalar) else { return .none }
        if number == ScalarClasses.unseen { return .state(state) }
        scouted += 1
        let known = steps[Int(state) * ScalarClasses.limit + Int(number)]
        if known < PatternScout.matched { return .state(known) }
        return known == PatternScout.matched ? .match : made(from: state, over: number)
    }

    private mutating func made(from state: UInt16, over number: UInt8) -> Step {
        let slot = Int(state) * ScalarClasses.limit + Int(number)
        let from = states[Int(state)]
        let member = classes.members[Int(number)]
        guard let next = arriving(from, member) else {
            steps[slot] = PatternScout.matched
            return .match
        }
        let before = PatternScout.kind(of: member.folded)
        let key = next + [before.rawValue]
        if let known = numbers[key] {
            steps[slot] = known
            return .state(known)
        }
        if states.count == PatternScout.stateLimit || size + key.count > PatternScout.sizeLimit {
            guard scouted > PatternScout.worth * states.count else { return .none }
            forget()
            return .state(add(State(instructions: next, before: before), key))
        }
        let added = add(State(instructions: next, before: before), key)
        steps[slot] = added
        return .state(added)
    }

    private mutating func add(_ state: State, _ key: [UInt32]) -> UInt16 {
        let number = UInt16(states.count)
        states.append(state)
        numbers[key] = number
        size += key.count
        steps += repeatElement(PatternScout.unknown, count: ScalarClasses.limit)
        // What a pattern passes over leads nowhere.
        steps[steps.count - ScalarClasses.limit + Int(ScalarClasses.unseen)] = number
        return number
    }

    private mutating func forget() {
        states = []
        numbers = [:]
        steps = []
        size = 0
        scouted = 0
        for before in [Before.lineEnd, .word, .other] {
            _ = add(State(instructions: [], before: before), [before.rawValue])
        }
    }

    /// The instructions behind a scalar; nil where a match ends before it.
    private mutating func arriving(_ state: State, _ member: ScalarClasses.Member) -> [UInt32]? {
        var reached: [UInt32] = []
        defer { for at in reached { seen[Int(at)] = false } }
        let before = state.before.scalar
        for at in state.instructions
        where follow(at, before, member.folded, &reached) { return nil }
        // A match is never empty: of those that begin here none can end.
        _ = follow(0, before, member.folded, &reached)
        guard member.folded != ScalarFold.lineEnd else { return [] }
        return reached.filter {
            program.takes(
                program.instructions[Int($0)], member.scalar, folded: member.folded)
        }.map { $0 + 1 }.sorted()
    }

    /// Adds an instruction and what it leads to without a scalar; true when that is a match.
    private mutating func follow(
        _ start: UInt32, _ before: UInt32, _ next: UInt32, _ reached: inout [UInt32]
    ) -> Bool {
        var isMatch = false
        var open = [start]
        while let at = open.popLast() {
            guard !seen[Int(at)] else { continue }
            seen[Int(at)] = true
            reached.append(at)
            work += 1
            let instruction = program.instructions[Int(at)]
            switch instruction.operation {
            case .jump: open.append(instruction.first)
            case .split: open += [instruction.second, instruction.first]
            case .assertion:
                let assertion = PatternAssertion(rawValue: UInt8(instruction.first))
                if assertion?.holds(between: before, and: next) == true { open.append(at + 1) }
            case .match: isMatch = true
            case .scalar, .any, .set: break
            }
        }
        return isMatch
    }
}
