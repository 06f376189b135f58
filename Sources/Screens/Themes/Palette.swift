/// How each style looks in a theme on a terminal of so many colours.
///
/// Without colour, emphasis carries the meaning.
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
    package var theme: Theme

    package init(depth: Depth, theme: Theme) {
        self.depth = depth
        self.theme = theme
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
        let ink = theme[role]
        var look = depth == .none ? Self.plain(role) : Look()
        if depth >= .eight {
            look.foreground = isIndexed && ink.isTerminals ? -1 : number(ink.foreground)
            look.background = ink.background.map(number) ?? -1
            look.isReversed = role == .selected && !isIndexed
        }
        look.isBold = look.isBold || ink.isBold
        look.isUnderlined = look.isUnderlined || ink.isUnderlined
        return look
    }

    /// There are colours that do not depend on how the terminal is set.
    private var isIndexed: Bool { depth >= .indexed }

    private func number(_ colour: Theme.Colour) -> Int32 {
        switch depth {
        case .none: -1
        case .eight, .sixteen: colour.basic
        case .indexed: colour.indexed
        case .direct: colour.direct
        }
    }

    /// Lays the selection's ground under a role; roles that step back come forward on it, and what
    /// has a ground of its own keeps it.
    private func select(_ look: inout Look, role: Role) {
        let ink = theme[role]
        if ink.background != nil, depth >= .eight { return }
        guard isIndexed else {
            look.foreground = -1
            look.background = -1
            look.isReversed = true
            return
        }
        let selected = base(.selected)
        look.background = selected.background
        if ink.comesForward { look.foreground = selected.foreground }
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
}
