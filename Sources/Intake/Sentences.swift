/// Cuts paragraphs into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark, an ellipsis or their CJK forms,
/// with the quotation marks and brackets that close right after it, where a new sentence may
/// begin: not before a small letter, not inside abbreviations, initials, decimals and list
/// numbers. Quotations are cut inside. The end of a paragraph always ends a sentence, so a line
/// that introduces a quotation with a colon is one of its own. Where an abbreviation may or may
/// not end the sentence ("in the U.S. The", "the U.S. Army"), the next word decides: only words
/// that often begin sentences cut. One pass over the bytes, bounded looks around each stop.
struct SentenceCutter {
    private let bytes: [UInt8]
    private let words = SentenceWords.shared

    /// `bytes` must be valid UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The sentences of one paragraph as ranges of bytes, without the blanks between them.
    /// Empty when the paragraph is blank.
    func sentences(of paragraph: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let end = paragraph.upperBound
        var start = skipBlanks(paragraph.lowerBound, end)
        var index = start
        while index < end {
            guard SentenceCutter.mayStop(bytes[index]), let stop = stop(at: index, end) else {
                index += 1
                continue
            }
            let close = skipClosers(stop.range.upperBound, end)
            let next = skipBlanks(close, end)
            if next < end, !isBoundary(stop, close: close, next: next, start: start, end: end) {
                index = close
                continue
            }
            append(start..<close, to: &found)
            start = next
            index = next
        }
        if start < end { append(start..<trimmedEnd(start, end), to: &found) }
        return found
    }

    /// A piece without a letter or digit belongs to the sentence before it.
    private func append(_ range: Range<Int>, to found: inout [Range<Int>]) {
        if let last = found.last, Words(bytes, range, most: 1).count == 0 {
            found[found.count - 1] = last.lowerBound..<range.upperBound
        } else {
            found.append(range)
        }
    }

    // MARK: Stops

    private enum StopKind { case period, strong, ellipsis, wide }
    private struct Stop {
        var kind: StopKind
        var range: Range<Int>
    }

