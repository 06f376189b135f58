import Foundation

/// The text of a document as every later step wants it: valid UTF-8 in NFC, one kind of line
/// end, no control characters.
///
/// Line ends (CR, CRLF, U+2028, U+2029, vertical tab, form feed) become LF and tabs blanks. Byte
/// order marks and blanks of no width (U+200B) go, wherever they stand. C1 characters are read as
/// windows-1252, as HTML does, for nobody means them; other control characters become U+FFFD, so
/// that it shows that something stood there. All else stays.
struct CleanText {
    private(set) var bytes: [UInt8]
    /// How many control characters were replaced.
    private(set) var replaced = 0
    private var decoding: IntakeWarning?

    /// Throws when the document is empty or holds zero bytes that are no part of UTF-16.
    init(decoding document: RawDocument) throws(IntakeError) {
        let text = DecodedText(document.bytes, label: document.charset)
        if text.bytes.contains(0) { throw .binary(name: document.label) }
        self.init(validUTF8: text.bytes)
        decoding = text.warning
        if !bytes.contains(where: { $0 > 0x20 }) { throw .empty(name: document.label) }
    }

    /// `valid` must be valid UTF-8, such as an unescaped JSON string.
    init(validUTF8 valid: [UInt8]) {
        bytes = valid
        switch CleanText.condition(of: valid) {
        case .clean: return
        case .composable: break
        case .dirty: clean()
        }
        if CleanText.condition(of: bytes) != .clean { compose() }
    }

    private enum Condition { case clean, composable, dirty }

    /// Whether any byte asks for cleaning, or could belong to a character that NFC changes.
    /// Composition is only asked for where a lead byte allows it: no scalar below U+0300, no
    /// Cyrillic letter, no general punctuation from U+2002 on is touched by NFC.
    private static func condition(of bytes: [UInt8]) -> Condition {
        var condition = Condition.clean
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 && byte != 0x0A || byte == 0x7F { return .dirty }
                index += 1
            } else if byte < 0xE0 {
                if byte == 0xC2 && bytes[index + 1] < 0xA0 { return .dirty }
                if byte >= 0xCC && byte != 0xD0 && byte != 0xD1 { condition = .composable }
                index += 2
            } else if byte == 0xE2 && bytes[index + 1] == 0x80 {
                let last = bytes[index + 2]
                if last == 0x8B || last == 0xA8 || last == 0xA9 { return .dirty }
                if last < 0x82 { condition = .composable }
                index += 3
            } else {
                if byte == 0xEF && isByteOrderMark(bytes, index) { return .dirty }
                if !(0xE4...0xE9).contains(byte) { condition = .composable }
                index += byte < 0xF0 ? 3 : 4
            }
        }
        return condition
    }

    private static func isByteOrderMark(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
    }

    private mutating func clean() {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x0A, 0x20...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF0...0xFF:
                output.append(byte)
            case 0x09: output.append(0x20)
            case 0x0D:
                if index + 1 == bytes.count || bytes[index + 1] != 0x0A { output.append(0x0A) }
            case 0x0B, 0x0C: output.append(0x0A)
            case 0xC2 where bytes[index + 1] < 0xA0:
                output += CleanText.windows1252[Int(bytes[index + 1]) - 0x80].utf8
                replaced += 1
                index += 1
            case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B: index += 2
            case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8:
                output.append(0x0A)
                index += 2
            case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA9:
                output += [0x0A, 0x0A]
                index += 2
            case 0xEF where CleanText.isByteOrderMark(bytes, index): index += 2
            case 0xC2, 0xE2, 0xEF: output.append(byte)
            default:
                output += "\u{FFFD}".utf8
                replaced += 1
            }
            index += 1
        }
        bytes = output
    }

    /// What windows-1252 means by 0x80 to 0x9F (WHATWG Encoding Standard, index-windows-1252),
    /// with U+FFFD where it means nothing.
    private static let windows1252 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".map(String.init)

    private mutating func compose() {
        let isComposed: Bool
        do throws(UTF8.ValidationError) {
            var span = try UTF8Span(validating: bytes.span)
            isComposed = span.checkForNFC(quickCheck: false)
        } catch {
            return
        }
        if isComposed { return }
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(text.precomposedStringWithCanonicalMapping.utf8)
    }

    /// A sentence each for the reader when the encoding was guessed or something was replaced.
    var warnings: [IntakeWarning] {
        let replacement = IntakeWarning(
            "\(replaced) control character(s) were replaced by what they were meant for, "
                + "or by \u{FFFD}.")
        return [decoding, replaced == 0 ? nil : replacement].compactMap { $0 }
    }
}
