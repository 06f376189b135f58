/// From where a host can be reached. Only what all of the net can reach is asked unless a person
/// wants it otherwise: an address in a feed or a redirect must not lead into their own network.
package enum HostReach: String, Sendable {
    case everywhere
    case thisMachine = "this machine"
    case privateNetwork = "a private network"
    case linkLocal = "the local link"
    /// Multicast, documentation, benchmarks, and all that is not handed out.
    case special = "no public host"
}

extension WebAddress {
    /// Of its host as far as the name tells: names that never leave a network, and numbers. Any
    /// other name is taken for public until it is connected to.
    package var reach: HostReach {
        if let number = host.contains(":") ? HostNumber(ipv6: host) : HostNumber(ipv4: host) {
            return number.reach
        }
        let labels = host.split(separator: ".")
        if labels.last == "localhost" { return .thisMachine }
        if labels.count < 2 { return .privateNetwork }
        return WebAddress.innerDomains.contains { host.hasSuffix($0) }
            ? .privateNetwork : .everywhere
    }

    /// RFC 6762, RFC 8375, and the name that ICANN set aside for inner use in 2024.
    private static let innerDomains = [".local", ".home.arpa", ".internal", ".intranet", ".lan"]
}

extension HostNumber {
    /// By the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and what was
    /// added since). IPv6 that carries an IPv4 address inside reaches as far as that one.
    package var reach: HostReach { bytes.count == 4 ? reachIPv4 : reachIPv6 }

    private var reachIPv4: HostReach {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (127, _, _): .thisMachine
        case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): .privateNetwork
        case (169, 254, _): .linkLocal
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
            (203, 0, 113), (224..., _, _):
            .special
        default: .everywhere
        }
    }

    private var reachIPv6: HostReach {
        let words = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
        let isZero = { (range: Range<Int>) in words[range].allSatisfy { $0 == 0 } }
        if isZero(0..<7), words[7] <= 1 { return .thisMachine }
        if isZero(0..<5), words[5] == 0xFFFF { return inner(12) }
        if words[0] == 0x64, words[1] == 0xFF9B, isZero(2..<6) { return inner(12) }
        if words[0] == 0x2002 { return inner(2) }
        switch words[0] {
        case 0xFC00...0xFDFF: return .privateNetwork
        case 0xFE80...0xFEBF: return .linkLocal
        case 0xFEC0...0xFEFF: return .privateNetwork
        case 0x2001 where words[1] < 0x200 || words[1] == 0xDB8: return .special
        case 0x3FFF where words[1] < 0x1000: return .special
        case 0x2000...0x3FFF: return .everywhere
        default: return .special
        }
    }

    /// Of the IPv4 address whose bytes begin at `place`.
    private func inner(_ place: Int) -> HostReach {
        HostNumber(bytes: Array(bytes[place..<place + 4]))?.reach ?? .special
    }
}
