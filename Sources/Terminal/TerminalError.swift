import Glibc

/// Why the browser cannot have the screen.
package enum TerminalError: Error, Equatable, Sendable {
    /// There is no terminal to read keys from, or none to write to.
    case noTerminal
    /// Nobody describes the type of terminal that `TERM` names.
    case unknownType(String)
    /// The terminal cannot place the cursor.
    case cannotPlaceCursor(String)
    /// The system refused what it was asked, with its error number.
    case system(String, Int32)

    /// What is wrong and what the reader can do.
    package var message: String {
        switch self {
        case .noTerminal:
            "there is no terminal to browse in"
        case .unknownType(let type) where type.isEmpty:
            "TERM is not set; try TERM=xterm-256color"
        case .unknownType(let type):
            "the terminal type “\(type)” is not known here; try TERM=xterm-256color"
        case .cannotPlaceCursor(let type):
            "a terminal of type “\(type)” cannot place the cursor, which browsing needs"
        case .system(let call, let number):
            "\(call): \(String(cString: strerror(number)))"
        }
    }
}
