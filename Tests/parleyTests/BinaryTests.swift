import Foundation
import Testing

@testable import parley

/// The built program from outside: what scripts and people rely on.
struct `The program` {
    /// A copy of the binary in a folder of its own, so that nothing is found by a build path.
    final class Copy: Sendable {
        let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory
                .appending(path: "parley-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            let binary = products.appending(path: "parley")
            // Copied by another process: a file that this one has open for writing would stay open
            // in a program that another test starts meanwhile, and could not be run.
            let copying = Process()
            copying.executableURL = URL(filePath: "/bin/cp")
            copying.arguments = [binary.path, folder.appending(path: "parley").path]
            try copying.run()
            copying.waitUntilExit()
            #expect(copying.terminationStatus == 0)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        struct Outcome {
            var status: Int32
            var output: String
            var errors: String
        }

        /// Runs the copy in its folder with nothing of our environment but the path.
        func run(
            _ arguments: [String], input: String = "", environment: [String: String] = [:]
        ) throws -> Outcome {
            let process = Process()
            process.executableURL = folder.appending(path: "parley")
            process.arguments = arguments
            process.currentDirectoryURL = folder
            let standard = [
                "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
            ]
            process.environment = standard.merging(environment) { $1 }
            let output = folder.appending(path: "out-\(UUID().uuidString)")
            let errors = folder.appending(path: "err-\(UUID().uuidString)")
            for file in [output, errors] {
                _ = FileManager.default.createFile(atPath: file.path, contents: nil)
            }
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: errors)
            let feed = Pipe()
            process.standardInput = feed
            try process.run()
            feed.fileHandleForWriting.write(Data(input.utf8))
            try feed.fileHandleForWriting.close()
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus,
                output: try String(contentsOf: output, encoding: .utf8),
                errors: try String(contentsOf: errors, encoding: .utf8))
        }
    }

    @Test func `a copied binary brings its corpus and prints the overview into a pipe`() throws {
        let outcome = try Copy().run([])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("Peace talks on Ukraine"))
        #expect(outcome.output.contains("The Moscow Times"))
        #expect(outcome.output.contains("retold"))
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test func `importing twice changes nothing, and what is not stated stays unknown`() throws {
        let copy = try Copy()
        let story = "Two envoys met on Monday. They spoke for five hours about a ceasefire."
        try story.write(
            to: copy.folder.appending(path: "story.txt"), atomically: true, encoding: .utf8)
        let arguments = ["import", "story.txt", "--archive", "a.sqlite", "--json"]
        #expect(try copy.run(arguments).output.contains(#""added":1,"unchanged":0"#))
        #expect(try copy.run(arguments).output.contains(#""added":0,"unchanged":1"#))
        let list = try copy.run(["list", "articles", "--json", "--archive", "a.sqlite"])
        #expect(list.output.contains(#""published":null,"outlet":null"#))
    }

    @Test func `bad files are named, the rest goes on, and the status says so`() throws {
        let copy = try Copy()
        let texts = ["good.txt": "Talks ended on Tuesday without a deal.", "empty.txt": ""]
        for (name, text) in texts {
            try text.write(
                to: copy.folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try Data([0x50, 0x4B, 0, 3, 4, 0, 0]).write(to: copy.folder.appending(path: "binary.txt"))
        let outcome = try copy.run([
            "import", "empty.txt", "binary.txt", "missing.txt", "good.txt", "--archive", "a.sqlite",
        ])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("1 article added"))
        for name in ["empty.txt", "binary.txt", "missing.txt"] {
            #expect(outcome.errors.contains(name))
        }
        #expect(!outcome.errors.contains("good.txt"))
    }

    @Test func `near copies are listed as groups with the ids they came under`() throws {
        let copy = try Copy()
        let words = ["envoy", "river", "quota", "hall", "draft", "border", "clause", "vote"]
        let report = (0..<60).map { number in
            "The \(words[number % 8]) of day \(number * 7) met the \(words[number * 3 % 7]) "
                + "in room \(number * number) about the \(words[number / 8])."
        }.joined(separator: " ")
        let texts = [
            ("wire", report), ("paper", report + " A paper added this line."),
            ("other", "Ministers spoke of fish quotas and of nothing else on Friday evening."),
        ]
        let lines = texts.map { #"{"id":"\#($0.0)","outlet":"\#($0.0)","text":"\#($0.1)"}"# }
            .joined(separator: "\n")
        try lines.write(
            to: copy.folder.appending(path: "c.jsonl"), atomically: true, encoding: .utf8)
        #expect(try copy.run(["import", "c.jsonl", "--archive", "a.sqlite"]).status == 0)
        let outcome = try copy.run(["list", "copies", "--json", "--archive", "a.sqlite"])
        let groups = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        #expect(groups.count == 1)
        let articles = try #require(groups.first?["articles"] as? [[String: String]])
        #expect(Set(articles.compactMap { $0["externalId"] }) == ["wire", "paper"])
        let similarity = try #require(groups.first?["similarity"] as? Double)
        #expect(similarity > 0.5 && similarity <= 1)
    }

    @Test(arguments: [
        ["frobnicate"], ["list", "nonsense"], ["compare", "one"], ["import"], ["--no-such-option"],
        ["show", "parley:nowhere"],
    ])
    func `wrong usage ends with 2 and says what is wrong`(arguments: [String]) throws {
        let outcome = try Copy().run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        (["search", "-nato"], true), (["remove", "-nato"], true), (["import", "-x.txt"], true),
        (["import", "-"], false), (["compare", "one"], false), (["search"], false),
    ])
    func `a word that was taken for an option is told of`(arguments: [String], isTold: Bool) throws
    {
        let outcome = try Copy().run(arguments, input: "")
        #expect(outcome.errors.contains("stand last, behind --: -- -") == isTold)
    }

    @Test func `analyze keeps in step with its lines and every offset is exact`() throws {
        let line =
            #"{"text":"Київ agreed. “We want peace,” Rustem Umerov said.","published":"2025-12-02"}"#
        let outcome = try Copy().run(["analyze", "--lines"], input: line + "\nmissing.txt\n")
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix(#"{"error":"#) == true)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        let article = try #require(document["article"] as? [String: Any])
        let text = Array(try #require(article["text"] as? String).unicodeScalars)
        let sentences = try #require(document["sentences"] as? [[String: Any]])
        #expect(sentences.count == 2)
        for sentence in sentences {
            let start = try #require(sentence["start"] as? Int)
            let end = try #require(sentence["end"] as? Int)
            var shown = String.UnicodeScalarView()
            shown.append(contentsOf: text[start..<end])
            #expect(String(shown) == sentence["text"] as? String)
        }
    }

    @Test func `a script of keys ends on the screen it leads to`() throws {
        let copy = try Copy()
        let outcome = try copy.run(["play", "-", "--size", "80x24"], input: "4\n/umerov<Enter>\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 25)
        #expect(outcome.output.contains("2 of 5"))
    }

    @Test(arguments: [
        ("/press<Enter>", "1 more has a word that begins so: press* finds it."),
        ("/europe<Enter>", "2 more have words that begin so: europe* finds them."),
        ("/donb<Enter>", "No such word: searching for words that begin so."),
        ("/umerov<Enter>", "Strip "),
    ])
    func `a word that was begun and finds less when it is kept says so`(
        keys: String, words: String
    ) throws {
        let outcome = try Copy().run(["play", "-", "--size", "80x24"], input: "4\n\(keys)\n")
        #expect(outcome.output.contains(words), "\(outcome.output)")
    }

    @Test(arguments: [("don", "5 of 5"), ("donb", "4 of 5"), ("demanded", "2 of 5")])
    func `while a word is typed all that begin so and its forms are found`(
        word: String, words: String
    ) throws {
        let outcome = try Copy().run(["play", "-", "--size", "80x24"], input: "4\n/\(word)\n")
        #expect(outcome.output.contains("/ \(word) ") && outcome.output.contains(words))
    }

    @Test func `lines fed by a pipe browse in lines until they end`() throws {
        let outcome = try Copy().run(
            ["--linear"], input: "0\n\n4\n/umerov<Enter>\nj\n\n:show-matrix\n",
            environment: ["TERM": "dumb"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("parley in lines.") == true)
        for beginning in [
            "Peace talks on Ukraine", "Fact 1 of ", "Compare, ", "/ umerov; 2 of 5 articles",
            "Article 1 of 2: ", "Article 2 of 2: ", "Sentence ", "Matrix, ", "Row 1 of ",
        ] {
            #expect(lines.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
        #expect(outcome.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(lines.allSatisfy { !$0.isEmpty && $0.last != " " })
    }

    @Test func `a name taken in on the screen is in the own dossier and in the findings`() throws {
        let copy = try Copy()
        let story =
            "Ines Cortez, the minister of fisheries, met Putin on Monday. “We agree,” Cortez said."
        try story.write(
            to: copy.folder.appending(path: "story.txt"), atomically: true, encoding: .utf8)
        let archive = ["--archive", "a.sqlite"]
        #expect(try copy.run(["import", "story.txt"] + archive).status == 0)
        #expect(try copy.run(["list", "proposals"] + archive).output.contains("Ines Cortez"))

        let screen = try copy.run(["play", "-"] + archive, input: "P\na\n")
        #expect(screen.output.contains("Ines Cortez is in your dossier"), "\(screen.errors)")
        let file = copy.folder.appending(path: ".config/parley/dossiers/ukraine-2025.toml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("name = \"Ines Cortez\"\nkind = \"person\""))
        #expect(try copy.run(["dossier", "check", file.path]).status == 0)
        #expect(try copy.run(["list", "actors"] + archive).output.contains("ines-cortez"))
        #expect(!(try copy.run(["list", "proposals"] + archive).output.contains("Ines Cortez")))

        let undone = try copy.run(["play", "-"] + archive, input: "P\nu\n")
        #expect(undone.output.contains("Nothing has been decided since the start."))
        try "".write(to: file, atomically: true, encoding: .utf8)
        #expect(try copy.run(["list", "proposals"] + archive).output.contains("Ines Cortez"))
    }

    @Test(arguments: [
        (["HOME": "/nowhere"], "~/.config/parley/settings.toml"),
        (["XDG_CONFIG_HOME": "/nowhere/else"], "/nowhere/else/parley/settings.toml"),
    ])
    func `a settings file that is not there is not said to be right, and where one would be`(
        environment: [String: String], path: String
    ) throws {
        let outcome = try Copy().run(["config", "--check"], environment: environment)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("There is no settings file; \(path) would be it."))
        #expect(outcome.output.contains("parley config --defaults"))
    }

    @Test func `a settings file without mistakes is said to be right`() throws {
        let copy = try Copy()
        let folder = copy.folder.appending(path: ".config/parley")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "mouse = false\n".write(
            to: folder.appending(path: "settings.toml"), atomically: true, encoding: .utf8)
        let outcome = try copy.run(["config", "--check"])
        #expect(outcome.status == 0)
        #expect(outcome.output == "~/.config/parley/settings.toml: nothing is wrong.\n")
    }

    @Test func `the bundled corpus can be taken out and stays out`() throws {
        let copy = try Copy()
        #expect(try copy.run([]).status == 0)
        let removal = try copy.run(["remove", "--bundled", "--yes"])
        #expect(removal.output.contains("5 articles removed"))
        #expect(try copy.run(["list", "articles", "--json"]).output == "[]\n")
    }

    @Test func `a search is kept, listed, asked for and forgotten from the shell`() throws {
        let copy = try Copy()
        #expect(try copy.run([]).status == 0)
        let found = try copy.run(["search", "kushner", "--save", "The envoy"])
        #expect(found.status == 0)
        let list = try copy.run(["list", "searches", "--tsv"]).output
        #expect(list.hasPrefix("name\tquery\tarticles\tunread\nThe envoy\tkushner\t"))
        let ids = ["list", "articles", "--json"]
        let named = try copy.run(ids + ["saved:\"the envoy\""]).output
        #expect(try copy.run(ids + ["kushner"]).output == named)
        #expect(try copy.run(["remove", "--search", "The envoy"]).status == 0)
        #expect(try copy.run(["remove", "--search", "The envoy"]).status == 1)
    }

    @Test(arguments: [
        ["remove", "--yes", "--", "-saved:nobody"], ["list", "articles", "saved:nobody"],
        ["search", "saved:nobody"], ["export", "jsonl", "-o", "-", "--", "-saved:nobody"],
    ])
    func `a kept search that is none is named, and nothing goes for it`(arguments: [String]) throws
    {
        let copy = try Copy()
        #expect(try copy.run([]).status == 0)
        let outcome = try copy.run(arguments)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("no search is kept under that name"))
        #expect(
            try copy.run(["list", "articles", "--tsv"]).output.split(separator: "\n").count == 6)
    }

    @Test func `nothing is removed for a search that rests on a forgotten one, or on itself`()
        throws
    {
        let copy = try Copy()
        for arguments in [
            [], ["search", "kyiv", "--save", "base"], ["search", "saved:base", "--save", "top"],
            ["remove", "--search", "base"],
        ] { #expect(try copy.run(arguments).status == 0) }
        let outcome = try copy.run(["remove", "--yes", "kyiv -saved:top"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("it rests on `saved:base`"))
        #expect(try copy.run(["search", "kyiv", "--save", "base"]).status == 0)
        let circle = try copy.run(["search", "saved:top", "--save", "base"])
        #expect(circle.status == 2 && circle.errors.contains("stands in this search itself"))
        #expect(
            try copy.run(["list", "articles", "--tsv"]).output.split(separator: "\n").count == 6)
    }

    @Test(arguments: [["befor:2025"], ["-"]])
    func `a search that asks for nothing or has mistakes is not kept`(query: [String]) throws {
        let copy = try Copy()
        let outcome = try copy.run(["search", "--save", "x", "--"] + query)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("The search was not kept."))
        #expect(try copy.run(["list", "searches", "--json"]).output == "[]\n")
    }

    @Test func `the second corpus has an archive of its own and comes back when asked`() throws {
        let copy = try Copy()
        #expect(try copy.run([]).output.hasPrefix("Peace talks on Ukraine\nArticles: 5"))
        let second = ["--dossier", "iran-2015"]
        let overview = try copy.run(second).output
        #expect(overview.hasPrefix("Talks on Iran's nuclear programme\nArticles: 8"))
        #expect(try copy.run(["remove", "--bundled", "--yes"] + second).status == 0)
        let back = try copy.run(["import", "--bundled"] + second)
        #expect(back.output == "8 articles added, 0 unchanged, 0 updated\n")
        #expect(try copy.run([]).output.hasPrefix("Peace talks on Ukraine\nArticles: 5"))
        #expect(try copy.run(["import"] + second).status == 2)
    }

    @Test(arguments: [["list", "articles"], ["check"], ["import", "-"], []])
    func `a folder is no archive, and that is said`(arguments: [String]) throws {
        let copy = try Copy()
        let folder = copy.folder.appending(path: "dir.sqlite")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let outcome = try copy.run(arguments + ["--archive", "dir.sqlite"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("dir.sqlite: is no archive of parley. Give another path"))
    }

    @Test func `an export goes where a link points and into what is no file`() throws {
        let copy = try Copy()
        let (link, target) = (copy.folder.path + "/link", copy.folder.path + "/target")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(try copy.run(["export", "jsonl", "-o", "link"]).status == 0)
        let written = try String(contentsOfFile: target, encoding: .utf8)
        #expect(written.split(separator: "\n").count == 5)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        let device = try copy.run(["export", "jsonl", "-o", "/dev/fd/1"])
        #expect(device.output.hasPrefix(written))
    }

    @Test func `a table shows no marks that would turn text round`() throws {
        let copy = try Copy()
        let line = #"{"title":"A \u202Eb","text":"Kyiv agreed to the plan.","outlet":"X"}"#
        #expect(try copy.run(["import", "-", "--archive", "a.sqlite"], input: line).status == 0)
        let table = try copy.run(["list", "articles", "--archive", "a.sqlite"]).output
        #expect(table.contains("A \u{FFFD}b") && !table.contains("\u{202E}"))
    }
}
