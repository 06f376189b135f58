/// Cuts bytes into tokens in one pass: each byte is looked at once or twice, nothing is copied.
///
/// Its small questions are inlined: asked in a call, they would be answered from a copy of all fields.
struct Tokeniser: ~Copyable {
    private let bytes: [UInt8]
    private let lexicon: Lexicon
    private let roles = ByteRole.ofBytes
    private(set) var tokens: [Token] = []
    /// For each token what it can do where somebody speaks.
    private(set) var speech: [SpeechClass] = []
    /// What the tokens of the range read last are among them.
    private(set) var kinds = Token.Kinds()
    private var position = 0
    private var scalars = 0
    private var end = 0
    private var sentence: Int32 = 0
    /// A blank or the beginning stands before `position`.
    private var afterBlank = true
    private var openSingles = 0
    private var expectsCapital = true

    init(bytes: [UInt8], lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        tokens.reserveCapacity(bytes.count / 4 + 8)
        speech.reserveCapacity(bytes.count / 4 + 8)
    }

    /// The tokens of a name, a cue or any short text read by itself.
    static func tokens(of text: String, lexicon: Lexicon) -> [Token] {
        var tokeniser = Tokeniser(bytes: Array(text.utf8), lexicon: lexicon)
        tokeniser.read(0..<text.utf8.count, firstScalar: 0, sentence: 0)
        return tokeniser.tokens
    }

    /// Appends the tokens of a range of bytes that begins with scalar `firstScalar`.
    mutating func read(_ range: Range<Int>, firstScalar: Int, sentence: Int) {
        position = range.lowerBound
        end = range.upperBound
        scalars = firstScalar
        self.sentence = Int32(sentence)
        afterBlank = true
        openSingles = 0
        expectsCapital = true
        kinds = Token.Kinds()
        let first = tokens.count
        while position < end { readOne() }
        if first < tokens.count { tokens[first].flags.formUnion(.sentenceStart) }
    }

    private mutating func readOne() {
        let byte = bytes[position]
        switch roles[Int(byte)] {
        case .blank: skip(1)
        case .letter: readWord()
        case .digit: readNumber()
        case .mark: readMark(length: 1)
        case .wide: readWide()
        }
    }

    private mutating func readWide() {
        let (scalar, length) = decode(at: position)
        switch Folding.role(of: scalar) {
        case .blank: skip(length)
        case .letter: readWord()
        case .digit: readNumber()
        case .ignored:
            position += length
            scalars += 1
        case .ideograph: readIdeograph(scalar, length: length)
        case .mark, .hyphen, .apostrophe, .quote: readMark(length: length)
        }
    }

    private mutating func skip(_ length: Int) {
        position += length
        scalars += 1
        afterBlank = true
    }

    // MARK: Words

    private mutating func readWord() {
        let start = position
        let scalarStart = scalars
        var word = Word()
        var capitals = 0
        var letters = 0
        var flags = Token.Flags.word
        if isDotted(at: position) {
            readDotted(into: &word)
            letters = 2
            capitals = bytes[start] < 97 ? 2 : 0
        } else {
            readLetters(into: &word, &letters, &capitals, &flags)
        }
        if capitals > 0, startsWithCapital(start) {
            flags.formUnion(.capitalised)
            if capitals == letters, letters > 1 { flags.formUnion(.allCaps) }
        }
        if letters == position - start { flags.formUnion(.plain) }
        if expectsCapital { flags.formUnion(.capitalExpected) }
        expectsCapital = false
        append(word, from: start, scalarStart, flags)
        readEnding()
    }

    private mutating func readLetters(
        into word: inout Word, _ letters: inout Int, _ capitals: inout Int,
        _ flags: inout Token.Flags
    ) {
        while position < end {
            let byte = bytes[position]
            switch roles[Int(byte)] {
            case .letter:
                readPlainLetters(into: &word, &letters, &capitals)
                continue
            case .digit: word.add(byte)
            case .wide:
                if !addWide(to: &word, &letters, &capitals) { return }
                continue
            case .mark:
                guard byte == 0x27, continuesWord(after: position + 1) else { return }
                word.add(byte)
            case .blank: return
            }
            position += 1
            scalars += 1
        }
    }

    /// Adds a run of ASCII letters, which is most of every text: in locals, without a look at what
    /// else may stand in a word.
    private mutating func readPlainLetters(
        into word: inout Word, _ letters: inout Int, _ capitals: inout Int
    ) {
        var hashed = word
        var large = 0
        var index = position
        while index < end {
            let byte = bytes[index]
            let small = byte | 0x20
            guard small &- 97 < 26 else { break }
            if byte < 97 { large += 1 }
            hashed.add(small)
            index += 1
        }
        word = hashed
        capitals += large
        letters += index - position
        scalars += index - position
        position = index
    }

