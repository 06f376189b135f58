/// The address of a screen: typed at the `:` line, given to `parley`, printed by `parley show`.
///
/// Written `parley:articles?q=nato`, `parley:article/1bee497e`, `parley:compare?a=…&b=…`.
/// `Address(text) == address` for every `text == address.text`.
package enum Address: Hashable, Sendable {
    case overview
    /// The articles that meet a query, as typed.
    case articles(query: String)
    /// An article by the beginning of its id, at a sentence from 0.
    case article(String, sentence: Int?)
    /// An article among the others, by the beginning of its id.
    case context(String)
    /// What was edited in an article, by the beginning of its id.
    case history(String)
    /// What the articles that meet a query hold on one of them, by id or name.
    case actor(String, query: String = "")
    case source(String, query: String = "")
    case point(String, query: String = "")
    /// Two to four articles by the beginnings of their ids; `by` names what stands beside what,
    /// nil for sentences.
    case comparison([String], by: String? = nil)
    /// Every fact on which articles differ.
    case clashes(query: String)
    /// Who speaks of what, in the articles that meet a query.
    case matrix(MatrixQuestion.Subject, query: String)
    /// What happened day by day, as the articles that meet a query tell it.
    case timeline(query: String)
    /// Who has it from whom, in the articles that meet a query.
    case chains(query: String)
    /// What became of each point from draft to draft, the n-th pair from 0, and which of the
    /// articles that meet a query report it.
    case drafts(pair: Int, query: String = "")
    /// Names that the dossier does not have.
    case proposals
    case help

    package static let scheme = "parley:"
    private static let columns = ["a", "b", "c", "d"]

    /// Nil when `text` does not begin with `parley:` or names no screen.
    package init?(_ text: String) {
        guard text.hasPrefix(Address.scheme) else { return nil }
        let rest = text.dropFirst(Address.scheme.count)
        let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = halves[0].split(separator: "/", maxSplits: 1).map { decoded(String($0)) }
        let values = halves.count > 1 ? Address.values(String(halves[1])) : [:]
        guard let screen = path.first else { return nil }
        let name = path.count > 1 ? path[1] : nil
        let query = values["q"] ?? ""
        switch (screen, name) {
        case ("overview", nil): self = .overview
        case ("articles", nil): self = .articles(query: query)
        case ("article", let id?):
            let sentence = values["sentence"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 - 1 : nil }
            self = .article(id, sentence: sentence)
        case ("context", let id?): self = .context(id)
        case ("history", let id?): self = .history(id)
        case ("actor", let id?): self = .actor(id, query: query)
        case ("source", let id?): self = .source(id, query: query)
        case ("point", let id?): self = .point(id, query: query)
        case ("compare", nil):
            let ids = Address.columns.prefix { values[$0] != nil }.compactMap { values[$0] }
            guard ids.count >= 2 else { return nil }
            self = .comparison(ids, by: values["by"])
        case ("clashes", nil): self = .clashes(query: values["q"] ?? "")
        case ("matrix", nil):
            guard let subject = MatrixQuestion.Subject(rawValue: values["of"] ?? "points") else {
                return nil
            }
            self = .matrix(subject, query: query)
        case ("timeline", nil): self = .timeline(query: query)
        case ("chains", nil): self = .chains(query: query)
        case ("drafts", nil):
            guard let pair = Int(values["pair"] ?? "1"), pair > 0 else { return nil }
            self = .drafts(pair: pair - 1, query: query)
        case ("proposals", nil): self = .proposals
        case ("help", nil): self = .help
        default: return nil
        }
    }

    /// The written form. Sentences count from 1, as people do.
    package var text: String {
        let rest =
            switch self {
            case .overview: "overview"
            case .articles(let query): "articles?q=\(encoded(query))"
            case .article(let id, let sentence):
                "article/\(encoded(id))" + (sentence.map { "?sentence=\($0 + 1)" } ?? "")
            case .context(let id): "context/\(encoded(id))"
            case .history(let id): "history/\(encoded(id))"
            case .actor(let id, let query): Address.text("actor/\(encoded(id))", query)
            case .source(let id, let query): Address.text("source/\(encoded(id))", query)
            case .point(let id, let query): Address.text("point/\(encoded(id))", query)
            case .comparison(let ids, let by):
                "compare?"
                    + zip(Address.columns, ids).map { "\($0)=\(encoded($1))" }
                    .joined(separator: "&") + (by.map { "&by=\(encoded($0))" } ?? "")
            case .clashes(let query): "clashes" + (query.isEmpty ? "" : "?q=\(encoded(query))")
            case .matrix(let subject, let query):
                "matrix?of=\(subject.rawValue)" + (query.isEmpty ? "" : "&q=\(encoded(query))")
            case .timeline(let query): Address.text("timeline", query)
            case .chains(let query): Address.text("chains", query)
            case .drafts(let pair, let query):
                "drafts?pair=\(pair + 1)" + (query.isEmpty ? "" : "&q=\(encoded(query))")
            case .proposals: "proposals"
            case .help: "help"
            }
        return Address.scheme + rest
    }

    private static func text(_ path: String, _ query: String) -> String {
        path + (query.isEmpty ? "" : "?q=\(encoded(query))")
    }

    private static func values(_ text: String) -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { values[decoded(String(parts[0]))] = decoded(String(parts[1])) }
        }
        return values
    }
}

/// RFC 3986: letters, digits and `-._~:` stay, every other byte becomes `%` and two digits.
private func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
        let scalar = Unicode.Scalar(byte)
        let isPlain =
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar) || "-._~:".unicodeScalars.contains(scalar)
        if isPlain {
            result.unicodeScalars.append(scalar)
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
    return result
}

/// Undoes `encoded`; a `+` is a blank, a `%` without two digits stays.
private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
        let byte = source[index]
        if byte == UInt8(ascii: "%"), index + 2 < source.count,
            let value = UInt8(
                String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            index += 3
        } else {
            bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
