import Queries
import Testing

struct `Addresses of screens` {
    @Test(arguments: [
        (Address.overview, "parley:overview"),
        (.articles(query: "nato actor:umerov"), "parley:articles?q=nato%20actor:umerov"),
        (.articles(query: "100% & “ja”"), "parley:articles?q=100%25%20%26%20%E2%80%9Cja%E2%80%9D"),
        (.article("1bee497e", sentence: nil), "parley:article/1bee497e"),
        (.article("1bee497e", sentence: 7), "parley:article/1bee497e?sentence=8"),
        (.actor("umerov"), "parley:actor/umerov"), (.source("axios"), "parley:source/axios"),
        (.point("army-cap"), "parley:point/army-cap"),
        (.comparison(["1b", "2c", "3d"]), "parley:compare?a=1b&b=2c&c=3d"),
        (.comparison(["1b", "2c"], by: "point"), "parley:compare?a=1b&b=2c&by=point"),
        (.clashes(query: ""), "parley:clashes"), (.clashes(query: "nato"), "parley:clashes?q=nato"),
        (.proposals, "parley:proposals"), (.help, "parley:help"),
        (.matrix(.points, query: ""), "parley:matrix?of=points"),
        (.matrix(.people, query: "a&b"), "parley:matrix?of=people&q=a%26b"),
        (.timeline(query: ""), "parley:timeline"),
        (.timeline(query: "nato"), "parley:timeline?q=nato"),
        (.chains(query: "a b"), "parley:chains?q=a%20b"),
        (.drafts(pair: 1), "parley:drafts?pair=2"),
    ])
    func `an address is written and read back`(address: Address, text: String) {
        #expect(address.text == text)
        #expect(Address(text) == address)
    }

    @Test(arguments: [
        "", "parley:", "parley:nowhere", "overview", "parley:actor", "parley:compare?a=1",
        "parley:article/", "parley:compare?b=1&c=2", "http://parley:overview",
        "parley:matrix?of=nothing", "parley:drafts?pair=0",
    ])
    func `what names no screen is no address`(text: String) {
        #expect(Address(text) == nil)
    }

    @Test(arguments: [
        ("parley:article/1b?sentence=0", Address.article("1b", sentence: nil)),
        ("parley:articles", .articles(query: "")),
        ("parley:articles?q=a+b", .articles(query: "a b")),
        ("parley:actor/a%2", .actor("a%2")), ("parley:actor/a%2Fb", .actor("a/b")),
    ])
    func `odd spellings are read for what they mean`(text: String, address: Address) {
        #expect(Address(text) == address)
    }
}
