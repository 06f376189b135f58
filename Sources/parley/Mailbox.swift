import Screens
import Synchronization
import Terminal

/// Where finished work leaves what happened, for the loop to take up: the only object that two
/// threads share.
final class Mailbox: Sendable {
    let wakeup: Wakeup
    private let actions = Mutex<[Action]>([])

    init() throws(TerminalError) {
        wakeup = try Wakeup()
    }

    /// Leaves an action, from any thread, and wakes the loop if it may be asleep.
    func post(_ action: Action) {
        let isFirst = actions.withLock { actions in
            actions.append(action)
            return actions.count == 1
        }
        if isFirst { wakeup.wake() }
    }

    /// Takes all actions, oldest first.
    func drain() -> [Action] {
        actions.withLock { actions in
            let taken = actions
            actions.removeAll(keepingCapacity: true)
            return taken
        }
    }
}
