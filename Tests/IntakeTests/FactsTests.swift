import Testing

@testable import Intake

struct FactsTests {
    @Test(
        arguments: [
            ("Ann Lee", ["Ann Lee"]), ("By Ann Lee", ["Ann Lee"]),
            ("Ann Lee and Bo Sun", ["Ann Lee", "Bo Sun"]),
            ("Ann Lee, Bo Sun; Cy Roe & Di Poe", ["Ann Lee", "Bo Sun", "Cy Roe", "Di Poe"]),
            ("Ann Lee, Staff Writer", ["Ann Lee"]), ("Ann Lee, Ann Lee", ["Ann Lee"]),
            ("Alexander Brandt", ["Alexander Brandt"]), ("", []), (" , and ", []),
            ("by \u{A0}Їжак Петро і Ко", ["Їжак Петро і Ко"]),
        ] as [(String, [String])])
    func `a byline is cut into names`(line: String, names: [String]) {
        #expect(Facts.names(in: line) == names)
    }
}
