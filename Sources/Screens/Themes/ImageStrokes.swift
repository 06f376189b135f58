/// Rules and bars of a screen's image, drawn as lines and areas so that they join whatever the font.
struct ImageStrokes {
    /// Lines of one colour and weight.
    private struct Pen: Hashable {
        var colour: Int32
        /// In tenths of a pixel.
        var weight: Int
    }

    private struct Path {
        var pen: Pen
        var data = ""
        /// Where a line across ended that the next cell may carry on.
        var end: (x: Int, y: Int)?
    }

    /// A bar or a shade.
    private struct Area {
        struct Shape: Equatable {
            var y: Int
            var height: Int
            var colour: Int32
            /// How much of the colour, of four.
            var quarters: Int
        }

        var shape: Shape
        var x: Range<Int>

        var element: String {
            let opacity = shape.quarters == 4 ? "" : " fill-opacity=\"0.\(shape.quarters * 25)\""
            return "<rect x=\"\(x.lowerBound)\" y=\"\(shape.y)\" width=\"\(x.count)\" "
                + "height=\"\(shape.height)\" fill=\"\(ScreenImage.name(shape.colour))\"\(opacity)/>\n"
        }
    }

    private var lines: [Path] = []
    private var areas: [Area] = []

    /// The lines and areas so far, as SVG.
    var paths: String {
        lines.reduce(into: areas.map(\.element).joined()) { text, line in
            text += "<path d=\"\(line.data)\" fill=\"none\" "
            text += "stroke=\"\(ScreenImage.name(line.pen.colour))\" "
            text += "stroke-width=\"\(line.pen.weight / 10).\(line.pen.weight % 10)\"/>\n"
        }
    }

    /// Draws a character that is a rule or a bar in the cell with this corner; false for others.
    mutating func draw(_ value: UInt32, at corner: (x: Int, y: Int), in colour: Int32) -> Bool {
        if let arms = BoxArms(scalar: value) {
            draw(arms, corner, colour)
            return true
        }
        switch value {
        case 0x2581...0x2588: bar(Int(value) - 0x2580, ofHeight: true, corner, colour)
        case 0x2589...0x258F: bar(0x2590 - Int(value), ofHeight: false, corner, colour)
        case 0x2591...0x2593: shade(Int(value) - 0x2590, corner, colour)
        case 0x2504, 0x254C: dash(value == 0x2504 ? [1, 4, 7] : [1, 5], corner, colour)
        case 0x2506, 0x254E: dashDown(corner, colour)
        default: return false
        }
        return true
    }

    private mutating func draw(_ arms: BoxArms, _ corner: (x: Int, y: Int), _ colour: Int32) {
        let (width, height) = ScreenImage.cell
        if arms.left == arms.right, arms.left > 0 {
            across(corner.x, corner.x + width, corner, arms.left, colour)
        } else {
            if arms.left > 0 { across(corner.x, corner.x + 5, corner, arms.left, colour) }
            if arms.right > 0 { across(corner.x + 4, corner.x + width, corner, arms.right, colour) }
        }
        for (arm, top, length) in [(arms.up, 0, 10), (arms.down, 9, height - 9)] where arm > 0 {
            add("M\(corner.x + 4).5 \(corner.y + top)v\(length)", arm, colour)
        }
    }

    /// A line across the middle of a row of cells; one that carries on where the last ended is one.
    private mutating func across(
        _ start: Int, _ end: Int, _ corner: (x: Int, y: Int), _ arm: UInt8, _ colour: Int32
    ) {
        let index = index(arm, colour)
        if let last = lines[index].end, last == (start, corner.y) {
            lines[index].data += "H\(end)"
        } else {
            lines[index].data += "M\(start) \(corner.y + 9).5H\(end)"
        }
        lines[index].end = (end, corner.y)
    }

    /// Dashes across, each two pixels, from these places in the cell.
    private mutating func dash(_ starts: [Int], _ corner: (x: Int, y: Int), _ colour: Int32) {
        let length = starts.count == 3 ? 1 : 3
        for start in starts {
            add("M\(corner.x + start) \(corner.y + 9).5h\(length)", 1, colour)
        }
    }

    private mutating func dashDown(_ corner: (x: Int, y: Int), _ colour: Int32) {
        for start in [1, 7, 13] { add("M\(corner.x + 4).5 \(corner.y + start)v4", 1, colour) }
    }

    /// So many eighths of a cell, from below or from the left.
    private mutating func bar(
        _ eighths: Int, ofHeight: Bool, _ corner: (x: Int, y: Int), _ colour: Int32
    ) {
        let (width, height) = ScreenImage.cell
        let part = ((ofHeight ? height : width) * eighths + 4) / 8
        let shape = Area.Shape(
            y: ofHeight ? corner.y + height - part : corner.y, height: ofHeight ? part : height,
            colour: colour, quarters: 4)
        fill(shape, corner.x..<corner.x + (ofHeight ? width : part))
    }

    /// A cell filled with so many quarters of the colour.
    private mutating func shade(_ quarters: Int, _ corner: (x: Int, y: Int), _ colour: Int32) {
        let (width, height) = ScreenImage.cell
        let shape = Area.Shape(y: corner.y, height: height, colour: colour, quarters: quarters)
        fill(shape, corner.x..<corner.x + width)
    }

    /// An area; one of the same shape that begins where the last ended is one with it.
    private mutating func fill(_ shape: Area.Shape, _ x: Range<Int>) {
        if let last = areas.last, last.shape == shape, last.x.upperBound == x.lowerBound {
            areas[areas.count - 1].x = last.x.lowerBound..<x.upperBound
        } else {
            areas.append(Area(shape: shape, x: x))
        }
    }

    private mutating func add(_ data: String, _ arm: UInt8, _ colour: Int32) {
        let index = index(arm, colour)
        lines[index].data += data
        lines[index].end = nil
    }

    /// The path of lines of one weight and colour.
    private mutating func index(_ arm: UInt8, _ colour: Int32) -> Int {
        let pen = Pen(colour: colour, weight: arm == 2 ? 25 : 10)
        if let index = lines.firstIndex(where: { $0.pen == pen }) { return index }
        lines.append(Path(pen: pen))
        return lines.count - 1
    }
}
