import Foundation
import Intake
import Queries

/// Regular expressions over 10 MB of text, beside `grep -E` on the same bytes, and over the whole
/// corpus by the program, beside `grep` on the file it came from.
struct PatternBenchmark {
    let place: Workplace

    /// Rare, frequent, with much that begins, and what takes other machines years.
    private static let patterns = [
        "harbour talks", "[0-9]+ points", "said|says", #"\bnot\b"#, ".*treaty", "(a?){200}a{200}b",
    ]

    func run() throws {
        let file = place.folder.appending(path: "text")
        let text = try text()
        try Data(text.utf8).write(to: file)
        for written in Self.patterns {
            let pattern = try Pattern(written)
            var own = Times()
            var count = 0
            for _ in 0..<3 {
                let matches = own.measure { pattern.matches(in: text, limit: .max) }
                count = matches.ranges.count
            }
            let before = Child.ownProcessor()
            _ = pattern.matches(in: text, limit: .max)
            let seconds = Child.ownProcessor() - before
            let peer = try Child.run(
                ["env", "LC_ALL=C.UTF-8", "grep", "-Eioc", written, file.path])
            report(
                written, milliseconds(own.quantile(0)),
                "\(count) matches; \(rate(text.utf8.count, seconds)); grep -Eio "
                    + "\(milliseconds(peer.processor * 1000)), ratio \(ratio(seconds, peer.processor))"
            )
        }
        try runOverCorpus()
    }

    /// Parts of words, alternatives, what stands in a tenth of all, and what no index helps with.
    private static let corpusPatterns = [
        "cease-?fire", "zelensk[a-z]+ (said|told)", "[0-9]+ (points|troops)",
        "(minister|president) of", "no[- ]fly", "[a-z]{18,}",
    ]

    /// The articles that match a pattern, by a program that has just been started: nothing is
    /// remembered but what the system keeps of the archive's pages, and of the file for `grep`.
    private func runOverCorpus() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: place.archive.path),
            files.fileExists(atPath: place.corpus.path)
        else {
            report("patterns over the corpus", "skipped", "no archive: run the import part too")
            return
        }
        for written in Self.corpusPatterns {
            let own = try fastest([
                place.binary, "search", "/\(written)/", "--archive", place.archive.path, "--json",
            ])
            let peer = try fastest([
                "env", "LC_ALL=C.UTF-8", "grep", "-Eic", written, place.corpus.path,
            ])
            report(
                "articles with \(written)", milliseconds(own * 1000),
                "grep -Eic \(milliseconds(peer * 1000)), ratio \(ratio(own, peer))")
        }
    }

    /// Seconds on the wall, the least of three runs.
    private func fastest(_ command: [String]) throws -> Double {
        try (0..<3).map { _ in try Child.run(command).wall }.min() ?? 0
    }

    private func rate(_ bytes: Int, _ seconds: Double) -> String {
        "\(Int(Double(bytes) / 1e6 / max(seconds, 1e-6))) MB/s"
    }

    private func ratio(_ own: Double, _ peer: Double) -> String {
        "\((own / max(peer, 1e-6) * 100).rounded() / 100)"
    }

    /// 10 MB of the corpus, a line an article.
    private func text() throws -> ArticleText {
        var text = ""
        var maker = try CorpusMaker(seedFolder: Workplace.root.appending(path: "seeds"))
        let corpus = place.folder.appending(path: "pattern-corpus.jsonl")
        try maker.write(2_000, to: corpus)
        let lines = try String(contentsOf: corpus, encoding: .utf8).split(separator: "\n")
        while text.utf8.count < 10_000_000 {
            for line in lines where text.utf8.count < 10_000_000 {
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
                let fields = object as? [String: Any]
                text += (fields?["text"] as? String ?? "") + "\n"
            }
        }
        return ArticleText(text)
    }
}
