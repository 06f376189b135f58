/// A page as an article: its markup is parsed once into flat arrays, the body is chosen among its
/// blocks, and what it says of itself is read from its metadata.
///
/// Nothing is fetched and no entity beyond HTML's own is known.
struct HTMLDocument {
    private let document: RawDocument
    private let decoding: IntakeWarning?
    private let page: Page
    private let regions: PageRegions
    private let blocks: PageBlocks
    private let chosen: [Int]
    private let metadata: PageMetadata

    init(_ document: RawDocument) {
        self.document = document
        let text = DecodedText(markup: document)
        decoding = text.warning
        let source = PageSource(text.bytes)
        page = PageReader.page(of: source)
        regions = PageRegions(page, PageMeasures(page))
        blocks = PageBlocks(page, regions)
        chosen = BodyChoice(page, blocks, regions).blocks
        let places = [chosen.first, chosen.last].map { [blocks] index in
            index.map { Int(blocks.list[$0].place) } ?? 0
        }
        metadata = PageMetadata(
            page, regions, LinkedData(text.bytes, source.linkedData),
            body: places[0]..<places[1] + 1)
    }

    /// Throws `noBody` when no text is left beside navigation and the like.
    func article() throws(IntakeError) -> Article {
        var facts = metadata.facts
        facts.override(with: document.stated)
        if let decoding { facts.warnings.append(decoding) }
        facts.warnings += page.warnings
        let body = BodyTrim(page, blocks, regions, chosen, title: facts.title)
        if let stated = facts.language, let found = Language.code(of: body.text),
            Language.knows(stated)
        {
            facts.language = found
        }
        return try ArticleBuilder(page: body.marked, facts: facts).article(label: document.label)
    }
}
