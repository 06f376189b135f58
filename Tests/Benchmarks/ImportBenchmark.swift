import Foundation

/// Importing with all findings, against the `sqlite3` shell that only fills a full-text table.
struct ImportBenchmark {
    let place: Workplace

    func run() throws {
        let ours = try Child.run([
            place.binary, "import", place.corpus.path, "--archive", place.archive.path, "--json",
        ])
        guard ours.status == 0 else {
            report("import", "failed", ours.output)
            return
        }
        let bytes = size(place.corpus)
        report(
            "import with all findings", seconds(ours.wall),
            "\(seconds(ours.processor)) of processor, "
                + "\(Int(Double(place.articles) / ours.wall)) articles/s, "
                + "peak \(ours.peakMemory >> 20) MiB")
        report("corpus and archive", "\(bytes >> 20) MiB and \(size(place.archive) >> 20) MiB")
        let again = try Child.run([
            place.binary, "import", place.corpus.path, "--archive", place.archive.path, "--json",
        ])
        report("import again, nothing new", seconds(again.wall))
        guard let peer = try peer() else {
            report("sqlite3, plain FTS5", "skipped", "no sqlite3 shell on PATH")
            return
        }
        report("sqlite3, plain FTS5", seconds(peer.wall), "\(seconds(peer.processor)) of processor")
        report("import / sqlite3", ratio(ours.wall, peer.wall), "to reach: 3 at most")
    }

    /// Fills a plain FTS5 table with the same titles and texts; nil without the shell. The texts
    /// are laid out as tab-separated values first, which is not counted.
    func peer() throws -> Child? {
        guard try Child.run(["which", "sqlite3"]).status == 0 else { return nil }
        let table = place.folder.appending(path: "peer.tsv")
        let script = """
            import json,sys
            for line in open(sys.argv[1],encoding='utf-8'):
                o=json.loads(line); w=lambda s:' '.join((s or '').split()).replace('"','')
                print(w(o.get('title')),w(o.get('text')),sep='\\t')
            """
        _ = try Child.run([
            "sh", "-c", "exec python3 -c \"$0\" \"$1\" > \"$2\"", script, place.corpus.path,
            table.path,
        ])
        return try Child.run(
            ["sqlite3", place.folder.appending(path: "peer.sqlite").path],
            input: """
                PRAGMA journal_mode=WAL;
                CREATE VIRTUAL TABLE page USING fts5(title, text);
                .mode tabs
                .import \(table.path) page
                SELECT count(*) FROM page;
                """)
    }

    private func size(_ file: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return (attributes?[.size] as? Int) ?? 0
    }
}

func ratio(_ ours: Double, _ peer: Double) -> String {
    "\((ours / max(peer, 1e-9) * 100).rounded() / 100)"
}
