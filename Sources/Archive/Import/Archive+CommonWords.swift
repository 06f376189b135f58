import GRDB
import Intake

// Which words are common a sample tells; see `CommonWord`.

extension Archive {
    /// A word is common when one of so many articles has it.
    fileprivate static let commonness = 32
    /// First letters are kept ready where so many words of a sample begin with them: of fewer the
    /// full-text index tells soon enough.
    fileprivate static let leastWordsOfStart = 10
    /// Words whose articles are looked up in one reading: what is held in memory.
    private static let batchSize = 64

    /// Keeps the articles of common words ready, if more than a 32nd of the archive has changed since
    /// that was last done: what has changed is looked for in the index at each letter. Of `fewest`
    /// articles or less the full-text index tells soon enough.
    func keepCommonWords(aboveCount fewest: Int = 4 * Segment.rowCount) async throws {
        guard try await read({ try Archive.lacksCommonWords($0.db, fewest) }) else { return }
        let (words, generation) = try await read { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [])
            return (try snapshot.commonWords(), snapshot.index.generation)
        }
        for start in stride(from: 0, to: words.count, by: Archive.batchSize) {
            try Task.checkCancellation()
            let batch = words[start..<min(start + Archive.batchSize, words.count)]
            try await read { snapshot in
                try snapshot.index.refresh(snapshot.db, columns: [])
                for name in batch { try snapshot.keep(name, stamp: "\(generation)") }
            }
        }
        try await write { db in
            try CommonWord.forget(before: "\(generation)", db)
            try Setting.commonWordsGeneration.set(generation, db)
        }
    }

    private static func lacksCommonWords(_ db: Database, _ fewest: Int) throws -> Bool {
        let articles = try Int.fetchOne(db, sql: "SELECT coalesce(max(row), 0) FROM article") ?? 0
        guard articles > fewest else { return false }
        let changed = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM segment WHERE generation > ?",
            arguments: [try Setting.commonWordsGeneration.integer(db)])
        return 32 * (changed ?? 0) * Segment.rowCount > articles
    }
}

extension Snapshot {
    fileprivate func commonWords() throws -> [String] {
        let texts = try sampledTexts()
        var counts: [String: Int] = [:]
        var words: [String: Set<String>] = [:]
        for text in texts {
            let own = Set(WordScanner.words(in: text.string))
            for word in own { counts[word, default: 0] += 1 }
            for (start, some) in Dictionary(grouping: own, by: CommonWord.start) {
                guard let start else { continue }
                let name = MatchExpression.name(ofBeginning: start)
                counts[name, default: 0] += 1
                words[name, default: []].formUnion(some)
            }
        }
        return counts.filter { name, count in
            Archive.commonness * count >= texts.count
                && words[name].map { $0.count >= Archive.leastWordsOfStart } ?? true
        }.map(\.key).sorted()
    }

    fileprivate mutating func keep(_ name: String, stamp: String) throws {
        var rows = index.empty
        try add([MatchExpression(named: name)], to: &rows)
        let kept = CommonWord(epoch: index.epoch, generations: index.generations, rows: rows)
        newlyDerived[CommonWord.name(of: name)] = Derived(stamp: stamp, data: kept.bytes)
    }
}
