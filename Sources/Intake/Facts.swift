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
        let hasBy = byline.prefix(3).lowercased() == "by "
        let separated = byline.dropFirst(hasBy ? 3 : 0).replacing(" and ", with: ",").replacing(
            " & ", with: ","
        )
        .replacing(";", with: ",")
        var names: [String] = []
        for part in separated.split(separator: ",") {
            let name = String(part).trimmingBlanks
            if !name.isEmpty, !isRole(name), !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func isRole(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let words = Words(bytes, 0..<bytes.count)
        return words.prints.last.map(roles.contains) ?? true
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
