/// A piece of a typed query. Ranges count scalars of the text.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        /// `(` or `{`, and `)` or `}`.
        case open(isSentence: Bool)
        case close(isSentence: Bool)
        /// `-` right before something, or `NOT`.
        case not
        case or
        case and
        case text(Text)
        /// `name:`, with what follows the colon at once, if anything does.
        case key(String, Text?)
    }

    /// Bare or quoted words, or a pattern.
    struct Text: Equatable {
        var content: String
        /// Without quotation marks, slashes and star.
        var range: Range<Int>
        var isQuoted = false
        /// Between slashes: a regular expression, as it was typed.
        var isPattern = false
        /// An opening quotation mark or slash without its partner.
        var isOpen = false
        var hasStar = false
    }

    var kind: Kind
    var range: Range<Int>
}

/// Cuts a typed query into tokens; every scalar but blanks belongs to one.
struct QueryLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var tokens: [QueryToken] = []

    static func tokens(of scalars: [Unicode.Scalar]) -> [QueryToken] {
        var lexer = QueryLexer(scalars: scalars)
        while lexer.index < scalars.count { lexer.step() }
        return lexer.tokens
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private mutating func step() {
        let start = index
        let scalar = scalars[index]
        if isBlank(scalar) {
            index += 1
            return
        }
        let kind: QueryToken.Kind
        switch scalar {
        case "(", "{":
            index += 1
            kind = .open(isSentence: scalar == "{")
        case ")", "}":
            index += 1
            kind = .close(isSentence: scalar == "}")
        case "-" where index + 1 < scalars.count && beginsTerm(scalars[index + 1]):
            index += 1
            kind = .not
        default:
            kind =
                isQuotationMark(scalar)
                ? .text(quoted()) : pattern().map { .text($0) } ?? bareOrKey()
        }
        tokens.append(QueryToken(kind: kind, range: start..<index))
    }

    private func beginsTerm(_ scalar: Unicode.Scalar) -> Bool {
        !isBlank(scalar) && scalar != ")" && scalar != "}"
    }

    private mutating func quoted() -> QueryToken.Text {
        index += 1
        let start = index
        while index < scalars.count, !isQuotationMark(scalars[index]) { index += 1 }
        var text = QueryToken.Text(
            content: string(start..<index), range: start..<index, isQuoted: true)
        text.isOpen = index == scalars.count
        if !text.isOpen { index += 1 }
        if index < scalars.count, scalars[index] == "*" {
            text.hasStar = true
            index += 1
        }
        return text
    }

    /// What stands between a slash and the next without a backslash before it; nil where none
    /// begins: before a blank or another slash it is punctuation.
    private mutating func pattern() -> QueryToken.Text? {
        let start = index + 1
        guard scalars[index] == "/" else { return nil }
        if start < scalars.count, isBlank(scalars[start]) || scalars[start] == "/" { return nil }
        var end = start
        while end < scalars.count, scalars[end] != "/" {
            end += scalars[end] == "\\" && end + 1 < scalars.count ? 2 : 1
        }
        let isOpen = end == scalars.count
        index = isOpen ? end : end + 1
        return QueryToken.Text(
            content: string(start..<end), range: start..<end, isPattern: true, isOpen: isOpen)
    }

    private mutating func bare() -> QueryToken.Text {
        let start = index
        while index < scalars.count, !isDelimiter(scalars[index]) { index += 1 }
        var end = index
        while end > start, scalars[end - 1] == "*" { end -= 1 }
        return QueryToken.Text(
            content: string(start..<end), range: start..<end, hasStar: end < index)
    }

    private mutating func bareOrKey() -> QueryToken.Kind {
        if let colon = keyEnd() {
            let name = string(index..<colon)
            index = colon + 1
            guard index < scalars.count, !isBlank(scalars[index]) else { return .key(name, nil) }
            if isQuotationMark(scalars[index]) { return .key(name, quoted()) }
            if let pattern = pattern() { return .key(name, pattern) }
            return isDelimiter(scalars[index]) ? .key(name, nil) : .key(name, bare())
        }
        let text = bare()
        switch text.content {
        case "OR" where !text.hasStar: return .or
        case "AND" where !text.hasStar: return .and
        case "NOT" where !text.hasStar: return .not
        default: return .text(text)
        }
    }

    /// Where the colon of `name:` stands, unless an address (`https://…`) begins here.
    private func keyEnd() -> Int? {
        var end = index
        while end < scalars.count, isKeyLetter(scalars[end]) { end += 1 }
        guard end > index, end < scalars.count, scalars[end] == ":" else { return nil }
        let isAddress = scalars[(end + 1)...].prefix(2).elementsEqual(["/", "/"])
        return isAddress ? nil : end
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}

func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
}

/// Straight, curly, low and angle quotation marks; any of them closes any other.
func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "«", "»": true
    default: false
    }
}

func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "{", "}": true
    default: isBlank(scalar) || isQuotationMark(scalar)
    }
}

func isKeyLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

/// Letters, digits and the marks upon them: what a search index keeps of a text.
func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isKeyLetter(scalar) || ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark,
        .enclosingMark, .privateUse:
        return true
    default: return false
    }
}
