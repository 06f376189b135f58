import ArgumentParser
import Foundation
import Screens

/// The pages that are made from the registries.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Print or write the pages made from the registries.")

    @Option(help: "Write the pages into this folder, which must exist.")
    var write: String?

    @Flag(help: "Print the manual page.")
    var man = false

    func validate() throws {
        if man == (write != nil) { throw ValidationError("Give --write FOLDER or --man.") }
    }

    func run() throws {
        guard let write else {
            return Console.write(bytes: Array(try GeneratedPages.manual().utf8))
        }
        for page in GeneratedPages.written {
            let path = write + "/" + page.name
            guard FileManager.default.createFile(atPath: path, contents: Data(page.text.utf8))
            else { throw CommandFailure("\(path): cannot be written.") }
            Console.write(path)
        }
    }
}

/// Pages made from the registries; a test holds the written ones against these.
enum GeneratedPages {
    static var written: [(name: String, text: String)] {
        [
            ("commands.md", CommandsPage.markdown), ("settings.md", SettingsPage.markdown),
            ("settings.schema.json", SettingsSchema.text),
        ]
    }

    static func manual() throws -> String {
        ManualPage(
            command: try CommandDescription.ofParley(),
            registries: [CommandsPage.manual, SettingsPage.manual]
        ).text
    }
}

/// Settings and keys.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print a settings file with every default, check one, or print its schema.",
        discussion: "It is parley/settings.toml in the XDG configuration folder (~/.config).")

    @Flag(help: "Print the defaults, explained.")
    var defaults = false

    @Flag(help: "Name what is wrong in the settings file, by line.")
    var check = false

    @Flag(help: "Print what may stand in it as JSON Schema, for editors.")
    var schema = false

    func validate() throws {
        if [defaults, check, schema].count(where: { $0 }) != 1 {
            throw ValidationError("Give --defaults, --check or --schema.")
        }
    }

    func run() throws {
        if schema { return Console.write(bytes: Array(SettingsSchema.text.utf8)) }
        if defaults { return Console.write(bytes: Array(ConfigFile.defaults.utf8)) }
        let problems = SettingsFile.read().problems
        guard problems.isEmpty else { throw CommandFailure(problems) }
        let name = SettingsFile.shown(SettingsFile.path)
        Console.write(
            SettingsFile.isThere
                ? "\(name): nothing is wrong."
                : "There is no settings file; \(name) would be it. Every setting is the default; "
                    + "`parley config --defaults` prints a file to begin with.")
    }
}
