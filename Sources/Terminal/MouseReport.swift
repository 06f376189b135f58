import Screens

/// A mouse report in SGR coding after its `ESC [ <`: `button;column;row` and `M`, or `m` for a
/// release (XTerm Control Sequences, “Extended coordinates”).
struct MouseReport {
    let mouse: Key.Mouse

    /// Nil when the bytes are no report, or report something nobody asked for.
    init?(_ bytes: [UInt8]) {
        guard let last = bytes.last else { return nil }
        let fields = bytes.dropLast().split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let numbers = fields.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, fields.count == 3, numbers[1] > 0, numbers[2] > 0 else {
            return nil
        }
        let button = numbers[0] & ~0b1_1100
        let kind: Key.Mouse.Kind
        switch button {
        case 0 where last == UInt8(ascii: "m"): kind = .release
        case 0: kind = .press
        case 32: kind = .drag
        case 64: kind = .wheelUp
        case 65: kind = .wheelDown
        default: return nil
        }
        mouse = Key.Mouse(kind: kind, column: numbers[1] - 1, row: numbers[2] - 1)
    }
}
