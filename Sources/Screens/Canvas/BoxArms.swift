/// A box-drawing character as its four arms, each absent (0), light (1) or heavy (2).
struct BoxArms: Equatable {
    var up: UInt8 = 0
    var down: UInt8 = 0
    var left: UInt8 = 0
    var right: UInt8 = 0

    /// Every combination in the order up, down, left, right in base 3, lowest first.
    private static let characters: [Unicode.Scalar] = Array(
        (" ╵╹╷│╿╻╽┃╴┘┚┐┤┦┒┧┨╸┙┛┑┥┩┓┪┫╶└┖┌├┞┎┟┠─┴┸┬┼╀┰╁╂╾┵┹┭┽╃┱╅╉"
            + "╺┕┗┍┝┡┏┢┣╼┶┺┮┾╄┲╆╊━┷┻┯┿╇┳╈╋").unicodeScalars)

    /// The combination of each character from U+2500 to U+257F; 0 for those that have none.
    private static let combinations: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 128)
        for (index, character) in characters.enumerated().dropFirst() {
            table[Int(character.value) - 0x2500] = UInt8(index)
        }
        return table
    }()

    init(up: UInt8 = 0, down: UInt8 = 0, left: UInt8 = 0, right: UInt8 = 0) {
        self.up = up
        self.down = down
        self.left = left
        self.right = right
    }

    /// The arms of a box-drawing character; nil for any other and for dashed ones.
    init?(scalar value: UInt32) {
        guard (0x2500..<0x2580).contains(value) else { return nil }
        let index = Self.combinations[Int(value) - 0x2500]
        guard index > 0 else { return nil }
        self.init(
            up: index % 3, down: index / 3 % 3, left: index / 9 % 3, right: index / 27)
    }

    /// The character with these arms; a blank when there are none.
    var scalar: Unicode.Scalar {
        let index = Int(up) + 3 * Int(down) + 9 * Int(left) + 27 * Int(right)
        return Self.characters[index]
    }

    var isHorizontal: Bool { left > 0 || right > 0 }
    var isVertical: Bool { up > 0 || down > 0 }

    /// Both together, the heavier arm in each direction.
    func joined(with other: BoxArms) -> BoxArms {
        BoxArms(
            up: max(up, other.up), down: max(down, other.down), left: max(left, other.left),
            right: max(right, other.right))
    }
}
