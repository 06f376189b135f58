package import Glibc
package import Screens

/// A program that runs in a terminal of its own, with somebody at the keyboard.
///
/// Every wait is for something to be seen and ends with it; the deadline is only for a program
/// that hangs.
package final class PseudoTerminal {
    package enum Failure: Error {
        case system(String, Int32)
    }

    /// How the program ended.
    package enum End: Equatable, Sendable {
        case exit(Int32)
        case signal(Int32)
        case stillRunning
    }

    package private(set) var screen: VirtualScreen
    /// Everything the program wrote.
    package private(set) var output: [UInt8] = []
    /// The settings of the line before the program was started.
    package let firstSettings: [UInt32]
    private var master: CInt
    private var taken = [UInt8](repeating: 0, count: 65_536)
    package let process: pid_t
    private var end = End.stillRunning

    /// Starts the program at `path`, in a session of its own whose terminal has this size.
    package init(
        _ path: String, _ arguments: [String] = [], environment: [String: String], size: Size
    ) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw Failure.system("/dev/ptmx", errno) }
        let line = try Self.line(of: master)
        screen = VirtualScreen(size: size)
        Self.setSize(size, of: master)
        firstSettings = Self.settings(of: master)
        process = try Self.spawn(path, arguments, environment, line: line)
    }

    deinit {
        if end == .stillRunning {
            kill(process, SIGKILL)
            var status: CInt = 0
            waitpid(process, &status, 0)
        }
        hangUp()
    }

    /// Takes the terminal away, as a closed window does.
    package func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// Unlocks the terminal's other side and says where it is (Linux, `ioctl_tty(2)`).
    private static func line(of master: CInt) throws -> String {
        let setLock: UInt = 0x4004_5431
        let getNumber: UInt = 0x8004_5430
        var isLocked: CInt = 0
        var number: CInt = 0
        guard ioctl(master, setLock, &isLocked) == 0, ioctl(master, getNumber, &number) == 0 else {
            throw Failure.system("ioctl_tty", errno)
        }
        return "/dev/pts/\(number)"
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String: String], line: String
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let newSession: Int32 = 0x80
        posix_spawnattr_setflags(
            &attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session opens becomes the one that controls it.
        posix_spawn_file_actions_addopen(&actions, 0, line, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
        defer { for pointer in arguments + variables { free(pointer) } }
        arguments.append(nil)
        variables.append(nil)
        var process: pid_t = 0
        let result = posix_spawn(&process, path, &actions, &attributes, arguments, variables)
        guard result == 0 else { throw Failure.system("posix_spawn", result) }
        return process
    }

    // MARK: at the keyboard

    /// Types all of it in one write.
    package func send(_ text: String) { send(Array(text.utf8)) }

    /// The same of bytes, for a terminal of another charset.
    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Types all of it, taking in meanwhile what the program writes.
    package func type(_ text: String) {
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 1024) {
            send(String(decoding: bytes[start..<min(start + 1024, bytes.count)], as: UTF8.self))
            _ = read(until: Self.now)
        }
    }

    /// Makes the window larger or smaller, which the program is told.
    package func resize(to size: Size) {
        screen.resize(to: size)
        Self.setSize(size, of: master)
    }

    private static func setSize(_ size: Size, of master: CInt) {
        var window = winsize()
        window.ws_col = UInt16(size.columns)
        window.ws_row = UInt16(size.rows)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    package func signal(_ number: Int32) {
        kill(process, number)
    }

    // MARK: watching

    /// Reads on until the screen is as wanted; false when the program ended or time ran out.
    package func wait(
        seconds: Int = 30, until isAsWanted: (VirtualScreen) -> Bool
    ) -> Bool {
        let deadline = Self.now + seconds * 1000
        while !isAsWanted(screen) {
            guard read(until: deadline) else { return isAsWanted(screen) }
        }
        return true
    }

    /// Reads on until the program has ended, and says how.
    package func waitForEnd(seconds: Int = 30) -> End {
        let deadline = Self.now + seconds * 1000
        while end == .stillRunning, Self.now < deadline {
            _ = read(until: Self.now + 20)
            var status: CInt = 0
            if waitpid(process, &status, WNOHANG) == process {
                let number = status & 0x7F
                end = number == 0 ? .exit(status >> 8 & 0xFF) : .signal(number)
            }
        }
        while read(until: Self.now) {}
        return end
    }

    /// Waits for the end of a program whose terminal takes nothing more, or is gone.
    package func waitForEndUnread(seconds: Int = 30) -> End {
        let deadline = Self.now + seconds * 1000
        while end == .stillRunning, Self.now < deadline {
            var status: CInt = 0
            if waitpid(process, &status, WNOHANG) == process {
                let number = status & 0x7F
                end = number == 0 ? .exit(status >> 8 & 0xFF) : .signal(number)
            } else {
                usleep(2000)
            }
        }
        return end
    }

    /// Makes the window larger and smaller, reading nothing, until the program writes no more
    /// because nothing more is taken; false when time ran out.
    package func fill(seconds: Int = 30) -> Bool {
        let deadline = Self.now + seconds * 1000
        var (count, times) = (-1, 0)
        while Self.now < deadline {
            let isOdd = times % 2 == 1
            Self.setSize(Size(columns: isOdd ? 300 : 200, rows: isOdd ? 90 : 60), of: master)
            let pause = Self.now + 50
            while waiting == count, Self.now < pause { usleep(2000) }
            times = waiting == count ? times + 1 : 0
            count = waiting
            if times > 20, count > 0 { return true }
        }
        return false
    }

    /// Bytes that have been written and not read.
    private var waiting: Int {
        var count: CInt = 0
        return ioctl(master, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// Reads on until the program has stopped, as Ctrl-Z makes it; false when time ran out.
    package func waitForStop(seconds: Int = 30) -> Bool {
        let deadline = Self.now + seconds * 1000
        while Self.now < deadline {
            _ = read(until: Self.now + 20)
            var status: CInt = 0
            if waitpid(process, &status, WNOHANG | WUNTRACED) == process {
                while read(until: Self.now) {}
                return status & 0xFF == 0x7F
            }
        }
        return false
    }

    /// The settings of the line as they are now: input, output, control and local modes, and the
    /// control characters.
    package var settings: [UInt32] { Self.settings(of: master) }

    private static func settings(of master: CInt) -> [UInt32] {
        var settings = termios()
        tcgetattr(master, &settings)
        let codes = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + codes
    }

    /// Takes in what the program writes until the deadline; false when nothing came by then or
    /// nothing ever will.
    private func read(until deadline: Int) -> Bool {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        let pause = CInt(max(0, deadline - Self.now))
        guard poll(&ready, 1, pause) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        output += buffer[..<count]
        screen.feed(buffer[..<count])
        return true
    }

    /// Milliseconds of a clock that only runs forward.
    private static var now: Int { nanoseconds / 1_000_000 }

    /// Nanoseconds of the same clock.
    package static var nanoseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// How much came next and when, without a look at what it is; nil when nothing came within so
    /// many milliseconds, or nothing ever will.
    package func take(within milliseconds: Int) -> (bytes: Int, nanoseconds: Int)? {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, CInt(milliseconds)) > 0 else { return nil }
        let time = Self.nanoseconds
        let count = Glibc.read(master, &taken, taken.count)
        return count > 0 ? (count, time) : nil
    }

    /// Reads on until nothing has come for so long; what came before is on the screen then.
    package func settle(quietMilliseconds: Int = 150) {
        while read(until: Self.now + quietMilliseconds) {}
    }

    /// The same from the first answer on to what was sent, which a busy machine takes its time for;
    /// of keys that change nothing there is none.
    package func settleAnswered() {
        if read(until: Self.now + 2_000) { settle() }
    }

    /// How often the thread that waits for keys and draws went to sleep of its own accord, and the
    /// nanoseconds of processor that all threads have used (Linux, `proc(5)`). Not counted is that
    /// Dispatch's own thread looks at its pools once a second, whatever the program does.
    package var load: (sleeps: Int, nanoseconds: Int) {
        let tasks = "/proc/\(process)/task"
        guard let folder = opendir(tasks) else { return (0, 0) }
        defer { closedir(folder) }
        var load = (sleeps: 0, nanoseconds: 0)
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard Int(name) != nil else { continue }
            for line in Self.lines(of: "\(tasks)/\(name)/status")
            where Int(name) == Int(process) && line.hasPrefix("voluntary_ctxt_switches:") {
                load.sleeps += Int(line.split(separator: "\t").last ?? "") ?? 0
            }
            let spent = Self.lines(of: "\(tasks)/\(name)/schedstat").first
            load.nanoseconds += spent?.split(separator: " ").first.flatMap { Int($0) } ?? 0
        }
        return load
    }

    private static func lines(of path: String) -> [Substring] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = Glibc.read(file, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            .split(separator: "\n")
    }
}
