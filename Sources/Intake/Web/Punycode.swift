/// Names of hosts in other letters as the net knows them (RFC 3492 and, as far as programs that
/// only look names up need it, RFC 5891).
enum Punycode {
    /// In small ASCII letters, each label in other letters as `xn--…`. Nil when the name holds what
    /// no name of a host holds: signs, full-width digits, dots of other scripts.
    static func hostName(_ name: String) -> String? {
        guard name.utf8.count <= 1024 else { return nil }
        var labels: [String] = []
        for label in name.lowercased().split(separator: ".", omittingEmptySubsequences: false) {
            let scalars = Array(label.unicodeScalars)
            guard scalars.allSatisfy(isAllowed) else { return nil }
            if scalars.allSatisfy(\.isASCII) {
                labels.append(String(label))
            } else {
                guard let code = encoded(scalars) else { return nil }
                labels.append("xn--" + code)
            }
        }
        return labels.joined(separator: ".")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "-" || scalar == "_"
        }
        // What folding changes would be another name than the one that is shown.
        let properties = scalar.properties
        return !properties.changesWhenNFKCCaseFolded
            && (properties.isAlphabetic || properties.generalCategory == .nonspacingMark)
    }

    /// RFC 3492, section 6.3, with the parameters of section 5. Nil for a label that is too long.
    static func encoded(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 63 else { return nil }
        let points = scalars.map { Int($0.value) }
        var output = points.filter { $0 < 128 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (n, delta, bias, handled) = (128, 0, 72, basic)
        while handled < points.count {
            guard let next = points.filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for point in points {
                if point < n { delta += 1 }
                guard point == n else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
        var (rest, k) = (delta, 36)
        while true {
            let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }
}
