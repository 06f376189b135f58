extension Snapshot {
    /// Articles that are near copies of another one.
    func copies() throws -> RowSet { index.empty }
}
