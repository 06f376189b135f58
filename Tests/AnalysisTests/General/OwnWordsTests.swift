import Foundation
import Testing

@testable import Analysis

/// What one negotiation is about stands in its dossier; the code knows none of its names.
@Suite struct OwnWordsTests {
    @Test func `no name of a bundled dossier stands in the code`() throws {
        let names = try properNames()
        #expect(names.count > 300)
        var found: [String] = []
        for room in ["Analysis", "Archive", "Intake", "Queries"] {
            for (file, literals) in try stringLiterals(room) {
                let words = literals.split { !$0.isLetter }.map { $0.lowercased() }
                for word in Set(words).intersection(names) { found.append("\(file): \(word)") }
            }
        }
        #expect(found.sorted() == [])
    }

    @Test func `a name in a string would be found, one in a comment would not`() {
        let source =
            "/// as in Sotho\nlet a = \"Anna Berg\" + b\nlet c = \"\"\"\n    one\n    two\n    \"\"\"\n"
        let words = literals(in: source).split { !$0.isLetter }
        #expect(words == ["Anna", "Berg", "one", "two"])
    }

    /// English words, offices of the state, networks and agencies met everywhere, seats of
    /// governments and parts of the world: general lists have them for any negotiation.
    private let general: Set = [
        "congress", "democrats", "economist", "focus", "guardian", "independent", "report",
        "republicans", "said", "senate", "telegraph", "treasury",
        "facebook", "telegram", "twitter", "reuters", "tass",
        "bankova", "elysee", "élysée", "kremlin", "pentagon",
        "america", "europe",
    ]

    private let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Names of one word and surnames, longer than three letters.
    private func properNames() throws -> Set<String> {
        var names: [Substring] = []
        for id in ["iran-2015", "ukraine-2025"] {
            let file = root.appending(path: "seeds/dossiers/\(id).toml")
            let dossier = DossierReader.read(Array(try Data(contentsOf: file)), file: id).dossier
            for actor in dossier.participants {
                let all = [actor.name] + actor.aliases.map(\.text) + actor.metonyms
                names += all.compactMap(single)
                if actor.kind == .person { names += actor.name.split(separator: " ").suffix(1) }
            }
            for place in dossier.places {
                names += ([place.name] + place.aliases.map(\.text)).compactMap(single)
            }
            for outlet in dossier.outlets {
                names += ([outlet.name] + outlet.aliases.map(\.text)).compactMap(single)
            }
        }
        let long = names.filter { $0.count > 3 && $0.first?.isUppercase == true }
        return Set(long.map { $0.lowercased() }).subtracting(general)
    }

    private func single(_ name: String) -> Substring? {
        name.contains(" ") ? nil : name[...]
    }

    /// Lists of first names, of all states with their adjectives and of media of the world: for
    /// any negotiation, so that names of a dossier are among them by chance.
    private let lists = ["GivenNames.swift", "Nations.swift", "OutletNames.swift"]

    /// The string literals of each file of a room.
    private func stringLiterals(_ room: String) throws -> [(file: String, text: String)] {
        let folder = root.appending(path: "Sources/\(room)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { path in
            path.hasSuffix(".swift") && !lists.contains { path.hasSuffix($0) }
        }
        .map { path in
            let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            return (path, literals(in: source))
        }
    }

    /// What stands between quotation marks, outside of comments.
    private func literals(in source: String) -> String {
        var text: [Substring] = []
        var isInside = false
        for line in source.split(separator: "\n") {
            let bare = line.drop { $0 == " " }
            if bare.hasPrefix("//") { continue }
            let parts = line.split(separator: "\"\"\"", omittingEmptySubsequences: false)
            if parts.count > 1 {
                isInside.toggle()
            } else if isInside {
                text.append(bare)
            } else {
                let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
                text += pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            }
        }
        return text.joined(separator: "\n")
    }
}
