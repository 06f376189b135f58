import CNcurses
import Glibc
import Screens

/// The line to the terminal: its settings, what is typed, and what is written to it.
///
/// A class because it owns descriptors; used by one thread.
final class Line {
    /// Where keys come from: the terminal itself, whatever standard input is.
    let input: CInt
    /// Standard output once more, so that it does not have to wait: what this program says of the
    /// descriptor it was given would hold for the shell as well.
    let output: CInt
    /// Can be read when a signal waits that ends the program.
    private let endings: CInt
    /// Such a signal came while the terminal took nothing. It may never again.
    private var isGivenUp = false
    /// The settings before the program changed any.
    let original: termios
    private let raw: termios

    init() throws(TerminalError) {
        guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        let descriptor = open("/dev/tty", O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .noTerminal }
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else {
            close(descriptor)
            throw .noTerminal
        }
        input = descriptor
        original = settings
        raw = Self.raw(settings)
        let again = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        output = again >= 0 ? again : STDOUT_FILENO
        endings = parley_endings_fd()
    }

    deinit {
        close(input)
        if output != STDOUT_FILENO { close(output) }
        if endings >= 0 { close(endings) }
    }

    /// Keys one by one, as they are pressed: no echo, no signals, no flow control.
    private static func raw(_ settings: termios) -> termios {
        var raw = settings
        raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON)
        raw.c_oflag &= ~tcflag_t(OPOST)
        raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
        raw.c_cflag |= tcflag_t(CS8)
        withUnsafeMutableBytes(of: &raw.c_cc) { codes in
            codes[Int(VMIN)] = 1
            codes[Int(VTIME)] = 0
        }
        return raw
    }

    func setRaw() {
        set(raw)
    }

    func setOriginal() {
        set(original)
    }

    /// Once what has been written is out, where it ever will be; what has been typed stays.
    private func set(_ settings: termios) {
        var settings = settings
        let time = isGivenUp ? TCSANOW : TCSADRAIN
        while tcsetattr(input, time, &settings) != 0 && errno == EINTR {}
    }

    /// The size the terminal says it has; 80x24 when it says nothing.
    var size: Size {
        var columns: CInt = 0
        var rows: CInt = 0
        guard parley_size(output, &columns, &rows) else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// What has been typed and waits, up to a page of it; empty when nothing does, nil when the
    /// terminal is gone.
    func read() -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.page) { buffer, filled in
            count = Glibc.read(input, buffer.baseAddress, buffer.count)
            filled = max(0, count)
        }
        return count > 0 || (count < 0 && [EAGAIN, EINTR].contains(errno)) ? bytes : nil
    }

    /// A terminal holds no more of what is typed than this.
    private static let page = 4096

    /// Whether something is typed within so many milliseconds, or has been.
    func hasInput(within milliseconds: CInt) -> Bool {
        var waited = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&waited, 1, milliseconds) > 0 && waited.revents & Int16(POLLIN) != 0
    }

    /// Writes all of it, waiting while the terminal does not take it; gives up when it is gone,
    /// when another thread has crashed, which gives the terminal back, and when a signal that ends
    /// the program comes meanwhile: from then on it waits no longer than a moment.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !parley_guard_is_breaking() {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard waitForRoom() else { return }
            } else if errno != EINTR {
                return
            }
        }
    }

    /// What breaks off what was being written when it was given up; nothing else does.
    var cancellation: [UInt8] { isGivenUp ? [0x18] : [] }

    /// Milliseconds a terminal that has been given up has for its last words.
    private static let lastPatience: CInt = 100

    /// Waits until the terminal takes more; false when that is given up.
    private func waitForRoom() -> Bool {
        // A descriptor below 0 is passed over.
        var waited = [
            pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: isGivenUp ? -1 : endings, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&waited, 2, isGivenUp ? Self.lastPatience : -1) < 0 {
            if errno != EINTR { return false }
        }
        if waited[1].revents != 0 { isGivenUp = true }
        return waited[0].revents != 0
    }
}
