import Testing

@testable import Intake

struct WebProxiesTests {
    private func proxy(_ environment: [String: String], _ address: String) throws -> String? {
        WebProxies(environment: environment).proxy(for: try WebAddress(address))
    }

    @Test(
        arguments: [
            ([:], "http://quay.example/", nil),
            (["http_proxy": "http://p:3128"], "http://quay.example/", "http://p:3128"),
            (["http_proxy": "http://p:3128"], "https://quay.example/", nil),
            (["HTTP_PROXY": "http://p:3128"], "http://quay.example/", nil),
            (["https_proxy": "p"], "https://quay.example/", "p"),
            (["HTTPS_PROXY": "p"], "https://quay.example/", "p"),
            (
                ["https_proxy": "", "ALL_PROXY": "socks5h://s"], "https://quay.example/",
                "socks5h://s"
            ),
            (["all_proxy": "s", "http_proxy": "p"], "http://quay.example/", "p"),
        ] as [([String: String], String, String?)])
    func `a proxy is chosen by scheme`(
        environment: [String: String], address: String, proxy expected: String?
    ) throws {
        #expect(try proxy(environment, address) == expected)
    }

    @Test(arguments: [
        ("*", true), ("quay.example", true), (".quay.example", true), ("example", true),
        ("Quay.Example", true), ("ay.example", false), ("gull.example, quay.example", true),
        ("gull.example", false), ("", false),
    ])
    func `exceptions go by the ends of names`(exceptions: String, isExcepted: Bool) throws {
        let found = try proxy(
            ["all_proxy": "p", "no_proxy": exceptions], "http://www.quay.example/")
        #expect((found == nil) == isExcepted)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.9.8.7", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("10.9.8.7", "10.9.8.7", true), ("10.8.0.0/13", "10.15.0.1", true),
        ("10.8.0.0/13", "10.16.0.1", false), ("10.0.0.0/33", "10.0.0.1", false),
        ("fd00::/8", "[fd12::1]", true), ("fd00::/8", "10.0.0.1", false), ("[::1]", "[::1]", true),
    ])
    func `exceptions may be nets`(exception: String, host: String, isExcepted: Bool) throws {
        let found = try proxy(["all_proxy": "p", "NO_PROXY": exception], "http://\(host)/")
        #expect((found == nil) == isExcepted)
    }
}
