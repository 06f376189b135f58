/// What stands above the body of a plain text: title, byline, date line, credits.
///
/// A title is only found when the text shows it by its shape: the first block, short, beginning
/// large, without a closing mark, and above a byline, a date, a label or a whole paragraph.
struct Masthead {
    private(set) var title: String?
    private(set) var authors: [String] = []
    private(set) var published: PublicationDate?

    /// Marks the blocks it takes out of the body. With a known title none is looked for, but a
    /// first block that repeats it is taken out; so is a line that repeats a known outlet.
    init(_ blocks: inout Blocks, known facts: Facts) {
        let knownTitle = facts.title
        var index = 0
        if let knownTitle {
            if repeats(knownTitle, blocks) { blocks.list[0].role = .title }
        } else if isTitle(blocks) {
            blocks.list[0].role = .title
            title = String(decoding: blocks.bytes[blocks.list[0].range], as: UTF8.self)
        }
        if blocks.list.first?.role == .title { index = 1 }
        if let outlet = facts.outlet { takeOutletLine(&blocks, from: index, outlet) }
        let limit = min(blocks.list.count, index + 8)
        while index < limit, take(&blocks, index) { index += 1 }
    }

    /// `Ann Lee`, `The Harbour Post`: a line with the outlet's name and nothing else near the
    /// top makes the bare names above it a byline.
    private mutating func takeOutletLine(
        _ blocks: inout Blocks, from start: Int, _ outlet: String
    ) {
        let name = Array(outlet.utf8)
        let wanted = Words(name, name.indices).prints
        let end = min(blocks.list.count - 1, start + 3)
        guard start < end,
            let line = (start..<end).first(where: { blocks.words($0).prints == wanted })
        else { return }
        let above = (start..<line).map {
            Masthead.names(blocks, blocks.list[$0], blocks.words($0), from: 0)
        }
        if above.contains(where: { $0 == nil }) { return }
        authors = above.flatMap { $0 ?? [] }
        for index in start..<line { blocks.list[index].role = .removed(why: "byline") }
        blocks.list[line].role = .removed(why: "outlet line")
    }

    /// Takes block `index` when it is a byline, date line or a piece of furniture.
    private mutating func take(_ blocks: inout Blocks, _ index: Int) -> Bool {
        if case .removed = blocks.list[index].role { return true }
        switch Masthead.kind(blocks, index) {
        case .byline(let names):
            if authors.isEmpty { authors = names }
            blocks.list[index].role = .removed(why: "byline")
        case .date(let line):
            if published == nil || !line.isUpdate { published = line.date }
            blocks.list[index].role = .removed(why: "date line")
        case .furniture(let why): blocks.list[index].role = .removed(why: why)
        case nil: return false
        }
        return true
    }

    /// What a line near the head of a text is.
    enum Kind {
        case byline([String])
        case date(DateLine)
        case furniture(String)
    }

    /// Nil for what may be part of the body.
    static func kind(_ blocks: Blocks, _ index: Int) -> Kind? {
        let block = blocks.list[index]
        guard block.role == .paragraph, block.length <= 160 else { return nil }
        let words = blocks.words(index)
        if let line = DateLine(words, in: blocks.bytes) { return .date(line) }
        if let names = byline(blocks, block, words) { return .byline(names) }
        return Furniture.shared.reason(blocks, index).map(Kind.furniture)
    }

    private static let by = Fingerprint.of("by")
    private static let small = WordTable("and of the for in at by de van von la le")

    /// The names in `- by Ann Lee and Bo Sun, Staff Writers`; nil when it is no byline.
    private static func byline(_ blocks: Blocks, _ block: Block, _ words: Words) -> [String]? {
        guard words.prints.first == by else { return nil }
        return names(blocks, block, words, from: 1)
    }

    /// The names in a short line, from word `first` on; nil when a word is a number, or
    /// begins small and never does in names.
    private static func names(
        _ blocks: Blocks, _ block: Block, _ words: Words, from first: Int
    ) -> [String]? {
        guard (first + 1...14).contains(words.count), block.role == .paragraph,
            block.length <= 100, !block.endsSentence || words.count <= 10
        else { return nil }
        let bytes = blocks.bytes
        for (print, range) in zip(words.prints, words.ranges).dropFirst(first) {
            if print == Words.number { return nil }
            let isSmall = (0x61...0x7A).contains(bytes[range.lowerBound])
            if isSmall && !small.contains(print) && !roleWords.contains(print) { return nil }
        }
        var text = String(
            decoding: bytes[words.ranges[first].lowerBound..<block.range.upperBound],
            as: UTF8.self)
        if let bar = text.firstIndex(where: { "|•·/".contains($0) }) { text = String(text[..<bar]) }
        while let last = text.last, " .".contains(last) { text.removeLast() }
        let names = Facts.names(in: text)
        return names.isEmpty ? nil : names
    }

    private static let roleWords = WordTable("staff writer writers reporter correspondent editor")

    // MARK: Title

    private func repeats(_ title: String, _ blocks: Blocks) -> Bool {
        guard let first = blocks.list.first, blocks.list.count > 1,
            first.length <= 2 * title.utf8.count
        else { return false }
        let bytes = Array(title.utf8)
        return Words(bytes, 0..<bytes.count).prints == blocks.words(0).prints
    }

    private func isTitle(_ blocks: Blocks) -> Bool {
        guard blocks.list.count > 1 else { return false }
        let first = blocks.list[0]
        if case .heading(1) = first.role { return true }
        guard first.role == .paragraph, first.lineCount <= 2, (8...160).contains(first.length),
            blocks.words(0).count >= 3, HeadingShape.beginsLarge(blocks.bytes, first.range),
            !HeadingShape.breaksOff(blocks.bytes, first.range),
            Masthead.kind(blocks, 0) == nil
        else { return false }
        switch Masthead.kind(blocks, 1) {
        case .byline, .date: return first.length <= 120
        case .furniture, nil: break
        }
        if HeadingShape.isLabel(blocks.words(0)) { return false }
        if first.endsSentence, !isLoneQuestion(blocks, first) { return false }
        if HeadingShape.isLabel(blocks.words(1)) || blocks.list[1].role != .paragraph {
            return true
        }
        return first.length <= Masthead.longestTitle
            && blocks.list[1...].prefix(3).contains {
                $0.role == .paragraph && $0.endsSentence && $0.length > first.length
            }
    }

    /// Of first lines that nothing but their shape makes titles: of 5,000 news articles of many
    /// outlets, given without their titles, longer ones were standfirsts and captions.
    private static let longestTitle = 100

    /// A short question in headline capitals with a blank line below it. Any other question may
    /// as well be the first sentence: it mostly was in those articles.
    private func isLoneQuestion(_ blocks: Blocks, _ block: Block) -> Bool {
        blocks.bytes[block.range.upperBound - 1] == UInt8(ascii: "?")
            && block.length <= Masthead.longestTitle && blocks.list[1].isAfterBlank
            && !HeadingShape.hasInnerStop(blocks.bytes, block.range)
            && HeadingShape.hasHeadlineCapitals(blocks.bytes, blocks.words(0))
    }
}
