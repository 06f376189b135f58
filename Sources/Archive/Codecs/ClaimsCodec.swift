import Analysis

/// What an article may clash with others on, as one compact blob. Derived and rebuildable.
enum ClaimsCodec {
    /// Raised with every change of the layout below or of what claims hold.
    static let format = 3

    static func bytes(of claims: ArticleClaims) -> [UInt8] {
        var blob = BlobWriter()
        blob.number(format)
        blob.flag(claims.day != nil)
        if let day = claims.day { blob.signed(day) }
        blob.list(claims.subjects) { $0.fixed($1) }
        blob.list(claims.claims) { $0.claim($1) }
        blob.list(claims.words) { $0.fixed($1) }
        return blob.bytes
    }

    /// Throws `MalformedBlob` when `bytes` are not whole claims of this format.
    static func claims(from bytes: [UInt8]) throws -> ArticleClaims {
        var blob = BlobReader(bytes)
        guard try blob.number() == format else { throw MalformedBlob(offset: 0) }
        let day = try blob.flag() ? try blob.signed() : nil
        let claims = ArticleClaims(
            day: day, subjects: try blob.list { try $0.fixed() },
            claims: try blob.list { try $0.claim() },
            words: try blob.list { try $0.fixed() })
        guard blob.isAtEnd else { throw MalformedBlob(offset: bytes.count) }
        return claims
    }
}

/// Which parts of a claim are written: most matters need few.
private struct Parts: OptionSet {
    let rawValue: UInt8
    static let text = Parts(rawValue: 1 << 0)
    static let value = Parts(rawValue: 1 << 1)
    static let draft = Parts(rawValue: 1 << 2)
    static let detail = Parts(rawValue: 1 << 3)
    static let number = Parts(rawValue: 1 << 4)
    static let end = Parts(rawValue: 1 << 5)
    static let words = Parts(rawValue: 1 << 6)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of claim: Claim) {
        self = []
        if !claim.text.isEmpty { insert(.text) }
        if !claim.value.isEmpty { insert(.value) }
        if claim.draft != nil { insert(.draft) }
        if claim.detail != nil { insert(.detail) }
        if claim.number != 0 { insert(.number) }
        if claim.end != 0 { insert(.end) }
        if !claim.words.isEmpty { insert(.words) }
    }
}

extension BlobWriter {
    fileprivate mutating func claim(_ claim: Claim) {
        let parts = Parts(of: claim)
        byte(claim.matter.rawValue)
        byte(parts.rawValue)
        byte(claim.traits.rawValue)
        string(claim.about)
        list(claim.sentences) { $0.number($1) }
        range(claim.range)
        if parts.contains(.text) { string(claim.text) }
        if parts.contains(.value) { string(claim.value) }
        if parts.contains(.draft) { string(claim.draft) }
        if parts.contains(.detail) { string(claim.detail) }
        if parts.contains(.number) { double(claim.number) }
        if parts.contains(.end) { double(claim.end) }
        if parts.contains(.words) { list(claim.words) { $0.fixed($1) } }
    }
}

extension BlobReader {
    fileprivate mutating func claim() throws -> Claim {
        guard let matter = Claim.Matter(rawValue: try byte()) else {
            throw MalformedBlob(offset: 0)
        }
        let parts = Parts(rawValue: try byte())
        let traits = Claim.Traits(rawValue: try byte())
        return Claim(
            matter, about: try text(), sentences: try list { try $0.number() },
            range: try range(), text: parts.contains(.text) ? try text() : "",
            value: parts.contains(.value) ? try text() : "",
            draft: parts.contains(.draft) ? try string() : nil,
            detail: parts.contains(.detail) ? try string() : nil,
            number: parts.contains(.number) ? try double() : 0,
            end: parts.contains(.end) ? try double() : 0,
            words: parts.contains(.words) ? try list { try $0.fixed() } : [], traits: traits)
    }
}
