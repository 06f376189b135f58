/// One press of the keyboard or mouse, as the terminal reports it.
package enum Key: Hashable, Sendable {
    /// A character that was typed: one scalar, never a control character.
    case character(Character)
    /// Control with a letter, lower case: `Ctrl-P` is `control("p")`; also with one of `@ [ \ ] ^ _`.
    case control(Character)
    /// Alt with a character.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftUp, shiftDown, shiftLeft, shiftRight
    case controlUp, controlDown, controlLeft, controlRight
    case function(Int)
    /// A whole paste as one event.
    case paste(String)
    /// A press, release, drag or turn of the wheel at a cell, from 0 at the top left.
    case mouse(Mouse)
    case focusGained, focusLost

    package struct Mouse: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case press, release, drag, wheelUp, wheelDown
        }
        package var kind: Kind
        package var column: Int
        package var row: Int

        package init(kind: Kind, column: Int, row: Int) {
            self.kind = kind
            self.column = column
            self.row = row
        }
    }
}

extension Key {
    /// The keys with a name, and the name they print with.
    private static let names: [(Key, String)] = [
        (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
        (.backspace, "Backspace"), (.delete, "Delete"), (.insert, "Insert"), (.up, "Up"),
        (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
        (.pageUp, "PageUp"), (.pageDown, "PageDown"), (.shiftUp, "S-Up"),
        (.shiftDown, "S-Down"), (.shiftLeft, "S-Left"), (.shiftRight, "S-Right"),
        (.controlUp, "C-Up"), (.controlDown, "C-Down"), (.controlLeft, "C-Left"),
        (.controlRight, "C-Right"),
    ]

    /// The characters with a name, which would not be seen or be taken for the beginning of one.
    private static let characterNames: [(Character, String)] = [
        (" ", "Space"), ("<", "lt"), (">", "gt"),
    ]

    /// Other names people write.
    private static let aliases: [String: Key] = [
        "return": .enter, "cr": .enter, "escape": .escape, "bs": .backspace, "del": .delete,
        "ins": .insert, "pgup": .pageUp, "pgdn": .pageDown, "pagedn": .pageDown,
        "btab": .backTab, "backtab": .backTab,
    ]

    /// Whether the key has a notation.
    package var isBindable: Bool {
        switch self {
        case .mouse, .paste, .focusGained, .focusLost: false
        default: true
        }
    }

    /// The key as it is written in a key sequence: `j`, `<Enter>`, `<C-p>`; nil for what nobody can
    /// bind: a paste, the mouse, a change of focus.
    package var notation: String? {
        switch self {
        case .character(let character):
            let name = Self.characterNames.first { $0.0 == character }?.1
            return name.map { "<\($0)>" } ?? String(character)
        case .control(let character): return "<C-\(character)>"
        case .alt(let character):
            return "<A-\(character == " " ? "Space" : String(character))>"
        case .function(let number): return "<F\(number)>"
        default: return Self.names.first { $0.0 == self }.map { "<\($0.1)>" }
        }
    }

    /// The key for what stands between `<` and `>`, upper or lower case; nil when there is none.
    init?(name: String) {
        let lowered = name.lowercased()
        if let named = Self.names.first(where: { $0.1.lowercased() == lowered }) {
            self = named.0
        } else if let named = Self.characterNames.first(where: { $0.1.lowercased() == lowered }) {
            self = .character(named.0)
        } else if let alias = Self.aliases[lowered] {
            self = alias
        } else if lowered.first == "f", let number = Int(lowered.dropFirst()), number > 0 {
            self = .function(number)
        } else if let modified = Self.modified(name) {
            self = modified
        } else {
            return nil
        }
    }

    /// `C-p`, `A-x` or `M-x`: what follows is one character, or `Space`.
    private static func modified(_ name: String) -> Key? {
        let prefix = name.prefix(2).lowercased()
        let rest = name.dropFirst(2)
        let isSpace = rest.lowercased() == "space"
        guard rest.unicodeScalars.count == 1 || isSpace, let first = rest.first else { return nil }
        let character = isSpace ? " " : first
        switch prefix {
        case "a-", "m-":
            return .alt(character)
        case "c-":
            if isSpace { return .control("@") }
            guard let ascii = character.asciiValue, (0x40..<0x80).contains(ascii) else {
                return nil
            }
            return control(code: ascii & 0x1F)
        default:
            return nil
        }
    }

    /// The key for a control code as a terminal sends it, 0 to 31 or 127.
    package static func control(code: UInt8) -> Key {
        switch code {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x1B: .escape
        case 1...26: .control(Character(Unicode.Scalar(code + 0x60)))
        default: .control(Character(Unicode.Scalar(code | 0x40)))
        }
    }
}
