import Foundation

/// Addresses in printed text as links (OSC 8) of terminals that know them, also where the terminal
/// breaks the line.
enum Links {
    /// Standard output is a terminal that wants them: no pipe, no file, nobody who asked for plain.
    static var areWanted: Bool {
        Console.outputIsTerminal && areWanted(ProcessInfo.processInfo.environment)
    }

    /// By the names under which such terminals are known; `FORCE_HYPERLINK=0` or `=1` overrules.
    static func areWanted(_ environment: [String: String]) -> Bool {
        if let forced = environment["FORCE_HYPERLINK"], !forced.isEmpty { return forced != "0" }
        func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        let type = environment["TERM"] ?? ""
        let types = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "tmux", "contour"]
        if types.contains(where: { type.contains($0) }) { return true }
        let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"]
        if programs.contains(environment["TERM_PROGRAM"] ?? "") { return true }
        return (Int(environment["VTE_VERSION"] ?? "") ?? 0) >= 5000
            || (Int(environment["KONSOLE_VERSION"] ?? "") ?? 0) >= 201_200 || has("WT_SESSION")
    }

    /// The line with each address of the web in it as a link to itself. The line must be sanitised;
    /// an address ends at the first character that none may hold.
    static func linked(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let start = rest.firstRange(of: #/https?:\/\//#) {
            result += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...]
            let address = rest.prefix { character in
                guard let ascii = character.asciiValue, ascii > 0x20, ascii < 0x7F else {
                    return false
                }
                return !"<>\"\\^`{|}".contains(character)
            }
            let trimmed = address.suffix(while: { ".,;:!?)]'".contains($0) })
            let link = address.dropLast(trimmed)
            result += "\u{1B}]8;;\(link)\u{1B}\\\(link)\u{1B}]8;;\u{1B}\\"
            rest = rest[link.endIndex...]
        }
        return result + rest
    }
}

extension Substring {
    /// How many characters at the end meet a condition.
    fileprivate func suffix(while meets: (Character) -> Bool) -> Int {
        count - (lastIndex { !meets($0) }.map { distance(from: startIndex, to: $0) + 1 } ?? 0)
    }
}
