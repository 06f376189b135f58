/// Which of the titles of a page is the article's: the `h1` whose words stand in the document's
/// title; else the title for catalogues (Dublin Core), `og:title` or the linked headline, without
/// the site's name; else the only `h1`; else the document's title.
struct PageTitle {
    let title: String?

    init(_ metadata: PageMetadata, outlet: String?) {
        let document = metadata.documentTitle
        let stated =
            metadata.first(["dc.title", "dcterms.title", "dcterm.title", "og.title"])
            ?? metadata.article.flatMap { metadata.linked.text("headline", of: $0) }
            ?? metadata.first([
                "twitter.title", "parsely-title", "sailthru.title", "title", "headline",
            ])
        let headlines = PageTitle.headlines(metadata, outlet)
        let confirmed = headlines.filter { PageTitle.stands($0, in: document) }
        let whole = stated.map { PageTitle.withoutSite($0, outlet) }
        if let longest = PageTitle.longest(confirmed) {
            title = PageTitle.isPart(longest, of: whole) ? whole : longest
        } else if let whole {
            title = whole
        } else {
            title = PageTitle.unstated(
                headlines, document.map { PageTitle.withoutSite($0, outlet) })
        }
    }

    /// The first of equals.
    private static func longest(_ titles: [String]) -> String? {
        let most = titles.map(\.utf8.count).max()
        return titles.first { $0.utf8.count == most }
    }

    /// The texts of the `h1`; where there is none, or it names the site only, of `h2` as well.
    private static func headlines(_ metadata: PageMetadata, _ outlet: String?) -> [String] {
        func texts(_ nodes: [Int]) -> [String] {
            nodes.map { withoutMarks(PageMetadata.clean(metadata.page.text(in: $0))) }
                .filter { !$0.isEmpty && $0.utf8.count <= 400 }
        }
        let site = outlet.map(words)
        let first = texts(metadata.headlines).filter { words($0) != site }
        if first.contains(where: { words($0).count > 2 }) { return first }
        return first + texts(metadata.subheadlines).filter { words($0).count > 2 }
    }

    /// Without the sign that links to the headline itself.
    private static func withoutMarks(_ headline: String) -> String {
        var text = headline
        while let last = text.last, last == "¶" || last == "#" || last == " " { text.removeLast() }
        return text
    }

    /// Whether a headline is half of a title or less: the other half stands in another element.
    private static func isPart(_ headline: String, of title: String?) -> Bool {
        guard let title else { return false }
        return words(headline).count * 2 <= words(title).count && stands(headline, in: title)
    }

    /// The only headline, unless the document's title shares no word with it and says more.
    private static func unstated(_ headlines: [String], _ document: String?) -> String? {
        guard let document else { return headlines.first }
        guard headlines.count == 1 else { return document }
        let headline = words(headlines[0])
        let title = words(document)
        let isShared = headline.contains { title.contains($0) && !StopWords.contains($0) }
        return headline.count <= title.count && !isShared ? document : headlines[0]
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
                if isSite(parts[parts.count - 1], outlet) {
                    return parts.dropLast().joined(separator: mark)
                }
                if isSite(parts[0], outlet) { return parts.dropFirst().joined(separator: mark) }
            } else if mark == " | " || mark == " :: " || mark == " » " {
                return parts.max { $0.utf8.count < $1.utf8.count } ?? title
            } else if mark != ": ", let last = parts.last, words(last).count < 4 {
                let rest = parts.dropLast().joined(separator: mark)
                if words(rest).count > 4 { return rest }
            }
        }
        return title
    }

    /// Whether a part of a title is the outlet's name, or begins it, or begins with it.
    private static func isSite(_ part: String, _ outlet: String) -> Bool {
        let part = words(part)
        let name = words(outlet)
        return !part.isEmpty && !name.isEmpty
            && (part.starts(with: name) || name.starts(with: part))
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
