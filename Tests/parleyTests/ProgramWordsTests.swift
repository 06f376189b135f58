import Testing

@testable import parley

struct ProgramWordsTests {
    @Test(arguments: [
        ("vi", ["vi"]), ("  code  --wait ", ["code", "--wait"]), ("", []), ("   ", []),
        ("sh -c \"cat 'a b'\"", ["sh", "-c", "cat 'a b'"]),
        ("pbcopy -x 'a b'", ["pbcopy", "-x", "a b"]),
        ("'/my editors/vi' -R", ["/my editors/vi", "-R"]),
        ("a\\ b", ["a b"]), ("emacsclient -a ''", ["emacsclient", "-a", ""]),
        ("\"a\\n\\\"b\"", ["a\\n\"b"]), ("open 'x", ["open", "x"]), ("end\\", ["end\\"]),
        ("a$(b);c|d", ["a$(b);c|d"]),
    ])
    func `a command is parted as a shell does it, and nothing of it is run`(
        command: String, words: [String]
    ) {
        #expect(ProgramWords.of(command) == words)
    }
}
