import Foundation

/// Hands a link to the person's browser: the first of `$BROWSER` that is there, else the desktop's.
struct LinkOpener {
    /// Words of each command, the link among them.
    private let commands: [[String]]

    /// Nil when the link is none of the web.
    init?(_ link: String, environment: [String: String]) {
        let scheme = link.prefix { $0 != ":" }.lowercased()
        guard ["http", "https"].contains(scheme), link.dropFirst(scheme.count).hasPrefix("://")
        else { return nil }
        let named = (environment["BROWSER"] ?? "").split(separator: ":").map(String.init)
        commands = (named + ["xdg-open"]).map { LinkOpener.words(of: $0, link) }
            .filter { !$0.isEmpty }
    }

    /// Said of a link that was not opened, and why.
    static func complaint(about link: String) -> String {
        let isOfWeb = LinkOpener(link, environment: [:]) != nil
        let why =
            isOfWeb
            ? "nothing here opens links, $BROWSER can name what does; this one is"
            : "only http and https links are opened, not"
        return "Error: \(why) \(link)"
    }

    /// `%s` stands for the link, which else comes last. No shell reads any of it.
    static func words(of command: String, _ link: String) -> [String] {
        let words = ProgramWords.of(command)
        guard !words.isEmpty else { return [] }
        let filled = words.map { $0 == "%s" ? link : $0 }
        return filled == words ? words + [link] : filled
    }

    /// Browsers that need the terminal.
    private static let ofTerminal: Set<String> = [
        "w3m", "lynx", "links", "links2", "elinks", "browsh", "chawan", "cha",
    ]

    /// Opens it; false when nothing there opens links. `lend` gives the terminal away meanwhile;
    /// `failed` hears, perhaps later, what is to be said of a browser that ends with an error.
    func open(
        lend: (() -> Void) -> Void, failed: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Bool {
        for words in commands {
            let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
            let ended: @Sendable (Int32) -> Void = { status in
                guard status != 0 else { return }
                failed("Error: `\(name)` ended with \(status); $BROWSER names another.")
            }
            if LinkOpener.ofTerminal.contains(name) {
                var status: Int32?
                lend { status = ForegroundProgram.run(words) }
                if let status {
                    ended(status)
                    return true
                }
            } else if BackgroundProgram.start(words, ended: ended) {
                return true
            }
        }
        return false
    }
}
