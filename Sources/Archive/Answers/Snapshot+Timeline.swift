import Analysis
import Intake
import Queries

extension Snapshot {
    /// Few articles stand each in a column. Of more, each row counts those that tell of it, from
    /// the columns in memory; its sentences are asked for when it comes into view.
    mutating func timeline(within query: Query) throws -> Timeline {
        let matches = try rows(query)
        let known = dossier.known(to: query)
        guard matches.count > Matrix.articleLimit else {
            let articles = try index.oldest(matches, 0..<matches.count).map { try analyzed($0) }
            return Timeline(
                of: articles, letters: try letters(for: articles), articleCount: matches.count,
                dossier: known)
        }
        try index.refresh(db, columns: [.telling])
        var counts: [TimelineKey: Int] = [:]
        for (number, count) in index.tally(.telling, in: matches) {
            counts[TimelineKey(number: number)] = count
        }
        return Timeline(
            counts: counts, articleCount: matches.count, published: days(of: matches),
            dossier: known)
    }

    private func days(of matches: RowSet) -> ClosedRange<Day>? {
        var (first, last) = (Int32.max, Int32.min)
        matches.visit { row in
            let day = index.day(ofRow: row)
            if day != DayColumn.undated { (first, last) = (min(first, day), max(last, day)) }
        }
        return first > last ? nil : Day(number: first)...Day(number: last)
    }

    /// Articles that are read for each row of a timeline of many.
    private static let tellingLimit = 3

    /// What the newest articles say in rows of a timeline, by the rows' ids.
    mutating func tellings(
        _ keys: [TimelineKey], within query: Query
    ) throws -> [String: [CitedSentence]] {
        try index.refresh(db, columns: [.telling])
        let found = index.newest(
            .telling, Set(keys.map(\.number)), in: try rows(query)
        ) { _ in Snapshot.tellingLimit }
        let articles = try Set(found.values.flatMap(\.self)).sorted(by: >).map { try analyzed($0) }
        let timeline = Timeline(
            of: articles, letters: [], articleCount: articles.count,
            dossier: dossier.known(to: query))
        let wanted = Set(keys)
        var tellings: [String: [CitedSentence]] = [:]
        for row in timeline.rows where wanted.contains(row.key) {
            tellings[row.id] = row.sentences
        }
        return tellings
    }
}

extension FacetIndex {
    /// How many of `rows` have each number of a loaded column.
    func tally(_ column: Column, in rows: RowSet) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        counts.reserveCapacity(1 << 14)
        let segments = lists(column)
        rows.visit { row in
            let segment = Segment.number(ofRow: row)
            guard segment < segments.count else { return }
            for index in segments[segment].range(Segment.place(ofRow: row)) {
                counts[segments[segment].values[index], default: 0] += 1
            }
        }
        return counts
    }

    /// For each of `numbers` the newest of `rows` that have it in a loaded column, at most as many
    /// as `limit` says.
    func newest(
        _ column: Column, _ numbers: Set<UInt32>, in rows: RowSet, limit: (UInt32) -> Int
    ) -> [UInt32: [Int]] {
        var found: [UInt32: [Int]] = [:]
        var missing = numbers.reduce(into: [:]) { $0[$1] = limit($1) }
        for row in newest(rows, 0..<rows.count) {
            if missing.isEmpty { break }
            for number in self.numbers(column, row: row) {
                guard let left = missing[number] else { continue }
                found[number, default: []].append(row)
                missing[number] = left > 1 ? left - 1 : nil
            }
        }
        return found
    }
}
