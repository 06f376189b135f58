/// What the environment says of the terminal, and what the reader has set.
package struct Surroundings: Sendable {
    /// The ground of the terminal, as set.
    package enum GroundSetting: String, CaseIterable, Sendable {
        /// Asked of the terminal, dark until it answers.
        case automatic, dark, light
    }

    /// The type of terminal, from `TERM`.
    package var type: String
    /// `NO_COLOR` is set and not empty (no-color.org).
    package var refusesColor: Bool
    /// The last field of `COLORFGBG`, where rxvt and its kin name the colour of the ground.
    package var groundHint: Int?
    package var groundSetting: GroundSetting
    package var usesMouse: Bool

    package init(
        environment: [String: String], groundSetting: GroundSetting = .automatic,
        usesMouse: Bool = true
    ) {
        type = environment["TERM"] ?? ""
        refusesColor = !(environment["NO_COLOR"] ?? "").isEmpty
        groundHint = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
        self.groundSetting = groundSetting
        self.usesMouse = usesMouse
    }

    /// The ground to begin with.
    package var ground: Palette.Ground {
        switch groundSetting {
        case .dark: .dark
        case .light: .light
        case .automatic: groundHint == 7 || groundHint == 15 ? .light : .dark
        }
    }

    /// How many colours to use of those a terminal says it has.
    package func depth(colors: Int, isDirect: Bool) -> Palette.Depth {
        if refusesColor || colors < 8 { return .none }
        if isDirect { return .direct }
        return colors >= 256 ? .indexed : colors >= 16 ? .sixteen : .eight
    }
}
