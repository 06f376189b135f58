/// Addresses as keys: two that lead to the same article give the same key.
enum Address {
    /// Scheme and host in small letters, without fragment, tracking parameters and a lone final
    /// slash; otherwise as it stands.
    static func key(_ url: String) -> String {
        let address = url.prefix { $0 != "#" }
        guard let scheme = address.range(of: "://") else { return String(address).trimmingBlanks }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        var path = rest[host.endIndex...]
        var query: Substring = ""
        if let mark = path.firstIndex(of: "?") {
            query = path[path.index(after: mark)...]
            path = path[..<mark]
        }
        if path == "/" { path = "" }
        let kept = query.split(separator: "&").filter { !isTracking($0) }.joined(separator: "&")
        let head = address[..<scheme.upperBound].lowercased() + host.lowercased()
        return head + path + (kept.isEmpty ? "" : "?" + kept)
    }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || tracking.contains(name)
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid",
        "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "ocid", "ncid", "smid", "smtyp", "spm", "ref",
        "ref_src", "referrer", "xtor", "wt_mc", "at_medium", "at_campaign", "ito", "icid",
    ]
}

extension Substring {
    /// Where `needle` first stands.
    fileprivate func range(of needle: String) -> Range<Index>? { firstRange(of: needle) }
}
