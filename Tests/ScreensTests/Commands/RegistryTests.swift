import Screens
import Testing

@Suite struct RegistryTests {
    @Test func `every command has a name of its own, in kebab-case`() {
        let names = Registry.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)")
            #expect(!name.hasPrefix("-") && !name.hasSuffix("-") && !name.contains("--"))
        }
    }

    @Test func `every default key can be read`() {
        for command in Registry.all {
            for key in command.keys {
                #expect((try? KeySequence(key))?.notation == key, "\(command.name): \(key)")
            }
        }
    }

    @Test(arguments: Mode.allCases)
    func `no two commands share a key in a mode`(mode: Mode) {
        let conflicts = Keymap.conflicts(in: Registry.bindings(in: mode))
        #expect(conflicts.isEmpty, "\(conflicts)")
    }

    @Test func `a letter means one command on every screen`() {
        var meanings: [String: Set<String>] = [:]
        for command in Registry.all where !command.modes.isDisjoint(with: Mode.reading) {
            for key in command.keys { meanings[key, default: []].insert(command.name) }
        }
        for (key, commands) in meanings { #expect(commands.count == 1, "\(key): \(commands)") }
    }

    @Test func `every summary is one line that begins with a verb`() {
        let verbs: Set<String> = [
            "Accept", "Reject", "Add", "Bind", "Cancel", "Change", "Choose", "Compare", "Complete",
            "Copy", "Delete", "Draw",
            "Filter", "Fold", "Forget", "Give", "Go", "Import", "Keep", "Leave", "Mark", "Move",
            "Learn", "Note", "Play", "Record",
            "Open", "Read",
            "Redo", "Save", "Say", "Search", "Set", "Show", "Sort", "Stop", "Take", "Type", "Undo",
            "Write",
        ]
        for command in Registry.all {
            let first = command.summary.prefix { $0 != " " }
            #expect(verbs.contains(String(first)), "\(command.name): \(command.summary)")
            #expect(!command.summary.contains("\n") && !command.summary.hasSuffix("."))
            // So much stands beside the keys in help on 80 columns.
            #expect(command.summary.count <= 59, "\(command.name)")
        }
    }

    @Test func `a command without a key can be typed`() {
        for command in Registry.all where command.keys.isEmpty {
            #expect(command.modes.isEmpty, "\(command.name) has modes but no key")
        }
    }
}
