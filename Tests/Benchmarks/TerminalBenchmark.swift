import Archive
import Foundation
import Queries
import TestSupport

/// The built program on a pseudo-terminal of 120x40, beside fzf, tig, newsboat, nnn and w3m on the
/// same titles, and beside `cat`, which nothing is faster than. What is measured is what a person
/// waits for: from the key to the last byte.
struct TerminalBenchmark {
    let place: Workplace

    /// Milliseconds and more that belong together are told apart from the next screen by a pause.
    private static let targets = (
        first: 25.0, move: 0.3, letter: 16.0, burst: 5.0, bytes: 20_000, small: 40.0, large: 150.0
    )

    func run() async throws {
        guard FileManager.default.fileExists(atPath: place.archive.path) else {
            report("terminal", "skipped", "no archive: run the import part too")
            return
        }
        try Peers.install()
        let lines = try await titles()
        print("\nthe terminal, 120x40, \(lines.count) titles; peers in the same minutes")
        let own = TerminalProgram.parley(place.binary, archive: place.archive.path, place.folder)
        let peers = try Peers.all(lines, place.folder)
        var figures: [(program: TerminalProgram, figure: TerminalFigures)] = []
        for program in [own] + peers {
            guard let figure = try TerminalFigures(program) else {
                report(program.name, "skipped", "it does not start here")
                continue
            }
            figures.append((program, figure))
            report(program.name, figure.summary)
        }
        if let first = figures.first, first.program.name == own.name {
            compare(first.figure, figures.dropFirst().map { ($0.program.name, $0.figure) })
        }
        var letters = LetterTimes()
        for _ in 0..<3 { try letters.add(own) }
        letters.tell(target: "to reach: p99 \(Int(Self.targets.letter)) ms")
    }

    /// Title, outlet and day of every article, newest first.
    private func titles() async throws -> [String] {
        let archive = try Archive(path: place.archive.path, dossier: nil)
        var question = ArticlesQuestion(query: .everything)
        question.window = 0..<place.articles
        guard case .articles(let answer) = try await archive.answer(.articles(question)) else {
            return []
        }
        return answer.rows.map { row in
            let parts = [row.title ?? row.opening ?? row.id, row.outlet ?? "", row.id]
            return parts.joined(separator: " · ").replacing("\n", with: " ")
        }
    }

    private func compare(_ own: TerminalFigures, _ peers: [(String, TerminalFigures)]) {
        func line(
            _ name: String, _ target: String, _ value: (TerminalFigures) -> Double?
        ) {
            guard let mine = value(own) else { return }
            let ratios = peers.compactMap { name, figure in
                value(figure).map { "\(name) \((mine / max($0, 0.001) * 100).rounded() / 100)" }
            }
            report(name, "to reach: \(target)", "ratio to " + ratios.joined(separator: ", "))
        }
        let targets = Self.targets
        line("first screen", "\(targets.first) ms") { $0.start.quantile(0.5) }
        line("a move", "\(targets.move) ms") { $0.move.quantile(0.5) }
        line("300 keys", "\(targets.burst) ms, \(targets.bytes) bytes") { $0.burst.quantile(0.5) }
        line("memory", "\(targets.small) MB at 20,000, \(targets.large) at 100,000") { $0.memory }
    }
}

extension PseudoTerminal {
    /// What keys cost: until the first and the last byte that answers them, and how many.
    func time(
        of keys: String, quiet: Int = 45
    ) -> (first: Duration?, last: Duration?, bytes: Int) {
        let start = PseudoTerminal.nanoseconds
        send(keys)
        var (first, last, bytes): (Duration?, Duration?, Int) = (nil, nil, 0)
        while let next = take(within: first == nil ? 400 : quiet) {
            last = .nanoseconds(next.nanoseconds - start)
            if first == nil { first = last }
            bytes += next.bytes
        }
        return (first, last, bytes)
    }

    /// Ends the program without ceremony.
    func end() {
        signal(SIGTERM)
        if waitForEnd(seconds: 2) == .stillRunning { signal(SIGKILL) }
    }
}

/// What one program costs.
struct TerminalFigures {
    var start = Times()
    /// To the first byte that answers, which is the selection, and to the last.
    var move = Times()
    var moved = Times()
    var moveBytes = 0
    /// 300 keys at once, several times.
    var burst = Times()
    var burstBytes = 0
    private static let bursts = 5
    /// Megabytes: the share that is its own, and what is not mapped from files.
    var memory: Double?
    var anonymous = 0.0
    var sleeps = 0
    var idleBytes = 0

    /// Starts the program seven times; nil where it ends at once.
    init?(_ program: TerminalProgram) throws {
        for _ in 0..<7 {
            let began = PseudoTerminal.nanoseconds
            let terminal = try program.start()
            var last: Int?
            while let next = terminal.take(within: last == nil ? 20_000 : 250) {
                last = next.nanoseconds
            }
            guard let last, terminal.load.nanoseconds > 0 else { return nil }
            start.add(.nanoseconds(last - began))
            terminal.end()
        }
        let terminal = try program.start()
        while terminal.take(within: 800) != nil {}
        terminal.send(program.before)
        while terminal.take(within: 300) != nil {}
        for _ in 0..<60 {
            let time = terminal.time(of: program.down)
            if let first = time.first { move.add(first) }
            if let last = time.last { moved.add(last) }
            moveBytes += time.bytes / 60
        }
        for _ in 0..<Self.bursts {
            let keys = String(repeating: program.down, count: 300)
            let time = terminal.time(of: keys, quiet: 120)
            if let last = time.last { burst.add(last) }
            burstBytes += time.bytes / Self.bursts
        }
        while terminal.take(within: 500) != nil {}
        let before = terminal.load.sleeps
        while let next = terminal.take(within: 5000) { idleBytes += next.bytes }
        sleeps = terminal.load.sleeps - before
        measureMemory(terminal.process)
        terminal.end()
    }

    /// Reads `smaps_rollup` (Linux, `proc(5)`).
    private mutating func measureMemory(_ process: pid_t) {
        let path = "/proc/\(process)/smaps_rollup"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 1, let kilobytes = Double(words[1]) else { continue }
            if words[0] == "Pss:" { memory = kilobytes / 1024 }
            if words[0] == "Pss_Anon:" { anonymous = kilobytes / 1024 }
        }
    }

    var summary: String {
        func whole(_ value: Double?) -> String { value.map { "\(Int($0.rounded()))" } ?? "-" }
        return "first screen \(milliseconds(start.quantile(0.5))) (least "
            + "\(milliseconds(start.quantile(0)))), move \(milliseconds(move.quantile(0.5))), "
            + "settled \(milliseconds(moved.quantile(0.5))), \(moveBytes) bytes, 300 keys "
            + "\(milliseconds(burst.quantile(0.5))) (least \(milliseconds(burst.quantile(0)))), "
            + "\(burstBytes) bytes, PSS \(whole(memory)) MB, its own \(whole(anonymous)) MB, idle 5 s: \(sleeps) wake-ups, \(idleBytes) bytes"
    }
}
