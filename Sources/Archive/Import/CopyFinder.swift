import Analysis
import CMemory
import Foundation
import GRDB

extension Archive {
    /// Finds the near copies of every article that was added or changed since it was last done.
    func findCopies() async throws {
        if try await reader.read({ try CopyFinder.isDone($0) }) { return }
        try await writer.write { db in
            parley_memory_give_back()
            var finder = CopyFinder(db)
            try finder.run()
        }
    }
}

/// What the column `copies` says of one article.
struct CopyMark: Equatable {
    /// The first row of its group; its own where it is no copy.
    var first: Int
    /// How much it has in common with its nearest copy, in thousandths; 0 where it is none.
    var likeness: Int

    var isCopy: Bool { likeness > 0 }
    var list: [UInt32] { [UInt32(first), UInt32(likeness)] }

    init(first: Int, likeness: Int) {
        self.first = first
        self.likeness = likeness
    }

    /// Nil where nobody has looked for copies yet.
    init?(_ list: some Collection<UInt32>) {
        guard list.count == 2, let first = list.first else { return nil }
        self.init(first: Int(first), likeness: Int(list[list.index(after: list.startIndex)]))
    }
}

/// Looks for near copies of the articles that have no mark in the column `copies` yet, among all of
/// the archive, inside a write transaction: candidates by their sketches, then word for word.
struct CopyFinder {
    private let db: Database
    private var index = FacetIndex()
    /// By row: true for those that copies are looked for.
    private var wanted: [Bool] = []
    private var groups = DisjointSets(count: 0)
    /// The likeness of each row to its nearest copy, in thousandths.
    private var likeness: [Int] = []

    init(_ db: Database) { self.db = db }

    static func isDone(_ db: Database) throws -> Bool {
        try Setting.generation.integer(db) == Setting.copiesGeneration.integer(db)
    }

    /// Marks every article; changes nothing when all are marked.
    mutating func run() throws {
        try index.refresh(db, columns: [.copies])
        readMarks()
        if wanted.contains(true) {
            try addLinks()
            try writeMarks()
        }
        try Setting.copiesGeneration.set(try Setting.generation.integer(db), db)
    }

    private mutating func readMarks() {
        wanted = Array(repeating: false, count: index.limit)
        likeness = Array(repeating: 0, count: index.limit)
        groups = DisjointSets(count: index.limit)
        index.live.visit { row in
            guard let mark = CopyMark(index.numbers(.copies, row: row)) else {
                wanted[row] = true
                return
            }
            likeness[row] = mark.likeness
            if mark.isCopy { groups.unite(mark.first, row) }
        }
    }

    private mutating func addLinks() throws {
        var last: (row: Int, text: CopyText)?
        var candidates = CopyCandidates(of: wanted, runLength: Segment.rowCount) {
            [db, index] segment in
            try CopyFinder.sketches(of: segment, index, db)
        }
        try candidates.visit { pair in
            if last?.row != pair.right { last = (pair.right, try text(pair.right)) }
            guard let right = last?.text else { return }
            let overlap = try text(pair.left).overlap(with: right)
            guard overlap.isCopy else { return }
            groups.unite(pair.left, pair.right)
            let thousandths = max(1, Int(1000 * overlap.likeness))
            for row in [pair.left, pair.right] {
                likeness[row] = max(likeness[row], thousandths)
            }
        }
    }

    private static func sketches(
        of segment: Int, _ index: FacetIndex, _ db: Database
    ) throws -> CopySketches {
        let column = try index.stored(.sketch, segment: segment, db)
        let first = segment * Segment.rowCount
        var sketches = CopySketches()
        for place in 0..<min(Segment.rowCount, index.limit - first) {
            sketches.append(column.list(place))
        }
        return sketches
    }

    private func text(_ row: Int) throws -> CopyText {
        var text = CopyText([])
        try db.step("SELECT text FROM article WHERE row = ?", [row]) {
            text = CopyText(Array(Database.blob($0, 0)))
        }
        return text
    }

    /// Writes the column of the segments in which a mark has changed.
    private mutating func writeMarks() throws {
        let generation = try Setting.generation.integer(db) + 1
        for (number, column) in index.lists(.copies).enumerated() {
            var changed = column
            let rows = number * Segment.rowCount..<min(index.limit, (number + 1) * Segment.rowCount)
            for row in rows where index.live.contains(row) {
                let list = CopyMark(first: groups.root(of: row), likeness: likeness[row]).list
                let place = Segment.place(ofRow: row)
                if Array(column.list(place)) != list { changed.set(place, to: list) }
            }
            if changed == column { continue }
            try db.execute(
                sql: "UPDATE segment SET generation = ? WHERE number = ?",
                arguments: [generation, number])
            try db.execute(
                sql: "INSERT OR REPLACE INTO segment_column VALUES (?, ?, ?)",
                arguments: [Column.copies.rawValue, number, Data(changed.bytes)])
        }
        try Setting.generation.set(generation, db)
    }
}
