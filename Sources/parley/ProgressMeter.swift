import Archive
import Synchronization

/// How far some work is, on standard error: a line that renews itself on a terminal, a plain line
/// now and then elsewhere.
final class ProgressMeter: Sendable {
    private let start = ContinuousClock.now
    private let hasShown = Mutex(false)
    private let lastLine = Mutex(ContinuousClock.now)
    /// Between two plain lines.
    private static let pause = Duration.seconds(10)

    /// `share` is the part of all that was read; nil where nobody knows it.
    func show(_ progress: ImportProgress, _ share: Double? = nil) {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let line = ProgressMeter.words(
            articles: progress.summary.total, seconds: elapsed, share: share)
        if Console.errorIsTerminal {
            show(line + " · Ctrl-C stops, keeps what is done")
        } else if isLineDue {
            Console.complain(line)
        }
    }

    /// "Read 1203 articles, 340 a second, 35 %, 2 min left".
    static func words(articles: Int, seconds: Double, share: Double?) -> String {
        let rate = seconds > 0 ? Int(Double(articles) / seconds) : 0
        var words = "Read \(TextPages.counted(articles, "article")), \(rate) a second"
        guard let share, share > 0.005, share < 1, seconds > 1 else { return words }
        let left = Int((seconds / share - seconds).rounded(.up))
        words +=
            ", \(Int(100 * share)) %, \(left < 100 ? "\(left) s" : "\((left + 59) / 60) min") left"
        return words
    }

    private var isLineDue: Bool {
        lastLine.withLock { last in
            guard ContinuousClock.now - last >= ProgressMeter.pause else { return false }
            last = .now
            return true
        }
    }

    func show(_ progress: WebProgress) {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let rate = elapsed > 0 ? Int(Double(progress.done) / elapsed) : 0
        show(
            "Fetched \(progress.done) of \(progress.all) addresses, \(rate) a second,"
                + " \(TextPages.counted(progress.new, "new article"))"
                + " · Ctrl-C stops, keeps what is done")
    }

    func show(_ line: String) {
        guard Console.errorIsTerminal else { return }
        hasShown.withLock { $0 = true }
        Console.renewLine(line)
    }

    /// Leaves the line free for what is said next.
    func end() {
        if hasShown.withLock({ $0 }) { Console.renewLine("") }
    }
}
