import Screens
import Synchronization

/// Tells how far work has come once it has lasted long enough to be wondered about: what is over
/// before that leaves no trace on the screen. A class because the work and its clock share it.
final class LateTeller: Sendable {
    private struct State {
        var latest: Progress?
        var isDue = false
        var hasEnded = false
    }

    private let state = Mutex(State())
    private let mailbox: Mailbox

    /// How long a person waits without wondering.
    static let patience = Duration.milliseconds(200)

    /// With no patience all is told at once.
    init(_ mailbox: Mailbox, after patience: Duration) {
        self.mailbox = mailbox
        if patience == .zero {
            becomeDue()
        } else {
            Task.detached(priority: .utility) { [weak self] in
                try await Task.sleep(for: patience)
                self?.becomeDue()
            }
        }
    }

    func tell(_ progress: Progress) {
        state.withLock { state in
            state.latest = progress
            if state.isDue, !state.hasEnded { mailbox.post(.progressed(progress)) }
        }
    }

    /// Nothing is told from now on.
    func end() { state.withLock { $0.hasEnded = true } }

    /// That the work was stopped, and how far it had come.
    var stopped: String { Progress.stopped(at: state.withLock { $0.latest }) }

    /// What was held back, and all that comes, is told.
    func becomeDue() {
        state.withLock { state in
            state.isDue = true
            if !state.hasEnded, let latest = state.latest { mailbox.post(.progressed(latest)) }
        }
    }
}
