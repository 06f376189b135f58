/// A pattern as instructions for `PatternSearch`, after Thompson: “Regular expression search
/// algorithm”, CACM 11 (1968).
struct PatternProgram: Equatable, Sendable {
    enum Operation: UInt8, Sendable {
        case scalar, any, set
        /// Goes on at `first`, and where that leads to no match at `second`.
        case split
        case jump
        case assertion
        case match
    }

    struct Instruction: Hashable, Sendable {
        var operation: Operation
        /// A folded scalar, the number of a set, an assertion, or an instruction.
        var first: UInt32 = 0
        var second: UInt32 = 0
    }

    /// Instructions a pattern may take; each is worth one step at each scalar of a text, or
    /// two.
    static let limit = 1000

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    let keepsCase: Bool
    /// For each ASCII scalar whether a match can begin with it.
    private(set) var firsts: [Bool] = []

    init(_ tree: PatternNode, keepsCase: Bool, length: Int) throws(PatternProblem) {
        self.keepsCase = keepsCase
        guard PatternProgram.size(of: tree) < PatternProgram.limit else {
            throw PatternProblem("the pattern repeats too much", at: 0..<length)
        }
        add(tree)
        instructions.append(Instruction(operation: .match))
        firsts = (0..<128).map { beginning().isMet(by: UInt32($0), self) }
    }

    /// Instructions a tree will take, or the limit where it is more.
    private static func size(of node: PatternNode) -> Int {
        let size: Int
        switch node {
        case .empty: size = 0
        case .scalar, .any, .set, .assertion: size = 1
        case .sequence(let nodes):
            size = nodes.reduce(0) { min(limit, $0 + Self.size(of: $1)) }
        case .choice(let nodes):
            size = nodes.reduce(0) { min(limit, $0 + Self.size(of: $1) + 2) }
        case .repetition(let node, let least, let most, _):
            let one = max(1, Self.size(of: node))
            size = one * least + (most.map { ($0 - least) * (one + 1) } ?? one + 2)
        }
        return min(limit, size)
    }

    private var count: UInt32 { UInt32(instructions.count) }

    private mutating func add(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .scalar(let scalar):
            let folded = ScalarFold.folded(scalar, keepsCase: keepsCase)
            guard folded != ScalarFold.unseen else { return }
            instructions.append(Instruction(operation: .scalar, first: folded))
        case .any: instructions.append(Instruction(operation: .any))
        case .set(let set):
            instructions.append(Instruction(operation: .set, first: UInt32(sets.count)))
            sets.append(set)
        case .assertion(let assertion):
            instructions.append(
                Instruction(operation: .assertion, first: UInt32(assertion.rawValue)))
        case .sequence(let nodes): for node in nodes { add(node) }
        case .choice(let nodes): addChoice(nodes[...])
        case .repetition(let node, let least, let most, let isLazy):
            for _ in 0..<least { add(node) }
            guard let most else { return addLoop(node, isLazy) }
            var skips: [Int] = []
            for _ in least..<most {
                skips.append(instructions.count)
                instructions.append(Instruction(operation: .split))
                add(node)
            }
            for skip in skips { aim(skip, at: UInt32(skip + 1), or: count, isLazy) }
        }
    }

    private mutating func addChoice(_ nodes: ArraySlice<PatternNode>) {
        guard let first = nodes.first else { return }
        guard nodes.count > 1 else { return add(first) }
        let split = instructions.count
        instructions.append(Instruction(operation: .split))
        add(first)
        let jump = instructions.count
        instructions.append(Instruction(operation: .jump))
        aim(split, at: UInt32(split + 1), or: count, false)
        addChoice(nodes.dropFirst())
        instructions[jump].first = count
    }

    private mutating func addLoop(_ node: PatternNode, _ isLazy: Bool) {
        let split = instructions.count
        instructions.append(Instruction(operation: .split))
        add(node)
        instructions.append(Instruction(operation: .jump, first: UInt32(split)))
        aim(split, at: UInt32(split + 1), or: count, isLazy)
    }

    private mutating func aim(_ split: Int, at body: UInt32, or rest: UInt32, _ isLazy: Bool) {
        instructions[split].first = isLazy ? rest : body
        instructions[split].second = isLazy ? body : rest
    }

    /// Whether an instruction that takes a scalar takes this one.
    @inline(__always)
    func takes(_ instruction: Instruction, _ scalar: UInt32, folded: UInt32) -> Bool {
        switch instruction.operation {
        case .scalar: folded == instruction.first
        case .any: true
        case .set: sets[Int(instruction.first)].contains(scalar, folded: folded)
        case .split, .jump, .assertion, .match: false
        }
    }

    /// The instructions that can take the first scalar of a match.
    private struct Beginning {
        var takers: [Instruction] = []

        func isMet(by scalar: UInt32, _ program: PatternProgram) -> Bool {
            let folded = ScalarFold.folded(scalar, keepsCase: program.keepsCase)
            return takers.contains { program.takes($0, scalar, folded: folded) }
        }
    }

    private func beginning() -> Beginning {
        var beginning = Beginning()
        var seen = Set<UInt32>()
        var open: [UInt32] = [0]
        while let at = open.popLast() {
            guard seen.insert(at).inserted else { continue }
            let instruction = instructions[Int(at)]
            switch instruction.operation {
            case .jump: open.append(instruction.first)
            case .split: open += [instruction.first, instruction.second]
            case .assertion: open.append(at + 1)
            case .scalar, .any, .set: beginning.takers.append(instruction)
            case .match: break
            }
        }
        return beginning
    }
}
