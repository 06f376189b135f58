import Foundation

// Speed, measured apart from the tests: `make bench BENCH_SIZE=small|medium|large`. Each figure
// stands beside a peer or a physical limit measured in the same run, because machines differ and
// are noisy. Figures and what they mean stand in docs/performance.md.
//
//   benchmarks --small|--medium|--large [--parley BINARY] [--shared FOLDER] [--only PART]
//              [--archive FILE]    one that is there, for the parts copies, search, views
//
// PART: analysis, hard, pages, import, mixed, copies, search, views, patterns, terminal. FOLDER may hold
// bench/make_corpus.py; without it a corpus of our own is made.

@main
struct Benchmarks {
    static func main() async throws {
        let options = Options(CommandLine.arguments)
        let bench = try Workplace(options)
        defer { bench.clear() }
        print("parley benchmarks, \(bench.articles) articles, corpus: \(bench.corpusName)")
        if options.wants("analysis") || options.wants("hard") {
            var analysis = AnalysisBenchmark(place: bench, wantsHard: options.wants("hard"))
            try analysis.run()
        }
        if options.wants("pages") { try PagesBenchmark(place: bench).run() }
        if options.wants("import") { try ImportBenchmark(place: bench).run() }
        if options.wants("mixed") { try MixedBenchmark(place: bench).run() }
        if options.wants("copies") { try await CopiesBenchmark(place: bench).run() }
        if options.wants("search") { try await SearchBenchmark(place: bench).run() }
        if options.wants("views") { try await ViewsBenchmark(place: bench).run() }
        if options.wants("patterns") { try PatternBenchmark(place: bench).run() }
        if options.wants("terminal") { try await TerminalBenchmark(place: bench).run() }
    }
}

/// What the caller asks for.
struct Options {
    var articles = 1_000
    var binary = ".build/release/parley"
    var shared: String?
    var only: String?
    var archive: String?

    init(_ arguments: [String]) {
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--small": articles = 1_000
            case "--medium": articles = 20_000
            case "--large": articles = 100_000
            case "--parley": binary = rest.popFirst() ?? binary
            case "--shared": shared = rest.popFirst()
            case "--only": only = rest.popFirst()
            case "--archive": archive = rest.popFirst()
            default: print("benchmarks: \(argument) is not understood and left out")
            }
        }
    }

    func wants(_ part: String) -> Bool { only == nil || only == part }
}

/// A folder with the corpus and the archive of this run.
struct Workplace {
    let articles: Int
    let binary: String
    let shared: String?
    let folder: URL
    let corpusName: String

    var corpus: URL { folder.appending(path: "corpus.jsonl") }
    let archive: URL

    init(_ options: Options) throws {
        articles = options.articles
        binary = options.binary
        shared = options.shared
        folder = FileManager.default.temporaryDirectory
            .appending(path: "parley-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let corpus = folder.appending(path: "corpus.jsonl")
        archive =
            options.archive.map { URL(filePath: $0) }
            ?? folder.appending(path: "archive.sqlite")
        let script = shared.map { $0 + "/bench/make_corpus.py" }
        if options.archive != nil {
            corpusName = "none, an archive that is there"
        } else if let script, FileManager.default.fileExists(atPath: script) {
            corpusName = "recombined real articles"
            _ = try Child.run([
                "sh", "-c", "exec python3 \"$0\" --n \"$1\" > \"$2\"", script,
                String(options.articles), corpus.path,
            ])
        } else {
            corpusName = "made of digests and invented words"
            var maker = try CorpusMaker(seedFolder: Workplace.root.appending(path: "seeds"))
            try maker.write(options.articles, to: corpus)
        }
    }

    /// The folder of the sources.
    static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    func clear() { try? FileManager.default.removeItem(at: folder) }
}
