import Foundation
import Screens
import Testing

/// `parley docs --write` writes the pages; a change of the registry without it fails here.
@Suite struct GeneratedPagesTests {
    @Test(arguments: [
        ("docs/commands.md", CommandsPage.markdown), ("docs/settings.md", SettingsPage.markdown),
    ])
    func `a generated page is what the registry says`(path: String, expected: String) throws {
        let url = Repository.root.appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(expected.utf8).write(to: url)
        }
        let page = try String(contentsOf: url, encoding: .utf8)
        #expect(page == expected, "\(path) is stale: run `parley docs --write`")
    }

    @Test func `every command stands in the page and in the manual if it has a key`() {
        for command in Registry.all {
            #expect(CommandsPage.markdown.contains("| `\(command.name)"), "\(command.name)")
            if !command.keys.isEmpty {
                let summary = command.summary.replacing("-", with: "\\-")
                #expect(CommandsPage.manual.contains(summary), "\(command.name)")
            }
        }
    }
}

/// Where the sources of this test lie.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
