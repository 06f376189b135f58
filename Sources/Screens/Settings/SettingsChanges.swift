/// What was set, bound and coloured after `:` and the settings file may take up, as statements of
/// that file; of two for the same the later counts.
package struct SettingsChanges: Equatable, Sendable {
    /// `theme = "light"`, or in a table `[themes.dusk]` its `focus`.
    package struct Statement: Equatable, Sendable {
        /// `["themes", "dusk", "focus"]`
        package var path: [String]
        /// A text, or the commands that keys run, each where it works.
        package var values: [String]

        /// As messages name it: "theme", "keys gg".
        package var name: String { path.joined(separator: " ") }
    }

    package private(set) var statements: [Statement] = []

    package init() {}

    package mutating func set(_ path: [String], to value: String) {
        statements.removeAll { $0.path == path }
        statements.append(Statement(path: path, values: [value]))
    }

    /// Keys that run one command more, or another where both would work.
    mutating func bind(_ keys: String, to command: String) {
        let path = ["keys", keys]
        let before = statements.first { $0.path == path }?.values ?? []
        statements.removeAll { $0.path == path }
        statements.append(
            Statement(path: path, values: Self.binding(command, besides: before)))
    }

    /// The commands that keys run where `command` is bound after the others: those that still have
    /// a screen to work on, and this one.
    static func binding(_ command: String, besides others: [String]) -> [String] {
        let reached = modes(of: command)
        return others.filter { $0 != command && !modes(of: $0).isSubset(of: reached) } + [command]
    }

    private static func modes(of line: String) -> Set<Mode> {
        let name = line.split(separator: " ").first.map(String.init) ?? ""
        let modes = Registry.command(name)?.modes ?? []
        return modes.isEmpty ? Mode.reading : modes
    }
}
