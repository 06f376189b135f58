import Screens

/// Runs of letters that are written from right to left, in a row of cells.
///
/// A terminal that reorders such letters does so with all of a line that seems to belong to them,
/// across the borders of panes. Each run is therefore isolated (Unicode Annex 9, FSI and PDI); one
/// that reorders nothing shows the marks as nothing.
enum RightToLeft {
    private static let isolate: Unicode.Scalar = "\u{2068}"
    private static let end: Unicode.Scalar = "\u{2069}"

    /// Indices of the cells of each run, from its first such letter to its last. Blanks and signs
    /// between two words of it are inside, not what parts columns: two blanks or a line.
    static func runs(in row: ArraySlice<Cell>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in row.indices where isLetter(row[index].glyph.base) {
            if let last = runs.last, row[last.upperBound..<index].isGap {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// A row with the marks around its runs; they take no cell. The first hangs on the cell before
    /// the run, so that one at the very beginning has none.
    static func isolated(_ row: ArraySlice<Cell>) -> ArraySlice<Cell> {
        var row = row
        for run in runs(in: row) {
            guard let before = row[..<run.lowerBound].lastIndex(where: { $0.width > 0 }) else {
                continue
            }
            row[before].glyph.append(isolate)
            row[run.upperBound - 1].glyph.append(end)
        }
        return row
    }

    static func isIn(_ row: ArraySlice<Cell>) -> Bool {
        row.contains { isLetter($0.glyph.base) }
    }

    /// Hebrew, Arabic and the other scripts of their kind, by their blocks.
    private static func isLetter(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x590 else { return false }
        switch scalar {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            return true
        default: return false
        }
    }
}

extension ArraySlice<Cell> {
    /// What may stand between two words of a run.
    fileprivate var isGap: Bool {
        let scalars = map(\.glyph.base).filter { $0 != 0 }
        return scalars.count <= 2 && scalars != [0x20, 0x20]
            && scalars.allSatisfy { scalar in
                (0x20...0x40).contains(scalar) || (0x2010...0x203A).contains(scalar)
            }
    }
}
