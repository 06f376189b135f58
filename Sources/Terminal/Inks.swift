import CNcurses
import Screens

/// The attributes and colour pair of each style, made when first used.
struct Inks {
    struct Ink {
        var attributes: attr_t
        var pair: CInt
        /// How a blank looks in it: the same for inks that differ in their foreground or weight.
        var blank: Palette.Look
    }

    let palette: Palette
    private var made: [Ink?]

    init(palette: Palette) {
        self.palette = palette
        made = Array(repeating: nil, count: Role.allCases.count << 3)
    }

    mutating func ink(for style: Style) -> Ink {
        let index =
            Int(style.role.rawValue) << 3 | (style.isBold ? 4 : 0) | (style.isUnderlined ? 2 : 0)
            | (style.isSelected ? 1 : 0)
        if let ink = made[index] { return ink }
        let ink = Self.ink(palette.look(for: style))
        made[index] = ink
        return ink
    }

    private static func ink(_ look: Palette.Look) -> Ink {
        var blank = look
        blank.isBold = false
        if !look.isReversed && !look.isUnderlined { blank.foreground = -1 }
        var ink = Ink(attributes: 0, pair: 0, blank: blank)
        if look.isBold { ink.attributes |= parley_bold }
        if look.isUnderlined { ink.attributes |= parley_underline }
        if look.isReversed { ink.attributes |= parley_reverse }
        if look.foreground >= 0 || look.background >= 0 {
            // The same colours get the same pair; -1 would mean that there is none left.
            ink.pair = max(0, alloc_pair(look.foreground, look.background))
        }
        return ink
    }
}
