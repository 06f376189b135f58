import Testing

@testable import parley

struct LinksTests {
    @Test(arguments: [
        ("no address", "no address"),
        ("Address: https://a.example/x?y=1", "Address: «https://a.example/x?y=1»"),
        ("(see http://a.example/b).", "(see «http://a.example/b»)."),
        ("https://a.example/é is cut", "«https://a.example/»é is cut"),
        ("two https://a.b, https://c.d", "two «https://a.b», «https://c.d»"),
        ("https://a.b\"><", "«https://a.b»\"><"),
    ])
    func `an address is a link to itself`(line: String, expected: String) {
        let linked = Links.linked(line)
            .replacing(#/\u{1B}\]8;;\u{1B}\\/#, with: "»")
            .replacing(#/\u{1B}\]8;;[^\u{1B}]+\u{1B}\\/#, with: "«")
        #expect(linked == expected)
    }

    @Test(arguments: [
        (["TERM": "xterm-256color"], false), (["TERM": "dumb"], false), ([:], false),
        (["TERM": "xterm-kitty"], true), (["VTE_VERSION": "7200"], true),
        (["TERM_PROGRAM": "WezTerm"], true), (["FORCE_HYPERLINK": "1"], true),
        (["TERM": "foot", "FORCE_HYPERLINK": "0"], false),
    ])
    func `terminals that are known to want links get them`(
        environment: [String: String], expected: Bool
    ) {
        #expect(Links.areWanted(environment) == expected)
    }
}
