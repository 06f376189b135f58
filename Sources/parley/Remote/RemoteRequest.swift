import Queries
import Screens

/// What somebody outside wants of a running browser: keys to press, and what to be told then. Over
/// the socket it is a line that names the answer, and the script.
struct RemoteRequest: Equatable, Sendable {
    enum Wish: String, CaseIterable, Sendable {
        /// What changed, as the browser in lines says it; without a script where one stands.
        case lines
        /// The screen, a line for each row.
        case screen
        /// The address of what is shown.
        case address
        /// Where one stands, as JSON.
        case state
        /// The same, and again whenever it has changed, until the asker goes.
        case follow
    }

    var wish: Wish
    /// As `parley play` takes it; empty when nothing is to be pressed.
    var script = ""

    init(_ wish: Wish, script: String = "") {
        self.wish = wish
        self.script = script
    }

    /// Nil for what is no request.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let name = text.prefix { $0 != "\n" }
        guard let wish = Wish(rawValue: String(name)) else { return nil }
        self.init(wish, script: String(text.dropFirst(name.count + 1)))
    }

    var bytes: [UInt8] { Array("\(wish.rawValue)\n\(script)".utf8) }
}

/// What it is answered: `done` or `failed` on a line, then the lines of the answer.
struct RemoteReply: Equatable, Sendable {
    var isDone: Bool
    var lines: [String]

    init(isDone: Bool = true, _ lines: [String]) {
        self.isDone = isDone
        self.lines = lines
    }

    /// Nil for what is no reply.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first == "done" || first == "failed" else { return nil }
        self.init(isDone: first == "done", lines.dropFirst().map(String.init))
    }

    var bytes: [UInt8] {
        Array(([isDone ? "done" : "failed"] + lines).joined(separator: "\n").utf8)
    }
}

extension RemoteReply {
    /// What there is to say of a state now that the request has been done, which found the state
    /// `before`.
    init(to request: RemoteRequest, _ state: State, after before: State) {
        let isPressed = !request.script.isEmpty
        isDone = !isPressed || state.notice?.isError != true
        switch request.wish {
        case .lines:
            lines = linear(state, after: isPressed ? before : nil)
            if lines.isEmpty { lines = linearSelection(state) }
        case .screen:
            let canvas = view(state).canvas
            lines = (0..<canvas.size.rows).map { canvas.text(row: $0) }
        case .address: lines = state.address.map { [$0.text] } ?? []
        case .state, .follow: lines = [StateJSON(state).text]
        }
    }
}
