import Intake

/// All terms of all cues as one trie over folded bytes: a sentence is read once, and at each
/// beginning of a word the trie says which terms stand there. See `Cue.Term` for what is alike.
struct TermIndex: Sendable {
    /// Where a term was met: bytes of the article's text.
    struct Hit {
        var term: Int
        var bytes: Range<Int>
    }

    private struct Ending {
        var term: Int32
        var isCaseSensitive: Bool
        var isWhole: Bool
        var next: Int32
    }

    /// What is left of terms behind the bytes that lead here.
    private struct Node {
        var slot: UInt8
        /// The first of the terms that end here, or -1.
        var ending: Int32 = -1
        /// The first node behind this one, and the next one behind the same; zero for none.
        var child: Int32 = 0
        var sibling: Int32 = 0
    }

    /// First the root, then for each slot the node of terms that begin with it; the others in the
    /// order of the terms, so that the rest of a term lies side by side in memory.
    private var nodes: [Node] = []
    /// For the root and each first byte the children by slot: there siblings would be many.
    private var dense: [Int32]
    private var endings: [Ending] = []
    /// The slot of each byte, as blanks and hyphens are one; zero for bytes no term has.
    private var slots = Array(repeating: UInt8(0), count: 256)
    private let width: Int
    /// For each byte whether it is an ASCII letter or digit.
    private let isPlain = (0...255).map { $0 < 0x80 && TermIndex.isWordByte(UInt8($0)) }
    /// A bit for each hash of the three bytes a term begins with: most words end here.
    private var openings = Array(repeating: UInt64(0), count: 1024)
    private var numbers: [Cue.Term: Int] = [:]
    private var beginsWithBlank = false

    /// How many different terms there are.
    var count: Int { numbers.count }

