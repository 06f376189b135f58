import GRDB

/// The articles of a word that many use, kept ready: the full-text index takes 0.1 µs to step from
/// one article to the next, more than a frame for a word of nine in ten of 100,000. Likewise those
/// of the first letters of many words, each of which stands elsewhere in the index.
///
/// It carries the generations of the segments that it was made from. What has changed since is left
/// to the full-text index, segment by segment, so nothing that stores articles needs to know of it.
struct CommonWord: Equatable, Sendable {
    /// Raised with every change of how it is packed, and of how texts are cut into words.
    static let format = 1

    /// Letters that words are kept ready by, one more than `word_start` has.
    static let startLength = WordStart.longest + 1

    /// Of the archive: when it begins anew, generations say nothing.
    var epoch: Int
    /// Of each segment, by its number.
    var generations: [Int]
    var rows: RowSet

    /// Runs of rows whose segments are others now; all of them where nothing is as it was.
    func changed(since current: [Int]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for number in current.indices where !isCurrent(number, current) {
            let rows = number * Segment.rowCount..<(number + 1) * Segment.rowCount
            if let last = runs.last, last.upperBound == rows.lowerBound {
                runs[runs.count - 1] = last.lowerBound..<rows.upperBound
            } else {
                runs.append(rows)
            }
        }
        return runs
    }

    /// Without the rows of segments that are others now, among rows below `limit`.
    func rows(asOf current: [Int], limit: Int) -> RowSet {
        var kept = rows.fitted(to: limit)
        for number in current.indices where !isCurrent(number, current) {
            kept.clear(segment: number)
        }
        return kept
    }

    private func isCurrent(_ number: Int, _ current: [Int]) -> Bool {
        number < generations.count && generations[number] == current[number]
    }

    // MARK: Bytes

    var bytes: [UInt8] {
        var blob = BlobWriter()
        blob.number(CommonWord.format)
        blob.number(epoch)
        blob.list(generations) { $0.signed($1) }
        blob.rest(rows.bytes)
        return blob.bytes
    }

    init(epoch: Int, generations: [Int], rows: RowSet) {
        (self.epoch, self.generations, self.rows) = (epoch, generations, rows)
    }

    /// Nil for those of another format; throws `MalformedBlob` when `bytes` are not whole.
    init?(bytes: [UInt8]) throws {
        var blob = BlobReader(bytes)
        guard try blob.number() == CommonWord.format else { return nil }
        epoch = try blob.number()
        generations = try blob.list { try $0.signed() }
        let packed = Array(blob.rest())
        guard let rows = RowSet(bytes: packed, limit: packed.count * 8)
        else { throw MalformedBlob(offset: 0) }
        self.rows = rows
    }
}

extension CommonWord {
    /// The first letters of a folded word; nil of one that has no more.
    static func start(of word: String) -> String? {
        guard word.unicodeScalars.count > startLength else { return nil }
        return String(String.UnicodeScalarView(word.unicodeScalars.prefix(startLength)))
    }

    private static let prefix = "word "

    /// What it goes by in the table `derived`; `word` is the name of a `MatchExpression`.
    static func name(of word: String) -> String { prefix + word }

    /// The names of the expressions whose articles are kept ready, in order.
    static func kept(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM derived WHERE \(isWord) ORDER BY name")
            .map { String($0.dropFirst(prefix.count)) }
    }

    /// Forgets those that were kept before `stamp`.
    static func forget(before stamp: String, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM derived WHERE \(isWord) AND stamp <> ?", arguments: [stamp])
    }

    /// No word holds a blank, which comes before all that words hold.
    private static let isWord = "name > '\(prefix)' AND name < 'word!'"
}
