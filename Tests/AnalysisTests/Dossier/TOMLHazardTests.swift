import TOMLKit
import Testing

@testable import Analysis

struct TOMLHazardTests {
    /// Finds of the harness: each of these ended the program inside of TOMLKit.
    @Test(arguments: [
        ("c = [}", 0, "“}” cannot close “[”"), ("c = [1,}", 0, "“}” cannot close “[”"),
        ("a = {b = [}", 0, "“}” cannot close “[”"), ("c = [ # one\n}", 1, "“}” cannot close “[”"),
        ("a = {b]", 0, "“]” cannot close “{”"),
        ("u = 2025-11-20 1\n", 0, "one digit is no time"),
        ("\nu = [2025-11-20 1]", 1, "one digit is no time"),
        ("u = 20_25-11-20 1,", 0, "one digit is no time"),
        ("c = [\u{85}\"x\"]", 0, "U+0085 stands outside of a string"),
        ("c = [1,\n\u{2028}2]", 1, "U+2028 stands outside of a string"),
        ("c = [\u{0B}1]", 0, "U+000B stands outside of a string"),
        ("c = [\r1]", 0, "U+000D stands outside of a string"),
    ])
    func `what would end the program is named`(text: String, line: Int, reason: String) {
        #expect(throws: TOMLHazard(line: line, reason: reason)) { try TOMLHazard.check(text) }
    }

    @Test(arguments: [
        "a = [1, [2, {b = 3}]]", "a = \"[}\" # [} 1 2", "a = '[}'", "a = \"\\\"[}\"",
        "a = \"\"\"\n[} 1 2\n\"\"\"\"\nb = ']'", "a = '''[}'''\nb = {}", "a = 2025-11-20 12:30:00",
        "\u{FEFF}a = [\t1,\r\n2] # \u{85}é", "a = \"\u{85}\u{2028}é\"", "a = '''\u{2028}'''",
        "a = [1 , 2 ]", "a = \"\"\nb = ''\nc = [ ]", "a = \"\"\"x \\\n  [}\"\"\"",
    ])
    func `nothing that is TOML is refused`(text: String) throws {
        try TOMLHazard.check(text)
        _ = try TOMLTable(string: text)
    }

    @Test func `a dossier that holds one keeps its other tables`() {
        let text =
            "id = \"lake\"\ntitle = \"Talks\"\n[[topic]]\nid = \"water\"\nname = \"Water\"\n\n[[topic]]\nid = [}\n"
        let (dossier, problems) = DossierReader.read(Array(text.utf8), file: "lake.toml")
        #expect(dossier.topics.map(\.id) == ["water"])
        #expect(problems.contains { $0.line == 8 && $0.message.contains("cannot close") })
    }
}
