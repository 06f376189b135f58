/// The lines between two `---` lines at the head of a Markdown file, as `key: value`.
///
/// Known keys are `title`, `outlet`, `published` (or `date`), `url`, `language`, `kind` and
/// `author` or `authors` (a list in brackets, parted by commas, or one `- name` a line). A key
/// without a value states nothing. Other keys are left alone.
struct FrontMatter {
    private(set) var facts = Facts()
    /// The byte at which the text below it begins.
    let end: Int

    /// More lines than this are no front matter.
    private static let mostLines = 100

    /// Nil when the text, blank lines aside, does not begin with front matter. Any bytes will do.
    init?(_ bytes: [UInt8]) {
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return nil }
        var (first, position) = FrontMatter.line(bytes, start)
        guard first == "---" else { return nil }
        var fields: [(key: String, value: String)] = []
        for _ in 0..<FrontMatter.mostLines where position < bytes.count {
            let (text, next) = FrontMatter.line(bytes, position)
            position = next
            if text == "---" || text == "..." {
                end = min(position, bytes.count)
                for field in fields { set(field.key, field.value) }
                return
            }
            if text.isEmpty || text.hasPrefix("#") { continue }
            if text.hasPrefix("- "), !fields.isEmpty {
                let separator = fields[fields.count - 1].value.isEmpty ? "" : ", "
                fields[fields.count - 1].value += separator + text.dropFirst(2)
            } else if let field = FrontMatter.field(text) {
                fields.append(field)
            } else {
                return nil
            }
        }
        return nil
    }

    /// The line that begins at `start`, trimmed, and where the next one begins.
    private static func line(_ bytes: [UInt8], _ start: Int) -> (text: String, next: Int) {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        guard end - start <= 4096 else { return ("", end + 1) }
        let range = TextLines.trimmed(bytes, start..<end)
        return (String(decoding: bytes[range], as: UTF8.self), end + 1)
    }

    private static func field(_ line: String) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = String(line[..<colon]).trimmingBlanks.lowercased()
        let isKey = key.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D }
        guard !key.isEmpty, isKey else { return nil }
        return (key, unquoted(String(line[line.index(after: colon)...]).trimmingBlanks))
    }

    private static func unquoted(_ value: String) -> String {
        for mark in ["\"", "'"] where value.utf8.count > 1 {
            if value.hasPrefix(mark), value.hasSuffix(mark) {
                return String(value.dropFirst().dropLast())
            }
        }
        return value == "null" || value == "~" ? "" : value
    }

    private mutating func set(_ key: String, _ value: String) {
        if value.isEmpty { return }
        switch key {
        case "title": facts.title = value
        case "outlet", "source": facts.outlet = value
        case "published", "date": facts.setPublished(value)
        case "url": facts.url = value
        case "language", "lang": facts.setLanguage(value)
        case "kind": setKind(value)
        case "author", "authors": setAuthors(value)
        default: break
        }
    }

    private mutating func setKind(_ value: String) {
        if let kind = Article.Kind(rawValue: value.lowercased()) {
            facts.kind = kind
        } else {
            facts.warnings.append(
                IntakeWarning("The kind “\(value.prefix(20))” is neither report nor digest."))
        }
    }

    private mutating func setAuthors(_ value: String) {
        var list = value
        if list.hasPrefix("["), list.hasSuffix("]") { list = String(list.dropFirst().dropLast()) }
        facts.authors = Facts.names(in: list).map(FrontMatter.unquoted)
    }
}
