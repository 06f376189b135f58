/// How many columns text covers on the screen: the one place that says so.
///
/// A scalar is as wide as glibc's `wcwidth` makes it, since ncurses lays out by that. A glyph is as
/// wide as its base: an emoji sequence 2, a letter with marks 1, each half of a flag 1.
package enum TextWidth {
    /// Columns of one scalar: 0, 1 or 2, and -1 for one that cannot be shown.
    package static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return 1 }
        if value >= 0xA0 && value < 0x300 { return 1 }
        return tableWidth(of: value)
    }

    /// Columns of the whole text as a canvas shows it: after the sanitiser, on one line.
    package static func columns(of text: String) -> Int {
        var sum = 0
        for glyph in Glyphs(text) { sum += glyph.width }
        return sum
    }

    /// The last run that starts at or before `value`, by halving.
    private static func tableWidth(of value: UInt32) -> Int {
        let key = value << 2 | 3
        var low = 0
        var high = widthRuns.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if widthRuns[middle] <= key { low = middle } else { high = middle }
        }
        return Int(widthRuns[low] & 3) - 1
    }
}
