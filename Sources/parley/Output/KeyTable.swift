import Screens

/// Every key with what it does, as `parley help keys` prints them.
enum KeyTable {
    static var lines: [String] {
        let commands = Registry.all.filter { !$0.keys.isEmpty }
        let width = commands.map { keys(of: $0).unicodeScalars.count }.max() ?? 0
        return Command.Group.allCases.flatMap { group in
            let members = commands.filter { $0.group == group }
            guard !members.isEmpty else { return [String]() }
            return [group.rawValue]
                + members.map { "  \(TextPages.padded(keys(of: $0), width))  \($0.summary)" } + [""]
        }
    }

    private static func keys(of command: Command) -> String {
        command.keys.joined(separator: " ")
    }
}
