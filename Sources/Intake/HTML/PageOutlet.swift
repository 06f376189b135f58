/// Who published a page, as the page states it.
struct PageOutlet {
    let name: String?

    init(_ metadata: PageMetadata) {
        name = PageOutlet.candidates(metadata).first { $0.map(PageOutlet.isName) ?? false } ?? nil
    }

    private static func candidates(_ metadata: PageMetadata) -> [String?] {
        let article = metadata.article
        return [
            metadata.first(["og.site_name"]),
            article.flatMap { metadata.linked.text("publisher", of: $0) },
            metadata.first([
                "dc.publisher", "dcterms.publisher", "publisher", "source",
                "sourceorganization", "citation_journal_title", "cre",
            ]),
            metadata.linked.things.first { $0.types.contains("WebSite") }
                .flatMap { metadata.linked.text("name", of: $0) },
            metadata.first(["application-name", "apple-mobile-web-app-title"]),
        ]
    }

    /// No address, no account, not a sentence.
    private static func isName(_ text: String) -> Bool {
        (2...80).contains(text.utf8.count) && !text.contains("://") && !text.hasPrefix("@")
            && !text.hasPrefix("www.")
    }
}
