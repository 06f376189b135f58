import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// Other programs and files beside the browser: the pager, the settings file, macros.

extension BrowseTests {
    /// A home of its own with the archive of the others, and what is to stand in its files.
    func home(_ files: [String: String] = [:]) throws -> String {
        let home = NSTemporaryDirectory() + "parley-home-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: try Self.home.get(), toPath: home)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: home + "/parley/" + name))
        }
        return home
    }

    func start(
        at home: String, _ changes: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try start(
            ["HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home].merging(changes) { $1 })
    }

    @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV])
    func `a fault of its own leaves what was pressed`(number: Int32) throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try start(at: home, ["XDG_STATE_HOME": home + "/a/b"])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("/umerov\rX")
        try #require(terminal.wait { $0.text.contains("A clash says that texts differ") })
        terminal.signal(number)
        #expect(terminal.waitForEnd() == .signal(number))
        #expect(terminal.screen.text.contains("ended by a fault of its own"))
        let log = try String(contentsOfFile: home + "/a/b/parley/crash.txt", encoding: .utf8)
        let signal = "signal \(String(format: "%02d", number)), sent by another program"
        #expect(log.hasPrefix("parley 0.1.0, 80x24, TERM xterm-256color\n\(signal)\n"))
        #expect(log.contains("\n/umerov<Enter>X\n"))
        #expect(log.contains("places in the program:\n"))
    }

    @Test(arguments: [("recursion", SIGSEGV), ("overflow", SIGILL)])
    func `a fault behind the screen gives the terminal back and leaves where it was`(
        fault: String, number: Int32
    ) throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try start(
            at: home, ["XDG_STATE_HOME": home + "/state", "PARLEY_FAULT": fault])
        #expect(terminal.waitForEnd() == .signal(number))
        #expect(terminal.settings == terminal.firstSettings)
        #expect(isClean(terminal.screen))
        #expect(terminal.screen.text.contains("ended by a fault of its own"))
        let log = try String(contentsOfFile: home + "/state/parley/crash.txt", encoding: .utf8)
        #expect(log.contains("\nsignal \(String(format: "%02d", number)), behind the screen\n"))
        #expect(log.contains("\nits stack ran over") == (fault == "recursion"))
        let places = try #require(log.split(separator: "places in the program:\n").last)
        #expect(places.contains("libdispatch"))
        #expect(places.contains("places between") == (fault == "recursion"))
    }

    @Test func `the tutorial is done by pressing its keys, on an archive of its own`() throws {
        let home = NSTemporaryDirectory() + "parley-tutorial-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try PseudoTerminal(
            Self.binary, ["tutorial"], environment: Self.environment(home), size: Self.size)
        try #require(terminal.wait(seconds: 60) { $0.text.contains("1/14  These articles differ") })
        terminal.send("j")
        try #require(terminal.wait { $0.text.contains("2/14  Enter puts") })
        terminal.send("\r")
        #expect(terminal.wait { $0.text.contains("3/14  ]") })
        terminal.send(":quit\r")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(!FileManager.default.fileExists(atPath: home + "/parley/archive.sqlite"))
    }

    @Test func `the pager shows the screen as text and the browser goes on behind it`() throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let pager = home + "/pager"
        try ShellProgram.write("head -2; echo PAGED \"$1\"; read key < /dev/tty\n", to: pager)
        let terminal = try start(at: home, ["PAGER": "\(pager) a;b"])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send("0|")
        try #require(terminal.wait { $0.text.contains("PAGED a;b") })
        #expect(terminal.screen.text.contains("Peace talks on Ukraine"))
        #expect(isClean(terminal.screen))
        // Ctrl-C is for the pager here.
        terminal.send("\u{3}")
        #expect(
            terminal.wait {
                $0.modes.contains(1049) && $0.text.contains("A clash says that texts differ")
            })
        terminal.send("qq")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    @Test func `a settings file takes effect when it changes, with its mistakes by line`() throws {
        let home = try home(["settings.toml": "resume = false\nthme = 'light'\n"])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try start(at: home)
        try #require(terminal.wait { isBrowsing($0) && $0.text.contains("settings.toml:2:") })
        let file = URL(filePath: home + "/parley/settings.toml")
        try Data("ascii = true\n[keys]\n\"<F4>\" = 'show-overview'\n".utf8).write(to: file)
        // The window gets the focus.
        terminal.send("\u{1B}[I")
        #expect(terminal.wait { $0.text.contains("has changed") && !$0.text.contains("│") })
        terminal.send("\u{1B}OS")
        #expect(terminal.wait { $0.text.contains("A clash says that texts differ") })
        try Data("ascii = false\nmouse = maybe\n".utf8).write(to: file)
        terminal.send("j")
        #expect(terminal.wait { $0.text.contains("Settings stay as they were. Error") })
        #expect(!terminal.screen.text.contains("─"))
        try Data("ascii = false\n".utf8).write(to: file)
        terminal.send("j")
        #expect(terminal.wait { $0.text.contains("─") })
        terminal.send("qq")
        #expect(terminal.waitForEnd() == .exit(0))
    }

    /// An entry `xterm-direct` of the home's own, since few systems bring one.
    private func describeDirectColours(in home: String) throws {
        func colour(_ kind: Int) -> String {
            #"\E[%?%p1%{8}%<%t"# + "\(kind - 8)%p1%d%e\(kind)"
                + ":2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"
        }
        let source = """
            xterm-direct|xterm with colours that are named by their parts,
            \tRGB, colors#0x1000000, pairs#0x7FFF, initc@, op=\\E[39;49m,
            \tsetaf=\(colour(38)), setab=\(colour(48)), use=xterm-256color,

            """
        let file = home + "/direct.ti"
        try source.write(toFile: file, atomically: true, encoding: .utf8)
        let compiler = try Process.run(
            URL(filePath: "/usr/bin/tic"), arguments: ["-x", "-o", home + "/.terminfo", file])
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0)
    }

    @Test func `who asks for all colours gets them where TERM names fewer`() throws {
        let home = try home(["settings.toml": "resume = false\ncolour = \"true\"\n"])
        defer { try? FileManager.default.removeItem(atPath: home) }
        try describeDirectColours(in: home)
        let terminal = try start(at: home)
        try #require(terminal.wait(until: isBrowsing))
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("[38:2:"))
        #expect(terminal.screen.unknown == [])
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(isClean(terminal.screen))
    }

    @Test(arguments: ["/proc/nowhere", "/etc/passwd"])
    func `a data folder that cannot be one is named, with what to do`(folder: String) throws {
        let home = try Self.home.get()
        let terminal = try start(at: home, ["XDG_DATA_HOME": folder])
        #expect(terminal.waitForEnd() == .exit(1))
        let words = "\(folder)/parley/archive.sqlite: cannot be opened or made there. Give"
        #expect(terminal.screen.text.replacing("\n", with: "").contains(words))
        #expect(terminal.settings == terminal.firstSettings)
        #expect(isClean(terminal.screen))
    }

    @Test func `folders that cannot be written to, and relative ones, keep nothing from working`()
        throws
    {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let terminal = try start(
            at: home, ["XDG_CONFIG_HOME": "/proc/nowhere", "XDG_STATE_HOME": "relative/folder"])
        try #require(terminal.wait(until: isBrowsing))
        terminal.send(":record x\rjQ")
        #expect(terminal.wait { $0.text.contains("the macro could not be written there.") })
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == .signal(SIGTERM))
        #expect(isClean(terminal.screen))
    }

    /// What stands where the settings file should, as a shell makes it.
    @Test(arguments: [
        ("mkdir $f", "This is a folder; put a file of settings in its place."),
        ("mkfifo $f", "This is no file; put a file of settings in its place."),
        ("ln -s settings.toml $f", "Too many levels of symbolic links"),
        ("ln -s /dev/zero $f", "This is no file"),
        ("head -c 10000000 /dev/urandom > $f", "It is longer than 256 KiB;"),
        ("printf 'mouse = false\\n# caf\\351\\n' > $f", "settings.toml:2: This is not UTF-8;"),
        ("printf '\\377\\376m\\000' > $f", "settings.toml:1: This is not UTF-8;"),
    ])
    func `whatever stands in the place of the settings file, it starts and says so`(
        making: String, words: String
    ) throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let checked = try PseudoTerminal(
            "/bin/sh",
            [
                "-c", "f=\(home)/parley/settings.toml; rm $f; \(making); \"$0\" config --check",
                Self.binary,
            ],
            environment: Self.environment(home), size: Size(columns: 250, rows: 24))
        #expect(checked.waitForEnd() == .exit(1))
        #expect(checked.screen.text.contains(words), "\(checked.screen.text)")
        let terminal = try start(at: home)
        #expect(terminal.wait { isBrowsing($0) && $0.text.contains("settings.toml:") })
        terminal.send("q")
        #expect(terminal.waitForEnd() == .exit(0))
        #expect(isClean(terminal.screen))
    }

    @Test func `what is recorded is a file, and the next start and play press it again`() throws {
        let home = try home(["settings.toml": "resume = false\n[keys]\n\"<F4>\" = 'play up'\n"])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let first = try start(at: home)
        try #require(first.wait(until: isBrowsing))
        first.send(":record up\r/umerov\r:show-matrix\rQ")
        #expect(first.wait { $0.text.contains("Recorded `up`") })
        first.send(":quit\r")
        #expect(first.waitForEnd() == .exit(0))
        let file = home + "/parley/macros/up"
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == "/umerov<Enter>\n:show-matrix\n")
        let second = try start(at: home)
        try #require(second.wait(until: isBrowsing))
        second.send("\u{1B}OS")
        #expect(second.wait { $0.text.contains("Matrix") && $0.text.contains("2 articles") })
        second.send(":quit\r")
        #expect(second.waitForEnd() == .exit(0))
        let played = try PseudoTerminal(
            Self.binary, ["play", file, "--size", "80x20"],
            environment: Self.environment(home), size: Self.size)
        #expect(played.waitForEnd() == .exit(0))
        #expect(played.screen.text.contains("2 of 5 articles, 3 hidden by the search"))
    }

    /// Text on a terminal that has only ASCII; what goes into a file stays as it is.
    @Test(arguments: [("", true), (" > $HOME/out; cat $HOME/out", false)])
    func `text that is printed on a plain terminal is ASCII`(rest: String, isPlain: Bool) throws {
        let home = try home()
        defer { try? FileManager.default.removeItem(atPath: home) }
        var environment = Self.environment(home)
        environment["LC_ALL"] = "C"
        environment["HOME"] = home
        let shown = try PseudoTerminal(
            "/bin/sh", ["-c", "\"$0\" search kremlin" + rest, Self.binary],
            environment: environment, size: Size(columns: 120, rows: 40))
        #expect(shown.waitForEnd() == .exit(0))
        #expect(shown.screen.text.contains("Kremlin"))
        #expect(shown.output.allSatisfy { $0 < 0x80 } == isPlain)
    }
}
