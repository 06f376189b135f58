import Testing

@testable import Analysis

struct SpelledNumberTests {
    @Test(arguments: [
        ("twenty-eight points", "28 points"), ("Twenty points", "20 points"), ("six", "6"),
        ("nineteen-point", "19-point"), ("around twenty", "around twenty"),
        ("28 points", "28 points"),
        ("one hundred tons", "one hundred tons"), ("twentyfold", "twentyfold"), ("", ""),
    ])
    func `a number at the beginning is put in digits`(text: String, digits: String) {
        #expect(SpelledNumber.inDigits(text) == digits)
    }
}
