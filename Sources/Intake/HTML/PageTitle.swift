/// Which of the titles of a page is the article's: the `h1` whose words stand in the document's
/// title; else `og:title` or the linked headline, without the site's name; else the only `h1`;
/// else the document's title.
struct PageTitle {
    let title: String?

    init(_ metadata: PageMetadata, outlet: String?) {
        let headlines = metadata.headlines.map { PageMetadata.clean(metadata.page.text(in: $0)) }
            .filter { !$0.isEmpty && $0.utf8.count <= 400 }
        let document = metadata.documentTitle
        if let found = headlines.first(where: { PageTitle.stands($0, in: document) }) {
            title = found
            return
        }
        let stated =
            metadata.first(["og:title"])
            ?? metadata.article.flatMap { metadata.linked.text("headline", of: $0) }
            ?? metadata.first([
                "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title",
                "title", "headline",
            ])
        if let stated {
            title = PageTitle.withoutSite(PageMetadata.clean(stated), outlet)
        } else if headlines.count == 1 {
            title = headlines[0]
        } else {
            title = document.map { PageTitle.withoutSite($0, outlet) }
        }
    }

    /// Whether all words of a headline of two words and more stand in `title`, in their order.
    private static func stands(_ headline: String, in title: String?) -> Bool {
        guard let title else { return false }
        let words = words(headline)
        return words.count > 1 && Words.contains(PageTitle.words(title), words)
    }

    private static func words(_ text: String) -> [UInt64] {
        let bytes = Array(text.lowercased().utf8)
        return Words(bytes, bytes.indices).prints
    }

    /// `Headline` of `Headline | Site` and `Site: Headline`, where the outlet is known or the mark
    /// is one that headlines do not have.
    static func withoutSite(_ title: String, _ outlet: String?) -> String {
        for mark in [" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • ", ": "] {
            let parts = title.components(partedBy: mark)
            guard parts.count > 1 else { continue }
            if let outlet {
                let name = words(outlet)
                if words(parts[parts.count - 1]) == name {
                    return parts.dropLast().joined(separator: mark)
                }
                if words(parts[0]) == name { return parts.dropFirst().joined(separator: mark) }
            } else if mark == " | " || mark == " :: " || mark == " » " {
                let longest = parts.max { $0.utf8.count < $1.utf8.count } ?? title
                return longest
            }
        }
        return title
    }
}

extension Words {
    /// Whether a run of prints stands in another.
    static func contains(_ all: [UInt64], _ phrase: [UInt64]) -> Bool {
        guard let first = phrase.first, phrase.count <= all.count else { return false }
        for start in 0...(all.count - phrase.count) where all[start] == first {
            if all[start...].starts(with: phrase) { return true }
        }
        return false
    }
}

extension String {
    /// The parts between the places where `mark` stands.
    func components(partedBy mark: String) -> [String] {
        let bytes = Array(utf8)
        let wanted = Array(mark.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += wanted.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }
}
