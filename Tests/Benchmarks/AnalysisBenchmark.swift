import Analysis
import Foundation
import Intake

/// All findings of an article on one core: how much text a second, beside what merely walking over
/// the words of the same bytes takes; and whether texts made to be hard stay linear.
///
/// Times are of this thread's processor, because machines are noisy.
struct AnalysisBenchmark {
    let place: Workplace
    /// What was found in all, so that no work is thought unused.
    private var found = 0

    /// Whether texts made to be hard are timed, too.
    private let wantsHard: Bool

    init(place: Workplace, wantsHard: Bool) {
        self.place = place
        self.wantsHard = wantsHard
    }

    mutating func run() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for name in ["ukraine-2025", "iran-2015"] {
            let file = root.appending(path: "seeds/dossiers/\(name).toml")
            let bytes = Array(try Data(contentsOf: file))
            let analyzer = Analyzer(dossier: DossierReader.read(bytes, file: name).dossier)
            speed(of: analyzer, name)
            if name == "ukraine-2025", wantsHard { try hardTexts(analyzer) }
        }
        report("findings in all these", "\(found)")
    }

    // MARK: Speed

    private mutating func speed(of analyzer: Analyzer, _ name: String) {
        let articles = corpus(limit: 3_000)
        let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
        guard bytes > 0 else { return report("analysis, \(name)", "skipped", "no articles") }
        let runs = (0..<3).map { _ in
            Self.seconds(&found) { articles.reduce(0) { $0 + analyzer.findings(in: $1).weight } }
        }
        let plain = Self.seconds(&found) {
            articles.reduce(0) { $0 + Self.words(in: $1.text.utf8) }
        }
        let best = runs.min() ?? 0
        report(
            "analysis, \(name)", "\(megabytes(bytes, best)) MB/s a core",
            "\(articles.count) articles, \(bytes >> 20) MiB; to reach: 20")
        report(
            "the same bytes, words counted", "\(megabytes(bytes, plain)) MB/s",
            "ratio \(ratio(best, plain))")
    }

    private func corpus(limit: Int) -> [Article] {
        var found: [Article] = []
        let reader = FileReader(path: place.corpus.path)
        while found.count < limit, let next = reader.next() {
            guard case .success(let document) = next else { continue }
            found += articles(in: document).compactMap { try? $0.get() }
        }
        return found
    }

    /// The least anybody can do with a text and call it read.
    private static func words(in bytes: [UInt8]) -> Int {
        var count = 0
        var wasLetter = false
        for byte in bytes {
            let isLetter = byte >= 0x80 || (byte | 0x20) &- 97 < 26
            if isLetter, !wasLetter { count &+= 1 }
            wasLetter = isLetter
        }
        return count
    }

    // MARK: Hard texts

    /// Twice the text may take about twice as long.
    private mutating func hardTexts(_ analyzer: Analyzer) throws {
        for hard in HardText.allCases {
            let half = try time(hard, 1 << 20, analyzer)
            let whole = try time(hard, 1 << 21, analyzer)
            report(
                "2 MiB of \(hard.rawValue)", milliseconds(whole * 1_000),
                "\(ratio(whole, half)) times the half; linear: 2")
        }
    }

    private mutating func time(_ hard: HardText, _ size: Int, _ analyzer: Analyzer) throws -> Double
    {
        let document = RawDocument(name: "hard.txt", bytes: hard.bytes(count: size))
        let article = try articles(in: document).first?.get()
        guard let article else { return 0 }
        return Self.seconds(&found) { analyzer.findings(in: article).weight }
    }

    private func megabytes(_ bytes: Int, _ seconds: Double) -> Double {
        (Double(bytes) / max(seconds, 1e-9) / 1e5).rounded() / 10
    }

    /// Seconds of this thread's processor.
    private static func seconds(_ found: inout Int, _ body: () -> Int) -> Double {
        let start = clock()
        found &+= body()
        return clock() - start
    }

    private static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Texts made to be hard.
enum HardText: String, CaseIterable {
    case line = "one line of words"
    case marks = "quotation marks"
    case nested = "nested quotations"
    case names = "names"
    case speakers = "speakers without a stop"
    case numbers = "numbers"
    case dates = "dates"
    case capitals = "capitals"

    private var unit: String {
        switch self {
        case .line: "the talks about sanctions went on and the plan was sent again "
        case .marks: "“ ” "
        case .nested: "“he said ‘she said "
        case .names: "Steve Miller and Anna Fischer, Donald Trump, "
        case .speakers: "he said that she told the minister that they announced "
        case .numbers: "28 of 600,000 or 27 to 30 percent "
        case .dates: "2 December or Tuesday last week until Nov. 27 "
        case .capitals: "Bank Of The United Council For Peace And "
        }
    }

    /// About `count` bytes without an end of a sentence.
    func bytes(count: Int) -> [UInt8] {
        let unit = Array(unit.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + unit.count)
        while bytes.count < count { bytes += unit }
        return bytes
    }
}

extension Findings {
    fileprivate var weight: Int {
        actors.count + quotes.count + points.count + stances.count + figures.count + dates.count
    }
}
