import Screens

/// Bytes and function codes of ncurses become keys.
///
/// ncurses knows the terminal's function keys and hands everything else on byte by byte. What it
/// does not know is decoded here: UTF-8, Alt, the mouse (SGR coding), pastes, the terminal's
/// answers, which are kept from the reader, and sequences nobody knows, which count for nothing.
/// The state lasts between reads, so a sequence that arrives in pieces is still one.
struct InputDecoder {
    /// A paste keeps so many bytes; the rest of it is dropped.
    static let pasteLimit = 1 << 20
    /// Longer answers and unknown sequences are given up.
    private static let sequenceLimit = 256

    /// What came of a unit of input.
    enum Output: Equatable {
        case key(Key)
        /// The terminal has told its ground.
        case ground(Ground)
    }

    /// The codes by which ncurses is told to report what begins these sequences.
    enum Prefix: Int32, CaseIterable {
        case mouse = 0x1001
        case pasteStart, pasteEnd, focusGained, focusLost

        var sequence: String {
            switch self {
            case .mouse: "\u{1B}[<"
            case .pasteStart: "\u{1B}[200~"
            case .pasteEnd: "\u{1B}[201~"
            case .focusGained: "\u{1B}[I"
            case .focusLost: "\u{1B}[O"
            }
        }
    }

    private enum State: Equatable {
        case ground
        case escape
        /// After `ESC [`, until a final byte.
        case control
        /// After `ESC ]`, `ESC P`, `ESC X`, `ESC ^` or `ESC _`, until BEL or ST.
        case answer, answerEscape
        /// After `ESC O`, one byte.
        case single
        case mouse
        case paste
    }

    private var state = State.ground
    private var bytes: [UInt8] = []
    private var utf8: [UInt8] = []
    /// What followed Escape where an answer began.
    private var introducer: Character?
    private let functionKeys: [Int32: Key]
    private let letters: LocaleLetters?

    /// `functionKeys` are the codes this terminal's keys arrive with; it sends UTF-8 where the locale
    /// has no `letters` of its own.
    init(functionKeys: [Int32: Key], letters: LocaleLetters? = nil) {
        self.functionKeys = functionKeys
        self.letters = letters
    }

    /// A function code, above 255.
    mutating func function(_ code: Int32) -> Output? {
        let prefix = Prefix(rawValue: code)
        if state == .paste {
            guard prefix == .pasteEnd else { return nil }
            let text = letters?.text(of: bytes) ?? String(decoding: bytes, as: UTF8.self)
            reset()
            return .key(.paste(text))
        }
        reset()
        switch prefix {
        case .mouse: state = .mouse
        case .pasteStart: state = .paste
        case .focusGained: return .key(.focusGained)
        case .focusLost: return .key(.focusLost)
        case .pasteEnd: break
        case nil: return functionKeys[code].map { .key($0) }
        }
        return nil
    }

    /// A byte that begins or continues something.
    mutating func byte(_ byte: UInt8) -> Output? {
        switch state {
        case .ground: return plain(byte)
        case .escape: return afterEscape(byte)
        case .paste:
            if bytes.count < Self.pasteLimit { bytes.append(byte == 0x0D ? 0x0A : byte) }
            return nil
        case .single:
            reset()
            return nil
        case .control:
            collect(byte)
            guard (0x40...0x7E).contains(byte) else { return nil }
            defer { reset() }
            return GroundAnswer.ground(inReport: bytes).map { .ground($0) }
        case .mouse:
            collect(byte)
            guard byte == UInt8(ascii: "M") || byte == UInt8(ascii: "m") else { return nil }
            defer { reset() }
            return MouseReport(bytes).map { .key(.mouse($0.mouse)) }
        case .answer, .answerEscape:
            return answer(byte)
        }
    }

    /// Nothing more came with what was read: an Escape that stands alone is the key, and one with
    /// what only begins a sequence was Alt.
    mutating func pause() -> Output? {
        let key: Key?
        switch state {
        case .escape: key = .escape
        case .control where bytes.isEmpty: key = .alt("[")
        case .single: key = .alt("O")
        case .answer where bytes.isEmpty: key = introducer.map { .alt($0) }
        default: return nil
        }
        reset()
        return key.map { .key($0) }
    }

    /// A byte outside any sequence: a control code, ASCII, or a part of UTF-8.
    private mutating func plain(_ byte: UInt8) -> Output? {
        if byte == 0x1B {
            utf8 = []
            state = .escape
            return nil
        }
        return character(byte).map { .key($0) }
    }

    private mutating func afterEscape(_ byte: UInt8) -> Output? {
        switch byte {
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            state = .answer
            introducer = Character(Unicode.Scalar(byte))
        case 0x1B:
            // The first was a key of its own; the second may begin something.
            return .key(.escape)
        default:
            guard let key = character(byte) else { return nil }
            reset()
            if case .character(let character) = key { return .key(.alt(character)) }
            return .key(key)
        }
        return nil
    }

    private mutating func answer(_ byte: UInt8) -> Output? {
        let isEnd = byte == 0x07 || (state == .answerEscape && byte == UInt8(ascii: "\\"))
        if isEnd {
            let text = String(decoding: bytes, as: UTF8.self)
            reset()
            return GroundAnswer.ground(in: text).map { .ground($0) }
        }
        state = byte == 0x1B ? .answerEscape : .answer
        if byte != 0x1B { collect(byte) }
        return nil
    }

    /// Adds a byte to the character being read; the key when it is whole.
    private mutating func character(_ byte: UInt8) -> Key? {
        if byte < 0x80 {
            utf8 = []
            if byte < 0x20 || byte == 0x7F { return .control(code: byte) }
            return .character(Character(Unicode.Scalar(byte)))
        }
        if let letters { return letters.scalar(of: byte).map { .character(Character($0)) } }
        if byte >= 0xC0 { utf8 = [] }
        utf8.append(byte)
        guard let first = utf8.first, first >= 0xC2 && first < 0xF5 else {
            utf8 = []
            return nil
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard utf8.count == length else { return nil }
        defer { utf8 = [] }
        let text = String(decoding: utf8, as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}",
            scalar.properties.generalCategory != .control
        else { return nil }
        return .character(Character(scalar))
    }

    private mutating func collect(_ byte: UInt8) {
        bytes.append(byte)
        if bytes.count > Self.sequenceLimit { reset() }
    }

    private mutating func reset() {
        state = .ground
        bytes = []
        utf8 = []
    }
}
