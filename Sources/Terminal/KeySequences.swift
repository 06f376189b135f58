import CNcurses
import Screens

/// The sequences of bytes as which a terminal's named keys arrive, and those that begin something
/// longer.
struct KeySequences {
    enum Meaning: Equatable {
        case key(Key)
        /// A report of the mouse (SGR coding) follows, a paste, or its end is reached.
        case mouse, pasteStart, pasteEnd
        /// A key that the terminal has and nothing here is bound to.
        case nothing
    }

    enum Match: Equatable {
        case whole(Meaning)
        /// More bytes may make it one.
        case beginning
        case none
    }

    private var meanings: [[UInt8]: Meaning] = [:]
    private var beginnings: Set<[UInt8]> = []
    /// Of each byte, whether a sequence begins with it.
    private var isFirst = [Bool](repeating: false, count: 256)

    /// Those that every terminal may send, and those of one whose `capabilities` (terminfo) are
    /// given by name, nil where it has none.
    init(capabilities: (String) -> String? = { _ in nil }, names: [String] = []) {
        for name in names {
            // Ctrl-Z is a key of the Linux console by name, too.
            if let sequence = capabilities(name), sequence.hasPrefix("\u{1B}") {
                add(sequence, .nothing)
            }
        }
        for (name, key) in Self.named { capabilities(name).map { add($0, .key(key)) } }
        for (sequence, key) in Self.variants { add(sequence, .key(key)) }
        for (sequence, meaning) in Self.modes { add(sequence, meaning) }
    }

    /// Those of the terminal that is open.
    static func ofTerminal() -> KeySequences {
        let names = (0...).lazy.map { parley_capability_name($0) }.prefix { $0 != nil }
            .compactMap { $0.map { String(cString: $0) } }
        return KeySequences(
            capabilities: { parley_capability($0).map { String(cString: $0) } },
            names: names.filter { $0.hasPrefix("k") })
    }

    /// Whether `byte` stands for itself wherever a sequence might begin.
    func isPlain(_ byte: UInt8) -> Bool { !isFirst[Int(byte)] }

    func match(_ bytes: [UInt8]) -> Match {
        if let meaning = meanings[bytes] { return .whole(meaning) }
        return beginnings.contains(bytes) ? .beginning : .none
    }

    private mutating func add(_ sequence: String, _ meaning: Meaning) {
        let bytes = Array(sequence.utf8)
        guard let first = bytes.first else { return }
        isFirst[Int(first)] = true
        meanings[bytes] = meaning
        for count in 1..<max(1, bytes.count) { beginnings.insert(Array(bytes.prefix(count))) }
    }

    /// By the names of terminfo; those from `kUP` on are not of its own list.
    private static let named: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
            ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
            ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert), ("kent", .enter),
            ("kcbt", .backTab), ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft),
            ("kRIT", .shiftRight), ("kUP", .shiftUp), ("kDN", .shiftDown),
            ("kUP5", .controlUp), ("kDN5", .controlDown), ("kLFT5", .controlLeft),
            ("kRIT5", .controlRight),
        ] + (1...24).map { ("kf\($0)", .function($0)) }

    /// Terminals send these whether or not their description says so, or the keypad mode is on.
    private static let variants: [(String, Key)] = [
        ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
        ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
        ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end),
        ("\u{1B}OH", .home), ("\u{1B}OF", .end), ("\u{1B}[Z", .backTab),
    ]

    /// What the modes bring that are switched on (`Modes`).
    private static let modes: [(String, Meaning)] = [
        ("\u{1B}[<", .mouse), ("\u{1B}[200~", .pasteStart), ("\u{1B}[201~", .pasteEnd),
        ("\u{1B}[I", .key(.focusGained)), ("\u{1B}[O", .key(.focusLost)),
    ]
}
