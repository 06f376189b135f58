import Foundation
import Screens
import Synchronization
import Terminal

/// A running browser's ear: takes requests on a thread of its own, and leaves them for the loop.
final class RemoteListener: Sendable {
    /// Longer requests are not listened to.
    static let longest = 1 << 16
    /// So many may wait.
    private static let most = 16

    private let socket: LocalSocket
    private let path: String
    private let wakeup: Wakeup
    private let visits = Mutex<[RemoteVisit]>([])

    /// Listens from now on, and wakes the loop when somebody has come. Nil where there is no place
    /// for it.
    init?(
        wakeup: Wakeup, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        guard let folder = RemoteFolder(environment), folder.prepare() else { return nil }
        let path = folder.socket(of: getpid())
        // What is there is from another process of this number, long gone.
        unlink(path)
        guard let socket = try? LocalSocket.listening(at: path) else { return nil }
        self.socket = socket
        self.path = path
        self.wakeup = wakeup
        let thread = Thread { [self] in listen() }
        thread.stackSize = 256 << 10
        thread.start()
    }

    /// Whether somebody waits to be heard.
    var hasVisits: Bool { visits.withLock { !$0.isEmpty } }

    /// The next to be heard.
    func next() -> RemoteVisit? { visits.withLock { $0.isEmpty ? nil : $0.removeFirst() } }

    /// Listens to nobody any more.
    func close() {
        unlink(path)
        socket.stopAccepting()
    }

    private func listen() {
        while let end = socket.accepted() {
            end.limit(seconds: 1)
            guard let bytes = end.readAll(most: RemoteListener.longest),
                let request = RemoteRequest(bytes)
            else { continue }
            let isHeard = visits.withLock { visits in
                guard visits.count < RemoteListener.most else { return false }
                visits.append(RemoteVisit(request, end))
                return true
            }
            if isHeard { wakeup.wake() }
        }
    }
}

/// A request, and whom to answer.
struct RemoteVisit: Sendable {
    let request: RemoteRequest
    private let end: LocalSocket

    init(_ request: RemoteRequest, _ end: LocalSocket) {
        self.request = request
        self.end = end
    }

    /// Answers; where nobody waits any more, nothing happens.
    func answer(_ reply: RemoteReply) { end.writeAll(reply.bytes) }

    /// Sends a line and stays; false where nobody reads any more, or not as fast as they come.
    fileprivate func tell(_ line: String) -> Bool { end.writeAtOnce(Array((line + "\n").utf8)) }
}

/// Who is told of each change, until they go.
struct RemoteFollowers {
    private var visits: [RemoteVisit] = []
    private var last = ""
    var isEmpty: Bool { visits.isEmpty }

    /// Takes somebody in and tells them where things stand.
    mutating func add(_ visit: RemoteVisit, _ state: State) {
        last = StateJSON(state).text
        if visit.tell("done"), visit.tell(last) { visits.append(visit) }
    }

    /// Tells all of them where that has changed; who does not read is let go.
    mutating func tell(_ state: State) {
        guard !visits.isEmpty, state.isSettled else { return }
        let line = StateJSON(state).text
        guard line != last else { return }
        last = line
        visits.removeAll { !$0.tell(line) }
    }
}
