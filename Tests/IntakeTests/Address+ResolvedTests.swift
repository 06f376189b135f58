import Testing

@testable import Intake

/// The examples of RFC 3986, section 5.4, and some of feeds.
struct AddressResolvedTests {
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g?y#s", "http://a/b/c/g?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
    ])
    func `references of the standard`(reference: String, address: String) {
        #expect(Address.resolved(reference, against: "http://a/b/c/d;p?q") == address)
    }

    @Test(arguments: [
        ("fog", "https://quay.example", "https://quay.example/fog"),
        (" fog ", "https://quay.example/feed.xml", "https://quay.example/fog"),
        ("à", "http://www.詹姆斯.com/feed", "http://www.詹姆斯.com/à"),
        ("fog", "words", "fog"), ("fog", nil, "fog"),
        ("mailto:a@b.example", "https://q.example/", "mailto:a@b.example"),
    ])
    func `addresses of feeds`(reference: String, base: String?, address: String) {
        #expect(Address.resolved(reference, against: base) == address)
    }
}
