import CNcurses
import Screens

/// Makes ncurses' cells of a canvas's.
struct CellMaker {
    /// What was made last.
    private(set) var made: [cchar_t] = []
    private var inks: Inks
    /// Runs of letters that are written from right to left are kept apart from what stands around
    /// them.
    let isolates: Bool

    init(palette: Palette, isolates: Bool) {
        inks = Inks(palette: palette)
        self.isolates = isolates
    }

    var palette: Palette { inks.palette }

    /// Makes the cells of some columns of a row. A blank between words takes the ink before it
    /// where it looks the same, so that words of one style with blanks of another are one run.
    mutating func fill(with row: ArraySlice<Cell>, _ columns: Range<Int>) {
        made.removeAll(keepingCapacity: true)
        let start = row.startIndex + columns.lowerBound
        let end = row.lastIndex { !$0.isBlank } ?? row.startIndex
        let before = row[..<start].last { !$0.isBlank }
        var ink = inks.ink(for: before?.style ?? .text)
        for index in start..<row.startIndex + columns.upperBound where row[index].width > 0 {
            let cell = row[index]
            let own = inks.ink(for: cell.style)
            let mayJoin = cell.isBlank && index < end && own.blank == ink.blank
            if !mayJoin { ink = own }
            let (a, b, c, d, e) = cell.glyph.scalarValues
            made.append(parley_cell(a, b, c, d, e, ink.attributes, ink.pair))
        }
    }
}
