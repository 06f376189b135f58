import CCoverage

/// Inputs one after the other from one seed: mutations of what is known, kept when they lead
/// where no input has led before, as far as the program was built to tell.
package struct FuzzRun: Sendable {
    package let target: FuzzTarget
    private var dice: Dice
    private var corpus: [[UInt8]]
    /// Inputs whose length is worth the time again.
    private static let largestKept = 64 << 10
    private static let mostKept = 4096

    /// An input that was taken otherwise than it must be.
    package struct Find: Sendable {
        package var input: [UInt8]
        package var faults: [String]
    }

    package init(_ target: FuzzTarget, seed: UInt64) {
        self.target = target
        dice = Dice(seed)
        corpus = target.seeds
    }

    /// Whether the program counts the edges that it passes.
    package static var isGuided: Bool { parley_edges() > 0 }

    package var corpusCount: Int { corpus.count }

    /// The next input: a seed first, mutations of seeds and of what was kept after them.
    package mutating func nextInput(_ number: Int) -> [UInt8] {
        if number < target.seeds.count { return target.seeds[number] }
        // Half of the time one of the last that led somewhere.
        let isRecent = corpus.count > 16 && dice.number(2) == 0
        let index = isRecent ? corpus.count - 1 - dice.number(16) : dice.number(corpus.count)
        let other = corpus[dice.number(corpus.count)]
        return target.mutator.mutated(corpus[index], with: other, &dice)
    }

    /// Gives the program `input`; nil when all is well.
    package mutating func run(_ input: [UInt8]) -> Find? {
        parley_forget_edges()
        let faults = target.faults(of: input)
        let isNew = parley_new_edges() > 0
        if isNew, input.count <= FuzzRun.largestKept, corpus.count < FuzzRun.mostKept {
            corpus.append(input)
        }
        return faults.isEmpty ? nil : Find(input: input, faults: faults)
    }
}
