/// Every command there is. Keymap, help, completion, hints, manual and the generated pages come
/// from this list.
package enum Registry {
    package static let all: [Command] =
        moveCommands + findCommands + readCommands + compareCommands + ownCommands
        + proposalCommands
        + matrixCommands + timeCommands + timelineCommands + chainsCommands + draftsCommands
        + screenCommands + leaveCommands + typingCommands

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    package static func command(_ name: String) -> Command? { byName[name] }

    /// The default keys of every mode.
    package static let keymaps: Keymaps = {
        var keymaps: Keymaps = [:]
        for mode in Mode.allCases { keymaps[mode] = Keymap(bindings(in: mode)) }
        return keymaps
    }()

    /// The default bindings of one mode, in the order of the registry.
    package static func bindings(in mode: Mode) -> [(KeySequence, String)] {
        all.filter { $0.modes.contains(mode) }.flatMap { command in
            command.keys.compactMap { written in
                (try? KeySequence(written)).map { ($0, command.name) }
            }
        }
    }
}

extension Key {
    /// The key as a person reads it: `Ctrl-P`, `Enter`, `↓`.
    package var shown: String {
        switch self {
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .backTab: "Shift-Tab"
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-\(character.uppercased())"
        case .alt(let character): "Alt-\(character)"
        default: notation.map { String($0.dropFirst().dropLast()) } ?? ""
        }
    }
}

extension KeySequence {
    package var shown: String { keys.map(\.shown).joined() }
}
