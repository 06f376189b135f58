import Foundation
import Glibc
import Screens
import TestSupport
import Testing

/// The built program in a terminal of its own, from its first frame to the terminal it leaves.
@Suite(.serialized) struct BrowseTests {
    static let size = Size(columns: 80, rows: 24)

    /// A folder with an archive of the bundled corpus, made once; every test only reads it.
    static let home: Result<String, any Error> = Result {
        let home = NSTemporaryDirectory() + "parley-tests-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: home + "/parley", withIntermediateDirectories: true)
        // No test goes on where another one ended.
        try "resume = false\n".write(
            toFile: home + "/parley/settings.toml", atomically: true, encoding: .utf8)
        let list = try PseudoTerminal(
            binary, ["list", "sources"], environment: environment(home), size: size)
        try #require(list.waitForEnd(seconds: 120) == .exit(0))
        return home
    }

    /// The program beside the tests.
    static var binary: String {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "parley").path
    }

    static func environment(_ home: String) -> [String: String] {
        [
            "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home,
            // A home that holds a socket cannot be copied.
            "XDG_RUNTIME_DIR": home + "-run",
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ]
    }

    func start(_ changes: [String: String] = [:]) throws -> PseudoTerminal {
        let home = try Self.home.get()
        let environment = Self.environment(home).merging(changes) { $1 }
        return try PseudoTerminal(Self.binary, environment: environment, size: Self.size)
    }

    /// The first frame with the corpus in it.
    func isBrowsing(_ screen: VirtualScreen) -> Bool {
        screen.text.contains("1 Sources") && screen.text.contains("Witkoff")
    }

    func isClean(_ screen: VirtualScreen) -> Bool {
        screen.modes.isDisjoint(with: [1049, 1034, 1000, 1002, 1006, 2004, 1004, 2026, 1])
            && screen.modes.contains(25)
    }

    @Test func `it shows the corpus, and q leaves the terminal as it was`() throws {
        let terminal = try start()
        let settings = terminal.firstSettings
        try #require(terminal.wait { isBrowsing($0) && $0.title.hasPrefix("parley") })
        #expect(terminal.screen.modes.isSuperset(of: [1049, 2004, 1002, 1006]))
        #expect(terminal.settings != settings)
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(isClean(terminal.screen))
        #expect(terminal.settings == settings)
        #expect(terminal.screen.unknown == [])
        #expect(terminal.screen.rows.allSatisfy { $0.isEmpty })
    }

    @Test
    func
        `the first start opens on what the articles differ on, the second on the panes, the third where it ended`()
        throws
    {
        let home = NSTemporaryDirectory() + "parley-first-\(getpid())"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let changes = ["HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home]
        let first = try start(changes)
        try #require(first.wait(seconds: 120) { $0.text.contains("They differ") })
        first.send("q")
        #expect(first.waitForEnd() == .exit(0))
        let second = try start(changes)
        #expect(second.wait(until: isBrowsing))
        second.send("/umerov\r")
        #expect(second.wait { $0.text.contains("/ umerov") })
        second.send(":quit\r")
        #expect(second.waitForEnd() == .exit(0))
        let third = try start(changes)
        #expect(third.wait { $0.text.contains("/ umerov") })
        third.send("q")
        #expect(third.waitForEnd() == .exit(0))
    }

    @Test(arguments: [
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS,
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGPIPE, SIGPWR,
        SIGSTKFLT, 34, 64,
    ])
    func `a signal ends it, and the terminal is as it was`(number: Int32) throws {
        let terminal = try start()
        let settings = terminal.firstSettings
        try #require(terminal.wait(until: isBrowsing))
        terminal.signal(number)
        #expect(terminal.waitForEnd() == .signal(number))
        #expect(isClean(terminal.screen))
        #expect(terminal.settings == settings)
    }

    /// The console of Linux names Ctrl-Z among its keys.
    @Test(arguments: ["xterm-256color", "linux"])
    func `Ctrl-Z gives the terminal back, and fg takes it again`(type: String) throws {
        let terminal = try start(["TERM": type])
        let settings = terminal.firstSettings
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("\u{1A}")
        #expect(terminal.waitForStop())
        #expect(isClean(terminal.screen))
        #expect(terminal.settings == settings)
        terminal.signal(SIGCONT)
        #expect(terminal.wait(until: isBrowsing))
        #expect(terminal.screen.modes.contains(1049) == (type != "linux"))
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(isClean(terminal.screen))
        #expect(terminal.settings == settings)
    }

    @Test func `a stop from outside gives the terminal back as well`() throws {
        let terminal = try start()
        let settings = terminal.firstSettings
        try #require(terminal.wait(until: isBrowsing))
        terminal.signal(SIGTSTP)
        #expect(terminal.waitForStop())
        #expect(terminal.settings == settings)
        terminal.signal(SIGCONT)
        #expect(terminal.wait(until: isBrowsing))
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `any size will do, down to one cell and back`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        let sizes = [(1, 1), (19, 5), (200, 60), (20, 6), (80, 24)]
        for (columns, rows) in sizes {
            terminal.resize(to: Size(columns: columns, rows: rows))
            if columns < 20 { continue }
            #expect(
                terminal.wait { $0.rows.count == rows && $0.text.contains("Sources") }
                    || columns == 20)
        }
        #expect(terminal.wait(until: isBrowsing))
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.screen.unknown == [])
    }

    @Test func `of many keys in one write none is lost`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        let letters = String(repeating: "abcdefghij", count: 5)
        terminal.send("/" + letters + String(repeating: "\u{7F}", count: 47) + "xyz")
        #expect(terminal.wait { $0.text.contains("abcxyz") && !$0.text.contains("abcd") })
        terminal.send("\u{3}")
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == .signal(SIGTERM))
    }

    @Test(arguments: ["nonsense-terminal", "dumb", ""])
    func `a terminal that cannot be drawn on is browsed in lines`(type: String) throws {
        let terminal = try start(["TERM": type])
        let settings = terminal.firstSettings
        try #require(terminal.wait { $0.text.contains("Article 1 of 5") })
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("parley in lines"))
        #expect(terminal.screen.text.contains("TERM") || terminal.screen.text.contains("dumb"))
        #expect(terminal.settings == settings)
        terminal.send("j\n")
        #expect(terminal.wait { $0.text.contains("Article 2 of 5") })
        terminal.send("q\n")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(terminal.screen.modes == [25])
        #expect(!terminal.output.contains(0x1B))
        #expect(terminal.settings == settings)
    }

    @Test func `no terminal type at all is said, with what to do`() throws {
        let terminal = try shell("unset TERM; exec \"$0\"")
        try #require(terminal.wait { $0.text.contains("Article 1 of 5") })
        #expect(terminal.screen.text.contains("TERM is not set; try TERM=xterm-256color"))
        terminal.send("q\n")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test(arguments: ["/", ":", "\u{10}", "?", "B", "\r/"])
    func `a paste of any length is taken, as far as a line goes`(keys: String) throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(keys)
        terminal.settle()
        for part in ["\u{1B}[200~", String(repeating: "((a|", count: 50_000), "\u{1B}[201~"] {
            terminal.type(part)
        }
        let words = keys == "?" ? "No command" : "A line takes 4,096 characters"
        #expect(terminal.wait { $0.text.contains(words) })
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == .signal(SIGTERM))
        #expect(isClean(terminal.screen))
    }

    @Test func `in lines Ctrl-C ends it as a signal does`() throws {
        let terminal = try start(["TERM": "dumb"])
        try #require(terminal.wait { $0.text.contains("Article 1 of 5") })
        terminal.send("\u{3}")
        #expect(terminal.waitForEnd() == .signal(SIGINT))
    }

    /// The kinds that are described here: a plain Debian lacks some (`ncurses-term` has them).
    private static let kinds = [
        "xterm-256color", "xterm", "xterm-direct", "linux", "vt100", "tmux-256color", "tmux",
        "screen", "screen-256color", "rxvt-unicode-256color",
    ].filter { kind in
        ["/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"].contains { folder in
            FileManager.default.fileExists(atPath: "\(folder)/\(kind.prefix(1))/\(kind)")
        }
    }

    @Test(arguments: kinds)
    func `every kind of terminal shows the corpus`(type: String) throws {
        let terminal = try start(["TERM": type, "NO_COLOR": type == "linux" ? "1" : ""])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("4y")
        // The console and old terminals have no clipboard, and what stood on them stays.
        let isPlain = ["linux", "vt100"].contains(type)
        let told = isPlain ? "There is no clipboard here" : "Copied: "
        try #require(terminal.wait { $0.text.contains(told) })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        let last = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
            .last
        #expect(!isPlain || last?.allSatisfy(\.isWhitespace) == true, "\(terminal.screen.text)")
    }

    @Test(arguments: ["C", "POSIX", "nonsense"])
    func `a plain locale gets ASCII`(locale: String) throws {
        let terminal = try start(["LANG": locale, "LC_ALL": locale])
        try #require(terminal.wait(until: isBrowsing))
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    /// The sources of locales are no part of a plain Debian (`locales` has them).
    private static let hasLocales =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef")
        && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/ru_RU")

    @Test(
        .enabled(if: hasLocales, "no sources of locales here"),
        arguments: [
            ("KOI8-R", [0xDB, 0xC1, 0xD2] as [UInt8]), ("CP1251", [0xF8, 0xE0, 0xF0]),
        ])
    func `a locale of single bytes is read and written as it is`(
        charset: String, bytes: [UInt8]
    ) throws {
        let folder = try Self.home.get() + "/locales"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let making = try PseudoTerminal(
            "/usr/bin/localedef", ["-i", "ru_RU", "-f", charset, "\(folder)/ru_RU.\(charset)"],
            environment: ["PATH": "/usr/bin:/bin"], size: Self.size)
        try #require(making.waitForEnd(seconds: 60) == .exit(0))
        let terminal = try start(["LOCPATH": folder, "LC_ALL": "ru_RU.\(charset)"])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("/")
        terminal.send(bytes)
        #expect(terminal.wait { _ in has(bytes, in: terminal.output) })
        terminal.send("\u{15}\r")
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `without colour no colour is sent`() throws {
        let terminal = try start(["NO_COLOR": "1"])
        try #require(terminal.wait(until: isBrowsing))
        let output = String(decoding: terminal.output, as: UTF8.self)
        #expect(!output.contains("\u{1B}[38;") && !output.contains("\u{1B}[48;"))
        #expect(!output.contains("\u{1B}]11"))
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `a light ground is asked for and drawn for`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]11;?"))
        terminal.send("\u{1B}]11;rgb:fbfb/fafa/f7f7\u{1B}\\")
        #expect(terminal.wait { _ in self.has("38;5;241m", in: terminal.output) })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `a terminal that turns light and dark again is followed`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        #expect(has("\u{1B}[?2031h", in: terminal.output))
        terminal.send("\u{1B}[?997;2n")
        #expect(terminal.wait { _ in self.has("38;5;241m", in: terminal.output) })
        let before = terminal.output.count
        terminal.send("\u{1B}[?997;1n")
        #expect(terminal.wait { _ in self.has("38;5;247m", in: terminal.output[before...]) })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `with the focus the ground is asked for again`() throws {
        let terminal = try start()
        try #require(terminal.wait(until: isBrowsing))
        let before = terminal.output.count
        terminal.send("\u{1B}[O\u{1B}[I")
        #expect(terminal.wait { _ in self.has("\u{1B}]11;?", in: terminal.output[before...]) })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    private func has(_ text: String, in output: some Collection<UInt8>) -> Bool {
        has(Array(text.utf8), in: output)
    }

    private func has(_ wanted: [UInt8], in output: some Collection<UInt8>) -> Bool {
        output.indices.contains { output[$0...].starts(with: wanted) }
    }
}
