import Foundation
import Synchronization

/// A process that was run to its end, with what it cost.
struct Child {
    var status: Int32
    var output: String
    /// Seconds on the wall, and of both processor modes together.
    var wall: Double
    var processor: Double
    /// Peak resident memory in bytes.
    var peakMemory: Int
    /// Of its memory that is no file's, in bytes, looked at ten times a second; 0 where nobody
    /// watched.
    var anonymousMedian = 0
    var anonymousPeak = 0

    /// Runs `command` and waits. Standard error is dropped; `input` feeds standard input.
    static func run(
        _ command: [String], input: String? = nil, watchingMemory: Bool = false
    ) throws -> Child {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let feed = Pipe()
        process.standardInput = feed
        let before = Child.usage()
        let start = ContinuousClock.now
        try process.run()
        if let input { feed.fileHandleForWriting.write(Data(input.utf8)) }
        try feed.fileHandleForWriting.close()
        let memory = MemoryWatch()
        if watchingMemory { memory.begin(process.processIdentifier) }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let wall = (ContinuousClock.now - start) / .seconds(1)
        let after = Child.usage()
        let anonymous = memory.sizes.sorted()
        return Child(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            wall: wall, processor: after.processor - before.processor, peakMemory: after.peak,
            anonymousMedian: anonymous.isEmpty ? 0 : anonymous[anonymous.count / 2],
            anonymousPeak: anonymous.last ?? 0)
    }

    /// Seconds of processor that this process has used so far, in both modes.
    static func ownProcessor() -> Double { usage(of: RUSAGE_SELF.rawValue).processor }

    /// Of all children that have ended: seconds, and the largest peak in bytes.
    private static func usage() -> (processor: Double, peak: Int) {
        usage(of: RUSAGE_CHILDREN.rawValue)
    }

    private static func usage(of whom: Int32) -> (processor: Double, peak: Int) {
        var usage = rusage()
        getrusage(whom, &usage)
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
    }
}

/// Looks at the memory of a process as long as it runs. A class because a thread of its own does.
private final class MemoryWatch: Sendable {
    private let seen = Mutex<[Int]>([])

    /// `RssAnon` of each look, in bytes.
    var sizes: [Int] { seen.withLock { $0 } }

    func begin(_ process: Int32) {
        Thread { [self] in
            while let size = MemoryWatch.anonymous(of: process) {
                seen.withLock { $0.append(size) }
                usleep(100_000)
            }
        }.start()
    }

    /// Nil once the process has ended.
    private static func anonymous(of process: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        guard let line = status?.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon:") })
        else { return nil }
        return Int(line.filter(\.isNumber)).map { $0 << 10 }
    }
}
