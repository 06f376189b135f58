package import Screens

/// How each role looks: the colours and emphasis of one terminal on one ground.
///
/// Text and what is confirmed take the terminal's own foreground, so that nothing is unreadable
/// where the ground was guessed wrong. Without colour, emphasis carries the meaning.
package struct Palette: Equatable, Sendable {
    /// How many colours the terminal has.
    package enum Depth: Int, Comparable, Sendable {
        case none, eight, sixteen, indexed
        /// A colour number is 0xRRGGBB.
        case direct

        package static func < (left: Depth, right: Depth) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// How one style is drawn; a colour is -1 where it is the terminal's own.
    package struct Look: Hashable, Sendable {
        package var foreground: Int32 = -1
        package var background: Int32 = -1
        package var isBold = false
        package var isUnderlined = false
        package var isReversed = false
    }

    package var depth: Depth
    package var ground: Ground

    package init(depth: Depth, ground: Ground) {
        self.depth = depth
        self.ground = ground
    }

    /// How a style is drawn.
    package func look(for style: Style) -> Look {
        var look = base(style.role)
        look.isBold = look.isBold || style.isBold
        look.isUnderlined = look.isUnderlined || style.isUnderlined
        if style.isSelected && style.role != .selected { select(&look, role: style.role) }
        return look
    }

    private func base(_ role: Role) -> Look {
        var look = Look()
        let colours = Self.colours(role)
        switch depth {
        case .none: look = Self.plain(role)
        case .eight, .sixteen: look = basic(role, colours)
        case .indexed: look.foreground = colours.indexed(on: ground)
        case .direct: look.foreground = colours.direct(on: ground)
        }
        if depth == .indexed || depth == .direct { setGround(of: role, in: &look) }
        if role == .confirmed || role == .differs || role == .error { look.isBold = true }
        return look
    }

    /// The two roles that have a ground of their own.
    private func setGround(of role: Role, in look: inout Look) {
        let isDirect = depth == .direct
        switch role {
        case .selected:
            look.background =
                switch ground {
                case .dark: isDirect ? 0x2B4657 : 24
                case .light: isDirect ? 0xD3E6F0 : 153
                }
        case .evidence:
            switch ground {
            case .dark: look.background = isDirect ? 0xF2CF66 : 221
            case .light: look.background = isDirect ? 0xFFE08A : 221
            }
        default: break
        }
    }

    /// Lays the selection's ground under a role; roles that step back come forward on it.
    private func select(_ look: inout Look, role: Role) {
        guard depth == .indexed || depth == .direct else {
            look.foreground = -1
            look.background = -1
            look.isReversed = true
            return
        }
        if role == .evidence { return }
        let selected = base(.selected)
        look.background = selected.background
        switch role {
        case .text, .quiet, .rule, .machine, .confirmed: look.foreground = selected.foreground
        default: break
        }
    }

    /// Eight or sixteen colours: the terminal's own, so most roles stay as they are.
    private func basic(_ role: Role, _ colours: Colours) -> Look {
        var look = Look()
        switch role {
        case .selected:
            look.isReversed = true
        case .evidence:
            look.foreground = 0
            look.background = 3
        default:
            look.foreground = ground == .dark ? colours.basicDark : colours.basicLight
        }
        return look
    }

    /// No colour at all.
    private static func plain(_ role: Role) -> Look {
        var look = Look()
        switch role {
        case .focus: look.isBold = true
        case .selected: look.isReversed = true
        case .evidence: look.isUnderlined = true
        default: break
        }
        return look
    }

    /// The colours of one role: true colour, the 256, and the terminal's own eight.
    private struct Colours {
        var dark: (direct: Int32, indexed: Int32) = (-1, -1)
        var light: (direct: Int32, indexed: Int32) = (-1, -1)
        var basicDark: Int32 = -1
        var basicLight: Int32 = -1

        func indexed(on ground: Ground) -> Int32 {
            ground == .dark ? dark.indexed : light.indexed
        }

        func direct(on ground: Ground) -> Int32 {
            ground == .dark ? dark.direct : light.direct
        }
    }

    /// Contrast is at least 4.5 for text and 3 for rules on #16181c and #fbfaf7.
    private static func colours(_ role: Role) -> Colours {
        switch role {
        case .text, .confirmed:
            Colours()
        case .quiet:
            Colours(dark: (0x9AA1AC, 247), light: (0x5B626D, 241))
        case .rule:
            Colours(dark: (0x6B7280, 242), light: (0x8A909A, 245))
        case .focus:
            Colours(dark: (0x7CC4E8, 117), light: (0x0B5F87, 24), basicDark: 6, basicLight: 4)
        case .selected:
            Colours(dark: (0xFFFFFF, 231), light: (0x000010, 16))
        case .evidence:
            Colours(dark: (0x1A1400, 16), light: (0x1A1400, 16))
        case .same:
            Colours(dark: (0x8FC98F, 114), light: (0x2B6A30, 22), basicDark: 2)
        case .overlap:
            Colours(dark: (0xB9B36B, 143), light: (0x665C00, 58))
        case .differs:
            Colours(dark: (0xF0A36B, 215), light: (0x9A4300, 94), basicDark: 3, basicLight: 1)
        case .only:
            Colours(dark: (0xC3A6F0, 183), light: (0x6A3FA8, 55), basicDark: 5, basicLight: 5)
        case .machine:
            Colours(dark: (0xA9B8C9, 110), light: (0x44597A, 60))
        case .unnamed:
            Colours(dark: (0xE09BB6, 175), light: (0x96305F, 89), basicDark: 5, basicLight: 5)
        case .error:
            Colours(dark: (0xFF8F8F, 210), light: (0xA8141C, 124), basicDark: 1, basicLight: 1)
        }
    }
}
