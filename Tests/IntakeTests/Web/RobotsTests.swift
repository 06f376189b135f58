import Testing

@testable import Intake

struct RobotsTests {
    /// Whether parley may read each path under a file of rules.
    private func allows(_ rules: String, _ path: String) -> Bool {
        Robots(Array(rules.utf8), for: "parley").allows(path)
    }

    @Test(arguments: [
        ("", "/a", true),
        ("User-agent: *\nDisallow: /", "/a", false),
        ("User-agent: *\nDisallow: /", "/robots.txt", true),
        ("User-agent: *\nDisallow:", "/a", true),
        ("Disallow: /", "/a", true),
        ("User-agent: *\nDisallow: /a", "/b", true),
        ("User-agent: *\nDisallow: /a", "/abc", false),
        ("User-agent: *\nDisallow: /a/", "/a", true),
        ("User-agent: other\nDisallow: /", "/a", true),
        // One's own group counts alone.
        ("User-agent: *\nDisallow: /\nUser-agent: Parley/2.0\nDisallow: /x", "/a", true),
        ("User-agent: parley\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false),
        // Several names, several groups of one name.
        ("User-agent: other\nUser-agent: PARLEY\nDisallow: /a", "/a", false),
        (
            "user-agent: parley\ndisallow: /a\nuser-agent: x\nuser-agent: parley\ndisallow: /b",
            "/b", false
        ),
        ("user-agent: parleys\ndisallow: /", "/a", true),
        // The longest rule wins, and of equals the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
        // Stars and ends.
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true),
        ("User-agent: *\nDisallow: /*print", "/a/print/b", false),
        ("User-agent: *\nDisallow: /a*c*e", "/abcde", false),
        ("User-agent: *\nDisallow: /a*c*e", "/abce", false),
        ("User-agent: *\nDisallow: /a*c*e", "/aec", true),
        ("User-agent: *\nDisallow: *", "/a", false),
        ("User-agent: *\nDisallow: /$", "/", false),
        ("User-agent: *\nDisallow: /$", "/a", true),
        ("User-agent: *\nDisallow: /*a*$", "/bab", false),
        // Percent codes in both spellings.
        ("User-agent: *\nDisallow: /%7euser/", "/~user/a", false),
        ("User-agent: *\nDisallow: /новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", false),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", true),
        // Marks, blanks, comments, line ends, and fields between the names and the rules.
        ("\u{FEFF}User-agent: *\r\n\r\n  disallow :  /a  # no\r\n", "/a", false),
        ("User-agent: *\rDisallow: /a", "/a", false),
        ("User-agent: *\nSitemap: https://quay.example/s\nDisallow: /a", "/a", false),
        ("User-agent: *\nnonsense\n: x\nDisallow: /a", "/a", false),
    ])
    func `rules are read as RFC 9309 wants it`(rules: String, path: String, isAllowed: Bool) {
        #expect(allows(rules, path) == isAllowed)
    }

    @Test func `the delay of one's own group is told`() {
        let rules = "User-agent: *\nCrawl-delay: 9\nUser-agent: parley\nCrawl-delay: 2.5\nDisallow:"
        #expect(Robots(Array(rules.utf8), for: "parley").delay == 2)
        #expect(Robots(Array(rules.utf8), for: "other").delay == 9)
        #expect(Robots().delay == nil)
    }

    @Test func `what is behind the first 500 KiB is not looked at`() {
        let filler = String(repeating: "# nothing\n", count: 60_000)
        #expect(allows("User-agent: *\n\(filler)Disallow: /", "/a"))
    }

    @Test func `rules that would take for ever let nothing in`() {
        let rule = "Disallow: /*" + String(repeating: "a", count: 4000) + "b\n"
        let rules = "User-agent: *\n" + String(repeating: rule, count: 40)
        #expect(!allows(rules, "/" + String(repeating: "a", count: 8000)))
    }
}
