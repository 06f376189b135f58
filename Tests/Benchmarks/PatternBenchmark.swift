import Foundation
import Intake
import Queries

/// Regular expressions over 10 MB of text, beside `grep -E` on the same bytes.
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
