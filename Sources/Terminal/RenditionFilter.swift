/// Leaves out what a terminal need not be told twice.
///
/// ncurses changes an attribute by resetting all and setting the rest again, colours too. The
/// filter keeps what has been asked for (`wanted`) apart from what the terminal was told
/// (`told`), and writes the shortest way from one to the other only before something whose looks
/// depend on it. Moving the cursor does not; printing, erasing and scrolling do.
struct RenditionFilter {
    /// How characters look (ECMA-48, SGR): a colour is its parameters, empty for the default.
    private struct Rendition: Equatable {
        var isBold = false
        var isUnderlined = false
        var isReversed = false
        var foreground: ArraySlice<UInt8> = []
        var background: ArraySlice<UInt8> = []
        /// Parameters this filter does not know, in the order in which they came.
        var others: [ArraySlice<UInt8>] = []
    }

    /// Whether the terminal can turn off one attribute; others are reset as a whole.
    private let turnsOff: Bool
    private var wanted = Rendition()
    /// Nil when it is not known.
    private var told: Rendition?
    /// The last character set that was designated, as its sequence.
    private var charset: [UInt8] = []

    init(turnsOff: Bool) {
        self.turnsOff = turnsOff
    }

    /// The bytes that have the same effect; a change of looks at their end may be kept back.
    mutating func filtered(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let end = Self.end(of: bytes, from: at)
            take(bytes[at..<end], into: &output)
            at = end
        }
        return output
    }

    /// What has been kept back; to be written before the terminal is left.
    mutating func rest() -> [UInt8] {
        var output: [UInt8] = []
        tell(into: &output)
        return output
    }

    /// The terminal may have been told otherwise by somebody else.
    mutating func forget() {
        told = nil
        charset = []
    }

    private static let escape: UInt8 = 0x1B
    private static let separator = UInt8(ascii: ";")

    /// Where the unit ends that begins here: a sequence, or a run without any.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        guard bytes[start] == escape, start + 1 < bytes.count else {
            return bytes[(start + 1)...].firstIndex(of: escape) ?? bytes.count
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "["):
            let final = bytes[(start + 2)...].firstIndex { (0x40...0x7E).contains($0) }
            return (final ?? bytes.count - 1) + 1
        case UInt8(ascii: "("): return min(start + 3, bytes.count)
        case UInt8(ascii: "]"):
            let final = bytes[start...].firstIndex { $0 == 0x07 }
            return (final ?? bytes.count - 1) + 1
        default: return start + 2
        }
    }

    private mutating func take(_ unit: ArraySlice<UInt8>, into output: inout [UInt8]) {
        guard unit.first == Self.escape, let final = unit.last, unit.count > 2 else {
            if unit != [0x0D] { tell(into: &output) }
            output += unit
            return
        }
        switch unit[unit.startIndex + 1] {
        case UInt8(ascii: "[") where final == UInt8(ascii: "m"):
            if !change(unit.dropFirst(2).dropLast()) {
                output += unit
                told = nil
            }
        case UInt8(ascii: "(") where charset.elementsEqual(unit): break
        case UInt8(ascii: "("):
            charset = Array(unit)
            output += unit
        case UInt8(ascii: "[") where Self.onlyMoves(final): output += unit
        default:
            tell(into: &output)
            output += unit
        }
    }

    private static func onlyMoves(_ final: UInt8) -> Bool {
        switch final {
        case UInt8(ascii: "H"), UInt8(ascii: "d"), UInt8(ascii: "G"): true
        case UInt8(ascii: "A")...UInt8(ascii: "D"): true
        default: false
        }
    }

    /// Takes up the parameters of one SGR; false when they are none.
    private mutating func change(_ parameters: ArraySlice<UInt8>) -> Bool {
        var next = wanted
        var fields = Fields(rest: parameters)
        while let field = fields.next() {
            if field.contains(UInt8(ascii: ":")) {
                guard Self.setColour(field, of: &next) else { return false }
                continue
            }
            guard let code = Self.number(field) else { return false }
            switch code {
            case 0: next = Rendition()
            case 1: next.isBold = true
            case 4: next.isUnderlined = true
            case 7: next.isReversed = true
            case 22: next.isBold = false
            case 24: next.isUnderlined = false
            case 27: next.isReversed = false
            case 38, 48:
                // 5 and a number, or 2 and three of them.
                guard var last = fields.next() else { return false }
                for _ in 0..<(Self.number(last) == 2 ? 3 : 1) {
                    guard let field = fields.next() else { return false }
                    last = field
                }
                let colour = parameters[field.startIndex..<last.endIndex]
                guard Self.setColour(colour, of: &next) else { return false }
            case 39: next.foreground = []
            case 49: next.background = []
            case 30...37, 90...97: next.foreground = field
            case 40...47, 100...107: next.background = field
            default: next.others.append(field)
            }
        }
        wanted = next
        return true
    }

    /// The parameters of an SGR, one after the other; one that is empty is there.
    private struct Fields {
        var rest: ArraySlice<UInt8>?

        mutating func next() -> ArraySlice<UInt8>? {
            guard let bytes = rest else { return nil }
            let end = bytes.firstIndex(of: RenditionFilter.separator)
            rest = end.map { bytes[($0 + 1)...] }
            return bytes[..<(end ?? bytes.endIndex)]
        }
    }

    private static func setColour(_ colour: ArraySlice<UInt8>, of rendition: inout Rendition)
        -> Bool
    {
        if colour.starts(with: "38".utf8) {
            rendition.foreground = colour
        } else if colour.starts(with: "48".utf8) {
            rendition.background = colour
        } else {
            return false
        }
        return true
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        if digits.isEmpty { return 0 }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit), value < 1000 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    // MARK: telling

    private mutating func tell(into output: inout [UInt8]) {
        guard wanted != told else { return }
        let whole = Self.whole(wanted)
        var parameters = whole
        if turnsOff, let told, told.others == wanted.others {
            let change = Self.change(from: told, to: wanted)
            if change.count < whole.count { parameters = change }
        }
        output += [Self.escape, UInt8(ascii: "[")] + parameters + [UInt8(ascii: "m")]
        told = wanted
    }

    /// The parameters that set a rendition from whatever it was.
    private static func whole(_ rendition: Rendition) -> [UInt8] {
        var parameters = change(from: Rendition(), to: rendition)
        for other in rendition.others { append(other, to: &parameters) }
        return parameters.isEmpty ? [] : [UInt8(ascii: "0"), separator] + parameters
    }

    private static func change(from old: Rendition, to new: Rendition) -> [UInt8] {
        var parameters: [UInt8] = []
        func turn(_ isOn: Bool, _ wasOn: Bool, _ on: String, _ off: String) {
            if isOn != wasOn { append((isOn ? on : off).utf8, to: &parameters) }
        }
        func colour(_ now: ArraySlice<UInt8>, _ before: ArraySlice<UInt8>, none: String) {
            if now.isEmpty, !before.isEmpty { append(none.utf8, to: &parameters) }
            if !now.isEmpty, now != before { append(now, to: &parameters) }
        }
        turn(new.isBold, old.isBold, "1", "22")
        turn(new.isUnderlined, old.isUnderlined, "4", "24")
        turn(new.isReversed, old.isReversed, "7", "27")
        colour(new.foreground, old.foreground, none: "39")
        colour(new.background, old.background, none: "49")
        return parameters
    }

    private static func append(_ parameter: some Sequence<UInt8>, to all: inout [UInt8]) {
        if !all.isEmpty { all.append(separator) }
        all.append(contentsOf: parameter)
    }
}
