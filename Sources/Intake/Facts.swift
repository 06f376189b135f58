/// What is known of an article beside its text, gathered from the document, a wrapping format
/// and the caller.
struct Facts {
    var title: String?
    var outlet: String?
    var published: PublicationDate?
    var url: String?
    var language: String?
    var externalID: String?
    var kind = Article.Kind.report
    var authors: [String] = []
    var warnings: [IntakeWarning] = []

    /// What the caller states wins over what the document says.
    mutating func override(with stated: RawDocument.Statement) {
        title = stated.title ?? title
        outlet = stated.outlet ?? outlet
        published = stated.published ?? published
        url = stated.url ?? url
        externalID = stated.externalID ?? externalID
    }

    /// Reads a date in ISO form or as people write it; a warning when it cannot be read.
    mutating func setPublished(_ written: String) {
        if written.isEmpty { return }
        if let date = PublicationDate(edtf: written) ?? DateLine(written)?.date {
            published = date
        } else {
            warnings.append(
                IntakeWarning(
                    "The date “\(written.prefix(60))” cannot be read; write it as 2025-12-02."))
        }
    }

    /// `en`, from `en`, `en-GB`, `EN_us` or a common name; a warning when it is no code.
    mutating func setLanguage(_ written: String) {
        if written.isEmpty { return }
        let code = written.prefix { $0 != "-" && $0 != "_" }.lowercased()
        if code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            language = code
        } else if let known = Facts.languageNames[code] {
            language = known
        } else {
            warnings.append(
                IntakeWarning(
                    "The language “\(written.prefix(20))” is no code; write it as en or uk."))
        }
    }

    private static let languageNames = [
        "english": "en", "eng": "en", "russian": "ru", "rus": "ru", "ukrainian": "uk",
        "ukr": "uk", "german": "de", "deu": "de", "french": "fr", "fra": "fr", "spanish": "es",
        "spa": "es", "italian": "it", "ita": "it", "polish": "pl", "pol": "pl",
    ]

    /// The names in `Ann Lee and Bo Sun, Staff Writers`, with or without a "by" before them.
    static func names(in byline: String) -> [String] {
        let bytes = Array(byline.utf8)
        var names: [String] = []
        var start = hasBy(bytes) ? 3 : 0
        var index = start
        while start <= bytes.count {
            let length = index < bytes.count ? separatorLength(bytes, index) : 1
            if length == 0 {
                index += 1
                continue
            }
            let part = TextLines.trimmed(bytes, start..<index)
            let name = String(decoding: bytes[part], as: UTF8.self)
            if !part.isEmpty, !isRole(bytes, part), !names.contains(name) { names.append(name) }
            index += length
            start = index
        }
        return names
    }

    private static func hasBy(_ bytes: [UInt8]) -> Bool {
        bytes.count > 3 && bytes[0] | 0x20 == UInt8(ascii: "b")
            && bytes[1] | 0x20 == UInt8(ascii: "y") && bytes[2] == 0x20
    }

    /// Of a comma, semicolon, `&` or ` and ` at `index`; 0 for anything else.
    private static func separatorLength(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"): return 1
        case 0x20: return bytes[index...].starts(with: and) ? and.count : 0
        default: return 0
        }
    }

    private static let and = Array(" and ".utf8)

    private static func isRole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        Words(bytes, range).prints.last.map(roles.contains) ?? true
    }

    private static let roles = WordTable(
        "writer writers reporter reporters correspondent correspondents staff contributor press")
}

extension String {
    /// Without blanks and no-break spaces at both ends.
    var trimmingBlanks: String {
        let bytes = Array(utf8)
        let range = TextLines.trimmed(bytes, 0..<bytes.count)
        return range.count == bytes.count ? self : String(decoding: bytes[range], as: UTF8.self)
    }
}
