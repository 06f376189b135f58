/// What stands between two quotation marks.
struct Quotation: Sendable {
    /// Bytes of the text between the marks, without them.
    var bytes: Range<Int>
    var paragraph: Int
    /// No mark closes it: the next paragraph opens it again, or the author forgot.
    var isOpen: Bool
}

/// Finds the quotations of a text, paragraph by paragraph: a mark that was forgotten spoils one
/// paragraph at most. Quotations inside quotations belong to the outer one.
struct QuotationScanner {
    private enum Kind { case double, guillemet, reversedGuillemet, single }

    private let bytes: [UInt8]
    private(set) var quotations: [Quotation] = []
    private var open: (start: Int, kind: Kind, depth: Int)?
    private var singleEnd = -1
    /// No single mark of this paragraph closes anything from here on.
    private var lacksClosingSingle = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Adds the quotations of one paragraph, given in bytes.
    mutating func scan(_ paragraph: Range<Int>, number: Int) {
        open = nil
        lacksClosingSingle = false
        var index = paragraph.lowerBound
        while true {
            index = nextMark(from: index, before: paragraph.upperBound)
            guard index < paragraph.upperBound else { break }
            index += read(at: index, in: paragraph, number: number)
        }
        guard let last = open else { return }
        var end = paragraph.upperBound
        while end > last.start, bytes[end - 1] <= 0x20 { end -= 1 }
        if last.kind == .double, end > last.start {
            quotations.append(
                Quotation(bytes: last.start..<end, paragraph: number, isOpen: true))
        }
    }

