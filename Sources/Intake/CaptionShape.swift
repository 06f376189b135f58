/// Finds picture captions that no credit gives away, by where and how they stand.
enum CaptionShape {
    /// A caption stands without a blank line between a paragraph and a heading, in a text that
    /// mostly parts its paragraphs by blank lines, and is one sentence that says in the present
    /// who is seen.
    static func mark(_ blocks: inout Blocks) {
        let parted = blocks.list.count(where: \.isAfterBlank)
        guard parted * 2 > blocks.list.count else { return }
        for index in blocks.list.indices.dropLast() {
            let block = blocks.list[index]
            let below = blocks.list[index + 1]
            guard block.role == .paragraph, !block.isAfterBlank, !below.isAfterBlank,
                below.lineCount == 1, below.length <= 90, block.length <= 300
            else { continue }
            let words = blocks.words(index)
            guard words.count <= 35, shows(words) else { continue }
            blocks.list[index].role = .removed(why: "caption")
        }
    }

    /// Whether it ends like `(Ann Lee/Harbour Press)` or `(Harbour Press photo: Ann Lee)`, without
    /// a full stop behind it.
    static func endsWithCredit(_ block: Block, _ words: Words, in bytes: [UInt8]) -> Bool {
        guard bytes[block.range.upperBound - 1] == UInt8(ascii: ")"),
            let open = bytes[block.range].lastIndex(of: UInt8(ascii: "(")),
            block.range.upperBound - open <= 60
        else { return false }
        let credit = words.ranges.indices.filter { words.ranges[$0].lowerBound > open }
        let names = credit.filter { !credits.contains(words.prints[$0]) }
        let isMarked =
            names.count < credit.count
            || bytes[open..<block.range.upperBound].contains(UInt8(ascii: "/"))
        return isMarked && (2...7).contains(credit.count)
            && names.allSatisfy { (0x41...0x5A).contains(bytes[words.ranges[$0].lowerBound]) }
    }

    private static let credits = WordTable("photo photos via image images file handout courtesy")

    /// `is joined`, `are seen`, `poses`.
    private static func shows(_ words: Words) -> Bool {
        for (word, next) in zip(words.prints, words.prints.dropFirst()) {
            if be.contains(word) && seen.contains(next) { return true }
        }
        return words.prints.contains(where: poses.contains)
    }

    private static let be = WordTable("is are")
    private static let seen = WordTable(
        """
        seen pictured shown joined flanked photographed greeted accompanied depicted welcomed
        """)
    private static let poses = WordTable("poses pictured")
}
