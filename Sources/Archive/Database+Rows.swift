import GRDB
import GRDBSQLite

// A word may stand in most articles. SQLite hands their rows to a function of ours sooner than it
// returns from `sqlite3_step` for each: a third of the time of a query of frequent words.

extension Database {
    /// Makes `collect_rows` known, which `collectRows` runs; once a connection.
    func addRowCollector() throws {
        let code = sqlite3_create_function_v2(
            sqliteConnection, "collect_rows", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, nil, nil,
            { _, _, values in
                guard let values, let pointer = sqlite3_value_pointer(values[1], RowTarget.type)
                else { return }
                pointer.assumingMemoryBound(to: RowTarget.self).pointee
                    .insert(Int(sqlite3_value_int64(values[0])))
            }, { _ in }, nil)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// Puts the rows into `result` that a query finds for `argument`, its ?1, from its ?3 to its ?4.
    /// It must select `collect_rows(ROW, ?2)` and nothing else.
    func collectRows(
        _ sql: String, _ argument: String, in rows: Range<Int>, to result: inout RowSet
    ) throws {
        let statement = try cachedStatement(sql: sql)
        statement.setUncheckedArguments([argument, nil, rows.lowerBound, rows.upperBound - 1])
        try result.withMutableWords { words in
            var target = RowTarget(words: words)
            try withUnsafeMutablePointer(to: &target) { target in
                let raw = statement.sqliteStatement
                sqlite3_bind_pointer(raw, 2, target, RowTarget.type, nil)
                defer { sqlite3_bind_null(raw, 2) }
                try step(statement) { _ in }
            }
        }
    }
}

/// Where `collect_rows` puts what it is given, for as long as one query runs.
private struct RowTarget {
    /// What SQLite calls pointers of this kind.
    static var type: UnsafePointer<CChar> {
        let name: StaticString = "rows"
        return UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    let words: UnsafeMutableBufferPointer<UInt64>

    /// Rows outside the set are left out.
    func insert(_ row: Int) {
        guard row >= 0, row >> 6 < words.count else { return }
        words[row >> 6] |= 1 << UInt64(row & 63)
    }
}
