/// The markup of a page as the parser gets it: without what is never read (scripts, styles,
/// comments, drawings, declarations) and with the few attributes that are, each of bounded
/// length. So nothing that a page can hold makes parsing more than linear in its size.
///
/// Scripts with linked data (`application/ld+json`) are set aside whole. Control characters
/// become U+FFFD as in `CleanText`.
struct PageSource {
    /// How many attributes an element keeps at most.
    static let mostAttributes = 48
    /// How many bytes of an attribute are kept; of a `content` four times as many.
    static let longestValue = 4096

    private(set) var markup: [UInt8] = []
    /// Bytes of the source between the tags of each linked-data script.
    private(set) var linkedData: [Range<Int>] = []
    private(set) var replacedCharacters = 0
    private(set) var cutAttributes = 0

    private let source: [UInt8]
    private let isFragment: Bool
    private var position = 0
    /// Marks that are known not to come any more, so that no search for them is repeated.
    private var exhausted: Set<[UInt8]> = []

    /// `source` must be valid UTF-8. A fragment, such as a feed's summary, keeps what stands inside
    /// of frames and drawings: it is their description.
    init(_ source: [UInt8], isFragment: Bool = false) {
        self.source = source
        self.isFragment = isFragment
        markup.reserveCapacity(source.count / 2)
        while position < source.count {
            copyText(until: source.count)
            if position < source.count { readMark() }
        }
        exhausted = []
    }

    // MARK: Text

    /// Copies up to the next `<` before `end`.
    private mutating func copyText(until end: Int) {
        var start = position
        while position < end {
            let byte = source[position]
            if byte == UInt8(ascii: "<") { break }
            if byte < 0x20, !PageSource.isBlank(byte) {
                markup += source[start..<position]
                markup += [0xEF, 0xBF, 0xBD]
                replacedCharacters += 1
                start = position + 1
            }
            position += 1
        }
        markup += source[start..<position]
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    // MARK: Tags

    /// Reads what begins with the `<` that stands here.
    private mutating func readMark() {
        let next = position + 1 < source.count ? source[position + 1] : 0
        switch next {
        case UInt8(ascii: "!") where source[position...].starts(with: Mark.comment):
            skip(past: Mark.commentEnd, from: position + 2)
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): skip(past: [UInt8(ascii: ">")], from: position)
        case UInt8(ascii: "/"): readEndTag()
        case _ where PageSource.isLetter(next): readTag()
        default:
            markup += Mark.lessThan
            position += 1
        }
    }

    /// The marks that are looked for or written.
    private enum Mark {
        static let comment = Array("<!--".utf8)
        static let commentEnd = Array("-->".utf8)
        static let lessThan = Array("&lt;".utf8)
        static let hidden = Array(" hidden".utf8)
        static let json = Array("ld+json".utf8)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
    }

    /// A document type with an internal subset ends behind its brackets.
    private mutating func skipDeclaration() {
        var index = position
        while index < source.count, source[index] != UInt8(ascii: ">"),
            source[index] != UInt8(ascii: "[")
        {
            index += 1
        }
        let isSubset =
            index < source.count && source[index] == UInt8(ascii: "[") && index > position + 2
        skip(past: isSubset ? Array("]>".utf8) : [UInt8(ascii: ">")], from: position)
    }

    /// Goes behind `mark`; behind the next `>` when there is none, and at the end else.
    private mutating func skip(past mark: [UInt8], from start: Int) {
        if let found = firstPlace(of: mark, from: start) {
            position = found + mark.count
        } else if mark.count > 1, let end = firstPlace(of: [UInt8(ascii: ">")], from: start) {
            position = end + 1
        } else {
            position = source.count
        }
    }

    /// The place of `mark`, in small letters, at or behind `start`; nil when there is none.
    private mutating func firstPlace(of mark: [UInt8], from start: Int) -> Int? {
        if exhausted.contains(mark) { return nil }
        var index = start
        let first = mark[0]
        let last = source.count - mark.count
        while index <= last {
            if source[index] == first, hasMark(mark, at: index) { return index }
            index += 1
        }
        exhausted.insert(mark)
        return nil
    }

    /// Whether `mark` stands at `index`, letters in any case.
    private func hasMark(_ mark: [UInt8], at index: Int) -> Bool {
        for offset in 1..<max(1, mark.count) {
            let byte = source[index + offset]
            let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if folded != mark[offset] { return false }
        }
        return true
    }

    private mutating func readEndTag() {
        let start = position
        position += 2
        while position < source.count, PageSource.isNameByte(source[position]) { position += 1 }
        let name = start..<position
        while position < source.count, source[position] != UInt8(ascii: ">") { position += 1 }
        position = min(position + 1, source.count)
        if name.count > 2 {
            markup += source[name]
            markup.append(UInt8(ascii: ">"))
        }
    }

    private mutating func readTag() {
        let start = position
        let written = markup.count
        position += 1
        while position < source.count, PageSource.isNameByte(source[position]) { position += 1 }
        markup += source[start..<position]
        let name = source[start + 1..<position].map { $0 | ($0 < 0x5B && $0 > 0x40 ? 0x20 : 0) }
        let isLinkedData = readAttributes()
        guard let kind = PageSource.kinds[name] else { return }
        if isFragment, name == PageSource.frame || name == PageSource.drawing { return }
        let end = firstPlace(of: Array("</".utf8) + name, from: position)
        switch kind {
        case .dropped:
            markup.removeSubrange(written...)
            guard let end else {
                if name == PageSource.script || name == PageSource.style {
                    position = source.count
                }
                return
            }
            if isLinkedData { linkedData.append(position..<end) }
            position = end
            skip(past: [UInt8(ascii: ">")], from: end)
        case .plain:
            guard let end else { return }
            while position < end {
                copyText(until: end)
                if position < end {
                    markup += Mark.lessThan
                    position += 1
                }
            }
        }
    }