    init(_ terms: [Cue.Term]) {
        var used = 1
        for term in terms {
            for byte in term.text.utf8 {
                let small = TermIndex.folded(byte)
                if slots[Int(small)] == 0 {
                    slots[Int(small)] = UInt8(truncatingIfNeeded: used)
                    used += 1
                }
            }
        }
        width = used
        nodes = (0..<used).map { Node(slot: UInt8(truncatingIfNeeded: $0)) }
        dense = Array(repeating: 0, count: used * used)
        for term in terms where numbers[term] == nil {
            insert(term)
            open(term)
        }
        beginsWithBlank = dense[Int(slots[0x20])] != 0
        for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            slots[Int(byte)] = slots[Int(byte | 0x20)]
        }
        for byte in Array(0..<0x20) + [UInt8(ascii: "-")] { slots[Int(byte)] = slots[0x20] }
    }

    /// The number of a term that the index was made with.
    func number(of term: Cue.Term) -> Int? { numbers[term] }

    private mutating func insert(_ term: Cue.Term) {
        var node = 0
        for byte in term.text.utf8 {
            let slot = Int(slots[Int(TermIndex.folded(byte))])
            let known = child(of: node, slot)
            node = known > 0 ? known : addChild(to: node, slot)
        }
        endings.append(
            Ending(
                term: Int32(numbers.count), isCaseSensitive: term.isCaseSensitive,
                isWhole: term.isWhole, next: nodes[node].ending))
        nodes[node].ending = Int32(endings.count - 1)
        numbers[term] = numbers.count
    }

    private mutating func addChild(to node: Int, _ slot: Int) -> Int {
        if node == 0 {
            dense[slot] = Int32(slot)
            return slot
        }
        nodes.append(Node(slot: UInt8(truncatingIfNeeded: slot), sibling: nodes[node].child))
        nodes[node].child = Int32(nodes.count - 1)
        if node < width { dense[node * width + slot] = Int32(nodes.count - 1) }
        return nodes.count - 1
    }

    /// The node behind another by one byte more; zero for none.
    private func child(of node: Int, _ slot: Int) -> Int {
        if node < width { return Int(dense[node * width + slot]) }
        var child = Int(nodes[node].child)
        while child > 0, Int(nodes[child].slot) != slot { child = Int(nodes[child].sibling) }
        return child
    }

    /// Marks how a term begins; one of less than three bytes may go on with any.
    private mutating func open(_ term: Cue.Term) {
        let start = term.text.utf8.prefix(3).map { Int(slots[Int(TermIndex.folded($0))]) }
        let rest = start.count < 3 ? 0..<width : start[2]..<start[2] + 1
        let middle = start.count < 2 ? 0..<width : start[1]..<start[1] + 1
        for second in middle {
            for third in rest {
                let bucket = TermIndex.bucket(start[0], second, third)
                openings[bucket >> 6] |= 1 << UInt64(bucket & 63)
            }
        }
    }

    private static func bucket(_ first: Int, _ second: Int, _ third: Int) -> Int {
        (first &* 1_009 &+ second &* 12_289 &+ third &* 47) & 0xFFFF
    }

    // MARK: Matching

    /// Whether a term may begin at `index`, by three bytes; true where one of them is part of a
    /// longer scalar, two are blanks or the text ends.
    private func mayBegin(at index: Int, in bytes: [UInt8], before end: Int) -> Bool {
        let first = bytes[index]
        guard first < 0x80 else { return true }
        let slot = Int(slots[Int(first)])
        guard dense[slot] != 0 else { return false }
        guard index + 2 < end else { return true }
        let second = bytes[index + 1]
        let third = bytes[index + 2]
        let isRun = TermIndex.isGap(second) && TermIndex.isGap(third)
        guard second | third < 0x80, !isRun, !TermIndex.isGap(first) else { return true }
        let bucket = TermIndex.bucket(slot, Int(slots[Int(second)]), Int(slots[Int(third)]))
        return openings[bucket >> 6] & (1 << UInt64(bucket & 63)) != 0
    }

    /// Blank or hyphen: a run of them is one.
    private static func isGap(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "-")
    }

    /// Appends the terms that begin at the words of `range` to `hits`.
    func hits(in bytes: [UInt8], _ range: Range<Int>, into hits: inout [Hit]) {
        var scan = Scan(index: range.lowerBound, end: range.upperBound)
        self.scan(&scan, to: range.upperBound, in: bytes, into: &hits)
    }

    /// The same for the tokens of a sentence: where a plain word ends is known, and at the blank
    /// behind it no term begins, so most bytes need no second look.
    func hits(in reading: Reading, _ tokens: Range<Int>, into hits: inout [Hit]) {
        guard let range = reading.byteRange(of: tokens) else { return }
        let bytes = reading.article.text.utf8
        var scan = Scan(index: range.lowerBound, end: range.upperBound)
        for index in tokens {
            let token = reading.tokens[index]
            let end = Int(token.end)
            let isLast = index + 1 == tokens.upperBound
            let next = isLast ? range.upperBound : Int(reading.tokens[index + 1].start)
            guard token.flags.contains(.plain), next == end + 1, bytes[end] == 0x20,
                scan.index == Int(token.start), !scan.afterWord, !beginsWithBlank
            else {
                self.scan(&scan, to: next, in: bytes, into: &hits)
                continue
            }
            if mayBegin(at: scan.index, in: bytes, before: scan.end) {
                match(from: scan.index, in: bytes, before: scan.end, into: &hits)
            }
            scan.index = next
        }
    }

    /// How far a range is read.
    private struct Scan {
        var index: Int
        let end: Int
        var afterWord = false
    }

    private func scan(
        _ scan: inout Scan, to limit: Int, in bytes: [UInt8], into hits: inout [Hit]
    ) {
        while scan.index < limit {
            if !scan.afterWord, mayBegin(at: scan.index, in: bytes, before: scan.end) {
                match(from: scan.index, in: bytes, before: scan.end, into: &hits)
            }
            let last = lastPlain(from: scan.index, in: bytes, before: scan.end)
            scan.afterWord = isInsideWord(after: last, in: bytes, before: scan.end)
            scan.index = last + 1
        }
    }

    /// The last of the ASCII letters and digits from `index` on: inside of them nothing begins.
    private func lastPlain(from index: Int, in bytes: [UInt8], before end: Int) -> Int {
        guard isPlain[Int(bytes[index])] else { return index }
        var next = index + 1
        while next < end, isPlain[Int(bytes[next])] { next += 1 }
        return next - 1
    }

    /// Whether what follows byte `index` goes on with the same word or number.
    private func isInsideWord(after index: Int, in bytes: [UInt8], before end: Int) -> Bool {
        let byte = bytes[index]
        if TermIndex.isWordByte(byte) {
            // The end of a hyphen, dash, quote or no-break space is no part of a word.
            return !(byte >= 0x80 && TermIndex.endsMark(at: index, in: bytes))
        }
        guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), index > 0, index + 1 < end
        else { return false }
        return TermIndex.isDigit(bytes[index - 1]) && TermIndex.isDigit(bytes[index + 1])
    }

    private func match(
        from start: Int, in bytes: [UInt8], before end: Int, into hits: inout [Hit]
    ) {
        var node = 0
        var index = start
        while index < end {
            let byte = bytes[index]
            let (folded, length) =
                isPlain[Int(byte)] ? (byte, 1) : TermIndex.step(at: index, in: bytes, before: end)
            let slot = Int(slots[Int(folded)])
            guard slot != 0 else { return }
            node = child(of: node, slot)
            guard node != 0 else { return }
            index += length
            var ending = nodes[node].ending
            while ending >= 0 {
                let item = endings[Int(ending)]
                if fits(item, start..<index, in: bytes, before: end) {
                    hits.append(Hit(term: Int(item.term), bytes: start..<index))
                }
                ending = item.next
            }
        }
    }

    private func fits(
        _ ending: Ending, _ range: Range<Int>, in bytes: [UInt8], before end: Int
    ) -> Bool {
        if ending.isWhole, range.upperBound < end, TermIndex.isWordByte(bytes[range.upperBound]),
            !TermIndex.beginsMark(at: range.upperBound, in: bytes)
        {
            return false
        }
        guard ending.isCaseSensitive else { return true }
        for index in range where bytes[index] >= 97 && bytes[index] <= 122 { return false }
        return true
    }

    /// The folded byte at `index` and how many bytes it stands for: runs of blanks and hyphens
    /// are one blank, curly apostrophes are straight. Plain bytes need no step.
    private static func step(
        at index: Int, in bytes: [UInt8], before end: Int
    ) -> (byte: UInt8, length: Int) {
        let length = gapLength(at: index, in: bytes, before: end)
        guard length > 0 else {
            if isCurlyApostrophe(at: index, in: bytes, before: end) { return (0x27, 3) }
            return (folded(bytes[index]), 1)
        }
        var next = index + length
        while next < end {
            let more = gapLength(at: next, in: bytes, before: end)
            if more == 0 { break }
            next += more
        }
        return (0x20, next - index)
    }

    /// The length of a blank, hyphen or dash at `index`, zero where another character stands.
    private static func gapLength(at index: Int, in bytes: [UInt8], before end: Int) -> Int {
        let byte = bytes[index]
        if byte <= 0x20 || byte == UInt8(ascii: "-") { return 1 }
        if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        guard byte == 0xE2, index + 2 < end else { return 0 }
        if bytes[index + 1] == 0x80, (0x80...0x95).contains(bytes[index + 2]) { return 3 }
        if bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF { return 3 }
        return bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92 ? 3 : 0
    }

    private static func isCurlyApostrophe(
        at index: Int, in bytes: [UInt8], before end: Int
    ) -> Bool {
        bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99)
    }

    /// `range` up to the end of the word in which it ends: "recogni" is met in "recognised".
    static func wholeWords(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var end = range.upperBound
        while end < bytes.count, isWordByte(bytes[end]), !beginsMark(at: end, in: bytes) {
            end += 1
        }
        return range.lowerBound..<end
    }

    // MARK: Bytes

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isDigit(byte) || (byte | 0x20) >= 97 && (byte | 0x20) <= 122
    }

    /// General punctuation (U+2000 to U+203F) or a no-break space begins at `index`.
    private static func beginsMark(at index: Int, in bytes: [UInt8]) -> Bool {
        bytes[index] == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80
            || bytes[index] == 0xC2
    }

    /// One of those ends with the byte at `index`.
    private static func endsMark(at index: Int, in bytes: [UInt8]) -> Bool {
        if index >= 2, bytes[index - 2] == 0xE2, bytes[index - 1] == 0x80 { return true }
        return index >= 1 && bytes[index - 1] == 0xC2
    }
}