    /// The next byte that a mark can begin with; `end` where there is none. Eight bytes are looked at
    /// in one go: few of them are marks.
    private func nextMark(from start: Int, before end: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= end {
                let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                let found = QuotationScanner.candidates(in: eight)
                guard found != 0 else {
                    index += 8
                    continue
                }
                index += found.trailingZeroBitCount >> 3
                if QuotationScanner.beginsMark(bytes[index]) { return index }
                index += 1
            }
            while index < end, !QuotationScanner.beginsMark(bytes[index]) { index += 1 }
            return index
        }
    }

    /// The highest bit of each of eight bytes that may begin a mark; of those before the first such
    /// byte none is set.
    private static func candidates(in eight: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(where byte: UInt64) -> UInt64 {
            let differing = eight ^ (byte &* ones)
            return (differing &- ones) & ~differing
        }
        let marks = zeros(where: 0x22) | zeros(where: 0x27) | zeros(where: 0x60)
        return (marks | eight) & (0x80 &* ones)
    }

    private static func beginsMark(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2
    }

    // MARK: One mark

    private enum Mark {
        case leftDouble, rightDouble, straightDouble, backticks
        case leftGuillemet, rightGuillemet
        case leftSingle, rightSingle, straightSingle
    }

    private func mark(at index: Int, before end: Int) -> (Mark, length: Int)? {
        switch bytes[index] {
        case 0x22: return (.straightDouble, 1)
        case 0x27: return (.straightSingle, 1)
        case 0x60: return index + 1 < end && bytes[index + 1] == 0x60 ? (.backticks, 2) : nil
        case 0xC2:
            guard index + 1 < end else { return nil }
            if bytes[index + 1] == 0xAB { return (.leftGuillemet, 2) }
            return bytes[index + 1] == 0xBB ? (.rightGuillemet, 2) : nil
        default: break
        }
        guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return nil }
        switch bytes[index + 2] {
        case 0x9C, 0x9E, 0x9F: return (.leftDouble, 3)
        case 0x9D: return (.rightDouble, 3)
        case 0x98, 0x9A, 0x9B: return (.leftSingle, 3)
        case 0x99: return (.rightSingle, 3)
        case 0xB9: return (.leftGuillemet, 3)
        case 0xBA: return (.rightGuillemet, 3)
        default: return nil
        }
    }

    /// Reads what stands at `index` and returns how many bytes to go on.
    private mutating func read(at index: Int, in paragraph: Range<Int>, number: Int) -> Int {
        guard let (mark, length) = mark(at: index, before: paragraph.upperBound) else { return 1 }
        let behind = index + length
        if let current = open {
            if closes(mark, current, at: index, behind, in: paragraph) {
                close(at: index, number: number)
                return mark == .rightSingle && current.kind == .double ? 2 * length : length
            }
            noteInner(mark, current, at: index, behind, in: paragraph, number: number)
        } else if let kind = opening(mark, at: index, behind, in: paragraph) {
            open = (behind, kind, 0)
        }
        return length
    }

    private mutating func close(at index: Int, number: Int) {
        guard let current = open else { return }
        if index > current.start {
            quotations.append(
                Quotation(bytes: current.start..<index, paragraph: number, isOpen: false))
        }
        open = nil
    }

    private mutating func opening(
        _ mark: Mark, at index: Int, _ behind: Int, in paragraph: Range<Int>
    ) -> Kind? {
        let spaceBefore = isBreak(before: index, in: paragraph)
        let wordBehind = isWord(at: behind, in: paragraph)
        switch mark {
        case .leftDouble, .backticks: return .double
        case .rightDouble: return spaceBefore && wordBehind ? .double : nil
        case .straightDouble:
            let glued = index > paragraph.lowerBound && isLetter(bytes[index - 1])
            return !glued && !isBlank(at: behind, in: paragraph) ? .double : nil
        case .leftGuillemet: return .guillemet
        case .rightGuillemet: return spaceBefore && wordBehind ? .reversedGuillemet : nil
        case .leftSingle, .straightSingle:
            guard spaceBefore || mark == .leftSingle, wordBehind, !lacksClosingSingle,
                !isElision(at: behind)
            else { return nil }
            singleEnd = closingSingle(from: behind, in: paragraph)
            lacksClosingSingle = singleEnd < 0
            return singleEnd > 0 ? .single : nil
        case .rightSingle: return nil
        }
    }

    private mutating func closes(
        _ mark: Mark, _ current: (start: Int, kind: Kind, depth: Int), at index: Int,
        _ behind: Int, in paragraph: Range<Int>
    ) -> Bool {
        switch (current.kind, mark) {
        case (.single, _): return index == singleEnd
        case (.guillemet, .rightGuillemet), (.reversedGuillemet, .leftGuillemet): return true
        case (.double, .straightDouble): return true
        case (.double, .rightDouble), (.double, .leftDouble):
            if mark == .leftDouble, !isClosingShape(at: index, behind, in: paragraph) {
                return false
            }
            guard current.depth == 0 else {
                open?.depth -= 1
                return false
            }
            return true
        case (.double, .rightSingle), (.double, .straightSingle):
            // Two single marks for a double one.
            let length = behind - index
            return behind + length <= paragraph.upperBound
                && bytes[behind..<behind + length].elementsEqual(bytes[index..<behind])
        default: return false
        }
    }

    /// A second opening mark: a quotation in the quotation, or the first was never closed.
    private mutating func noteInner(
        _ mark: Mark, _ current: (start: Int, kind: Kind, depth: Int), at index: Int,
        _ behind: Int, in paragraph: Range<Int>, number: Int
    ) {
        guard mark == .leftDouble, current.kind == .double,
            isBreak(before: index, in: paragraph), !isBlank(at: behind, in: paragraph)
        else { return }
        if closesTwice(after: behind, in: paragraph) {
            open?.depth += 1
            return
        }
        var end = index
        while end > current.start, bytes[end - 1] <= 0x20 { end -= 1 }
        if end > current.start {
            quotations.append(
                Quotation(bytes: current.start..<end, paragraph: number, isOpen: true))
        }
        open = (behind, .double, 0)
    }

    // MARK: What stands around

    private func isClosingShape(at index: Int, _ behind: Int, in paragraph: Range<Int>) -> Bool {
        index > paragraph.lowerBound && bytes[index - 1] > 0x20
            && !isWord(at: behind, in: paragraph)
    }

    /// Two closing marks come before the next opening one.
    private func closesTwice(after start: Int, in paragraph: Range<Int>) -> Bool {
        var closings = 0
        var index = start
        while index + 2 < paragraph.upperBound {
            if bytes[index] == 0xE2, bytes[index + 1] == 0x80 {
                if bytes[index + 2] == 0x9C { return false }
                if bytes[index + 2] == 0x9D { closings += 1 }
                if closings == 2 { return true }
            }
            index += 1
        }
        return false
    }

    /// Where the single mark stands that closes a quotation begun at `start`; -1 where there is
    /// none. After an s the mark may be an apostrophe: then a later one is looked for first.
    private func closingSingle(from start: Int, in paragraph: Range<Int>) -> Int {
        var candidate = -1
        var index = start
        while index < paragraph.upperBound {
            guard let (mark, length) = mark(at: index, before: paragraph.upperBound) else {
                index += 1
                continue
            }
            switch mark {
            case .rightSingle, .straightSingle:
                let before = bytes[index - 1]
                let behind = index + length
                guard before > 0x20, !isWord(at: behind, in: paragraph) else { break }
                let isPlain = before | 0x20 != UInt8(ascii: "s") || isPunctuation(at: behind)
                if isPlain { return index }
                if candidate < 0 { candidate = index }
            default: if candidate > 0 { return candidate }
            }
            index += length
        }
        return candidate
    }

    private func isPunctuation(at index: Int) -> Bool {
        index >= bytes.count || ",.;:!?)".utf8.contains(bytes[index])
    }

    private func isBreak(before index: Int, in paragraph: Range<Int>) -> Bool {
        guard index > paragraph.lowerBound else { return true }
        let byte = bytes[index - 1]
        if byte <= 0x20 || "([{-/\"'".utf8.contains(byte) { return true }
        guard byte >= 0x80, index >= 3 else { return false }
        // No-break space; dashes, opening marks and the ellipsis: U+2010…U+2018, U+201C, U+2026.
        if bytes[index - 2] == 0xC2, byte == 0xA0 { return true }
        guard bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 else { return false }
        return (0x90...0x98).contains(byte) || byte == 0x9C || byte == 0xA6
    }

    private func isBlank(at index: Int, in paragraph: Range<Int>) -> Bool {
        guard index < paragraph.upperBound else { return true }
        return bytes[index] <= 0x20 || bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
    }

    /// A letter, a digit or an opening bracket or mark: what a quotation can begin with.
    private func isWord(at index: Int, in paragraph: Range<Int>) -> Bool {
        guard index < paragraph.upperBound else { return false }
        let byte = bytes[index]
        if byte < 0x80 { return isLetter(byte) || byte == UInt8(ascii: "$") }
        return byte != 0xE2 && !isBlank(at: index, in: paragraph)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static let elisions = ["em", "til", "cause", "n", "s", "tis", "twas"]

    /// 'em, 'til, '90s: an apostrophe for what is left out.
    private func isElision(at index: Int) -> Bool {
        var word: [UInt8] = []
        var end = index
        while end < bytes.count, isLetter(bytes[end]), word.count < 6 {
            word.append(bytes[end] | 0x20)
            end += 1
        }
        if word.count == 3, (48...57).contains(bytes[index]) { return true }
        return QuotationScanner.elisions.contains { word.elementsEqual($0.utf8) }
    }
}
