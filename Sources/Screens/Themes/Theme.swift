/// How each role looks on one ground, as values: what the terminal shows in as many colours as it
/// has, and what images of the screen are drawn in.
package struct Theme: Hashable, Sendable {
    /// One colour, for each kind of terminal.
    package struct Colour: Hashable, Sendable {
        /// 0xRRGGBB.
        package var direct: Int32
        /// Of the 256, from 16 on: those below are the terminal's own.
        package var indexed: Int32
        /// Of the terminal's own eight; -1 for its text colour.
        package var basic: Int32

        package init(_ direct: Int32, _ indexed: Int32, basic: Int32 = -1) {
            self.direct = direct
            self.indexed = indexed
            self.basic = basic
        }
    }

    /// How one role is drawn.
    package struct Ink: Hashable, Sendable {
        package var foreground: Colour
        /// Nil where the role stands on the ground of the screen.
        package var background: Colour?
        package var isBold = false
        package var isUnderlined = false
        /// The terminal's own text colour is used on its ground, so that nothing is unreadable
        /// where the ground was guessed wrong.
        package var isTerminals = false
        /// On the selected row it takes the selection's colour.
        package var comesForward = false

        package init(
            _ foreground: Colour, on background: Colour? = nil, isBold: Bool = false,
            isTerminals: Bool = false, comesForward: Bool = false
        ) {
            self.foreground = foreground
            self.background = background
            self.isBold = isBold
            self.isTerminals = isTerminals
            self.comesForward = comesForward
        }
    }

    /// What `set theme` calls it; a theme for both grounds has one name.
    package var name: String
    package var ground: Ground
    /// The ground it is made for, 0xRRGGBB: contrast is measured on it and images are drawn on it.
    package var paper: Int32
    private var inks: [Ink]

    package init(_ name: String, on ground: Ground, paper: Int32, ink: (Role) -> Ink) {
        self.name = name
        self.ground = ground
        self.paper = paper
        inks = Role.allCases.map(ink)
    }

    package subscript(role: Role) -> Ink {
        get { inks[Int(role.rawValue)] }
        set { inks[Int(role.rawValue)] = newValue }
    }

    /// The themes that come with the program.
    package static let ours: [Theme] = [.dark, .light, .contrastDark, .contrastLight]
}

extension Theme {
    /// The contrast a role needs with what it stands on: WCAG 2.2, 1.4.3 and, for rules, 1.4.11.
    package static func neededContrast(of role: Role) -> Double { role == .rule ? 3 : 4.5 }

    /// The contrast of a role as it is drawn in true colour, on the ground the theme is made for
    /// or, in the selected row, on the selection's.
    package func contrast(of role: Role, isSelected: Bool = false) -> Double {
        let colours = colours(of: Style(role, isSelected: isSelected))
        return Contrast.ratio(colours.foreground, colours.background)
    }

    /// The colours of a style in true colour, on the theme's own ground: 0xRRGGBB.
    package func colours(of style: Style) -> (foreground: Int32, background: Int32) {
        let look = Palette(depth: .direct, theme: self).look(for: style)
        return (
            look.foreground < 0 ? self[style.role].foreground.direct : look.foreground,
            look.background < 0 ? paper : look.background
        )
    }
}