    /// A quick look that lets most bytes pass.
    private static func mayStop(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE2, 0xE3, 0xEF: true
        default: false
        }
    }

    /// The run of sentence-ending marks that begins at `index`.
    private func stop(at index: Int, _ end: Int) -> Stop? {
        var kind: StopKind?
        var periods = 0
        var cursor = index
        while cursor < end {
            switch bytes[cursor] {
            case UInt8(ascii: "."):
                periods += 1
                if kind == nil { kind = .period }
                cursor += 1
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                kind = .strong
                cursor += 1
            case 0xE2 where matches(cursor, 0x80, 0xA6, end):
                if kind != .strong { kind = .ellipsis }
                cursor += 3
            case 0xE3 where matches(cursor, 0x80, 0x82, end),
                0xEF where isWideStop(cursor, end):
                kind = .wide
                cursor += 3
            default:
                guard let kind else { return nil }
                let isEllipsis = kind == .period && periods > 1
                return Stop(kind: isEllipsis ? .ellipsis : kind, range: index..<cursor)
            }
        }
        return kind.map { Stop(kind: $0, range: index..<cursor) }
    }

    private func matches(_ index: Int, _ second: UInt8, _ third: UInt8, _ end: Int) -> Bool {
        index + 2 < end && bytes[index + 1] == second && bytes[index + 2] == third
    }

    /// U+FF01, U+FF1F, U+FF61.
    private func isWideStop(_ index: Int, _ end: Int) -> Bool {
        matches(index, 0xBC, 0x81, end) || matches(index, 0xBC, 0x9F, end)
            || matches(index, 0xBD, 0xA1, end)
    }

    private func isBoundary(
        _ stop: Stop, close: Int, next: Int, start: Int, end: Int
    ) -> Bool {
        if stop.kind == .wide { return true }
        if next == close { return false }
        let opening = skipOpeners(next, end)
        let kind = opening < end ? startKind(opening, end) : .other
        if kind == .small { return false }
        let isQuoted = opening > next && isQuotationMark(next, end)
        switch stop.kind {
        case .wide: return true
        case .strong:
            return close == stop.range.upperBound || !isAttribution(opening, end)
        case .ellipsis:
            let isLoose = stop.range.lowerBound == start || isBlank(before: stop.range.lowerBound)
            return !isLoose || close > stop.range.upperBound || words.isStarter(bytes, opening, end)
        case .period:
            let token = token(before: stop.range.lowerBound, start)
            return endsSentence(
                token, start: start, next: opening, kind: kind, isQuoted: isQuoted, end: end)
        }
    }

    /// Whether a full stop behind `token` ends the sentence, when what follows may begin one.
    private func endsSentence(
        _ token: Range<Int>, start: Int, next: Int, kind: StartKind, isQuoted: Bool, end: Int
    ) -> Bool {
        if token.isEmpty { return true }
        let beginsSentence = isQuoted || words.isStarter(bytes, next, end)
        switch words.shape(of: token, in: bytes) {
        case .number(let digits):
            if token.lowerBound == start && digits < 4 { return false }
            return digits > 2 || !words.isGermanMonth(bytes, next, end)
        case .clock: return kind == .capital && !words.followsClock(bytes, next, end)
        case .initial:
            return beginsSentence || kind == .capital && isLabelled(token.lowerBound, start)
        case .acronym: return beginsSentence
        case .title: return false
        case .counted: return kind != .digit
        case .month: return kind != .digit
        case .year: return kind == .capital && followsDigit(token.lowerBound)
        case .mayEnd: return beginsSentence
        case .word: return true
        }
    }

    /// Whether the word before a single letter makes it a label: "Plan B", not "Ann B."
    private func isLabelled(_ letter: Int, _ start: Int) -> Bool {
        guard letter > start, bytes[letter - 1] == 0x20 else { return false }
        var index = letter - 1
        while index > start, isWordByte(bytes[index - 1]) { index -= 1 }
        return words.isLabelled(bytes, index..<letter - 1)
    }

    /// Whether the character before the blank before `index` is a digit: "2025 г."
    private func followsDigit(_ index: Int) -> Bool {
        guard index > 1 else { return false }
        let before = index > 2 && bytes[index - 1] == 0xA0 ? bytes[index - 3] : bytes[index - 2]
        return (0x30...0x39).contains(before)
    }

    /// The word that ends at `end`, back to a blank, bracket, quotation mark or hyphen.
    private func token(before end: Int, _ start: Int) -> Range<Int> {
        var index = end
        let limit = max(start, end - 24)
        while index > limit {
            let byte = bytes[index - 1]
            let isPart = byte == UInt8(ascii: ".") || isWordByte(byte)
            if !isPart || byte == 0xA0 && index > 1 && bytes[index - 2] == 0xC2 { break }
            if byte & 0xC0 == 0x80, let mark = punctuationStart(endingAt: index), mark >= limit {
                break
            }
            index -= 1
        }
        return index..<end
    }

    /// Where general punctuation (U+2000 to U+203F, «) begins that ends at `end`.
    private func punctuationStart(endingAt end: Int) -> Int? {
        if end > 2, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 { return end - 3 }
        if end > 1, bytes[end - 2] == 0xC2, bytes[end - 1] < 0xC0 { return end - 2 }
        return nil
    }

    /// `“Will it hold?” Rubio asked.`: after a closed question or exclamation, up to four words
    /// and then a verb of speech.
    private func isAttribution(_ index: Int, _ end: Int) -> Bool {
        var cursor = index
        for _ in 0..<5 {
            var wordEnd = cursor
            while wordEnd < end, isWordByte(bytes[wordEnd]) { wordEnd += 1 }
            if wordEnd == cursor { return false }
            if words.isSpeech(bytes, cursor..<wordEnd) { return true }
            if wordEnd < end, bytes[wordEnd] == UInt8(ascii: ".") {
                guard words.isTitle(bytes, cursor..<wordEnd) else { return false }
                wordEnd += 1
            }
            cursor = skipBlanks(wordEnd, end)
            if cursor == wordEnd { return false }
        }
        return false
    }
}

// MARK: Bytes

