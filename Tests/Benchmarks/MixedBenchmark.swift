import Foundation

/// Importing a deep folder of mixed documents, against reading its bytes and against the `sqlite3`
/// shell that only fills a full-text table with the same texts.
struct MixedBenchmark {
    let place: Workplace

    func run() throws {
        let root = place.folder.appending(path: "mixed")
        var mixed = MixedFolder(root)
        try mixed.write(place.corpus)
        let archive = place.folder.appending(path: "mixed.sqlite")
        let ours = try Child.run(
            [place.binary, "import", root.path, "--archive", archive.path, "--json"],
            watchingMemory: true)
        guard ours.status == 0 else {
            report("import of a mixed folder", "failed", String(ours.output.prefix(2_000)))
            return
        }
        let summary = try JSONSerialization.jsonObject(with: Data(ours.output.utf8))
        let added = (summary as? [String: Any])?["added"] as? Int ?? 0
        if added < place.articles {
            report("not new", "\(place.articles - added)", "they begin as another does")
        }
        report(
            "import of a mixed folder", seconds(ours.wall),
            "\(seconds(ours.processor)) of processor, "
                + "\(Int(Double(place.articles) / ours.wall)) articles/s, \(mixed.files) files")
        report(
            "its memory, RssAnon", "\(ours.anonymousMedian >> 20) MiB",
            "median; peak \(ours.anonymousPeak >> 20) MiB")
        let reading = try Child.run([
            "sh", "-c", "find \"$0\" -type f -exec cat {} + | wc -c", root.path,
        ])
        report(
            "reading the same files", seconds(reading.wall),
            "cat, \((Int(reading.output.filter(\.isNumber)) ?? 0) >> 20) MiB")
        report("import / reading", ratio(ours.wall, reading.wall))
        if let peer = try ImportBenchmark(place: place).peer() {
            report("sqlite3, plain FTS5, the texts alone", seconds(peer.wall))
            report("import / sqlite3", ratio(ours.wall, peer.wall))
        }
    }
}
