/// The natural logarithm without Foundation.
enum Logarithm {
    /// Of a number above 0, exact to about 1e-9: exponent apart, then the series of artanh.
    static func natural(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        let mantissa = x.significand
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 25, by: 2) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + Double(x.exponent) * 0.693_147_180_559_945_3
    }
}
