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
}
