import Intake

/// Finds outlets cited in the body, and which outlet an article is from.
struct OutletFinder: Sendable {
    let dossier: Dossier
    private let domains: [String: Int]
    private let names: Phrases

    init(dossier: Dossier) {
        self.dossier = dossier
        var domains: [String: Int] = [:]
        var names: [(String, Int)] = []
        for (index, outlet) in dossier.outlets.enumerated() {
            for domain in outlet.domains where domains[domain.lowercased()] == nil {
                domains[domain.lowercased()] = index
            }
            names.append((outlet.name, index))
            names += outlet.aliases.map { ($0.text, index) }
        }
        self.domains = domains
        self.names = Phrases(names)
    }

    /// The dossier's id of the article's own outlet: by the host of its address, else by the
    /// outlet's name or domain as stated; nil when nothing fits.
    func home(of article: Article) -> String? {
        if let host = article.url.flatMap(OutletFinder.host), let index = outlet(ofHost: host) {
            return dossier.outlets[index].id
        }
        guard let stated = article.outlet else { return nil }
        if stated.contains("."), !stated.contains(" "),
            let index = outlet(ofHost: stated.lowercased())
        {
            return dossier.outlets[index].id
        }
        return outlet(named: stated).map { dossier.outlets[$0].id }
    }

    /// An id for an article's own outlet where the dossier has none: as a proposal would get it,
    /// without an article. Nil when the article states none.
    static func unlistedHome(of article: Article) -> String? {
        article.outlet.map { NameShapes.id(of: bare(Substring($0))) }
    }

    private static func bare(_ name: Substring) -> String {
        String(name.lowercased().hasPrefix("the ") ? name.dropFirst(4) : name)
    }

    /// Whether an outlet's id is that of the article's own, with or without an article.
    static func isHome(_ id: String, _ home: String?) -> Bool {
        home.map { id == $0 || id == "the-" + $0 } ?? false
    }

    /// The outlet whose domain the host is or lies under: "amp.example.org" is "example.org".
    private func outlet(ofHost host: String) -> Int? {
        var rest = Substring(host)
        while true {
            if let index = domains[String(rest)] { return index }
            guard let point = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: point)...]
        }
    }

    private func outlet(named name: String) -> Int? {
        let words = Tokeniser.tokens(of: name, lexicon: .english)
        guard !words.isEmpty else { return nil }
        if let exact = names.match(words[...]) { return exact }
        let isArticle = words[0].classes.contains(.determiner)
        return isArticle ? names.match(words.dropFirst()) : nil
    }

    /// The host of an address in small letters, without "www."; nil when there is none.
    static func host(of address: String) -> String? {
        let bytes = Array(address.utf8)
        let slash = UInt8(ascii: "/")
        let scheme = bytes.indices.dropLast(2).first {
            bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == slash && bytes[$0 + 2] == slash
        }
        guard let scheme else { return nil }
        let ends = [slash, UInt8(ascii: "?"), UInt8(ascii: "#")]
        var host = bytes[(scheme + 3)...].prefix { !ends.contains($0) }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        host = host.prefix { $0 != UInt8(ascii: ":") }
        let small = String(decoding: host, as: UTF8.self).lowercased()
        let bare = small.hasPrefix("www.") ? String(small.dropFirst(4)) : small
        return bare.isEmpty ? nil : bare
    }

    /// One finding for each outlet cited; the article's own outlet is never cited by itself.
    func findings(in reading: Reading, cast: Cast, home: String?) -> [OutletFinding] {
        var order: [Mention.Target] = []
        var mentions: [Mention.Target: [Mention]] = [:]
        for mention in cast.mentions where isOutlet(mention.target, cast) {
            if isMedium(mention, in: reading) { continue }
            if OutletFinder.isHome(cast.id(of: mention.target, in: dossier), home) { continue }
            if mentions[mention.target] == nil { order.append(mention.target) }
            mentions[mention.target, default: []].append(mention)
        }
        return order.compactMap { target in
            mentions[target].map { finding(target, $0, reading, cast) }
        }
    }

    private func isOutlet(_ target: Mention.Target, _ cast: Cast) -> Bool {
        switch target {
        case .outlet: true
        case .newcomer(let index): cast.newcomers[index].isOutlet
        case .participant, .place: false
        }
    }

    private static let to = Word("to")
    private static let slash = Word("/")

    /// "in a post on X", "Miller/Reuters": a platform carries words and a credit belongs to a
    /// picture; neither is who reports.
    private func isMedium(_ mention: Mention, in reading: Reading) -> Bool {
        let before = mention.tokens.lowerBound - 1
        if reading.word(before) == OutletFinder.slash { return true }
        guard case .outlet(let index) = mention.target, dossier.outlets[index].medium == "network"
        else { return false }
        return
            !(reading.word(before) == OutletFinder.to
            && reading.word(before - 1) == OutletFinder.according)
    }

    private static let according = Word("according")

    private func finding(
        _ target: Mention.Target, _ mentions: [Mention], _ reading: Reading, _ cast: Cast
    ) -> OutletFinding {
        let cue = mentions.lazy.compactMap {
            Citation.find(around: $0.tokens, in: reading, isWeak: false)
        }.first
        let isKnown = if case .newcomer = target { false } else { true }
        return OutletFinding(
            id: cast.id(of: target, in: dossier), name: cast.name(of: target, in: dossier),
            isKnown: isKnown, how: cue?.how ?? .named,
            basis: Basis(
                rule: cue == nil ? "outlet-name" : "outlet-beside-cue",
                cue: cue.map { reading.text(of: $0.tokens) },
                confidence: mentions.map(\.confidence).max() ?? 0,
                evidence: mentions.map { reading.evidence($0.tokens) }))
    }
}
