import Foundation
import Screens
import TestSupport

/// A program in a terminal, and the keys it is measured by.
struct TerminalProgram {
    var name: String
    /// Run by `sh -c`.
    var command: String
    var folder: URL
    /// Pressed before it is measured.
    var before = ""
    /// Goes one row down.
    var down = "j"

    func start() throws -> PseudoTerminal {
        let environment = [
            "HOME": folder.path, "XDG_DATA_HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
            "XDG_STATE_HOME": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
        return try PseudoTerminal(
            "/bin/sh", ["-c", "exec " + command], environment: environment,
            size: Size(columns: 120, rows: 40))
    }

    static func parley(_ binary: String, archive: String, _ folder: URL) -> TerminalProgram {
        let binary = URL(filePath: binary).path
        return TerminalProgram(
            name: "parley", command: "'\(binary)' --archive '\(archive)'", folder: folder,
            before: "4")
    }
}

/// Programs that people know, with the same titles in them.
enum Peers {
    private static let packages = ["fzf", "tig", "newsboat", "nnn", "w3m", "git"]

    /// Installs what is missing, where there is apt and the right to; the others are left out.
    static func install() throws {
        let missing = try packages.filter { try !isThere($0) }
        guard !missing.isEmpty else { return }
        print("installing \(missing.joined(separator: " ")) to measure beside")
        _ = try Child.run([
            "sh", "-c",
            "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "
                + missing.joined(separator: " "),
        ])
    }

    private static func isThere(_ name: String) throws -> Bool {
        try Child.run(["sh", "-c", "command -v \(name)"]).status == 0
    }

    static func all(_ titles: [String], _ folder: URL) throws -> [TerminalProgram] {
        let folder = folder.appending(path: "peers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try [
            cat(folder), fzf(titles, folder), tig(titles, folder), newsboat(titles, folder),
            nnn(titles, folder), w3m(titles, folder),
        ].filter { try isThere($0.name) }
    }

    /// Gives back what is pressed: what the machine takes to bring a key there and an answer here.
    private static func cat(_ folder: URL) -> TerminalProgram {
        TerminalProgram(
            name: "cat", command: "sh -c 'stty raw -echo && printf . && exec cat'", folder: folder)
    }

    private static func fzf(_ titles: [String], _ folder: URL) throws -> TerminalProgram {
        let file = folder.appending(path: "titles")
        try Data((titles.joined(separator: "\n") + "\n").utf8).write(to: file)
        return TerminalProgram(
            name: "fzf", command: "fzf --layout=reverse < '\(file.path)'", folder: folder,
            down: "\u{1B}[B")
    }

    /// A commit a title.
    private static func tig(_ titles: [String], _ folder: URL) throws -> TerminalProgram {
        let repository = folder.appending(path: "repository")
        var stream = ""
        for (number, title) in titles.reversed().enumerated() {
            stream +=
                "commit refs/heads/main\ncommitter A <a@example.org> \(number) +0000\n"
                + "data \(title.utf8.count)\n\(title)\n"
        }
        stream += "done\n"
        let file = folder.appending(path: "stream")
        try Data(stream.utf8).write(to: file)
        _ = try Child.run([
            "sh", "-c",
            "git init -q -b main '\(repository.path)' && cd '\(repository.path)' "
                + "&& git fast-import --quiet --done < '\(file.path)'",
        ])
        return TerminalProgram(name: "tig", command: "tig -C '\(repository.path)'", folder: folder)
    }

    /// A feed with an item a title, at most 20,000: its list is read in once, before.
    private static func newsboat(_ titles: [String], _ folder: URL) throws -> TerminalProgram {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        }
        var feed = "<rss version=\"2.0\"><channel><title>titles</title>"
        for (number, title) in titles.prefix(20_000).enumerated() {
            feed +=
                "<item><title>\(escaped(title))</title>"
                + "<link>https://x.example/\(number)</link></item>\n"
        }
        let file = folder.appending(path: "feed.xml")
        try Data((feed + "</channel></rss>\n").utf8).write(to: file)
        let urls = folder.appending(path: "urls")
        try Data("file://\(file.path)\n".utf8).write(to: urls)
        let command =
            "newsboat -u '\(urls.path)' -c '\(folder.path)/newsboat.db' -C /dev/null"
        _ = try? Child.run(["env", "HOME=\(folder.path)", "sh", "-c", command + " -x reload"])
        return TerminalProgram(
            name: "newsboat", command: command, folder: folder, before: "\r",
            down: "\u{1B}OB")
    }

    /// An empty file a title.
    private static func nnn(_ titles: [String], _ folder: URL) throws -> TerminalProgram {
        let files = folder.appending(path: "files")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for (number, title) in titles.enumerated() {
            let name = title.prefix(60).replacing("/", with: "-")
            _ = FileManager.default.createFile(
                atPath: files.path + "/\(name) \(number)", contents: nil)
        }
        return TerminalProgram(name: "nnn", command: "nnn '\(files.path)'", folder: folder)
    }

    /// A page with a link a title.
    private static func w3m(_ titles: [String], _ folder: URL) throws -> TerminalProgram {
        let page = folder.appending(path: "titles.html")
        let rows = titles.map { "<a href=\"#\">" + $0.replacing("<", with: "&lt;") + "</a><br>" }
        try Data("<html><body>\(rows.joined(separator: "\n"))".utf8).write(to: page)
        return TerminalProgram(name: "w3m", command: "w3m '\(page.path)'", folder: folder)
    }
}
