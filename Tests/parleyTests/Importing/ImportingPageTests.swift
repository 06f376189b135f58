import Foundation
import TestSupport
import Testing

/// `docs/importing.md`, typed command by command into the built program.
@Suite(.serialized) struct `The page on importing` {
    private static let page: DocumentedPage = {
        let file = `House rules`.root.appending(path: "docs/importing.md")
        return DocumentedPage((try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }()
    private static let headings = page.sections.filter { !$0.commands.isEmpty }.map(\.heading)

    /// What is shown by the commands whose output is not on the page, by their beginnings.
    private static let shown: [(command: String, shows: [String])] = [
        ("parley import downloads/", ["2 articles added, 0 unchanged, 0 updated\n"]),
        ("parley import story.txt --outlet", ["1 article added, 0 unchanged, 0 updated\n"]),
        ("cat story.md | parley import -", ["1 article added, 0 unchanged, 0 updated\n"]),
        ("parley extract page.html | less", [#"{"title":"Tide tables","#]),
        ("parley import saved-pages/", ["2 articles added, 0 unchanged, 0 updated\n"]),
        ("parley extract page.html", []),
        (
            "ls saved-pages/*.html | parley extract --lines",
            [#"{"title":"Lock opens","#, "}\n{\"title\":\"Mill sold\","]
        ),
        ("parley import https://quay.example/2025", ["1 article added, 0 unchanged, 0 updated\n"]),
        (
            "parley import https://quay.example/feed.xml",
            ["1 article added, 0 unchanged, 0 updated, 1 feed added to the list\n"]
        ),
        (
            "parley import subscriptions.opml && parley fetch",
            ["The Quay: 1 new of 2\n1 feed asked, 1 new article, 0 updated, 0 unchanged\n"]
        ),
        (
            "parley fetch --pages ",
            ["The Quay: 1 new of 3\n", "1 new article, 3 updated, 0 unchanged, 3 pages read\n"]
        ),
        (
            "parley fetch --pages --earlier 500",
            ["The Quay: 1 new of 4\n", "1 new article, 1 updated, 0 unchanged, 1 page read\n"]
        ),
        (
            "parley fetch --json | jq", [#""title": "The Quay""#, #""status": "renewed""#]
        ),
        ("parley search is:unread", ["News of the eel", "News of the pike"]),
        ("parley list feeds", ["https://quay.example/feed.xml  The Quay"]),
        (
            "parley remove --feed",
            ["https://quay.example/feed.xml: taken out of the list; its articles stay.\n"]
        ),
        (
            "parley watch articles/ --remove",
            ["removed /home/ann/articles/crane.md: Crane mended\n"]
        ),
        (
            "parley watch articles/ --json",
            [#"{"event":"added","path":"/home/ann/articles/fog.md","id":""#]
        ),
        ("parley show 3cb929f2 --history --html > edits.html", []),
        ("parley show parley:history/3cb929f2 --json", [#""cut":["two weeks"]"#]),
    ]

    /// With the times of one minute: those of a page are of the day on which it was written. Without
    /// what a machine that is busy with other things says of an import of more than ten seconds.
    private static func timeless(_ text: String) -> String {
        text.replacing(#/\d{4}-\d\d-\d\d \d\d:\d\d UTC/#, with: "2025-12-02 08:00 UTC")
            .replacing(#/Read \d+ articles?, \d+ a second[^\n]*\n/#, with: "")
    }

    /// jq belongs to no one; where it is missing, what it makes of an answer is not looked at.
    private static let hasJQ = FileManager.default.isExecutableFile(atPath: "/usr/bin/jq")

    @Test(arguments: headings)
    func `each command does what is shown of it`(heading: String) throws {
        let section = try #require(Self.page.sections.first { $0.heading == heading })
        let web = TLSIdentity.isThere ? try ImportingFiles.web() : nil
        let shell = try Shell(files: ImportingFiles.files(of: section), web: web)
        for command in section.commands {
            if command.line.contains("https:") && web == nil { continue }
            if command.line.contains("| jq") && !Self.hasJQ { continue }
            let outcome =
                command.line.hasPrefix("parley watch")
                ? try shell.watch(
                    command.line, ImportingFiles.deeds(for: command.line, in: shell))
                : try shell.run(command.line)
            #expect(outcome.status == command.status, "\(command.line): \(outcome.shown)")
            if let output = command.output {
                #expect(Self.timeless(outcome.shown) == Self.timeless(output), "\(command.line)")
                continue
            }
            let known = Self.shown.filter { command.line.hasPrefix($0.command) }
                .max { $0.command.count < $1.command.count }
            for words in try #require(known, "what does \(command.line) show?").shows {
                #expect(outcome.shown.contains(words), "\(command.line): \(outcome.shown)")
            }
        }
    }

    /// What a page shows in JSON is broken into lines between words.
    @Test func `what is made of a page is what the page shows`() throws {
        let section = try #require(Self.page.sections.first { $0.samples["html"] != nil })
        let shell = try Shell(files: ImportingFiles.files(of: section), web: nil)
        let made = try shell.run("parley extract page.html").shown
        let shown = try #require(section.samples["json"]).replacing(#/\n +/#, with: " ")
        let object = { (text: String) in
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
        }
        #expect(try object(made) == object(shown))
    }

    @Test(.enabled(if: TLSIdentity.isThere, "libssl, which the server's side needs, is missing"))
    func `what is typed in the browser does the same`() throws {
        let section = try #require(Self.page.sections.first { $0.heading == "Addresses" })
        let typed = section.codes.filter { $0.hasPrefix(":") }
        #expect(typed.count == 3)
        let shell = try Shell(
            files: ImportingFiles.files(of: section), web: try ImportingFiles.web())
        #expect(try shell.run("parley import subscriptions.opml").status == 0)
        let shows = [
            "1 article added, 0 unchanged, 0 updated", "1 feed asked, 1 new article",
            "1 feed asked, 1 new article, 2 updated, 0 unchanged, 2 pages read",
        ]
        for (line, shows) in zip(typed, shows) {
            let screen = try shell.run("parley play - --size 160x20", input: line + "\n")
            #expect(screen.status == 0)
            #expect(screen.shown.contains(shows), "\(line): \(screen.shown)")
        }
    }

    /// The kinds of the outside world, each with a command or an example of its own.
    @Test func `every kind has a section with a command`() {
        let expected = [
            "Importing", "Text and Markdown", "Pages", "Feeds", "Addresses", "Lists of feeds",
            "Web archives", "JSON Lines and JSON arrays", "A folder that changes",
            "The same article again", "Encodings", "What is not read yet",
        ]
        #expect(Self.headings == expected)
    }
}
