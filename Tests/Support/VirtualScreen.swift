package import Screens

/// A terminal's screen, made from the bytes a program writes: enough of a VT to read what stands
/// where, after ECMA-48 and the XTerm control sequences.
package struct VirtualScreen: Sendable, CustomStringConvertible {
    package private(set) var size: Size
    package private(set) var cursor = (column: 0, row: 0)
    /// Private modes that are set, such as 1049 for the alternate screen, and 25 for the cursor,
    /// which is shown at first.
    package private(set) var modes: Set<Int> = [25]
    package private(set) var title = ""
    /// Sequences it does not know: a program should write none.
    package private(set) var unknown: [String] = []
    private var grid: [[Cell]]
    private var normalGrid: [[Cell]]?
    private var look = Look()
    private var margins: ClosedRange<Int>
    private var last = " "
    private var state = State.text
    private var sequence: [UInt8] = []
    private var pending: [UInt8] = []

    private enum State { case text, escape, charset, control, string, stringEscape }

    private struct Cell {
        var text = " "
        var look = Look()
    }

    package init(size: Size) {
        self.size = size
        grid = Self.blank(size)
        margins = 0...max(0, size.rows - 1)
    }

    private static func blank(_ size: Size) -> [[Cell]] {
        Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
    }

    /// How each cell of each row looks; a blank has no colour but its ground, and is not bold.
    package var looks: [[Look]] {
        grid.map { row in
            row.map { cell in
                guard cell.text == " ", !cell.look.isReversed else { return cell.look }
                return Look(
                    isUnderlined: cell.look.isUnderlined, background: cell.look.background)
            }
        }
    }

    /// The rows as text, without the blanks at their right ends.
    package var rows: [String] {
        grid.map { row in
            let text = row.map(\.text).joined()
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// All rows, one a line.
    package var text: String { rows.joined(separator: "\n") }

    package var description: String {
        "\(size.columns)x\(size.rows), modes \(modes.sorted()):\n\(text)"
    }

    /// The window was made larger or smaller: what stands in it stays at the top left.
    package mutating func resize(to size: Size) {
        var grid = Self.blank(size)
        for row in 0..<min(size.rows, self.size.rows) {
            for column in 0..<min(size.columns, self.size.columns) {
                grid[row][column] = self.grid[row][column]
            }
        }
        self.grid = grid
        self.size = size
        normalGrid = normalGrid.map { _ in Self.blank(size) }
        margins = 0...max(0, size.rows - 1)
        place(column: cursor.column, row: cursor.row)
    }

    /// Takes in what a program wrote; sequences may be cut anywhere.
    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { feed(byte) }
    }

    private mutating func feed(_ byte: UInt8) {
        // Either breaks off a sequence that was cut short.
        if byte == 0x18 || (byte == 0x1B && state == .control) {
            state = byte == 0x18 ? .text : .escape
            pending = []
            return
        }
        switch state {
        case .text: takeText(byte)
        case .escape: takeEscape(byte)
        case .charset: state = .text
        case .control:
            sequence.append(byte)
            if (0x40...0x7E).contains(byte) {
                state = .text
                control(String(decoding: sequence, as: UTF8.self))
            }
        case .string, .stringEscape:
            if byte == 0x07 || (state == .stringEscape && byte == UInt8(ascii: "\\")) {
                state = .text
                string(String(decoding: sequence, as: UTF8.self))
            } else if byte == 0x1B {
                state = .stringEscape
            } else {
                sequence.append(byte)
                state = .string
            }
        }
    }

    private mutating func takeText(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            state = .escape
            pending = []
        case 0x08: place(column: cursor.column - 1, row: cursor.row)
        case 0x09: place(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
        case 0x0A: lineFeed()
        case 0x0D: place(column: 0, row: cursor.row)
        case 0x00, 0x07, 0x0E, 0x0F: break
        default: takeCharacter(byte)
        }
    }

    private mutating func takeCharacter(_ byte: UInt8) {
        pending.append(byte)
        let first = pending[0]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard pending.count == length else { return }
        let text = String(decoding: pending, as: UTF8.self)
        pending = []
        guard let scalar = text.unicodeScalars.first else { return }
        put(text, width: TextWidth.columns(of: scalar), isJoined: last.hasSuffix("\u{200D}"))
    }

    private mutating func put(_ text: String, width: Int, isJoined: Bool) {
        if width <= 0 || isJoined {
            // Combines with what stands before the cursor.
            var column = cursor.column - 1
            if column > 0, grid[cursor.row][column].text.isEmpty { column -= 1 }
            if column >= 0 { grid[cursor.row][column].text += text }
            last += text
            return
        }
        if cursor.column + width > size.columns {
            place(column: 0, row: cursor.row)
            lineFeed()
        }
        guard cursor.column + width <= size.columns else { return }
        grid[cursor.row][cursor.column] = Cell(text: text, look: look)
        if width == 2 { grid[cursor.row][cursor.column + 1] = Cell(text: "", look: look) }
        cursor.column += width
        last = text
    }

    private mutating func takeEscape(_ byte: UInt8) {
        sequence = []
        state = .text
        switch byte {
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .string
        case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
        case UInt8(ascii: "M"): reverseLineFeed()
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"),
            UInt8(ascii: "\\"):
            break
        default: unknown.append("ESC \(byte)")
        }
    }

    private mutating func string(_ text: String) {
        let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        switch parts.first {
        case "0", "2": title = String(parts.last ?? "")
        case "8", "10", "11", "52", "104": break
        default: unknown.append("OSC \(text)")
        }
    }

    private mutating func place(column: Int, row: Int) {
        cursor = (
            max(0, min(column, size.columns - 1)), max(0, min(row, size.rows - 1))
        )
    }

    private mutating func lineFeed() {
        if cursor.row == margins.upperBound {
            scroll(by: 1, from: margins.lowerBound)
        } else {
            place(column: cursor.column, row: cursor.row + 1)
        }
    }

    private mutating func reverseLineFeed() {
        if cursor.row == margins.lowerBound {
            scroll(by: -1, from: margins.lowerBound)
        } else {
            place(column: cursor.column, row: cursor.row - 1)
        }
    }

    /// Moves the lines from `top` to the lower margin up, or down when the count is negative.
    private mutating func scroll(by count: Int, from top: Int) {
        guard top <= margins.upperBound else { return }
        let blank = Array(repeating: erased, count: size.columns)
        for _ in 0..<min(abs(count), margins.upperBound - top + 1) {
            if count > 0 {
                grid.remove(at: top)
                grid.insert(blank, at: margins.upperBound)
            } else {
                grid.remove(at: margins.upperBound)
                grid.insert(blank, at: top)
            }
        }
    }

    // MARK: control sequences

    private mutating func control(_ text: String) {
        guard let final = text.last else { return }
        let body = text.dropLast()
        if body.hasPrefix("?") {
            privateMode(body.dropFirst(), final: final)
            return
        }
        let numbers = body.split(separator: ";", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        switch final {
        case "m": look.change(body)
        case "t", "n", "c", "q", "h", "l": break
        case "J", "K", "X", "P", "@", "b": edit(final, numbers.first ?? 0)
        case "L": scroll(by: -count, from: cursor.row)
        case "M": scroll(by: count, from: cursor.row)
        case "S": scroll(by: count, from: margins.lowerBound)
        case "T": scroll(by: -count, from: margins.lowerBound)
        case "r":
            let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : size.rows
            // Margins of a larger window that is no more are none of this one.
            guard count < min(bottom, size.rows) else { break }
            margins = count - 1...min(bottom, size.rows) - 1
            place(column: 0, row: 0)
        default:
            if !move(final, numbers, count) { unknown.append("CSI \(text)") }
        }
    }

    private mutating func move(_ final: Character, _ numbers: [Int], _ count: Int) -> Bool {
        let (column, row) = cursor
        switch final {
        case "H", "f":
            let target = numbers.count > 1 ? max(1, numbers[1]) : 1
            place(column: target - 1, row: count - 1)
        case "A": place(column: column, row: row - count)
        case "B": place(column: column, row: row + count)
        case "C": place(column: column + count, row: row)
        case "D": place(column: column - count, row: row)
        case "G", "`": place(column: count - 1, row: row)
        case "d": place(column: column, row: count - 1)
        default: return false
        }
        return true
    }

    private mutating func edit(_ final: Character, _ number: Int) {
        let (column, row) = (cursor.column, cursor.row)
        let count = max(1, number)
        switch final {
        case "J":
            if number == 0 { erase(row, column..<size.columns) }
            if number == 1 { erase(row, 0..<column + 1) }
            let others = number == 0 ? row + 1..<size.rows : number == 1 ? 0..<row : 0..<size.rows
            for other in others { erase(other, 0..<size.columns) }
        case "K":
            let from = number == 0 ? column : 0
            erase(row, from..<(number == 1 ? column + 1 : size.columns))
        case "X": erase(row, column..<min(size.columns, column + count))
        case "P":
            let end = min(size.columns, column + count)
            grid[row].removeSubrange(column..<end)
            grid[row] += Array(repeating: erased, count: end - column)
        case "@":
            let blanks = Array(repeating: erased, count: count)
            grid[row].insert(contentsOf: blanks, at: column)
            grid[row].removeLast(grid[row].count - size.columns)
        default:
            let repeated = last
            for _ in 0..<count { put(repeated, width: 1, isJoined: false) }
        }
    }

    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        for column in columns.clamped(to: 0..<size.columns) { grid[row][column] = erased }
    }

    /// What is left where something was: a blank on the ground that is set, as terminals with
    /// "background colour erase" have it.
    private var erased: Cell { Cell(look: Look(background: look.background)) }

    private mutating func privateMode(_ body: Substring, final: Character) {
        for number in body.split(separator: ";").compactMap({ Int($0) }) {
            switch final {
            case "h":
                modes.insert(number)
                if number == 1049, normalGrid == nil {
                    normalGrid = grid
                    grid = Self.blank(size)
                }
            case "l":
                modes.remove(number)
                if number == 1049, let normal = normalGrid {
                    grid = normal
                    normalGrid = nil
                }
            default: unknown.append("CSI ?\(body)\(final)")
            }
        }
    }
}

extension VirtualScreen {
    /// How a character looks (ECMA-48, SGR); a colour is its parameters, empty for the default.
    package struct Look: Hashable, Sendable {
        package var isBold: Bool
        package var isUnderlined: Bool
        package var isReversed: Bool
        package var foreground: String
        package var background: String

        package init(
            isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false,
            foreground: String = "", background: String = ""
        ) {
            self.isBold = isBold
            self.isUnderlined = isUnderlined
            self.isReversed = isReversed
            self.foreground = foreground
            self.background = background
        }

        mutating func change(_ parameters: Substring) {
            var fields = parameters.split(separator: ";", omittingEmptySubsequences: false)[...]
            while let field = fields.popFirst() {
                switch Int(field) ?? (field.isEmpty ? 0 : -1) {
                case 0: self = Look()
                case 1: isBold = true
                case 4: isUnderlined = true
                case 7: isReversed = true
                case 22: isBold = false
                case 24: isUnderlined = false
                case 27: isReversed = false
                case 38: foreground = Self.colour(&fields)
                case 48: background = Self.colour(&fields)
                case 39: foreground = ""
                case 49: background = ""
                case 30...37, 90...97: foreground = String(field)
                case 40...47, 100...107: background = String(field)
                default:
                    if field.hasPrefix("38:") { foreground = String(field) }
                    if field.hasPrefix("48:") { background = String(field) }
                }
            }
        }

        /// Takes the parameters of a colour: 5 and a number, or 2 and three of them.
        private static func colour(_ fields: inout ArraySlice<Substring>) -> String {
            let count = fields.first == "2" ? 4 : 2
            defer { fields = fields.dropFirst(count) }
            return fields.prefix(count).joined(separator: ";")
        }
    }
}
