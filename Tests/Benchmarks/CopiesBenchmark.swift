import Archive
import Foundation

/// Finding the near copies of a whole archive anew, in the process itself: sketches, candidates, and
/// the candidates word for word, as the end of an import does it.
struct CopiesBenchmark {
    let place: Workplace

    func run() async throws {
        let copy = place.folder.appending(path: "copies.sqlite")
        guard FileManager.default.fileExists(atPath: place.archive.path),
            try Child.run(["which", "sqlite3"]).status == 0
        else {
            report("near copies", "skipped", "no archive, or no sqlite3 shell to forget them with")
            return
        }
        try FileManager.default.copyItem(at: place.archive, to: copy)
        _ = try Child.run(
            ["sqlite3", copy.path],
            input: """
                DELETE FROM segment_column WHERE "column" = 16;
                UPDATE setting SET value = -1 WHERE name = 'copies-generation';
                """)
        let archive = try Archive(path: copy.path, dossier: nil)
        guard try await archive.needsRebuild() else {
            report("near copies", "failed", "the archive did not forget them")
            return
        }
        let before = Child.ownProcessor()
        let renewed = try await archive.rebuildFindings()
        let seconds = Child.ownProcessor() - before
        report(
            "near copies among \(place.articles), processor", "\((seconds * 10).rounded() / 10) s",
            renewed == 0 ? "to reach: 5 s at 100,000" : "with \(renewed) findings made anew")
    }
}
