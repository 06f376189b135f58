import Queries

/// Every command there is. Keymap, help, completion, hints, manual and the generated pages come
/// from this list.
package enum Registry {
    package static let all: [Command] =
        moveCommands + trailCommands + jumpCommands + findCommands + readCommands + compareCommands
        + pickCommands + ownCommands
        + proposalCommands
        + matrixCommands + timeCommands + timelineCommands + chainsCommands + draftsCommands
        + paneCommands + screenCommands + leaveCommands + typingCommands

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    package static func command(_ name: String) -> Command? { byName[name] }

    /// What is wrong with a name that is no command's, and which was probably meant; where none is
    /// near, how to find one.
    static func complaint(about name: String, help: String) -> String {
        let names = all.map(\.name)
        let meant = (names.first { $0.hasSuffix("-" + name) } ?? nearest(to: name, among: names))
            .map { "`\($0)`?" }
        return "`\(name)` is no command; \(meant ?? help)"
    }

    /// The default keys of every mode.
    package static let keymaps: Keymaps = bindings.mapValues(Keymap.init)

    /// The default bindings of one mode, in the order of the registry.
    package static func bindings(in mode: Mode) -> [(KeySequence, String)] {
        bindings[mode] ?? []
    }

    /// The default bindings of every mode; what is written is read once, not once a mode.
    private static let bindings: [Mode: [(KeySequence, String)]] = {
        var bindings: [Mode: [(KeySequence, String)]] = [:]
        for mode in Mode.allCases { bindings[mode] = [] }
        for command in all {
            let sequences = command.keys.compactMap { try? KeySequence($0) }
            for mode in command.modes {
                bindings[mode]?.append(contentsOf: sequences.map { ($0, command.name) })
            }
        }
        return bindings
    }()
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

extension State {
    /// Keys as they are shown, with words for the arrows where these cannot be drawn: what looks
    /// like them there would be other keys.
    func named(_ keys: String) -> String {
        guard settings.ascii == .on else { return keys }
        return keys.replacing("↑↓", with: "Up/Down").replacing("↑", with: "Up")
            .replacing("↓", with: "Down").replacing("←", with: "Left")
            .replacing("→", with: "Right")
    }
}
