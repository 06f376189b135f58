/// What a site's `robots.txt` lets a program read (RFC 9309), and how fast.
///
/// Rules of the groups that name the program count; where none does, those for everybody. The
/// longest rule that fits a path wins, and of two as long the one that allows. What cannot be read
/// is passed over.
package struct Robots: Equatable, Sendable {
    private struct Rule: Equatable {
        var allows: Bool
        /// In small steps: `*` stands for anything, a final `$` for the end.
        var pattern: [UInt8]
    }

    private var rules: [Rule] = []
    /// Seconds between two requests that the file asks for; nil when it does not. No part of the
    /// standard, and widely used.
    package private(set) var delay: Int?

    /// As RFC 9309, section 2.5 wants it: what is behind the first 500 KiB is not looked at.
    static let longest = 500 << 10
    /// Seconds that what a site said counts without being asked for again (RFC 9309, section 2.4).
    package static let freshness = 86_400
    /// Seconds that it counts while the site's server is at fault (RFC 9309, section 2.3.1.4).
    package static let longestMemory = 30 * 86_400
    /// Bytes compared for one path; beyond that the file means harm, and nothing is read.
    private static let mostSteps = 20_000_000

    /// A site without rules.
    package init() {}

    /// The rules that `bytes` hold for the program whose name is `agent`.
    package init(_ bytes: [UInt8], for agent: String) {
        let agent = agent.lowercased()
        var groups: [(names: [String], rules: [Rule], delay: Int?)] = []
        var isNaming = false
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        for line in text.prefix(Robots.longest).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        {
            guard let (key, value) = Robots.field(line) else { continue }
            switch key {
            case "user-agent":
                if !isNaming { groups.append(([], [], nil)) }
                isNaming = true
                groups[groups.count - 1].names.append(Robots.productName(value))
            case "allow", "disallow":
                isNaming = false
                guard !groups.isEmpty, !value.isEmpty else { continue }
                let rule = Rule(allows: key == "allow", pattern: Robots.plain(value))
                groups[groups.count - 1].rules.append(rule)
            case "crawl-delay":
                isNaming = false
                let digits = value.prefix { $0 >= 0x30 && $0 <= 0x39 }
                guard !groups.isEmpty, let seconds = Int(String(decoding: digits, as: UTF8.self))
                else { continue }
                groups[groups.count - 1].delay = seconds
            default: break
            }
        }
        let own = groups.filter { $0.names.contains(agent) }
        let chosen = own.isEmpty ? groups.filter { $0.names.contains("*") } : own
        rules = chosen.flatMap(\.rules)
        delay = chosen.compactMap(\.delay).max()
    }

    /// Whether the path and query of an address may be read.
    package func allows(_ target: String) -> Bool {
        let path = Robots.plain(Array(target.utf8)[...])
        if path == Array("/robots.txt".utf8) { return true }
        var steps = 0
        var longest = -1
        var isAllowed = true
        for rule in rules where rule.pattern.count >= longest {
            if rule.pattern.count == longest, isAllowed || !rule.allows { continue }
            guard Robots.fits(rule.pattern, path, &steps) else { continue }
            (longest, isAllowed) = (rule.pattern.count, rule.allows)
        }
        return isAllowed && steps < Robots.mostSteps
    }

    // MARK: Reading

    /// `key: value` without comment and blanks, the key in small letters.
    private static func field(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let line = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = String(decoding: trimmed(line[..<colon]), as: UTF8.self).lowercased()
        return (key, trimmed(line[(colon + 1)...]))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return [] }
        return bytes[...last].drop { $0 <= 0x20 }
    }

    /// Of `Parley/1.0` the `parley`; a star stays a star.
    private static func productName(_ value: ArraySlice<UInt8>) -> String {
        if value.first == UInt8(ascii: "*") { return "*" }
        let name = value.prefix { byte in
            (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    // MARK: Matching

    /// Spelled in one way: percent codes of plain letters, digits and `-._~` become those, all
    /// others have capital digits, and bytes beyond ASCII become codes.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = PercentCode.value(bytes[index + 1]),
                let low = PercentCode.value(bytes[index + 2])
            {
                let coded = high << 4 | low
                output += isUnreserved(coded) ? [coded] : PercentCode.of(coded)
                index += 3
                continue
            }
            output += byte >= 0x7F ? PercentCode.of(byte) : [byte]
            index += 1
        }
        return output
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || "-._~".utf8.contains(byte)
    }

    /// Whether the pattern fits the beginning of the path. Goes back to the last star only, which
    /// is enough for stars and keeps the work to the product of both lengths.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8], _ steps: inout Int) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let end = isAnchored ? pattern.count - 1 : pattern.count
        var (p, t) = (0, 0)
        var star: (pattern: Int, path: Int)?
        while steps < mostSteps {
            steps += 1
            if p == end, !isAnchored || t == path.count { return true }
            if p < end, pattern[p] == UInt8(ascii: "*") {
                star = (p + 1, t)
                p += 1
            } else if p < end, t < path.count, pattern[p] == path[t] {
                p += 1
                t += 1
            } else if let last = star, last.path < path.count {
                star = (last.pattern, last.path + 1)
                (p, t) = (last.pattern, last.path + 1)
            } else {
                return false
            }
        }
        return false
    }
}