    /// Adds a letter outside ASCII or a curly apostrophe; false where the word ends before it.
    private mutating func addWide(
        to word: inout Word, _ letters: inout Int, _ capitals: inout Int
    ) -> Bool {
        let (scalar, length) = decode(at: position)
        switch Folding.role(of: scalar) {
        case .letter:
            letters += 1
            if Folding.isCapital(scalar) { capitals += 1 }
            Folding.add(scalar, to: &word)
        case .ignored: break
        case .apostrophe:
            guard continuesWord(after: position + length) else { return false }
            word.add(0x27)
        default: return false
        }
        position += length
        scalars += 1
        return true
    }

    /// Whether an apostrophe before `offset` belongs to the word: don't, O'Brien, l’Humanité; not
    /// 's, 're, 've, 'll, 'd, 'm at its end.
    @inline(__always)
    private func continuesWord(after offset: Int) -> Bool {
        guard isLetter(at: offset) else { return false }
        return endingLength(at: offset) == 0
    }

    /// The length of s, re, ve, ll, d or m at `offset` when the word ends with it, else zero.
    @inline(__always)
    private func endingLength(at offset: Int) -> Int {
        let first = letter(at: offset)
        if first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m") {
            return isLetter(at: offset + 1) ? 0 : 1
        }
        let second = letter(at: offset + 1)
        let pair = (UInt16(first) << 8) | UInt16(second)
        let isEnding = pair == 0x7265 || pair == 0x7665 || pair == 0x6C6C  // re, ve, ll
        return isEnding && !isLetter(at: offset + 2) ? 2 : 0
    }

    /// The small ASCII letter at `offset`, zero where none stands.
    @inline(__always)
    private func letter(at offset: Int) -> UInt8 {
        offset < end && roles[Int(bytes[offset])] == .letter ? bytes[offset] | 0x20 : 0
    }

    @inline(__always)
    private func isLetter(at offset: Int) -> Bool {
        guard offset < end else { return false }
        switch roles[Int(bytes[offset])] {
        case .letter: return true
        case .wide: return Folding.role(of: decode(at: offset).scalar) == .letter
        default: return false
        }
    }

    /// Splits 's, s' and the like off the word just read.
    private mutating func readEnding() {
        let length = apostropheLength(at: position)
        guard length > 0, let last = tokens.indices.last else { return }
        let ending = endingLength(at: position + length)
        if ending > 0 {
            let isPossessive = letter(at: position + length) == UInt8(ascii: "s")
            tokens[last].flags.formUnion(isPossessive ? .possessive : .contracted)
            position += length + ending
            scalars += 1 + ending
        } else if openSingles == 0, bytes[position - 1] | 0x20 == UInt8(ascii: "s"),
            !isLetter(at: position + length)
        {
            tokens[last].flags.formUnion(.possessive)
            position += length
            scalars += 1
        }
    }

    @inline(__always)
    private func apostropheLength(at offset: Int) -> Int {
        guard offset < end else { return 0 }
        if bytes[offset] == 0x27 { return 1 }
        guard bytes[offset] == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80 else { return 0 }
        return bytes[offset + 2] == 0x99 ? 3 : 0
    }

    // MARK: Dotted abbreviations

    /// "U.S.", "a.m.", "J.D": single letters parted by points.
    @inline(__always)
    private func isDotted(at offset: Int) -> Bool {
        let point = UInt8(ascii: ".")
        guard offset + 2 < end, bytes[offset + 1] == point, letter(at: offset) != 0,
            letter(at: offset + 2) != 0
        else { return false }
        return !isLetter(at: offset + 3)
    }

    private mutating func readDotted(into word: inout Word) {
        let point = UInt8(ascii: ".")
        while letter(at: position) != 0, !isLetter(at: position + 1) {
            word.add(bytes[position] | 0x20)
            let hasPoint = position + 1 < end && bytes[position + 1] == point
            position += hasPoint ? 2 : 1
            scalars += hasPoint ? 2 : 1
            if !hasPoint { return }
        }
    }

    // MARK: Numbers and marks

    private mutating func readNumber() {
        let start = position
        let scalarStart = scalars
        var word = Word()
        while position < end {
            let byte = bytes[position]
            let role = roles[Int(byte)]
            if role == .wide, Folding.role(of: decode(at: position).scalar) == .digit {
                let (scalar, length) = decode(at: position)
                word.add(UInt8(ascii: "0") + UInt8((scalar & 0xF) % 10))
                position += length
            } else if role == .digit || isInnerSeparator(at: position) {
                word.add(byte)
                position += 1
            } else {
                break
            }
            scalars += 1
        }
        expectsCapital = false
        append(word, from: start, scalarStart, .number)
    }

    @inline(__always)
    private func isInnerSeparator(at offset: Int) -> Bool {
        guard bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: ".") else {
            return false
        }
        return offset + 1 < end && roles[Int(bytes[offset + 1])] == .digit
    }

    private mutating func readIdeograph(_ scalar: UInt32, length: Int) {
        var word = Word()
        Folding.add(scalar, to: &word)
        let start = position
        position += length
        scalars += 1
        append(word, from: start, scalars - 1, .word)
    }

    private mutating func readMark(length: Int) {
        let start = position
        var word = Word()
        var flags = Token.Flags.mark
        let scalar = length == 1 ? UInt32(bytes[position]) : decode(at: position).scalar
        switch length == 1 ? Folding.role(ofASCIIMark: scalar) : Folding.role(of: scalar) {
        case .hyphen:
            word.add(UInt8(ascii: "-"))
            if scalar < 0x2014 || scalar == 0x2212 { flags.formUnion(.hyphen) }
        case .quote:
            word.add(UInt8(ascii: "\""))
            flags.formUnion(side(of: scalar, after: start + length))
        case .apostrophe:
            word.add(0x27)
            flags.formUnion(side(of: scalar, after: start + length))
            flags.formUnion(.single)
            openSingles += flags.contains(.opens) ? 1 : openSingles > 0 ? -1 : 0
        default:
            if length == 1 { word.add(bytes[start]) } else { Folding.add(scalar, to: &word) }
        }
        if flags.contains(.opens) || scalar == 0x3A { expectsCapital = true }
        position += length
        scalars += 1
        append(word, from: start, scalars - 1, flags)
    }

    /// Whether a quotation mark opens or closes: curly ones say so, straight ones and those that
    /// languages use both ways open when a blank or bracket stands before and none behind.
    private func side(of scalar: UInt32, after offset: Int) -> Token.Flags {
        switch scalar {
        case 0x201C, 0x2018, 0x201A, 0x201E, 0xAB, 0x2039, 0x300C, 0x300E: return .opens
        case 0x201D, 0x2019, 0xBB, 0x203A, 0x300D, 0x300F: return .closes
        default: break
        }
        let blankBehind = offset >= end || roles[Int(bytes[offset])] == .blank
        if blankBehind { return .closes }
        guard !afterBlank, let last = tokens.last else { return .opens }
        let opensAfter = last.isHyphen || last.opensQuote || last.word == Tokeniser.bracket
        return opensAfter ? .opens : .closes
    }

    private static let bracket = Word("(")

    // MARK: Pieces

    private mutating func append(
        _ word: Word, from start: Int, _ scalarStart: Int, _ flags: Token.Flags
    ) {
        let entry = lexicon.entry(of: word)
        kinds.classes.formUnion(entry.classes)
        let spoken = entry.speech.union(shape(of: start..<position, flags))
        kinds.speech.formUnion(spoken)
        kinds.flags.formUnion(flags)
        speech.append(spoken)
        tokens.append(
            Token(
                start: Int32(start), end: Int32(position), scalarStart: Int32(scalarStart),
                scalarEnd: Int32(scalars), word: word, classes: entry.classes,
                sentence: sentence,
                flags: afterBlank ? flags : flags.union(.glued)))
        afterBlank = false
    }

    /// What the ending of a word says, or that a dash parts phrases: a hyphen inside a word does not.
    @inline(__always)
    private func shape(of range: Range<Int>, _ flags: Token.Flags) -> SpeechClass {
        let end = range.upperBound
        if flags.contains(.hyphen) {
            let isDash = range.count == 3 && (0x93...0x95).contains(bytes[end - 1])
            return afterBlank || isDash ? .stop : []
        }
        guard flags.contains(.word), range.count > 4 else { return [] }
        switch (bytes[end - 2], bytes[end - 1]) {
        case (UInt8(ascii: "l"), UInt8(ascii: "y")):
            return flags.contains(.capitalised) ? [] : .adverb
        case (UInt8(ascii: "n"), UInt8(ascii: "g")):
            return bytes[end - 3] == UInt8(ascii: "i") ? .ing : []
        case (UInt8(ascii: "e"), UInt8(ascii: "d")): return .ed
        default: return []
        }
    }

    @inline(__always)
    private func startsWithCapital(_ offset: Int) -> Bool {
        bytes[offset] < 0x80
            ? bytes[offset] < 97 : Folding.isCapital(decode(at: offset).scalar)
    }

    @inline(__always)
    private func decode(at offset: Int) -> (scalar: UInt32, length: Int) {
        ByteRole.decode(bytes, at: offset)
    }
}
