import Testing

@testable import Analysis

struct LogarithmTests {
    @Test(arguments: [
        (1, 0), (2, 0.693_147_180_56), (10, 2.302_585_092_99), (0.5, -0.693_147_180_56),
        (1000, 6.907_755_278_98), (1.999_999, 0.693_146_680_56),
    ])
    func `the logarithm is right to nine digits`(x: Double, expected: Double) {
        #expect(abs(Logarithm.natural(x) - expected) < 1e-9)
    }
}
