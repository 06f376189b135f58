import CNcurses
import Screens

/// The codes with which a terminal's named keys arrive.
enum FunctionKeys {
    /// Code to key, for the terminal that is open: those of curses, and those terminfo names for
    /// keys held with Shift or Control, whose codes differ by terminal.
    static func codes() -> [Int32: Key] {
        var codes = fixed
        for number in 1...24 { codes[KEY_F0 + Int32(number)] = .function(number) }
        for (name, key) in named {
            guard let sequence = parley_capability(name) else { continue }
            let code = key_defined(sequence)
            if code > 0 { codes[code] = key }
        }
        return codes
    }

    private static let fixed: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
        KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BACKSPACE: .backspace,
        KEY_DC: .delete, KEY_IC: .insert, KEY_ENTER: .enter, KEY_BTAB: .backTab,
        KEY_SR: .shiftUp, KEY_SF: .shiftDown, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    ]

    private static let named: [(String, Key)] = [
        ("kUP", .shiftUp), ("kDN", .shiftDown), ("kUP5", .controlUp), ("kDN5", .controlDown),
        ("kLFT5", .controlLeft), ("kRIT5", .controlRight),
    ]

    /// Terminals send these whether or not their description says so, or the keypad mode is on.
    private static let variants: [(String, Int32)] = [
        ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT),
        ("\u{1B}[D", KEY_LEFT), ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN),
        ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT), ("\u{1B}[H", KEY_HOME),
        ("\u{1B}[F", KEY_END), ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END),
        ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END), ("\u{1B}[Z", KEY_BTAB),
    ]

    static func defineVariants() {
        for (sequence, code) in variants { define_key(sequence, code) }
    }
}
