package import Screens

/// What the environment says of the terminal; the reader's settings overrule it.
package struct Surroundings: Sendable {
    /// The type of terminal, from `TERM`.
    package var type: String
    /// `NO_COLOR` is set and not empty (no-color.org).
    package var refusesColour: Bool
    /// The last field of `COLORFGBG`, where rxvt and its kin name the colour of the ground.
    package var groundHint: Int?

    package init(environment: [String: String]) {
        type = environment["TERM"] ?? ""
        refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty
        groundHint = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    }

    /// The terminal's ground until it has answered; where nothing is known, dark.
    package var ground: Ground { groundHint == 7 || groundHint == 15 ? .light : .dark }

    /// The names under which terminfo may know the terminal, to be tried in order: who wants all
    /// colours gets the entry that has them, where there is one.
    package func types(_ settings: Settings) -> [String] {
        guard settings.colour == .all, !type.isEmpty, !type.contains("-direct") else {
            return [type]
        }
        let many = "-256color"
        let stem = type.hasSuffix(many) ? type.dropLast(many.count) : type[...]
        return [stem + "-direct", type]
    }

    /// How many colours to use of those a terminal says it has; never more than it has.
    package func depth(_ settings: Settings, colours: Int, isDirect: Bool) -> Palette.Depth {
        let has = Self.depth(colours: colours, isDirect: isDirect)
        switch settings.colour {
        case .none: return .none
        case .auto: return refusesColour ? .none : has
        case .sixteen: return min(has, .sixteen)
        case .many: return min(has, .indexed)
        case .all: return has
        }
    }

    private static func depth(colours: Int, isDirect: Bool) -> Palette.Depth {
        if colours < 8 { return .none }
        if isDirect { return .direct }
        return colours >= 256 ? .indexed : colours >= 16 ? .sixteen : .eight
    }
}
