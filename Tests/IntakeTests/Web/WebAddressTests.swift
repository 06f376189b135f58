import Testing

@testable import Intake

struct WebAddressTests {
    @Test(arguments: [
        ("https://quay.example", "https://quay.example/"),
        ("  HTTPS://Quay.Example/News?a=1#top ", "https://quay.example/News?a=1"),
        ("http://quay.example:80/", "http://quay.example/"),
        ("https://quay.example:80/", "https://quay.example:80/"),
        ("https://quay.example.:443/", "https://quay.example/"),
        ("http://quay.example?a", "http://quay.example/?a"),
        (
            "https://quay.example/новини/ день",
            "https://quay.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/%20%D0%B4%D0%B5%D0%BD%D1%8C"
        ),
        ("https://quay.example/a%2Fb%zz", "https://quay.example/a%2Fb%zz"),
        ("https://новини.example/", "https://xn--b1amarcd.example/"),
        ("http://[2001:DB8:0:0::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://017700000001/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://0/", "http://0.0.0.0/"),
    ])
    func `an address has one form`(written: String, form: String) throws {
        #expect(try WebAddress(written).text == form)
    }

    @Test(arguments: [
        ("ftp://quay.example/", WebProblem.otherScheme("ftp")),
        ("file:///etc/passwd", .otherScheme("file")),
        ("gopher://quay.example/", .otherScheme("gopher")),
        ("https://ann:secret@quay.example/", .holdsUser),
        ("https://quay.example@10.0.0.1/", .holdsUser),
        ("quay.example/news", .notAnAddress("it does not begin with https://")),
        ("https:quay.example", .notAnAddress("it does not begin with https://")),
        ("https://quay.example\\@10.0.0.1/", .notAnAddress("it holds a backslash")),
        ("https://quay.example/\r\nHost: x", .notAnAddress("it holds control characters")),
        ("https:///news", .notAnAddress("its host cannot be read")),
        ("https://quay..example/", .notAnAddress("its host cannot be read")),
        ("https://%31%32%37.0.0.1/", .notAnAddress("its host cannot be read")),
        ("https://１２７.0.0.1/", .notAnAddress("its host cannot be read")),
        ("https://127。0。0。1/", .notAnAddress("its host cannot be read")),
        ("https://256.0.0.1/", .notAnAddress("its host cannot be read")),
        ("https://1.2.3.4.5/", .notAnAddress("its host cannot be read")),
        ("https://[::1/", .notAnAddress("its host cannot be read")),
        ("https://[fe80::1%25eth0]/", .notAnAddress("its host cannot be read")),
        ("https://[::1]x/", .notAnAddress("its host cannot be read")),
        ("https://quay.example:0/", .notAnAddress("its port cannot be read")),
        ("https://quay.example:99999/", .notAnAddress("its port cannot be read")),
        ("https://quay.example:+8/", .notAnAddress("its port cannot be read")),
        ("https://quay.example:80:80/", .notAnAddress("its port cannot be read")),
    ])
    func `what cannot be asked for is refused`(written: String, problem: WebProblem) {
        #expect(throws: problem) { try WebAddress(written) }
    }

    @Test func `an address that is too long is refused`() {
        let long = "https://quay.example/" + String(repeating: "a", count: 9000)
        #expect(throws: WebProblem.notAnAddress("it is too long")) { try WebAddress(long) }
    }

    @Test(arguments: [
        ("/b?c", "https://quay.example/b?c"), ("d", "https://quay.example/a/d"),
        ("../e", "https://quay.example/e"), ("//gull.example", "https://gull.example/"),
        ("http://gull.example/f", "http://gull.example/f"),
        ("?q", "https://quay.example/a/b?q"),
    ])
    func `a redirect is resolved`(location: String, form: String) throws {
        #expect(try WebAddress("https://quay.example/a/b").resolved(location).text == form)
    }

    @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "FILE:/etc"])
    func `a redirect to another scheme is refused`(location: String) throws {
        let address = try WebAddress("https://quay.example/a")
        let scheme = location.prefix { $0 != ":" }.lowercased()
        #expect(throws: WebProblem.otherScheme(scheme)) { try address.resolved(location) }
    }

    @Test func `a site is scheme, host and port`() throws {
        #expect(try WebAddress("http://quay.example:81/a").site == "http://quay.example:81")
        let robots = try WebAddress("http://[::1]/a?b").robots
        #expect(robots.text == "http://[::1]/robots.txt")
    }

    @Test(arguments: [
        ("HTTPS://quay.example", true), ("http://", true),
        // One that is not fetched says so, where a path would only not be there.
        ("ftp://quay.example", true), ("file:///etc/hosts", true),
        ("httpd.log", false), ("C:/news", false), ("://x", false), ("a b://c", false),
        ("news/http://x", false), ("", false),
    ])
    func `words are told from addresses`(word: String, isAddress: Bool) {
        #expect(WebAddress.isMeant(by: word) == isAddress)
    }

    /// Samples of RFC 3492, section 7.1, and names in use.
    @Test(arguments: [
        ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("bücher", "bcher-kva"), ("президент", "d1abbgf6aiiy"),
        ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
    ])
    func `names in other letters become Punycode`(name: String, code: String) {
        #expect(Punycode.encoded(Array(name.unicodeScalars)) == code)
    }
}
