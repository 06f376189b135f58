import Screens
import Testing

@testable import parley

struct `Reports as HTML` {
    @Test(arguments: hostileTexts + steeringTexts)
    func `it is well formed, and texts stay texts`(text: String) throws {
        let page = try #require(HTMLReader(ReportHTML(report: .sample(text)).text))
        let shown = Sanitiser.visible(text)
        #expect(page.texts(in: "h1") == [shown])
        #expect(page.texts(in: "title") == [shown])
        #expect(page.texts(in: "h2") == [shown, "Where each sentence stands"])
        let plain = HTMLReader(ReportHTML(report: .sample("plain words")).text)
        #expect(
            page.tags.filter { $0 != "mark" } == plain?.tags.filter { $0 != "mark" } || text.isEmpty
        )
    }

    @Test(arguments: hostileTexts)
    func `it runs nothing, fetches nothing and sends nobody elsewhere`(text: String) throws {
        let page = try #require(HTMLReader(ReportHTML(report: .sample(text)).text))
        let known: Set = [
            "html", "head", "meta", "title", "style", "body", "header", "h1", "bdi", "dl", "div",
            "dt", "dd", "code", "p", "main", "section", "h2", "table", "thead", "tr", "th",
            "tbody", "td", "ul", "li", "sup", "a", "mark", "cite", "footer", "ol",
        ]
        #expect(known.isSuperset(of: page.tags))
        #expect(page.attributes.allSatisfy { !$0.name.hasPrefix("on") && $0.name != "src" })
        #expect(page.attributes.filter { $0.name == "href" }.allSatisfy { $0.value.hasPrefix("#") })
        #expect(
            page.texts(in: "style").allSatisfy { !$0.contains("url(") && !$0.contains("@import") })
    }

    @Test func `a screen reader finds language, headings and headed tables`() throws {
        let page = try #require(HTMLReader(ReportHTML(report: .sample("words")).text))
        #expect(page.attributes.contains { $0.name == "lang" && $0.value == "en" })
        let scopes = page.attributes.filter { $0.name == "scope" }.map(\.value)
        #expect(scopes.count { $0 == "col" } == 5)
        #expect(scopes.count { $0 == "row" } == 2)
        let ids = page.attributes.filter { $0.name == "id" }.map(\.value)
        #expect(Set(ids).count == ids.count)
        let links = page.attributes.filter { $0.name == "href" || $0.name == "aria-labelledby" }
        for link in links { #expect(ids.contains(String(link.value.drop { $0 == "#" }))) }
    }

    @Test func `each sentence leads to outlet, date, article and characters`() throws {
        let page = try #require(HTMLReader(ReportHTML(report: .sample("words")).text))
        #expect(
            page.texts(in: "li").contains(
                "words, 2025-12-02, retold by us, article 1bee497e55fabfae, sentence 8, "
                    + "characters 411–416"))
    }
}

/// A strict reader of the little HTML that is written: every tag closed in order, every attribute
/// in double quotes, every reference known.
struct HTMLReader {
    private(set) var tags: [String] = []
    private(set) var attributes: [(name: String, value: String)] = []
    private var found: [(path: [String], text: String)] = []

    /// Nil where it is not well formed.
    init?(_ page: String) {
        guard page.hasPrefix("<!DOCTYPE html>\n") else { return nil }
        var rest = page.dropFirst("<!DOCTYPE html>".count)
        var open: [String] = []
        while let character = rest.first {
            if character != "<" {
                let text = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(text.count)
                guard let words = HTMLReader.decoded(text, isRaw: open.last == "style") else {
                    return nil
                }
                found.append((open, words))
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { return nil }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                if open.popLast() != String(tag.dropFirst()) { return nil }
                continue
            }
            let name = String(tag.prefix { $0 != " " })
            guard readAttributes(tag.dropFirst(name.count)) else { return nil }
            tags.append(name)
            found.append((open + [name], ""))
            if name != "meta" && name != "br" { open.append(name) }
        }
        if !open.isEmpty { return nil }
    }

    private mutating func readAttributes(_ text: Substring) -> Bool {
        var rest = text.drop { $0 == " " }
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(name.count + 1)
            guard rest.first == "\"" else { return false }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: "\""),
                let value = HTMLReader.decoded(rest[..<end], isRaw: false)
            else { return false }
            attributes.append((String(name), value))
            rest = rest[rest.index(after: end)...].drop { $0 == " " }
        }
        return true
    }

    private static func decoded(_ text: Substring, isRaw: Bool) -> String? {
        if isRaw { return String(text) }
        var result = String(text)
        for (name, sign) in ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"] {
            result = result.replacing(name, with: sign)
        }
        let bare = result.replacing("&amp;", with: "")
        return bare.contains("&") ? nil : result.replacing("&amp;", with: "&")
    }

    /// The words of each element of a name, with those of the elements inside it.
    func texts(in name: String) -> [String] {
        var texts: [String] = []
        for (path, text) in found {
            if path.last == name, text.isEmpty {
                texts.append("")
            } else if path.contains(name), !texts.isEmpty {
                texts[texts.count - 1] += text
            }
        }
        return texts
    }
}