    /// Elements whose content is no markup, or is never part of what a page says.
    private enum Kind { case dropped, plain }

    private static let script = Array("script".utf8)
    private static let style = Array("style".utf8)
    private static let frame = Array("iframe".utf8)
    private static let drawing = Array("svg".utf8)
    private static let kinds: [[UInt8]: Kind] = {
        var kinds = [Array("title".utf8): Kind.plain]
        for name in [
            "script", "style", "svg", "iframe", "textarea", "select", "template", "noembed",
            "noframes", "canvas", "audio", "video", "datalist",
        ] {
            kinds[Array(name.utf8)] = .dropped
        }
        return kinds
    }()

    // MARK: Attributes

    /// Copies the attributes that are kept and closes the tag; whether a type says linked data.
    private mutating func readAttributes() -> Bool {
        var isLinkedData = false
        var kept = 0
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                break
            }
            if PageSource.isBlank(byte) || byte == UInt8(ascii: "/") {
                position += 1
                continue
            }
            let name = readName()
            let value = readValue()
            let attribute = PageSource.attributes[Fingerprint.folded(source, name)]
            if attribute == .type, contains(Mark.json, value) { isLinkedData = true }
            guard let attribute else { continue }
            if kept == PageSource.mostAttributes {
                cutAttributes += 1
            } else if write(attribute, name, value) {
                kept += 1
            }
        }
        markup.append(UInt8(ascii: ">"))
        return isLinkedData
    }

    private mutating func readName() -> Range<Int> {
        let start = position
        position += 1
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "/") || PageSource.isBlank(byte)
            {
                break
            }
            position += 1
        }
        return start..<position
    }

    /// Without its quotation marks; empty when there is none.
    private mutating func readValue() -> Range<Int> {
        var index = position
        while index < source.count, PageSource.isBlank(source[index]) { index += 1 }
        guard index < source.count, source[index] == UInt8(ascii: "=") else {
            return position..<position
        }
        index += 1
        while index < source.count, PageSource.isBlank(source[index]) { index += 1 }
        guard index < source.count else {
            position = index
            return index..<index
        }
        let quote = source[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = firstPlace(of: [quote], from: index + 1)
        {
            position = end + 1
            return index + 1..<end
        }
        position = index
        while position < source.count, source[position] != UInt8(ascii: ">"),
            !PageSource.isBlank(source[position])
        {
            position += 1
        }
        return index..<position
    }

    private func contains(_ mark: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= mark.count else { return false }
        for start in range.lowerBound...(range.upperBound - mark.count) {
            if source[start] | 0x20 == mark[0], hasMark(mark, at: start) { return true }
        }
        return false
    }

    /// Whether anything was written.
    private mutating func write(
        _ attribute: Attribute, _ name: Range<Int>, _ value: Range<Int>
    ) -> Bool {
        switch attribute {
        case .hiding:
            if !hides(value) { return false }
            markup += Mark.hidden
            return true
        case .text, .long, .type:
            markup.append(0x20)
            markup += source[name]
            markup += [UInt8(ascii: "="), UInt8(ascii: "\"")]
            let limit = PageSource.longestValue * (attribute == .long ? 4 : 1)
            append(value, limit)
            markup.append(UInt8(ascii: "\""))
            return true
        }
    }

    /// Whether `style` or `aria-hidden` takes an element from sight.
    private func hides(_ value: Range<Int>) -> Bool {
        let plain = source[value.prefix(400)].filter { !PageSource.isBlank($0) }.map { $0 | 0x20 }
        if plain == PageSource.yes { return true }
        let text = String(decoding: plain, as: UTF8.self)
        return text.contains("display:none") || text.contains("visibility:hidden")
    }

    private static let yes = Array("true".utf8)

    private mutating func append(_ value: Range<Int>, _ limit: Int) {
        var end = value.upperBound
        if value.count > limit {
            end = value.lowerBound + limit
            while end > value.lowerBound, source[end] & 0xC0 == 0x80 { end -= 1 }
            cutAttributes += 1
        }
        for index in value.lowerBound..<end {
            let byte = source[index]
            if byte == UInt8(ascii: "\"") {
                markup += "&quot;".utf8
            } else if byte == UInt8(ascii: "<") {
                markup += Mark.lessThan
            } else {
                markup.append(byte < 0x20 ? 0x20 : byte)
            }
        }
    }

    /// What is done with an attribute.
    private enum Attribute { case text, long, type, hiding }

    private static let attributes: [UInt64: Attribute] = {
        let names = [
            "class", "id", "itemprop", "itemtype", "property", "name", "href", "rel", "role",
            "hidden", "datetime", "lang", "xml:lang", "title", "data-testid", "data-component",
            "data-qa", "http-equiv", "pubdate",
        ]
        var attributes: [UInt64: Attribute] = [:]
        for name in names { attributes[Fingerprint.of(name)] = .text }
        attributes[Fingerprint.of("content")] = .long
        attributes[Fingerprint.of("type")] = .type
        attributes[Fingerprint.of("style")] = .hiding
        attributes[Fingerprint.of("aria-hidden")] = .hiding
        return attributes
    }()
}

extension Fingerprint {
    /// Of the bytes with large ASCII letters made small.
    static func folded(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var fingerprint = Fingerprint()
        for index in range {
            let byte = bytes[index]
            fingerprint.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return fingerprint.value
    }
}
