/// Which command each key sequence runs, in one mode.
///
/// No sequence begins with another, so that a key never has to wait to know what it means: binding
/// one takes away those it shadows.
package struct Keymap: Equatable, Sendable {
    /// What keys pressed so far come to.
    package enum Lookup: Equatable, Sendable {
        case command(String)
        /// More keys must follow: what each would lead to.
        case prefix([Continuation])
        case none
    }

    /// A key that may follow, for the which-key hint.
    package struct Continuation: Equatable, Sendable {
        package var key: Key
        /// The command it would run; nil when still more keys must follow.
        package var command: String?
    }

    /// Two bindings that cannot both be reached.
    package struct Conflict: Equatable, Sendable {
        package var sequence: KeySequence
        package var command: String
        /// Equal to `sequence`, or one begins with the other.
        package var otherSequence: KeySequence
        package var otherCommand: String
    }

    private var commands: [KeySequence: String] = [:]
    /// Every beginning of a sequence, with the keys that may follow in the order of binding.
    private var prefixes: [[Key]: [Key]] = [:]
    /// Sequences in the order of binding, all and by command.
    private var order: [KeySequence] = []
    private var sequences: [String: [KeySequence]] = [:]

    package init() {}

    /// Binds one after the other; later ones win.
    package init(_ bindings: [(KeySequence, String)]) {
        for (sequence, command) in bindings { bind(sequence, to: command) }
    }

    /// Binds a sequence and says which bindings this took away.
    @discardableResult
    package mutating func bind(_ sequence: KeySequence, to command: String) -> [Conflict] {
        let collides = collides(sequence)
        let shadowed = (collides ? order : []).filter { Self.collide($0, sequence) }.map { other in
            Conflict(
                sequence: sequence, command: command, otherSequence: other,
                otherCommand: commands[other] ?? "")
        }
        for conflict in shadowed { unbind(conflict.otherSequence) }
        commands[sequence] = command
        order.append(sequence)
        sequences[command, default: []].append(sequence)
        extendPrefixes(by: sequence)
        return shadowed
    }

    /// Whether a bound sequence begins with this one, or this one with it.
    private func collides(_ sequence: KeySequence) -> Bool {
        if commands[sequence] != nil || prefixes[sequence.keys] != nil { return true }
        return (1..<sequence.keys.count).contains { length in
            KeySequence(Array(sequence.keys[..<length])).map { commands[$0] != nil } ?? false
        }
    }

    /// Takes a sequence away, if it is bound.
    package mutating func unbind(_ sequence: KeySequence) {
        guard let command = commands.removeValue(forKey: sequence) else { return }
        order.removeAll { $0 == sequence }
        let others = sequences[command, default: []].filter { $0 != sequence }
        sequences[command] = others.isEmpty ? nil : others
        prefixes = [:]
        for other in order { extendPrefixes(by: other) }
    }

    private mutating func extendPrefixes(by sequence: KeySequence) {
        for length in 1..<max(1, sequence.keys.count) {
            let key = sequence.keys[length]
            var following = prefixes[Array(sequence.keys[..<length])] ?? []
            if !following.contains(key) { following.append(key) }
            prefixes[Array(sequence.keys[..<length])] = following
        }
    }

    /// What the keys pressed so far come to.
    package func lookup(_ keys: [Key]) -> Lookup {
        guard let sequence = KeySequence(keys) else { return .none }
        if let command = commands[sequence] { return .command(command) }
        guard let following = prefixes[keys] else { return .none }
        return .prefix(
            following.map { key in
                let whole = KeySequence(keys + [key])
                return Continuation(key: key, command: whole.flatMap { commands[$0] })
            })
    }

    /// The sequences that run a command, in the order of binding.
    package func sequences(for command: String) -> [KeySequence] {
        sequences[command] ?? []
    }

    /// All bindings, in the order of binding.
    package var bindings: [(sequence: KeySequence, command: String)] {
        order.map { ($0, commands[$0] ?? "") }
    }

    /// The bindings of a list that cannot all be reached, each pair once.
    package static func conflicts(in bindings: [(KeySequence, String)]) -> [Conflict] {
        var conflicts: [Conflict] = []
        for (index, (sequence, command)) in bindings.enumerated() {
            for (other, otherCommand) in bindings[..<index] where collide(other, sequence) {
                conflicts.append(
                    Conflict(
                        sequence: sequence, command: command, otherSequence: other,
                        otherCommand: otherCommand))
            }
        }
        return conflicts
    }

    /// Whether one begins with the other, so that not both can be reached.
    static func collide(_ left: KeySequence, _ right: KeySequence) -> Bool {
        left.keys.starts(with: right.keys) || right.keys.starts(with: left.keys)
    }
}
