import Screens

/// Bytes become keys: the terminal's named keys, UTF-8, Alt, the mouse (SGR coding), pastes, and the
/// terminal's answers, which are kept from the reader. Sequences nobody knows count for nothing.
/// The state lasts between reads, so a sequence that arrives in pieces is still one.
///
/// Not left to ncurses, which asks the system twice for each byte of a key that is held down.
struct InputDecoder {
    /// A paste keeps so many bytes; the rest of it is dropped.
    static let pasteLimit = 1 << 20
    /// Of an answer or an unknown sequence so many bytes are kept; the rest of it is dropped.
    private static let sequenceLimit = 256
    /// A person types so many keys at once, at most.
    private static let mostTyped = 3

    /// What came of a unit of input.
    enum Output: Equatable {
        case key(Key)
        /// The terminal has told its ground.
        case ground(Ground)
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
        /// After `ESC [ M`, three bytes of the oldest coding of the mouse, which nobody asked for.
        case oldMouse
        case paste
    }

    private var state = State.ground
    private var bytes: [UInt8] = []
    private var utf8: [UInt8] = []
    /// What followed Escape where an answer began.
    private var introducer: Character?
    private let sequences: KeySequences
    /// What may yet become one of the sequences.
    private var begun: [UInt8] = []
    private let letters: LocaleLetters?

    /// `sequences` are what this terminal's keys arrive as; it sends UTF-8 where the locale has no
    /// `letters` of its own.
    init(sequences: KeySequences, letters: LocaleLetters? = nil) {
        self.sequences = sequences
        self.letters = letters
    }

    /// After so long a silence what had begun is over: no answer takes a second, and no paste stops
    /// for five.
    static let patience = (answer: Duration.seconds(1), paste: Duration.seconds(5))

    /// Before what comes `after` a silence is taken: gives up what waits for its end too long.
    mutating func resume(after silence: Duration, into outputs: inout [Output]) {
        guard silence > (state == .paste ? Self.patience.paste : Self.patience.answer) else {
            return
        }
        while !begun.isEmpty { giveUp(into: &outputs) }
        if state == .paste { outputs.append(pasted()) } else { reset() }
    }

    /// A lone Ctrl-C is a person's: whatever waited for its end is over.
    private mutating func interrupt(into outputs: inout [Output]) {
        if state == .paste { outputs.append(pasted()) }
        begun = []
        reset()
        outputs.append(.key(.control("c")))
    }

    private mutating func pasted() -> Output {
        let text = letters?.text(of: bytes) ?? String(decoding: bytes, as: UTF8.self)
        reset()
        return .key(.paste(text))
    }

    /// Takes bytes in the order in which they were read.
    mutating func take(_ bytes: some Collection<UInt8>, into outputs: inout [Output]) {
        if bytes.count == 1, bytes.first == 0x03 { return interrupt(into: &outputs) }
        for byte in bytes {
            if begun.isEmpty, sequences.isPlain(byte) {
                if let output = self.byte(byte) { outputs.append(output) }
            } else {
                begun.append(byte)
                match(into: &outputs)
            }
        }
    }

    /// Whether the next bytes may make another key of the last ones.
    var hasBegun: Bool { !begun.isEmpty }

    /// Nothing more came with what was read: an Escape that stands alone is the key, and one with
    /// what only begins a sequence was Alt. A paste goes on until its end has come.
    mutating func pause(into outputs: inout [Output]) {
        guard state != .paste else { return }
        while !begun.isEmpty { giveUp(into: &outputs) }
        let keys = keysAtPause()
        outputs += keys.map { .key($0) }
    }

    private mutating func match(into outputs: inout [Output]) {
        while !begun.isEmpty {
            switch sequences.match(begun) {
            case .beginning: return
            case .none: giveUp(into: &outputs)
            case .whole(let meaning):
                begun = []
                if let output = whole(meaning) { outputs.append(output) }
            }
        }
    }

    /// The first byte that waited begins no sequence; those behind it may.
    private mutating func giveUp(into outputs: inout [Output]) {
        let rest = begun.dropFirst()
        if let output = byte(begun[0]) { outputs.append(output) }
        begun = []
        take(rest, into: &outputs)
    }

    private mutating func whole(_ meaning: KeySequences.Meaning) -> Output? {
        if state == .paste {
            return meaning == .pasteEnd ? pasted() : nil
        }
        reset()
        switch meaning {
        case .mouse: state = .mouse
        case .pasteStart: state = .paste
        case .pasteEnd, .nothing: break
        case .key(let key): return .key(key)
        }
        return nil
    }

    /// A byte that begins or continues something.
    private mutating func byte(_ byte: UInt8) -> Output? {
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
            if byte < 0x20 {
                // No sequence holds a control code.
                reset()
                return plain(byte)
            }
            if bytes.isEmpty, byte == UInt8(ascii: "M") {
                state = .oldMouse
                return nil
            }
            collect(byte)
            guard (0x40...0x7E).contains(byte) else { return nil }
            defer { reset() }
            return GroundAnswer.ground(inReport: bytes).map { .ground($0) }
        case .mouse:
            collect(byte)
            guard byte == UInt8(ascii: "M") || byte == UInt8(ascii: "m") else { return nil }
            defer { reset() }
            return MouseReport(bytes).map { .key(.mouse($0.mouse)) }
        case .oldMouse:
            collect(byte)
            if bytes.count == 3 { reset() }
            return nil
        case .answer, .answerEscape:
            return answer(byte)
        }
    }

    /// What was typed if nothing more comes. An answer to what we asked may go on later; of others
    /// that have begun little more than a person types at once is no answer, and more is dropped.
    private mutating func keysAtPause() -> [Key] {
        var keys: [Key]
        switch state {
        case .escape: keys = [.escape]
        case .control where bytes.isEmpty: keys = [.alt("[")]
        case .single: keys = [.alt("O")]
        case .answer where introducer != "]" || !GroundAnswer.isBegun(by: bytes):
            keys = introducer.map { [.alt($0)] } ?? []
            if bytes.count > Self.mostTyped { keys = [] }
        default: return []
        }
        let typed = bytes
        reset()
        if !keys.isEmpty { keys += typed.compactMap { character($0) } }
        return keys
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
        if state == .answerEscape {
            // Escape that does not end it begins something else.
            reset()
            state = .escape
            return afterEscape(byte)
        }
        if byte == 0x1B { state = .answerEscape } else { collect(byte) }
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
        if bytes.count < Self.sequenceLimit { bytes.append(byte) }
    }

    private mutating func reset() {
        state = .ground
        bytes = []
        utf8 = []
    }
}
