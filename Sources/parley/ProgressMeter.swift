import Archive
import Synchronization

/// How far an import is: a line that renews itself on a terminal, nothing elsewhere, on standard
/// error either way.
final class ProgressMeter: Sendable {
    private let start = ContinuousClock.now
    private let hasShown = Mutex(false)

    func show(_ progress: ImportProgress) {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let rate = elapsed > 0 ? Int(Double(progress.summary.total) / elapsed) : 0
        show(
            "Reading \(progress.summary.total) articles, \(rate) a second"
                + " · Ctrl-C stops, keeps what is done")
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
