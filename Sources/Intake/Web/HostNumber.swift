/// The number of a computer on the net: of IPv4 or of IPv6.
package struct HostNumber: Hashable, Sendable {
    /// 4 or 16 of them.
    package let bytes: [UInt8]

    /// Nil unless there are 4 or 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Whether the last label of a name makes all of it a number, as browsers and the C library
    /// read it: `1`, `0x7f`, `017`.
    static func isNumeric(_ label: some StringProtocol) -> Bool {
        let bytes = Array(label.utf8)
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        return bytes.starts(with: "0x".utf8)
            && bytes.dropFirst(2).allSatisfy { PercentCode.value($0) != nil }
    }

    /// Reads one to four numbers with dots between them, each decimal, octal (`017`) or
    /// hexadecimal (`0x7f`), the last of which fills what is left: as `inet_aton` does. Nil for
    /// anything else.
    init?(ipv4 text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap(HostNumber.number)
        guard (1...4).contains(parts.count), numbers.count == parts.count,
            let last = numbers.last, numbers.dropLast().allSatisfy({ $0 <= 255 }),
            last < 1 << (8 * UInt64(5 - parts.count))
        else { return nil }
        var value = last
        for (index, number) in numbers.dropLast().enumerated() {
            value |= number << (24 - 8 * UInt64(index))
        }
        bytes = (0..<4).map { UInt8(value >> (24 - 8 * UInt64($0)) & 255) }
    }

    private static func number(_ text: Substring) -> UInt64? {
        guard text.utf8.count <= 16, isNumeric(text) else { return nil }
        if text.hasPrefix("0x") {
            return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16)
        }
        return UInt64(text, radix: text.hasPrefix("0") && text.count > 1 ? 8 : 10)
    }

    /// Reads IPv6 as RFC 4291, section 2.2 writes it, without a zone. Nil for anything else.
    init?(ipv6 text: String) {
        guard text.utf8.count <= 45, let (head, tail) = HostNumber.halves(of: text),
            let start = HostNumber.groups(head, mayEndInIPv4: tail == nil)
        else { return nil }
        guard let tail else {
            guard start.count == 16 else { return nil }
            bytes = start
            return
        }
        guard let end = HostNumber.groups(tail, mayEndInIPv4: true), start.count + end.count <= 14
        else { return nil }
        bytes = start + Array(repeating: 0, count: 16 - start.count - end.count) + end
    }

    /// Before and behind `::`, which stands for all zeros that are missing; nil when it stands
    /// there twice.
    private static func halves(of text: String) -> (Substring, Substring?)? {
        let bytes = Array(text.utf8)
        let places = bytes.indices.dropLast().filter {
            bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: ":")
        }
        guard let place = places.first else { return (text[...], nil) }
        guard places.count == 1 else { return nil }
        return (
            Substring(String(decoding: bytes[..<place], as: UTF8.self)),
            Substring(String(decoding: bytes[(place + 2)...], as: UTF8.self))
        )
    }

    /// The bytes of groups with colons between them, the last of which may be IPv4; empty for
    /// nothing, nil for what is none.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() {
            if mayEndInIPv4, group.contains("."), index == groups.count - 1 {
                guard group.split(separator: ".").count == 4,
                    let number = HostNumber(ipv4: String(group))
                else { return nil }
                bytes += number.bytes
            } else {
                guard (1...4).contains(group.utf8.count), let value = UInt16(group, radix: 16),
                    group.first != "+"
                else { return nil }
                bytes += [UInt8(value >> 8), UInt8(value & 255)]
            }
        }
        return bytes
    }

    /// `192.0.2.1`, or all eight groups of IPv6 but for the longest run of zeros (RFC 5952).
    package var text: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
        var zeros = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || groups[index] != 0 {
            if index - start > max(1, zeros.count) { zeros = start..<index }
            start = index + 1
        }
        let words = groups.map { String($0, radix: 16) }
        if zeros.isEmpty { return words.joined(separator: ":") }
        return words[..<zeros.lowerBound].joined(separator: ":") + "::"
            + words[zeros.upperBound...].joined(separator: ":")
    }
}
