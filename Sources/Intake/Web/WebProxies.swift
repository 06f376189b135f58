/// Which proxy leads to an address, by the variables that programs of the web agree upon:
/// `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`. All but the first may be written in
/// capitals too: `HTTP_PROXY` is what a server sets from a client's `Proxy:` header.
package struct WebProxies: Equatable, Sendable {
    private var plain: String?
    private var secure: String?
    private var exceptions: [String]

    package init(environment: [String: String] = [:]) {
        let value = { (names: [String]) in
            names.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        let all = value(["all_proxy", "ALL_PROXY"])
        plain = value(["http_proxy"]) ?? all
        secure = value(["https_proxy", "HTTPS_PROXY"]) ?? all
        exceptions = (value(["no_proxy", "NO_PROXY"]) ?? "").lowercased()
            .split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// Nil when the address is reached without one.
    package func proxy(for address: WebAddress) -> String? {
        guard let proxy = address.isSecure ? secure : plain,
            !exceptions.contains(where: { WebProxies.covers($0, address.host) })
        else { return nil }
        return proxy
    }

    /// `quay.example` covers itself and what ends in `.quay.example`; `*` covers all, `10.0.0.0/8`
    /// the numbers that begin so.
    private static func covers(_ exception: String, _ host: String) -> Bool {
        if exception == "*" { return true }
        if let slash = exception.firstIndex(of: "/") {
            return covers(exception[..<slash], exception[slash...].dropFirst(), host)
        }
        let bare = exception.trimmingPrefix { $0 == "." || $0 == "[" }.prefix { $0 != "]" }
        return host == bare || host.hasSuffix("." + bare)
    }

    private static func covers(_ net: Substring, _ bits: Substring, _ host: String) -> Bool {
        guard let net = number(String(net)), let host = number(host), let bits = Int(bits),
            net.bytes.count == host.bytes.count, (0...8 * net.bytes.count).contains(bits)
        else { return false }
        return (0..<bits).allSatisfy { bit in
            (net.bytes[bit / 8] ^ host.bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
        }
    }

    private static func number(_ text: String) -> HostNumber? {
        text.contains(":") ? HostNumber(ipv6: text) : HostNumber(ipv4: text)
    }
}
