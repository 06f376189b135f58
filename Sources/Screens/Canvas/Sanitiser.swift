/// The one gate between text that came from outside and the screen.
///
/// Every scalar is shown as exactly one: itself, a blank, a hyphen, or `U+FFFD` for what would
/// steer the terminal, reorder the line or hide in it. So offsets into the text stay true.
/// Everything a `Canvas` takes passes here; nothing else need call it but what leaves by another
/// way, such as the window's title.
package enum Sanitiser {
    package static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// The text with every scalar replaced by the one that may be shown.
    package static func visible(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(visible(scalar, after: previous))
            previous = scalar
        }
        return result
    }

    /// The scalar that is shown in place of `scalar`, which follows `previous`.
    static func visible(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar)
        -> Unicode.Scalar
    {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return scalar }
        switch value {
        case 0x09, 0x0A, 0x0D, 0xA0, 0x2028, 0x2029: return " "
        case 0xAD: return "-"
        case 0x200C, 0x200D: return joins(after: previous) ? scalar : replacement
        default: break
        }
        if value < 0xA0 || isHidden(value) { return replacement }
        return TextWidth.columns(of: scalar) < 0 ? replacement : scalar
    }

    /// Scalars that reorder text or take no room without belonging to a letter.
    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0: true
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFFF9...0xFFFB: true
        case 0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: true
        default: false
        }
    }

    /// Whether a joiner after this scalar shapes letters or an emoji, rather than hiding.
    private static func joins(after previous: Unicode.Scalar) -> Bool {
        switch previous.value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF: true
        case 0xFE0F, 0x1F3FB...0x1F3FF: true
        default: previous.value > 0x2000 && previous.properties.isEmoji
        }
    }
}
