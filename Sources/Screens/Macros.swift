// Macros are scripts: what `parley play` presses from a file, pressed here. A recorded one is a
// script that has been written down while somebody pressed the keys.

/// Keys on their way into a script.
package struct Recording: Equatable, Sendable {
    var name: String
    /// Keys that belong together: a sequence, or all that was typed at a prompt.
    private(set) var steps: [[Key]] = []

    init(_ name: String) { self.name = name }

    /// Takes a key down; one that begins something begins a step. The mouse has no notation, and
    /// what was pasted counts as typed.
    mutating func note(_ key: Key, begins: Bool) {
        var keys = [key]
        if case .paste(let text) = key {
            keys = text.map { $0.isNewline ? .character(" ") : .character($0) }
        }
        keys = keys.filter(\.isBindable)
        if keys.isEmpty { return }
        if begins || steps.isEmpty { steps.append([]) }
        steps[steps.count - 1] += keys
    }

    /// Forgets the last step, which ended the recording.
    mutating func dropLast() { _ = steps.popLast() }
}

extension State {
    /// A macro that goes on for longer plays itself.
    static let longestPlay = 10_000
    /// What one is called that was recorded without a name; it is found again at the next start.
    static let unnamedMacro = "last"

    /// Begins to record under a name, or ends it and keeps what was recorded.
    mutating func record(_ words: [String]) -> [Effect] {
        guard var recording else {
            let name = words.isEmpty ? Self.unnamedMacro : words.joined(separator: "-")
            guard name.utf8.allSatisfy(Self.isInNames) else {
                notice = Notice(
                    "Error: a macro's name is letters, digits, - and _.", isError: true)
                return []
            }
            recording = Recording(name)
            notice = Notice("Recording `\(name)`: Q or :record ends it.")
            return []
        }
        self.recording = nil
        recording.dropLast()
        guard !recording.steps.isEmpty else {
            notice = Notice("Nothing was recorded.")
            return []
        }
        let text = Script.text(of: recording.steps)
        macros[recording.name] = try? Script(text)
        settingsMacros.remove(recording.name)
        lastMacro = recording.name
        notice = Notice("Recorded `\(recording.name)`; @ plays it.")
        return [.keepMacro(name: recording.name, text: text)]
    }

    private static func isInNames(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Plays the macro of a name or the script in a file; without a name the last one.
    mutating func play(_ words: [String]) -> [Effect] {
        let last = lastMacro ?? macroFiles.first { $0 == Self.unnamedMacro }
        guard let name = words.isEmpty ? last : words.joined(separator: " ") else {
            notice = Notice("No macro has been played or recorded yet; Q records one.")
            return []
        }
        let isAskedAnew = readMacros.contains(name) && !words.isEmpty && playing.isEmpty
        guard let script = macros[name], !isAskedAnew else { return [.readMacro(name)] }
        return play(script, named: name)
    }

    /// Takes up the macros of the settings file, in place of those it had.
    package mutating func takeMacros(of contents: ConfigFile.Contents) {
        for name in settingsMacros { macros[name] = nil }
        macros.merge(contents.macros) { $1 }
        settingsMacros = Set(contents.macros.keys)
    }

    /// Takes a script that was read from a file, which may have changed since the last time.
    mutating func take(_ script: Script, named name: String) -> [Effect] {
        macros[name] = script
        settingsMacros.remove(name)
        readMacros.insert(name)
        return play(script, named: name)
    }

    /// Puts the keys of a script before those that are still to be played.
    private mutating func play(_ script: Script, named name: String) -> [Effect] {
        lastMacro = name
        playing = script.steps.flatMap(\.keys) + playing
        return []
    }

    /// Whether keys are still to be pressed that no person presses.
    package var isPlaying: Bool { !playing.isEmpty }

    /// Whether all that keys have asked for is there.
    package var isSettled: Bool { waiting.isEmpty && playing.isEmpty }

    /// Why keys from outside may not be pressed now; nil where they may. What a person has begun
    /// is left to them, unless the keys begin with the Esc that leaves it.
    package func refusal(of script: Script) -> String? {
        if isPlaying { return "A macro is playing there; nothing was pressed." }
        let isBegun =
            Mode.typing.contains(mode) || !pending.isEmpty || markRequest != nil || jump != nil
        guard isBegun, script.steps.first?.keys.first != .escape else { return nil }
        return
            "Somebody is typing there; nothing was pressed. A script that begins with <Esc> ends it."
    }

    /// Presses the keys of a script that came from outside.
    mutating func play(_ script: Script) -> [Effect] {
        played = 0
        playing = script.steps.flatMap(\.keys)
        return []
    }

    /// Presses keys that are to be played, as long as nothing is waited for.
    mutating func playOn() -> [Effect] {
        var effects: [Effect] = []
        while waiting.isEmpty, !playing.isEmpty {
            played += 1
            guard played <= Self.longestPlay else {
                playing = []
                notice = Notice(
                    "Error: the macro was stopped after \(Wording.number(Self.longestPlay)) keys.",
                    isError: true)
                break
            }
            let more = press(playing.removeFirst()) + settle()
            effects += more
            settleJump()
            // What follows was meant for what has failed.
            if more.contains(.quit) || notice?.isError == true { playing = [] }
        }
        return effects
    }

    /// A key of the person's while a macro plays: Esc and Ctrl-C end it, others wait for their
    /// turn.
    mutating func interrupt(with key: Key) {
        if key == .escape || key == .control("c") {
            playing = []
            notice = Notice("Stopped; what the macro has done stays.")
        } else {
            playing.append(key)
        }
    }
}
