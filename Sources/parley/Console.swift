import Foundation
import Screens

/// Standard output and standard error, as the commands use them.
enum Console {
    /// One line, or several, to standard output.
    static func write(_ text: String) {
        write(bytes: Array((text + "\n").utf8))
    }

    static func write(lines: [String]) {
        if !lines.isEmpty { write(lines.joined(separator: "\n")) }
    }

    /// One JSON document on a line of its own.
    static func write(_ json: JSON) {
        var bytes: [UInt8] = []
        json.write(into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        write(bytes: bytes)
    }

    /// Everything, however often the system takes only a part; ends the program quietly when
    /// nobody reads any more (`parley list | head`).
    static func write(bytes: [UInt8]) {
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let written = Glibc.write(
                    STDOUT_FILENO, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if written > 0 {
                    offset += written
                } else if errno != EINTR {
                    if errno == EPIPE { exit(0) }
                    complain("Standard output: \(String(cString: strerror(errno))).")
                    exit(1)
                }
            }
        }
    }

    /// A message of one line for the person, to standard error. What would steer a terminal in it,
    /// such as the name of a file may, is shown as `U+FFFD`, and a line end as a blank.
    static func complain(_ message: String) {
        FileHandle.standardError.write(Data((Sanitiser.visible(message) + "\n").utf8))
    }

    /// The same of a text in lines.
    static func complain(lines text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            complain(String(line))
        }
    }

    /// A question on standard error, without a line end.
    static func ask(_ question: String) {
        FileHandle.standardError.write(Data(question.utf8))
    }

    /// Puts `text` in place of the present line of standard error, which must be a terminal.
    static func renewLine(_ text: String) {
        FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8))
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A command that could not do all it was asked: its messages go to standard error.
struct CommandFailure: Error {
    var messages: [String]
    /// 1 something failed, 2 wrong usage, 130 interrupted.
    var status: Int32 = 1

    init(_ messages: [String], status: Int32 = 1) {
        self.messages = messages
        self.status = status
    }

    init(_ message: String, status: Int32 = 1) {
        self.init([message], status: status)
    }
}

extension CommandFailure: CustomStringConvertible {
    var description: String { messages.joined(separator: " ") }
}
