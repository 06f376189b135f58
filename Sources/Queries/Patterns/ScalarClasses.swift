/// Scalars that are alike to a pattern: every instruction takes all of a class or none of it.
struct ScalarClasses {
    /// What stands for its class.
    struct Member {
        var scalar: UInt32
        var folded: UInt32
    }

    /// The class of scalars that a pattern passes over.
    static let unseen: UInt8 = 0
    /// The class of line ends.
    static let lineEnd: UInt8 = 1
    /// Classes a pattern may part scalars into; those beyond are not told apart.
    static let limit = 128

    private let program: PatternProgram
    /// Instructions that take a scalar, each once.
    private let takers: [PatternProgram.Instruction]
    private(set) var classOfASCII: [UInt8] = []
    private var classOfOther: [UInt32: UInt8] = [:]
    private var classOfSignature: [[UInt64]: UInt8] = [:]
    /// By the number of the class.
    private(set) var members: [Member]

    init(_ program: PatternProgram) {
        self.program = program
        var seen = Set<PatternProgram.Instruction>()
        takers = program.instructions.filter { instruction in
            switch instruction.operation {
            case .scalar, .any, .set: seen.insert(instruction).inserted
            case .split, .jump, .assertion, .match: false
            }
        }
        members = [
            Member(scalar: 0xAD, folded: ScalarFold.unseen),
            Member(scalar: ScalarFold.lineEnd, folded: ScalarFold.lineEnd),
        ]
        for scalar in 0..<128 as Range<UInt32> { classOfASCII.append(found(scalar) ?? Self.unseen) }
    }

    /// The class of a scalar; nil where there are too many classes.
    @inline(__always)
    mutating func number(of scalar: UInt32) -> UInt8? {
        if scalar < 0x80 { return classOfASCII[Int(scalar)] }
        if let number = classOfOther[scalar] { return number }
        return found(scalar)
    }

    private mutating func found(_ scalar: UInt32) -> UInt8? {
        let folded = ScalarFold.folded(scalar, keepsCase: program.keepsCase)
        var number: UInt8?
        if folded == ScalarFold.unseen {
            number = Self.unseen
        } else if folded == ScalarFold.lineEnd {
            number = Self.lineEnd
        } else {
            number = numbered(signature(scalar, folded), Member(scalar: scalar, folded: folded))
        }
        // A text may hold very many: those are worked out each time.
        if scalar >= 0x80, classOfOther.count < 4096 { classOfOther[scalar] = number }
        return number
    }

    /// A bit for each of the takers that takes it, and one for words.
    private func signature(_ scalar: UInt32, _ folded: UInt32) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: takers.count / 64 + 1)
        for (index, taker) in takers.enumerated()
        where program.takes(taker, scalar, folded: folded) {
            bits[(index + 1) / 64] |= 1 << UInt64((index + 1) % 64)
        }
        if ScalarFold.isWord(folded) { bits[0] |= 1 }
        return bits
    }

    private mutating func numbered(_ signature: [UInt64], _ member: Member) -> UInt8? {
        if let number = classOfSignature[signature] { return number }
        guard members.count < Self.limit else { return nil }
        let number = UInt8(members.count)
        members.append(member)
        classOfSignature[signature] = number
        return number
    }
}
