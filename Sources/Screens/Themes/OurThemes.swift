extension Theme {
    /// Quiet colours on a dark ground; the articles' words are the brightest thing there.
    package static let dark = Theme("dark", on: .dark, paper: 0x16181C) { role in
        switch role {
        case .text: Ink(Colour(0xD8DADF, 252), isTerminals: true, comesForward: true)
        case .quiet: Ink(Colour(0x9AA1AC, 247), comesForward: true)
        case .rule: Ink(Colour(0x6B7280, 242), comesForward: true)
        case .focus: Ink(Colour(0x7CC4E8, 117, basic: 6))
        case .selected: Ink(Colour(0xFFFFFF, 231), on: Colour(0x2B4657, 238))
        case .evidence: Ink(Colour(0x1A1400, 16, basic: 0), on: Colour(0xF2CF66, 221, basic: 3))
        case .same: Ink(Colour(0x8FC98F, 114, basic: 2))
        case .overlap: Ink(Colour(0xB9B36B, 186))
        case .differs: Ink(Colour(0xF0A36B, 215, basic: 3), isBold: true)
        case .only: Ink(Colour(0xC3A6F0, 183, basic: 5))
        case .machine: Ink(Colour(0xA9B8C9, 110), comesForward: true)
        case .confirmed:
            Ink(Colour(0xFFFFFF, 231), isBold: true, isTerminals: true, comesForward: true)
        case .unnamed: Ink(Colour(0xE6A3BD, 218, basic: 5))
        case .error: Ink(Colour(0xFF9696, 217, basic: 1), isBold: true)
        }
    }

    /// The same on a light ground.
    package static let light = Theme("light", on: .light, paper: 0xFBFAF7) { role in
        switch role {
        case .text: Ink(Colour(0x22252B, 235), isTerminals: true, comesForward: true)
        case .quiet: Ink(Colour(0x5B626D, 241), comesForward: true)
        case .rule: Ink(Colour(0x8A909A, 245), comesForward: true)
        case .focus: Ink(Colour(0x0B5F87, 24, basic: 4))
        case .selected: Ink(Colour(0x000010, 16), on: Colour(0xB9D8EA, 153))
        case .evidence: Ink(Colour(0x1A1400, 16, basic: 0), on: Colour(0xFFD666, 221, basic: 3))
        case .same: Ink(Colour(0x27632C, 22))
        case .overlap: Ink(Colour(0x605600, 58), comesForward: true)
        case .differs: Ink(Colour(0x943F00, 88, basic: 1), isBold: true)
        case .only: Ink(Colour(0x6A3FA8, 55, basic: 5))
        case .machine: Ink(Colour(0x44597A, 60), comesForward: true)
        case .confirmed:
            Ink(Colour(0x000000, 16), isBold: true, isTerminals: true, comesForward: true)
        case .unnamed: Ink(Colour(0x96305F, 89, basic: 5))
        case .error: Ink(Colour(0xA8141C, 124, basic: 1), isBold: true)
        }
    }

    /// Strong contrast on black: 7 for all that is read (WCAG 2.2, 1.4.6), and the selected row
    /// black on white.
    package static let contrastDark = Theme("contrast", on: .dark, paper: 0x000000) { role in
        var ink: Ink =
            switch role {
            case .text: Ink(Colour(0xFFFFFF, 231), isTerminals: true)
            case .quiet: Ink(Colour(0xD0D0D0, 252))
            case .rule: Ink(Colour(0xA8A8A8, 248))
            case .focus: Ink(Colour(0x5FFFFF, 87, basic: 6), isBold: true)
            case .selected: Ink(Colour(0x000000, 16), on: Colour(0xFFFFFF, 231), isBold: true)
            case .evidence: Ink(Colour(0x000000, 16, basic: 0), on: Colour(0xFFD75F, 221, basic: 3))
            case .same: Ink(Colour(0x87FF87, 120, basic: 2))
            case .overlap: Ink(Colour(0xFFFF87, 228))
            case .differs: Ink(Colour(0xFFAF5F, 215, basic: 3), isBold: true)
            case .only: Ink(Colour(0xD7AFFF, 183))
            case .machine: Ink(Colour(0xAFD7FF, 153))
            case .confirmed: Ink(Colour(0xFFFFFF, 231), isBold: true, isTerminals: true)
            case .unnamed: Ink(Colour(0xFFAFD7, 218))
            case .error: Ink(Colour(0xFF9F9F, 217), isBold: true)
            }
        ink.comesForward = ink.background == nil
        return ink
    }

    /// The same on white.
    package static let contrastLight = Theme("contrast", on: .light, paper: 0xFFFFFF) { role in
        var ink: Ink =
            switch role {
            case .text: Ink(Colour(0x000000, 16), isTerminals: true)
            case .quiet: Ink(Colour(0x3A3A3A, 237))
            case .rule: Ink(Colour(0x585858, 240))
            case .focus: Ink(Colour(0x00005F, 17, basic: 4), isBold: true)
            case .selected: Ink(Colour(0xFFFFFF, 231), on: Colour(0x000000, 16), isBold: true)
            case .evidence: Ink(Colour(0x000000, 16, basic: 0), on: Colour(0xFFD75F, 221, basic: 3))
            case .same: Ink(Colour(0x004000, 22))
            case .overlap: Ink(Colour(0x403A00, 236))
            case .differs: Ink(Colour(0x5F2000, 52, basic: 1), isBold: true)
            case .only: Ink(Colour(0x4B0082, 54))
            case .machine: Ink(Colour(0x20304F, 17))
            case .confirmed: Ink(Colour(0x000000, 16), isBold: true, isTerminals: true)
            case .unnamed: Ink(Colour(0x5F005F, 53))
            case .error: Ink(Colour(0x7A0000, 88, basic: 1), isBold: true)
            }
        ink.comesForward = ink.background == nil
        return ink
    }
}
