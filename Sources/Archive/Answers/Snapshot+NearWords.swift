import Analysis
import GRDB
import Queries

extension Snapshot {
    /// Words of the corpus that begin with the same letter as a word and are spelled almost like
    /// it: of the fewest slips, then of the most articles, one of each stem. None where some
    /// article has the word or a form of it, for several words, and for numbers, which are never
    /// slips of each other.
    mutating func nearWords(to typed: String, limit: Int) throws -> [NearWord] {
        let words = WordScanner.words(in: typed)
        guard words.count == 1, !words[0].contains(where: \.isNumber),
            try articleCount(of: typed) == 0
        else { return [] }
        var near: [(found: NearWord, slips: Int)] = []
        for (term, slips) in try terms(like: words[0]).prefix(Snapshot.mostNear) {
            let count = try articleCount(of: term)
            if count > 0 { near.append((NearWord(word: term, articleCount: count), slips)) }
        }
        near.sort {
            ($0.slips, -$0.found.articleCount, $0.found.word)
                < ($1.slips, -$1.found.articleCount, $1.found.word)
        }
        return near.prefix(limit).map(\.found)
    }

    private mutating func articleCount(of word: String) throws -> Int {
        try rows(.word(word)).count
    }

    /// So many are counted, the nearest.
    private static let mostNear = 12

    /// The nearest first; of one stem the nearest.
    private func terms(like word: String) throws -> [(term: String, slips: Int)] {
        let letters = Array(word.unicodeScalars)
        guard let first = letters.first else { return [] }
        var near: [(term: String, stem: String, slips: Int)] = []
        // No word holds the last scalar of all, which is no character.
        try db.step(
            "SELECT term, stem FROM term WHERE term >= ? AND term < ?",
            [String(first), String(first) + "\u{10FFFF}"]
        ) { row in
            guard let term = Database.text(row, 0),
                let slips = Spelling.typed(letters, for: Array(term.unicodeScalars))
            else { return }
            near.append((term, Database.text(row, 1) ?? term, slips))
        }
        near.sort { ($0.slips, $0.term) < ($1.slips, $1.term) }
        var stems: Set<String> = []
        return near.filter { stems.insert($0.stem).inserted }.map { ($0.term, $0.slips) }
    }
}
