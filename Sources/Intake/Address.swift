/// Addresses as keys: two that lead to the same article give the same key.
enum Address {
    /// Scheme and host in small letters, without fragment, tracking parameters and a lone final
    /// slash; otherwise as it stands. Without a scheme only the fragment goes.
    static func key(_ url: String) -> String {
        var bytes = Array(url.utf8)
        if let mark = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes.removeSubrange(mark...) }
        let range = TextLines.trimmed(bytes, bytes.indices)
        guard let hostStart = hostStart(bytes, range) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        let isPathMark = { (byte: UInt8) in
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
        }
        let hostEnd = bytes[hostStart..<range.upperBound].firstIndex(where: isPathMark)
        let pathStart = hostEnd ?? range.upperBound
        let query = bytes[pathStart..<range.upperBound].firstIndex(of: UInt8(ascii: "?"))
        let pathEnd = query ?? range.upperBound
        var key = bytes[range.lowerBound..<pathStart].map(small)
        if pathEnd - pathStart > 1 { key += bytes[pathStart..<pathEnd] }
        if let query { append(bytes[query + 1..<range.upperBound], to: &key) }
        return String(decoding: key, as: UTF8.self)
    }

    /// Where the host begins behind `://`.
    private static func hostStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")),
            colon + 2 < range.upperBound, bytes[colon + 1] == UInt8(ascii: "/"),
            bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        return colon + 3
    }

    /// The parameters that do not track.
    private static func append(_ query: ArraySlice<UInt8>, to key: inout [UInt8]) {
        var mark = UInt8(ascii: "?")
        for parameter in query.split(separator: UInt8(ascii: "&")) where !isTracking(parameter) {
            key.append(mark)
            key += parameter
            mark = UInt8(ascii: "&")
        }
    }

    private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = parameter.prefix { $0 != UInt8(ascii: "=") }.map(small)
        return name.starts(with: "utm_".utf8) || tracking.contains(name, name.indices)
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static let tracking = WordTable(
        """
        fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid mc_cid mc_eid _ga _gl cmpid
        ocid ncid smid smtyp spm ref ref_src referrer xtor wt_mc at_medium at_campaign ito icid
        """)
}
