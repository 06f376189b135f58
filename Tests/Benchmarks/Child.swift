import Foundation

/// A process that was run to its end, with what it cost.
struct Child {
    var status: Int32
    var output: String
    /// Seconds on the wall, and of both processor modes together.
    var wall: Double
    var processor: Double
    /// Peak resident memory in bytes.
    var peakMemory: Int

    /// Runs `command` and waits. Standard error goes through; `input` feeds standard input.
    static func run(_ command: [String], input: String? = nil) throws -> Child {
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
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let wall = (ContinuousClock.now - start) / .seconds(1)
        let after = Child.usage()
        return Child(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            wall: wall, processor: after.processor - before.processor, peakMemory: after.peak)
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
