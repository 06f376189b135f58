/// Themes of one's own, as words after `:`; the settings file has them as tables.
///
///     add-theme dusk like dark on #1e1e2e
///     colour dusk focus #89dceb bold
///     colour dusk evidence #11111b on #f9e2af
///     set theme dusk
extension Settings {
    /// The theme to draw with on a terminal of this ground: `auto` is dark or light by it, and a
    /// theme for both grounds shows its side.
    package func theme(on ground: Ground) -> Theme {
        let name = theme == Self.automatic ? ground.rawValue : theme
        let named = themes.filter { $0.name == name }
        return named.first { $0.ground == ground } ?? named.first
            ?? (ground == .dark ? .dark : .light)
    }

    /// What `set theme` takes.
    var themeNames: [String] {
        var names = [Self.automatic]
        for theme in themes where !names.contains(theme.name) { names.append(theme.name) }
        return names
    }

    /// `NAME like THEME [on #rrggbb]`: a theme that looks like another until its colours change,
    /// made for a ground of that colour. Returns what is wrong, or nil.
    mutating func addTheme(_ words: [String]) -> String? {
        guard words.count == 3 || words.count == 5 && words[3] == "on", words[1] == "like" else {
            return "`add-theme` is written NAME like THEME, and on #rrggbb for its ground."
        }
        let name = words[0]
        guard !themeNames.contains(name) else { return "There is a theme `\(name)` already." }
        var copies = themes.filter { $0.name == words[2] }
        guard !copies.isEmpty else { return unknownTheme(words[2]) }
        if words.count == 5 {
            guard let paper = Self.colour(words[4]) else { return Self.noColour(words[4]) }
            let ground: Ground = Contrast.luminance(paper) > 0.18 ? .light : .dark
            copies = [copies.first { $0.ground == ground } ?? copies[0]]
            copies[0].paper = paper
            copies[0].ground = ground
        }
        themes += copies.map { copy in
            var theme = copy
            theme.name = name
            return theme
        }
        return nil
    }

    /// `THEME ROLE #rrggbb [on #rrggbb] [bold] [underlined]`: how a theme shows a role. Returns
    /// what is wrong, or nil; a colour that is hard to read is taken all the same, and named.
    mutating func colour(_ words: [String]) -> String? {
        guard words.count >= 3 else {
            return "`colour` is written THEME ROLE #rrggbb, and on #rrggbb, bold, underlined."
        }
        guard themes.contains(where: { $0.name == words[0] }) else { return unknownTheme(words[0]) }
        guard let role = Role(name: words[1]) else {
            let names = Role.allCases.map(\.name).joined(separator: ", ")
            return "`\(words[1])` is no role; there are \(names)."
        }
        var changed = themes
        var remark: String?
        for index in changed.indices where changed[index].name == words[0] {
            if let mistake = Self.change(&changed[index][role], words.dropFirst(2)) {
                return mistake
            }
            remark = remark ?? Self.remark(on: role, in: changed[index])
        }
        themes = changed
        return remark
    }

    private static func change(_ ink: inout Theme.Ink, _ words: ArraySlice<String>) -> String? {
        var rest = words
        guard let first = rest.popFirst(), let foreground = colour(first) else {
            return noColour(words.first ?? "")
        }
        ink.foreground = Theme.Colour(foreground, basicOf: ink.foreground)
        ink.isTerminals = false
        while let word = rest.popFirst() {
            switch word {
            case "bold": ink.isBold = true
            case "underlined": ink.isUnderlined = true
            case "on":
                let next = rest.popFirst() ?? ""
                guard let background = colour(next) else { return noColour(next) }
                ink.background = Theme.Colour(background, basicOf: ink.background)
            default: return "`\(word)` is none of on, bold, underlined."
            }
        }
        return nil
    }

    /// Roles that contrast too little in a theme, on its ground or in the selected row.
    func hardToRead(in name: String) -> [Role] {
        let named = themes.filter { $0.name == name }
        return Role.allCases.filter { role in
            named.contains { Self.remark(on: role, in: $0) != nil }
        }
    }

    /// What is to be said of a role that contrasts too little, in the selected row or outside it.
    private static func remark(on role: Role, in theme: Theme) -> String? {
        let needed = Theme.neededContrast(of: role)
        for isSelected in [false, true] {
            let contrast = theme.contrast(of: role, isSelected: isSelected)
            guard contrast < needed else { continue }
            let tenths = Int(contrast * 10)
            let place = isSelected ? "in the selected row" : "on its ground"
            return "`\(role.name)` has a contrast of \(tenths / 10).\(tenths % 10) \(place) and "
                + "needs \(role == .rule ? "3" : "4.5"); it is taken all the same."
        }
        return nil
    }

    private func unknownTheme(_ name: String) -> String {
        "`\(name)` is no theme; there are \(themeNames.dropFirst().joined(separator: ", "))."
    }

    private static func noColour(_ word: String) -> String {
        "`\(word)` is no colour; write it as #rrggbb."
    }

    /// `#rrggbb` as 0xRRGGBB.
    private static func colour(_ word: String) -> Int32? {
        let digits = word.dropFirst()
        guard word.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else {
            return nil
        }
        return Int32(digits, radix: 16)
    }
}

extension Role {
    /// What of the screen is drawn in it, in a few words.
    package var summary: String {
        switch self {
        case .text: "The words of articles, and names"
        case .quiet: "Counts, hints, dates: what steps back"
        case .rule: "Lines between panes"
        case .focus: "The pane and the part that keys go to"
        case .selected: "The ground of the selected row, and what has no colour of its own there"
        case .evidence: "The words that a finding rests on, and what was searched for"
        case .same: "`=` articles say the same"
        case .overlap: "`≈` they say something alike"
        case .differs: "`≠` they differ"
        case .only: "`‹›` one says it alone"
        case .machine: "`◦` found by rule, not yet checked"
        case .confirmed: "`●` confirmed, or from the dossier"
        case .unnamed: "`∅` a source without a name"
        case .error: "What went wrong"
        }
    }

    /// As written in the settings file: `text`, `only`, `unnamed`.
    package var name: String { "\(self)" }

    package init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
