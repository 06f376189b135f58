import Testing

@testable import Intake

struct WebAnswerTests {
    private func answer(_ lines: String...) -> WebAnswer {
        var answer = WebAnswer()
        for line in lines { answer.add(headerLine: Array((line + "\r\n").utf8)) }
        return answer
    }

    @Test func `the last header counts`() {
        let answer = answer(
            "HTTP/1.1 103 Early", "ETag: \"a\"", "", "HTTP/2 200",
            "Content-Type: Text/HTML; charset=KOI8-R")
        #expect(answer.status == 200)
        #expect(answer["etag"] == nil)
        #expect(answer.type == "text/html")
        #expect(answer.charset == "koi8-r")
    }

    @Test(arguments: ["HTTP/1.1", "HTTP/1.1 abc", "HTTP/1.1  ", "HTTP/1.1 -5"])
    func `a status that is none is none`(line: String) {
        #expect(!answer(line).isContent)
    }

    @Test func `the first of two fields counts, and lines that are none are passed over`() {
        let answer = answer("HTTP/1.1 200 OK", "nonsense", ": x", "A: 1", "a: 2")
        #expect(answer["a"] == "1")
    }

    @Test(arguments: [
        ("image/png", true), ("video/mp4", true), ("application/pdf", true), ("text/css", true),
        ("text/html", false), ("text/xml", false), ("application/octet-stream", false),
        ("application/rss+xml", false), ("", false), ("nonsense", false),
    ])
    func `pictures and the like are not waited for`(type: String, isForeign: Bool) {
        let found = answer("HTTP/1.1 200 OK", "Content-Type: \(type)").objection(limit: 9)
        #expect(found == (isForeign ? .notRead(type: type) : nil))
    }

    @Test func `a body that says it is too large is not waited for`() {
        let large = answer("HTTP/1.1 200 OK", "Content-Length: 10")
        #expect(large.objection(limit: 9) == .tooLarge(limit: 9))
        #expect(large.objection(limit: 10) == nil)
        #expect(answer("HTTP/1.1 404 No", "Content-Length: 10").objection(limit: 9) == nil)
    }

    @Test(
        arguments: [
            ("30", nil, 30), ("0", nil, 0), ("999999999999999999999999", nil, Int.max),
            ("Fri, 21 Nov 2025 10:02:00 GMT", "Fri, 21 Nov 2025 10:00:00 GMT", 120),
            ("Fri, 21 Nov 2025 09:00:00 GMT", "Fri, 21 Nov 2025 10:00:00 GMT", 0),
            ("Fri, 21 Nov 2025 10:02:00 GMT", nil, nil), ("soon", nil, nil), ("-5", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, Int?)])
    func `the wait that is asked for is told in seconds`(
        written: String, date: String?, seconds: Int?
    ) {
        var answer = answer("HTTP/1.1 429 Slow", "Retry-After: \(written)")
        if let date { answer.add(headerLine: Array("Date: \(date)".utf8)) }
        #expect(answer.retryAfter == seconds)
    }

    @Test func `a state is known by what fits into a line`() {
        let plain = WebValidators(etag: "W/\"a\"", lastModified: "Fri, 21 Nov 2025 10:00:00 GMT")
        #expect(
            plain.headerLines == [
                "If-None-Match: W/\"a\"", "If-Modified-Since: Fri, 21 Nov 2025 10:00:00 GMT",
            ])
        let bad = WebValidators(
            etag: "\"a\u{1B}[31m\"", lastModified: String(repeating: "x", count: 600))
        #expect(bad.isEmpty)
        #expect(bad.headerLines.isEmpty)
    }

    @Test func `nothing that a terminal obeys is in a message`() {
        let problems: [WebProblem] = [
            .notRead(type: "a\u{1B}[31m\u{7}b"), .noConnection("x\u{9B}y\n"), .failed("\u{202E}z"),
            .otherScheme("a\u{8}"),
        ]
        for problem in problems {
            let isPlain = problem.description.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.isASCII && $0.value != 0x7F
            }
            #expect(isPlain, "\(problem)")
        }
    }
}
