import Foundation
import Screens

/// Where copied text goes besides the terminal's own clipboard.
struct Clipboard {
    /// The terminal is to be told (OSC 52).
    let usesTerminal: Bool
    /// The words of the command that takes the text as its input; nil where there is none.
    let command: [String]?

    /// `auto` is the terminal and the clipboard of the display, if there is one: over ssh only the
    /// terminal reaches the person, and not every terminal does.
    init(_ setting: String, environment: [String: String]) {
        switch setting {
        case "terminal":
            usesTerminal = true
            command = nil
        case "auto":
            usesTerminal = true
            command = Clipboard.ofDisplay(environment)
        default:
            usesTerminal = false
            command = ProgramWords.of(setting)
        }
    }

    private static func ofDisplay(_ environment: [String: String]) -> [String]? {
        func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        var commands: [[String]] = []
        if has("WAYLAND_DISPLAY") { commands.append(["wl-copy"]) }
        if has("DISPLAY") {
            commands += [
                ["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"],
            ]
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return commands.first { command in
            folders.contains { access("\($0)/\(command[0])", X_OK) == 0 }
        }
    }

    /// Said where nothing takes the text.
    static func none(for text: String) -> String {
        "There is no clipboard here. This is what to copy: \(text)"
    }

    /// Hands the text to the command; false when there is none or it could not be started. `failed`
    /// hears, later, what is to be said of one that ends with an error.
    func copy(_ text: String, failed: @escaping @Sendable (String) -> Void = { _ in }) -> Bool {
        guard let command else { return false }
        return BackgroundProgram.start(command, input: text) { status in
            guard status != 0 else { return }
            failed(
                "Error: `\(command.joined(separator: " "))` ended with status \(status), so nothing "
                    + "may be copied; :set clipboard names another.")
        }
    }
}