extension SentenceCutter {
    enum StartKind { case capital, small, digit, other }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Blank, or no-break space U+00A0, narrow U+202F, ideographic U+3000.
    private func blankLength(_ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x0A: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE2 where matches(index, 0x80, 0xAF, end): 3
        case 0xE3 where matches(index, 0x80, 0x80, end): 3
        default: 0
        }
    }

    private func skipBlanks(_ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end {
            let length = blankLength(index, end)
            if length == 0 { break }
            index += length
        }
        return index
    }

    private func isBlank(before index: Int) -> Bool {
        guard index > 0 else { return true }
        if bytes[index - 1] == 0x20 { return true }
        return index > 1 && bytes[index - 1] == 0xA0 && bytes[index - 2] == 0xC2
    }

    private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, isBlank(before: end) { end -= bytes[end - 1] == 0xA0 ? 2 : 1 }
        return end
    }

    /// Marks that close a quotation or bracket; behind one blank only those that never open one.
    private func skipClosers(_ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end {
            let length = closerLength(index, end)
            if length > 0 {
                index += length
                continue
            }
            let blank = blankLength(index, end)
            let late = blank > 0 ? lateCloserLength(index + blank, end) : 0
            if late == 0 { break }
            index += blank + late
        }
        return index
    }

    /// » and ”, when a blank or nothing stands behind them.
    private func lateCloserLength(_ index: Int, _ end: Int) -> Int {
        guard index + 1 < end else { return 0 }
        let isGuillemet = bytes[index] == 0xC2 && bytes[index + 1] == 0xBB
        let length =
            isGuillemet ? 2 : bytes[index] == 0xE2 && matches(index, 0x80, 0x9D, end) ? 3 : 0
        let isAlone = index + length == end || blankLength(index + length, end) > 0
        return isAlone ? length : 0
    }

    private func closerLength(_ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "*"), UInt8(ascii: "_"):
            return 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xBB: return 2
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
            return [0x98, 0x99, 0x9C, 0x9D, 0xBA].contains(bytes[index + 2]) ? 3 : 0
        case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80:
            return [0x8B, 0x8D, 0x8F].contains(bytes[index + 2]) ? 3 : 0
        case 0xEF where matches(index, 0xBC, 0x89, end): return 3
        default: return 0
        }
    }

    /// Marks that may stand before the first letter of a sentence; at most eight of them.
    private func skipOpeners(_ index: Int, _ end: Int) -> Int {
        var index = index
        for _ in 0..<8 where index < end {
            let length = openerLength(index, end)
            if length == 0 { break }
            index = skipBlanks(index + length, end)
        }
        return index
    }

    private func openerLength(_ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
            UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            return 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xAB: return 2
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
            return (0x90...0x9F).contains(bytes[index + 2]) || bytes[index + 2] == 0xB9 ? 3 : 0
        default: return 0
        }
    }

    private func isQuotationMark(_ index: Int, _ end: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0xC2: index + 1 < end && bytes[index + 1] == 0xAB
        case 0xE2:
            index + 2 < end && bytes[index + 1] == 0x80 && (0x98...0x9F).contains(bytes[index + 2])
        default: false
        }
    }

    /// What the character at `index` can begin. "iPhone" and "al-Aqsa" count as capital.
    private func startKind(_ index: Int, _ end: Int) -> StartKind {
        let byte = bytes[index]
        switch byte {
        case 0x41...0x5A: return .capital
        case 0x30...0x39: return .digit
        case 0x61...0x7A: return hasLateCapital(index, end) ? .capital : .small
        case 0..<0x80: return .other
        default: break
        }
        guard let scalar = scalar(at: index, end) else { return .other }
        if scalar.properties.isLowercase { return .small }
        return scalar.properties.isUppercase ? .capital : .other
    }

    private func hasLateCapital(_ index: Int, _ end: Int) -> Bool {
        guard index + 3 < end else { return false }
        if (0x41...0x5A).contains(bytes[index + 1]) { return true }
        let isArticle = bytes[index] == UInt8(ascii: "a") && bytes[index + 1] == UInt8(ascii: "l")
        return isArticle && bytes[index + 2] == UInt8(ascii: "-")
            && (0x41...0x5A).contains(bytes[index + 3])
    }

    private func scalar(at index: Int, _ end: Int) -> Unicode.Scalar? {
        let byte = UInt32(bytes[index])
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + length <= end else { return nil }
        var value = byte & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return Unicode.Scalar(value)
    }
}
