/// Turns a clean text and what is known of it into an Article: blocks, masthead, furniture,
/// headings, body, sentences, ids, in this order.
struct ArticleBuilder {
    private var blocks: Blocks
    private var facts: Facts
    private let form: Form

    /// How much of a document's structure is given by marks, and need not be read off its shape.
    private enum Form { case text, markdown, page }

    /// `bytes` must come from a `CleanText`; the text begins at `start`.
    init(_ bytes: [UInt8], from start: Int = 0, facts: Facts, isMarkdown: Bool) {
        blocks = Blocks(TextLines(bytes, from: start), isMarkdown: isMarkdown)
        self.facts = facts
        form = isMarkdown ? .markdown : .text
    }

    /// Of a piece of a page whose headings are marked already, but not its furniture.
    init(fragment blocks: Blocks, facts: Facts) {
        self.blocks = blocks
        self.facts = facts
        form = .markdown
    }

    /// Of a page whose title, headings and furniture are marked already.
    init(page blocks: Blocks, facts: Facts) {
        self.blocks = blocks
        self.facts = facts
        form = .page
    }

    /// Throws `noBody` when nothing but page furniture is left; `label` names the document.
    consuming func article(label: String) throws(IntakeError) -> Article {
        switch form {
        case .text: takeMasthead()
        case .markdown: takeMarkdownTitle()
        case .page: break
        }
        if form != .page { markFurniture() }
        if form == .text { HeadingShape.mark(&blocks) }
        let body = Body(blocks)
        if body.paragraphs.isEmpty { throw .noBody(name: label) }
        if facts.outlet == nil {
            facts.outlet =
                OutletLine.outlet(in: body.removed)
                ?? OutletLine.agency(ofDateline: body.paragraphs[0], in: body.bytes)
        }
        return try assemble(body, label: label)
    }

    private mutating func takeMasthead() {
        let masthead = Masthead(&blocks, known: facts)
        facts.title = facts.title ?? masthead.title
        facts.published = facts.published ?? masthead.published
        if facts.authors.isEmpty { facts.authors = masthead.authors }
    }

    /// In Markdown only a heading of depth 1 at the head is a title.
    private mutating func takeMarkdownTitle() {
        guard let first = blocks.list.first, first.role == .heading(depth: 1) else { return }
        let text = String(decoding: blocks.bytes[first.range], as: UTF8.self)
        if facts.title == nil || facts.title == text {
            facts.title = text
            blocks.list[0].role = .title
        }
    }

    private mutating func markFurniture() {
        let furniture = Furniture.shared
        for index in blocks.list.indices where blocks.list[index].role == .paragraph {
            guard let why = furniture.reason(blocks, index) else { continue }
            blocks.list[index].role = .removed(why: why)
            if why == "newsletter box" { markBoxHeading(before: index) }
        }
        CaptionShape.mark(&blocks)
    }

    /// The line above a newsletter box that reads like its heading goes with it.
    private mutating func markBoxHeading(before index: Int) {
        guard index > 0 else { return }
        let block = blocks.list[index - 1]
        guard block.role == .paragraph, block.lineCount == 1, !block.endsSentence,
            blocks.words(index - 1).count <= 12
        else { return }
        blocks.list[index - 1].role = .removed(why: "newsletter box")
    }

    private consuming func assemble(_ body: Body, label: String) throws(IntakeError) -> Article {
        facts.tidy()
        let text = ArticleText(validUTF8: body.bytes)
        let cutter = SentenceCutter(body.bytes)
        var paragraphs: [Range<Int>] = []
        var sentences: [Sentence] = []
        for (index, paragraph) in body.paragraphs.enumerated() {
            paragraphs.append(text.scalarRange(ofBytes: paragraph))
            for sentence in cutter.sentences(of: paragraph) {
                sentences.append(
                    Sentence(paragraph: index, range: text.scalarRange(ofBytes: sentence)))
            }
        }
        if sentences.isEmpty { throw .noBody(name: label) }
        return Article(
            id: Identity.id(facts, body),
            contentHash: Identity.contentHash(facts.title, body.bytes),
            externalID: facts.externalID, kind: facts.kind, title: facts.title,
            outlet: facts.outlet, published: facts.published, authors: facts.authors,
            url: facts.url, language: facts.language ?? Language.code(of: body.bytes),
            text: text, paragraphs: paragraphs, sentences: sentences, sections: body.sections,
            removed: body.removed, warnings: facts.warnings)
    }
}

/// The body put together from the blocks that are left, and what was taken out.
struct Body {
    private(set) var bytes: [UInt8] = []
    /// Bytes of `bytes`.
    private(set) var paragraphs: [Range<Int>] = []
    private(set) var sections: [Section] = []
    private(set) var removed: [RemovedText] = []

    init(_ blocks: Blocks) {
        bytes.reserveCapacity(blocks.bytes.count)
        for block in blocks.list {
            switch block.role {
            case .paragraph:
                if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
                let start = bytes.count
                bytes.append(contentsOf: blocks.bytes[block.range])
                paragraphs.append(start..<bytes.count)
            case .heading:
                guard let text = FieldText.line(text(blocks, block)) else { continue }
                sections.append(Section(text: text, paragraph: paragraphs.count))
            case .removed(let why):
                removed.append(RemovedText(text: text(blocks, block), why: why))
            case .title: break
            }
        }
    }

    private func text(_ blocks: Blocks, _ block: Block) -> String {
        String(decoding: blocks.bytes[block.range], as: UTF8.self)
    }
}
