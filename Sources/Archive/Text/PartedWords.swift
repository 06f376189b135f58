import Analysis
import GRDB
import Queries

/// Texts in which the full-text index sees other words than a pattern does: a soft hyphen within a
/// word parts it for the index, and a pattern passes over it. They are few. What the index says
/// narrows no search for a pattern among them, so `word_start` lists them under a key of its own.
enum PartedWords {
    /// The key, which no beginning of a word has.
    static let key = -1

    /// Whether something that patterns pass over stands between two letters that `RequiredRuns`
    /// tells. `bytes` is valid UTF-8.
    static func occur(in bytes: [UInt8]) -> Bool {
        /// Of the last scalar that is seen, where it is not ASCII.
        var isTold = false
        /// Something is passed over behind a letter.
        var isPending = false
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                if isPending, WordScanner.folded(ascii: byte) != 0 { return true }
                isPending = false
                at += 1
                continue
            }
            let (scalar, length) = WordScanner.decode(bytes, at: at)
            if let plain = Folding.plain(scalar, keepsCase: false) {
                isTold = RequiredRuns.tells(plain)
                if isTold, isPending { return true }
                isPending = false
            } else if !isPending, at > 0 {
                let before = bytes[at - 1]
                isPending = before < 0x80 ? WordScanner.folded(ascii: before) != 0 : isTold
            }
            at += length
        }
        return false
    }
}

extension PartedWords {
    /// Lists the articles of an archive that was made before they were.
    static func list(_ db: Database) throws {
        var writer = WordStartWriter()
        try db.step("SELECT row, title, text FROM article") { row in
            let isParted = [1, 2].contains { column in
                occur(in: Array(Database.blob(row, column)))
            }
            if isParted { writer.add([key], row: Database.integer(row, 0)) }
        }
        try writer.flush(db)
    }
}
