import Analysis
import Archive
import Intake
import Screens
import Testing

@testable import parley

/// The tutorial, pressed from its own script on the bundled corpus.
@Suite(.serialized, .threadOfItsOwn) struct TutorialTests {
    @Test func `each step is done by its keys, and not before the last of them`() async throws {
        let archive = try Archive(path: nil, dossier: DossierShelf.bundled())
        let items = BundledFile.articles(of: archive.dossier.id).map { file in
            ImportItem.document(.init(name: file.name, bytes: file.bytes))
        }
        _ = try await archive.importArticles(items, isBundled: true)
        var state = State(
            size: Size(columns: 80, rows: 24), dossier: archive.dossier, screen: .overview)
        state.tutorial = Tutorial()
        var player = try Player(services: Services(of: archive, nil), state: state)
        for (number, step) in Tutorial.steps.enumerated() {
            for key in step.keys {
                #expect(player.state.tutorial?.index == number)
                let row = player.screen[21]
                #expect(row.contains("\(number + 1)/\(Tutorial.steps.count)  "), "\(row)")
                #expect(!row.contains("…"), "\(row)")
                try player.press(key)
            }
            #expect(player.state.tutorial?.index == number + 1, "after step \(number + 1)")
            let isRefused = player.state.notice?.text.contains("nothing") == true
            #expect(!isRefused, "\(player.state.notice?.text ?? "")")
        }
        #expect(player.state.tutorial?.isDone == true)
        #expect(player.screen[21].contains("That was it"))
    }

    @Test(arguments: [(60, 24), (44, 16)])
    func `what the rule has no room for stands under it`(columns: Int, rows: Int) throws {
        let screen = try screen(columns: columns, rows: rows)
        let start = try #require(screen.firstIndex { $0.contains("1/\(Tutorial.steps.count)  ") })
        #expect(start == rows - 3)
        let said = screen[start...start + 1].joined(separator: " ")
        #expect(said.contains("facts") && said.contains("next of them."), "\(said)")
    }

    @Test func `on a screen without that rule it stands in place of the keys`() throws {
        let screen = try screen(columns: 60, rows: 10)
        #expect(screen[9].hasPrefix(" 1/\(Tutorial.steps.count)  These articles differ"))
    }

    /// The screen of the tutorial's first step, over an empty archive.
    private func screen(columns: Int, rows: Int) throws -> [String] {
        let archive = try Archive(path: nil, dossier: DossierShelf.bundled())
        var state = State(
            size: Size(columns: columns, rows: rows), dossier: archive.dossier, screen: .overview)
        state.tutorial = Tutorial()
        return try Player(services: Services(of: archive, nil), state: state).screen
    }
}
