import Testing

@testable import parley

struct `JSON output` {
    @Test(arguments: [
        (JSON.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"), (.number(28), "28"),
        (.number(0.5), "0.5"), (.number(.infinity), "null"), (.string("a"), "\"a\""),
        (.string("say \"no\"\\"), #""say \"no\"\\""#),
        (.string("line\nend\ttab\u{1}\u{7F}"), #""line\nend\ttab\u0001\u007f""#),
        (.string("Київ “here”"), "\"Київ “here”\""), (.array([]), "[]"),
        (.array([.integer(1), .null]), "[1,null]"),
        (.object([("b", .integer(1)), ("a", .integer(2))]), #"{"b":1,"a":2}"#),
    ])
    func `a value is written as RFC 8259 has it, keys in their order`(value: JSON, text: String) {
        #expect(value.text == text)
    }
}
