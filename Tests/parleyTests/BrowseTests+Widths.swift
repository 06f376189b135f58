import Foundation
import Glibc
import Screens
import TestSupport
import Testing

// What is drawn, as another program sees it: tmux has its own table of widths.

extension BrowseTests {
    private static let tmux = "/usr/bin/tmux"

    private static let article = """
        ---
        title: "日本語の見出し：交渉は続く 👩‍👩‍👧‍👦 e\u{301}te\u{301} Переговоры שלום"
        outlet: 新聞社
        published: 2031-03-04
        ---

        日本の特使は月曜日に港で会談した。Переговоры на пристани идут третий день, сообщил посол.

        An envoy said “e\u{301}\u{323} ẍ\u{302}” and 👍🏽 ❤\u{FE0F} 🇺🇦. עברית וערבית العربية stand among Latin \
        letters. Ｆｕｌｌ ｗｉｄｔｈ ½ ™ ①②.

        นี่คือภาษาไทย กำลังเจรจา. हिन्दी में वार्ता जारी है। 한국어 협상 계속.
        """

    /// Runs tmux, whose server is known by `name`, and returns what it says.
    @discardableResult
    private func tmux(_ name: String, _ words: [String], home: String) throws -> [String] {
        let run = try PseudoTerminal(
            Self.tmux, ["-u", "-f", "/dev/null", "-L", name] + words,
            environment: Self.environment(home), size: Size(columns: 200, rows: 60))
        #expect(run.waitForEnd() == .exit(0))
        return run.screen.rows
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: tmux)),
        arguments: [(80, 24, ""), (120, 40, ""), (80, 24, "\r"), (120, 40, "\r")])
    func `text of every script stands where tmux draws it`(
        columns: Int, rows: Int, key: String
    ) throws {
        let home = NSTemporaryDirectory() + "parley-widths-\(UUID().uuidString)"
        let name = "parley-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: home + "/parley", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        try Data("resume = false\n".utf8).write(to: URL(filePath: home + "/parley/settings.toml"))
        try Data(Self.article.utf8).write(to: URL(filePath: home + "/article.md"))
        let archive = home + "/a.sqlite"
        let added = try PseudoTerminal(
            Self.binary, ["import", "--archive", archive, home + "/article.md"],
            environment: Self.environment(home), size: Self.size)
        try #require(added.waitForEnd(seconds: 60) == .exit(0))

        var environment = Self.environment(home)
        environment["TERM"] = "tmux-256color"
        let ours = try PseudoTerminal(
            Self.binary, ["--archive", archive], environment: environment,
            size: Size(columns: columns, rows: rows))
        let ends = key.isEmpty ? "q quit" : "q back"
        try #require(ours.wait { $0.text.contains("q quit") && $0.text.contains("語の見出し") })
        ours.send(key)
        try #require(ours.wait { $0.text.contains(ends) })
        ours.settle()

        let size = ["-x", "\(columns)", "-y", "\(rows)"]
        try tmux(
            name, ["new-session", "-d"] + size + [Self.binary, "--archive", archive], home: home)
        defer { _ = try? tmux(name, ["kill-server"], home: home) }
        var theirs: [String] = []
        func isShown(_ words: String) throws -> Bool {
            let deadline = PseudoTerminal.nanoseconds + 30_000_000_000
            while PseudoTerminal.nanoseconds < deadline {
                theirs = Array(try tmux(name, ["capture-pane", "-p"], home: home).prefix(rows))
                if theirs == ours.screen.rows { return true }
                if theirs.contains(where: { $0.contains(words) }), words != ends { return true }
            }
            return false
        }
        #expect(try isShown("q quit"))
        if !key.isEmpty { try tmux(name, ["send-keys", "Enter"], home: home) }
        #expect(try isShown(ends))
        #expect(theirs == ours.screen.rows)
        ours.signal(SIGTERM)
        #expect(ours.waitForEnd() == .signal(SIGTERM))
    }
}
