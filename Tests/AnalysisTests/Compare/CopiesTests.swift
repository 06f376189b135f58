import Testing

@testable import Analysis

struct CopiesTests {
    private let comparer = Comparer(dossier: .empty)

    @Test func `a sentence with a word changed is a copy, one in other words is none`() {
        let left = sample([
            "The delegation left the hall without a word to the waiting reporters on Friday.",
            "Both sides called the session constructive and useful.",
        ])
        let right = sample([
            "Useful and constructive was how each side described the session.",
            "The delegation left the building without a word to the waiting reporters on Friday.",
        ])
        let copied = comparer.comparison(of: [left, right]).copied
        #expect(copied.map(\.sentences) == [[[0], [1]]])
        #expect(copied.allSatisfy { $0.similarity > 0.9 && $0.similarity < 1 })
    }

    @Test func `short sentences are no copies`() {
        let article = sample(["Talks went on."])
        #expect(comparer.comparison(of: [article, article]).copied.isEmpty)
    }
}
