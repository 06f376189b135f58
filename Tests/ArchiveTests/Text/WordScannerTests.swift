import GRDB
import Testing

@testable import Archive

@Test(arguments: [
    ("", []), ("…—“”", []), ("It's 28-point", ["it", "s", "28", "point"]),
    ("Zürich naïve ÉLAN", ["zurich", "naive", "elan"]), ("Киев Ёлка", ["киев", "ёлка"]),
    ("e\u{301}te\u{301}", ["ete"]), ("日本 語", ["日本", "語"]), ("a\u{A0}b", ["a", "b"]),
    ("100,000", ["100", "000"]), ("x\u{0}y", ["x", "y"]),
])
func `text is cut into folded words`(text: String, words: [String]) {
    #expect(WordScanner.words(in: text) == words)
}

/// The letters of the basic plane that are younger than SQLite's tables, or that it cases or
/// classes otherwise, are few; all the rest must fold alike.
@Test func `words are those of the full-text index`() throws {
    let indexed = try foldsOfSQLite()
    var different = 0
    for value in UInt32(0x20)..<0x1_0000 {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let words = WordScanner.words(in: "q\(scalar)q")
        if words != indexed[Int(value)] {
            different += 1
            let isEuropean = value < 0x370 || (0x400..<0x528).contains(value)
            #expect(!isEuropean || value == 0xB5, "U+\(String(value, radix: 16)) \(words)")
        }
    }
    #expect(different < 2700)
}

/// The words of "q", a scalar and "q", by scalar.
private func foldsOfSQLite() throws -> [Int: [String]] {
    try DatabaseQueue().write { db in
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
                CREATE VIRTUAL TABLE v USING fts5vocab (t, instance);
                """)
        for value in UInt32(0x20)..<0x1_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            try db.cachedStatement(sql: "INSERT INTO t (rowid, x) VALUES (?, ?)")
                .execute(arguments: [Int(value), "q\(scalar)q"])
        }
        var words: [Int: [String]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT doc, term FROM v ORDER BY doc, offset")
        while let row = try rows.next() {
            let (doc, term): (Int, String) = (row[0], row[1])
            words[doc, default: []].append(term)
        }
        return words
    }
}
