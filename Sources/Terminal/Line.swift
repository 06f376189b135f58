import CNcurses
import Glibc
import Screens

/// The line to the terminal: its settings, and what is written to it.
///
/// A class because it owns a descriptor; used by one thread.
final class Line {
    /// Where keys come from: the terminal itself, whatever standard input is.
    let input: CInt
    let output: CInt
    /// The settings before the program changed any.
    let original: termios
    private let raw: termios

    init() throws(TerminalError) {
        output = STDOUT_FILENO
        guard isatty(output) == 1 else { throw .noTerminal }
        let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .noTerminal }
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else {
            close(descriptor)
            throw .noTerminal
        }
        input = descriptor
        original = settings
        raw = Self.raw(settings)
    }

    deinit {
        close(input)
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

    /// Once what has been written is out; what has been typed stays.
    private func set(_ settings: termios) {
        var settings = settings
        while tcsetattr(input, TCSADRAIN, &settings) != 0 && errno == EINTR {}
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

    /// Writes all of it, waiting while the terminal does not take it; gives up when it is gone,
    /// and when another thread has crashed, which gives the terminal back.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !parley_guard_is_breaking() {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                return
            }
        }
    }
}
