import Testing

@testable import Fuzzing

/// The short form of `make fuzz`: the same inputs in every run.
struct `Hostile input` {
    @Test(arguments: FuzzTarget.all.map(\.name))
    func `mutated inputs break no promise`(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        var run = FuzzRun(target, seed: 2025)
        for number in 0..<150 {
            let input = run.nextInput(number)
            let find = run.run(input)
            #expect(find == nil, "input \(number) of seed 2025: \(find?.faults ?? [])")
        }
    }

    @Test func `a seed gives the same inputs again`() throws {
        let target = try #require(FuzzTarget.all.first)
        var (one, other) = (FuzzRun(target, seed: 7), FuzzRun(target, seed: 7))
        for number in 0..<50 { #expect(one.nextInput(number) == other.nextInput(number)) }
    }

    @Test func `what is not as it must be is said`() {
        var verdict = Verdict()
        verdict.expectLine("a\u{1B}[2J", "title")
        verdict.expectText("two\nlines", "text")
        #expect(verdict.faults == ["title has the control character 27"])
    }
}
