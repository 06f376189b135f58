import Foundation
import Fuzzing

// fuzz TARGET --seconds 600 [--seed N] [--finds FOLDER]    mutates and checks
// fuzz TARGET --input FILE                                 gives the program one input again

/// Looks for inputs on which the program crashes, hangs or breaks a promise. The input under way
/// lies in `FINDS/TARGET-last`, so that what ends the process is found there.
@main
struct Fuzz {
    private let target: FuzzTarget
    private let seconds: Double
    private let seed: UInt64
    private let folder: URL

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard let target = FuzzTarget.all.first(where: { $0.name == arguments.first }) else {
            let names = FuzzTarget.all.map(\.name).joined(separator: "|")
            print("fuzz \(names) [--seconds N] [--seed N] [--finds FOLDER] [--input FILE]")
            exit(2)
        }
        arguments.removeFirst()
        var options: [String: String] = [:]
        while arguments.count >= 2 {
            options[arguments[0]] = arguments[1]
            arguments.removeFirst(2)
        }
        if let path = options["--input"] {
            let faults = target.faults(of: Array(try Data(contentsOf: URL(filePath: path))))
            for fault in faults { print(fault) }
            exit(faults.isEmpty ? 0 : 1)
        }
        let fuzz = Fuzz(
            target: target, seconds: options["--seconds"].flatMap(Double.init) ?? 60,
            seed: options["--seed"].flatMap(UInt64.init) ?? 1,
            folder: URL(filePath: options["--finds"] ?? ".build/finds"))
        exit(try fuzz.run() ? 0 : 1)
    }

    /// Of one input: a quarter of a second and 50 µs a byte, which an instrumented build keeps
    /// where the work is linear: a line that is no JSON costs it 110 µs.
    private func limit(_ input: [UInt8]) -> Double { 0.25 + Double(input.count) * 50e-6 }

    /// True when nothing was found.
    private func run() throws -> Bool {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var run = FuzzRun(target, seed: seed)
        let start = ContinuousClock.now
        var (count, finds, slowest) = (0, 0, 0.0)
        var known: Set<String> = []
        let last = try LastInput(at: folder.appending(path: "\(target.name)-last"))
        while (ContinuousClock.now - start) / .seconds(1) < seconds, finds < 25 {
            let input = run.nextInput(count)
            last.keep(input)
            // Whoever hangs is ended by a signal, and the input is in the file. Time in which the
            // host has others run does not count, but for an hour that is blocked.
            Fuzz.limitProcessorTime(seconds: 60)
            alarm(3600)
            let before = Fuzz.processorTime
            let find = run.run(input)
            let time = Fuzz.processorTime - before
            alarm(0)
            Fuzz.limitProcessorTime(seconds: 0)
            slowest = max(slowest, time / limit(input))
            count += 1
            var faults = find?.faults ?? []
            if time > limit(input) {
                faults.append("took \(Int(time * 1000)) ms for \(input.count) bytes")
            }
            let isNew = !faults.isEmpty && known.insert(String(faults[0].prefix(24))).inserted
            if isNew {
                finds += 1
                let file = folder.appending(path: "\(target.name)-\(seed)-\(count)")
                try Data(input).write(to: file)
                print("\(file.path()):")
                for fault in faults.prefix(4) { print("  \(fault)") }
            }
        }
        print(
            "\(target.name): seed \(seed), \(count) inputs in \(Int(seconds)) s, "
                + "\(run.corpusCount) kept\(FuzzRun.isGuided ? "" : " (no coverage)"), slowest "
                + "\(Int(slowest * 100)) % of its time, \(finds) find(s)")
        return finds == 0
    }

    /// 0 lifts it.
    private static func limitProcessorTime(seconds: Int) {
        var timer = itimerval()
        timer.it_value.tv_sec = seconds
        setitimer(__itimer_which_t(2), &timer, nil)
    }

    private static var processorTime: Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }
}

/// The input under way, in a file that survives the process.
private final class LastInput {
    private let memory: UnsafeMutableRawPointer
    private let size = Mutator.largest + 8

    /// Eight bytes of length stand before the input.
    init(at url: URL) throws {
        let descriptor = open(url.path(), O_RDWR | O_CREAT, 0o644)
        defer { close(descriptor) }
        guard descriptor >= 0, ftruncate(descriptor, off_t(size)) == 0,
            let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else { throw CocoaError(.fileWriteUnknown) }
        self.memory = memory
    }

    func keep(_ input: [UInt8]) {
        memory.storeBytes(of: UInt64(input.count), as: UInt64.self)
        input.withUnsafeBytes {
            if let start = $0.baseAddress {
                (memory + 8).copyMemory(from: start, byteCount: $0.count)
            }
        }
    }
}
