/// The address of a page or feed on the web, in the one form in which it may be asked for: http or
/// https, a host in small ASCII letters or as a plain number, no user name, no fragment.
///
/// However an address is spelled, its host is what will be connected to: names in other letters
/// become Punycode, and numbers written as `2130706433`, `0x7f.1` or `017700000001` become
/// `127.0.0.1`, so that one look at `host` tells where it leads.
package struct WebAddress: Hashable, Sendable {
    package let isSecure: Bool
    /// `quay.example`, `192.0.2.1` or `2001:db8::1`, without brackets.
    package let host: String
    /// Nil when it is the scheme's own.
    package let port: Int?
    /// Path and query; begins with a slash and is ASCII.
    package let target: String

    static let longest = 8192

    /// Throws why the text cannot be asked for.
    package init(_ text: String) throws(WebProblem) {
        let text = text.trimmingBlanks
        guard text.utf8.count <= WebAddress.longest else { throw .notAnAddress("it is too long") }
        guard text.utf8.allSatisfy({ $0 > 0x1F && $0 != 0x7F }) else {
            throw .notAnAddress("it holds control characters")
        }
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            throw .notAnAddress("it does not begin with https://")
        }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { throw .otherScheme(scheme) }
        isSecure = scheme == "https"
        let rest = text[colon...].dropFirst(3)
        let authority = rest.prefix { !"/?#\\".contains($0) }
        let behind = rest[authority.endIndex...]
        guard !authority.contains("@") else { throw .holdsUser }
        guard behind.first != "\\" else { throw .notAnAddress("it holds a backslash") }
        let (name, port) = try WebAddress.parts(of: authority)
        host = try WebAddress.host(name)
        self.port = port == (isSecure ? 443 : 80) ? nil : port
        target = WebAddress.target(behind.prefix { $0 != "#" })
    }

    package var text: String { site + target }

    /// Scheme, host and port: what has one `robots.txt`.
    package var site: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return (isSecure ? "https://" : "http://") + name + (port.map { ":\($0)" } ?? "")
    }

    /// Where `reference` leads from here, as a redirect or a link gives it.
    package func resolved(_ reference: String) throws(WebProblem) -> WebAddress {
        guard reference.utf8.count <= WebAddress.longest else {
            throw .notAnAddress("it is too long")
        }
        let whole = Address.resolved(reference, against: text)
        if let colon = whole.firstIndex(of: ":"), !whole[colon...].hasPrefix("://") {
            throw .otherScheme(whole[..<colon].lowercased())
        }
        return try WebAddress(whole)
    }

    /// The file of rules for programs at the same site.
    var robots: WebAddress { WebAddress(sameSiteAs: self, target: "/robots.txt") }

    private init(sameSiteAs other: WebAddress, target: String) {
        (isSecure, host, port) = (other.isSecure, other.host, other.port)
        self.target = target
    }

    /// Whether a word that a person gave is meant as an address and not as a path, also as one of
    /// a kind that is not fetched, which says so then.
    package static func isMeant(by word: String) -> Bool {
        let scheme = word.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
        }
        return scheme.first?.isLetter == true && word[scheme.endIndex...].hasPrefix("://")
    }

    // MARK: Parts

    private static func parts(
        of authority: Substring
    ) throws(WebProblem) -> (name: Substring, port: Int?) {
        var name = authority
        var digits: Substring = ""
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else {
                throw .notAnAddress("its host cannot be read")
            }
            name = authority[...end]
            digits = authority[end...].dropFirst()
            guard digits.isEmpty || digits.first == ":" else {
                throw .notAnAddress("its host cannot be read")
            }
            digits = digits.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            name = authority[..<colon]
            digits = authority[colon...].dropFirst()
        }
        if digits.isEmpty { return (name, nil) }
        guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(digits), (1...65535).contains(port)
        else { throw .notAnAddress("its port cannot be read") }
        return (name, port)
    }

    private static func host(_ written: Substring) throws(WebProblem) -> String {
        if written.first == "[" {
            guard let number = HostNumber(ipv6: String(written.dropFirst().dropLast())) else {
                throw .notAnAddress("its host cannot be read")
            }
            return number.text
        }
        guard var name = Punycode.hostName(String(written)), !name.isEmpty else {
            throw .notAnAddress("its host cannot be read")
        }
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253,
            labels.allSatisfy({ (1...63).contains($0.utf8.count) }), let last = labels.last
        else { throw .notAnAddress("its host cannot be read") }
        guard HostNumber.isNumeric(last) else { return name }
        guard let number = HostNumber(ipv4: name) else {
            throw .notAnAddress("its host cannot be read")
        }
        return number.text
    }

    /// What an address may not hold as it is becomes its percent code.
    private static func target(_ written: Substring) -> String {
        var bytes: [UInt8] = written.first == "/" ? [] : [UInt8(ascii: "/")]
        for byte in written.utf8 {
            if byte <= 0x20 || byte >= 0x7F || unsafe.contains(byte) {
                bytes += PercentCode.of(byte)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let unsafe = Array(#""<>\^`{|}"#.utf8)
}

/// Bytes as addresses write what they may not hold.
enum PercentCode {
    static func of(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// The value of a hexadecimal digit; nil for anything else.
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
