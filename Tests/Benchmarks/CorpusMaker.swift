import Foundation

/// Makes a news-like corpus of any size as JSON Lines, always the same for the same size.
///
/// Real sentences of the bundled digests are mixed with sentences of invented words whose
/// frequencies follow Zipf's law (exponent 1.07) over a vocabulary that grows as Heaps' law has it,
/// so that an index of it is as hard to build and to search as one of real news.
struct CorpusMaker {
    /// Sentences that name actors, points and outlets of the bundled dossier.
    let sentences: [String]
    private var random: SplitMix

    init(seedFolder: URL) throws {
        var found: [String] = []
        let files = try FileManager.default.contentsOfDirectory(
            at: seedFolder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path })
        where file.pathExtension == "md" && file.lastPathComponent != "README.md" {
            let body = try String(contentsOf: file, encoding: .utf8).split(separator: "---")
            let lines = (body.last ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
            found += lines.flatMap { $0.split(separator: ". ") }.map { "\($0)." }
        }
        sentences = found.map { $0.replacing("..", with: ".") }
        random = SplitMix(state: 1)
    }

    private static let outlets = [
        "Reuters", "Associated Press", "The Moscow Times", "Politico", "Axios", "Le Monde", "TASS",
        "The Guardian", "Kyiv Independent", "Bloomberg", "Der Spiegel", "The Washington Post",
    ]

    /// Writes `count` articles of about 4,000 bytes each to `file`.
    mutating func write(_ count: Int, to file: URL) throws {
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var chunk = Data()
        for number in 0..<count {
            chunk.append(try JSONEncoder().encode(article(number)))
            chunk.append(UInt8(ascii: "\n"))
            if chunk.count > 1 << 22 {
                try handle.write(contentsOf: chunk)
                chunk.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: chunk)
    }

    private struct Line: Encodable {
        var id: String
        var title: String
        var outlet: String
        var published: String
        var text: String
    }

    private mutating func article(_ number: Int) -> Line {
        let day = Int(random.next() % 360)
        let month = day / 30 + 1
        let vocabulary = 2_000 + Int(pow(Double(number + 1), 0.6) * 60)
        var paragraphs: [String] = []
        for _ in 0..<(8 + Int(random.next() % 5)) {
            let parts = (0..<3).map { _ in sentence(vocabulary) }
            paragraphs.append(parts.joined(separator: " "))
        }
        return Line(
            id: "made-\(number)", title: String(sentence(vocabulary).prefix(70)),
            outlet: CorpusMaker.outlets[Int(random.next() % UInt64(CorpusMaker.outlets.count))],
            published: "2025-\(two(month))-\(two(day % 28 + 1))",
            text: paragraphs.joined(separator: "\n\n"))
    }

    private mutating func sentence(_ vocabulary: Int) -> String {
        if random.next() % 3 == 0 {
            return sentences[Int(random.next() % UInt64(sentences.count))]
        }
        let words = (0..<(10 + Int(random.next() % 14))).map { _ in word(vocabulary) }
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// A word by its Zipf rank, spelled in syllables so that equal ranks are equal words.
    private mutating func word(_ vocabulary: Int) -> String {
        let uniform = Double(random.next() >> 11) / Double(1 << 53)
        var rank = Int(pow(Double(vocabulary), uniform)) * 7 + Int(random.next() % 7)
        let consonants = Array("bdfgklmnprstvz")
        let vowels = Array("aeiou")
        var text = ""
        repeat {
            text.append(consonants[rank % consonants.count])
            rank /= consonants.count
            text.append(vowels[rank % vowels.count])
            rank /= vowels.count
        } while rank > 0 && text.count < 12
        return text
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
