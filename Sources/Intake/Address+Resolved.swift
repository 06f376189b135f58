extension Address {
    /// `reference` as seen from the page at `base`: RFC 3986, section 5.2. It stays as it is when
    /// it has a scheme of its own, or when there is no base with a scheme.
    static func resolved(_ reference: String, against base: String?) -> String {
        let reference = reference.trimmingBlanks
        guard let base, let root = Parts(base.trimmingBlanks), root.scheme != nil,
            let target = Parts(reference), target.scheme == nil
        else { return reference }
        var result = root
        result.fragment = target.fragment
        if target.authority != nil {
            (result.authority, result.path, result.query) = (
                target.authority, dotless(target.path), target.query
            )
        } else if target.path.isEmpty {
            result.query = target.query ?? root.query
        } else {
            result.path = dotless(merged(target.path, root))
            result.query = target.query
        }
        return result.text
    }

    /// A relative path behind the last slash of the base's.
    private static func merged(_ path: String, _ base: Parts) -> String {
        if path.hasPrefix("/") { return path }
        if base.path.isEmpty, base.authority != nil { return "/" + path }
        guard let slash = base.path.lastIndex(of: "/") else { return path }
        return base.path[...slash] + path
    }

    /// Without `.` and `..`, which never lead above the root.
    private static func dotless(_ path: String) -> String {
        guard path.contains("/.") || path.hasPrefix(".") else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 || kept.first.map({ !$0.isEmpty }) ?? false { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// The parts of an address, split as RFC 3986, appendix B does.
    private struct Parts {
        var scheme: String?
        var authority: String?
        var path: String
        var query: String?
        var fragment: String?

        init?(_ text: String) {
            guard text.utf8.count <= 8192 else { return nil }
            var rest = text[...]
            if let mark = rest.firstIndex(of: "#") {
                fragment = String(rest[rest.index(after: mark)...])
                rest = rest[..<mark]
            }
            if let mark = rest.firstIndex(of: "?") {
                query = String(rest[rest.index(after: mark)...])
                rest = rest[..<mark]
            }
            let head = rest.prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
            }
            if head.first?.isLetter == true, rest[head.endIndex...].hasPrefix(":") {
                scheme = String(head)
                rest = rest[head.endIndex...].dropFirst()
            }
            if rest.hasPrefix("//") {
                let name = rest.dropFirst(2).prefix { $0 != "/" }
                authority = String(name)
                rest = rest[name.endIndex...]
            }
            path = String(rest)
        }

        var text: String {
            (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
                + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
        }
    }
}
