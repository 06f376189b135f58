import ArgumentParser
import Foundation
import Intake
import Screens

/// Keys and commands for a browser that runs in another terminal.
struct TellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell", abstract: "Press keys in a browser that is running.",
        discussion: """
            Each argument is a line of a script, as parley play takes it: keys (/nato<Enter>) or a \
            command (:show-matrix). When all is answered that came of it, what changed is printed, \
            as parley --linear says it; without a script where the browser stands. A browser in \
            which somebody is typing is left alone, unless the script begins with <Esc>. \
            --json says where the browser stands for programs, --follow says it again whenever \
            that has changed, a line each. :set remote off keeps a browser to itself.
            """)

    @Argument(help: "Lines of a script; “-” reads standard input.")
    var script: [String] = []

    @Option(help: "Which browser, by its process; needed where several run.")
    var to: Int32?

    @Flag(help: "Print the whole screen then.")
    var screen = false

    @Flag(help: "Print the address of the screen then, as parley show takes it.")
    var address = false

    @Flag(help: "Print where the browser stands then, as JSON.")
    var json = false

    @Flag(help: "Print that as JSON, and again whenever it has changed.")
    var follow = false

    func validate() throws {
        if [screen, address, json || follow].count(where: { $0 }) > 1 {
            throw ValidationError("Choose one of --screen, --address, --json and --follow.")
        }
    }

    func run() throws {
        let wishes: [(Bool, RemoteRequest.Wish)] = [
            (screen, .screen), (address, .address), (follow, .follow), (json, .state),
        ]
        let wish = wishes.first { $0.0 }?.1 ?? .lines
        let request = RemoteRequest(wish, script: try text())
        guard let folder = RemoteFolder(ProcessInfo.processInfo.environment) else {
            throw CommandFailure("Neither XDG_RUNTIME_DIR nor HOME is set; nobody can be found.")
        }
        let process = try to ?? TellCommand.only(in: folder)
        if follow { return try RemoteCall(folder).follow(request, process, Console.write) }
        let reply = try RemoteCall(folder).make(request, to: process)
        Console.write(lines: reply.lines)
        if !reply.isDone { throw ExitCode(1) }
    }

    /// The script, read once here so that its mistakes are told by their line.
    private func text() throws -> String {
        let isRead = script == ["-"]
        let text = isRead ? try standardInput() : script.joined(separator: "\n")
        do throws(Script.Mistake) {
            _ = try Script(text)
            return text
        } catch {
            let part = isRead ? "standard input:\(error.line)" : "“\(script[error.line - 1])”"
            throw CommandFailure("\(part): \(error.message).", status: 2)
        }
    }

    private func standardInput() throws -> String {
        switch FileReader(standardInput: .init()).next() {
        case .failure(let error): throw CommandFailure(error.description)
        case .success(let document): String(decoding: document.bytes, as: UTF8.self)
        case nil: ""
        }
    }

    /// The browser that runs, where only one does.
    private static func only(in folder: RemoteFolder) throws -> Int32 {
        let running = folder.running()
        guard let first = running.first else {
            throw CommandFailure("No browser is running; parley opens one.")
        }
        if running.count == 1 { return first }
        let call = RemoteCall(folder)
        let lines = running.map { process in
            let about = try? call.make(RemoteRequest(.address), to: process)
            return "  --to \(process)  \(about?.lines.first ?? "does not answer")"
        }
        throw CommandFailure(["Several browsers are running:"] + lines, status: 2)
    }
}

/// Asks running browsers.
struct RemoteCall {
    private let folder: RemoteFolder

    init(_ folder: RemoteFolder) { self.folder = folder }

    /// Seconds that an answer may take: a search of everything there is, many times over.
    private static let patience = 15

    /// Hands over what a browser says of itself, line by line, until it ends; throws a
    /// `CommandFailure` where it says no.
    func follow(
        _ request: RemoteRequest, _ process: Int32, _ body: (String) -> Void
    ) throws {
        var refusal: [String]?
        do throws(LocalSocket.Failure) {
            let end = try LocalSocket.connected(to: folder.socket(of: process))
            end.writeAll(request.bytes)
            var isFirst = true
            end.readLines(most: 1 << 24) { line in
                if isFirst {
                    refusal = line == "done" ? nil : []
                    isFirst = false
                } else if refusal != nil {
                    refusal?.append(line)
                } else {
                    body(line)
                }
            }
        } catch {
            throw CommandFailure("No browser runs as process \(process).")
        }
        if let refusal { throw CommandFailure(refusal) }
    }

    /// What a browser answers; throws a `CommandFailure` where it does not.
    func make(_ request: RemoteRequest, to process: Int32) throws -> RemoteReply {
        let bytes: [UInt8]?
        do throws(LocalSocket.Failure) {
            let end = try LocalSocket.connected(to: folder.socket(of: process))
            end.limit(seconds: RemoteCall.patience)
            end.writeAll(request.bytes)
            bytes = end.readAll(most: 1 << 24)
        } catch {
            throw CommandFailure("No browser runs as process \(process).")
        }
        guard let bytes, let reply = RemoteReply(bytes) else {
            throw CommandFailure(
                "The browser \(process) does not answer: it is suspended, or has lent its terminal "
                    + "to another program.")
        }
        return reply
    }
}
