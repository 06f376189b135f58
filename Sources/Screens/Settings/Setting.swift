/// What a person can set, besides keys. Defaults are what most people want on most terminals.
package struct Settings: Hashable, Sendable {
    package enum Colour: String, CaseIterable, Sendable {
        case auto, none
        case sixteen = "16"
        case many = "256"
        case all = "true"
    }
    package enum Switch: String, CaseIterable, Sendable { case auto, on, off }

    /// A theme by name, or `auto`.
    package var theme = Settings.automatic
    /// The themes there are: ours and the person's own.
    package var themes = Theme.ours
    package var colour: Colour = .auto
    package var ascii: Switch = .auto
    package var mouse: Switch = .on
    package var resume: Switch = .on
    package var remote: Switch = .on
    /// `auto`, `terminal`, or a command that takes the text as its input.
    package var clipboard = Settings.automatic
    /// `auto`, or three numbers: how the list of articles shares the screen with what is beside it.
    package var panes = Settings.automatic

    package init() {}

    static let automatic = "auto"

    /// Keeps to what the terminal's locale can show, unless the person wants it otherwise.
    package mutating func follow(_ repertoire: Canvas.Repertoire) {
        if ascii == .auto, repertoire == .ascii { ascii = .on }
    }

    /// Sets one by name; returns what is wrong, or nil.
    package mutating func set(_ name: String, to value: String) -> String? {
        guard let setting = SettingsRegistry.setting(name) else {
            let names = SettingsRegistry.all.map(\.name).joined(separator: ", ")
            return "`\(name)` is no setting; there are \(names)."
        }
        guard setting.assign(&self, value) else {
            let values = (setting.choices(self) + [setting.other].compactMap(\.self))
                .joined(separator: ", ")
            return "`\(name)` takes \(values), not `\(value)`."
        }
        return nil
    }
}

/// A setting as help, configuration file and manual show it.
package struct Setting: Sendable {
    package let name: String
    /// One line that begins with a noun.
    package let summary: String
    /// What it takes under these settings: more than `values` where there are themes of one's own.
    package let choices: @Sendable (Settings) -> [String]
    /// What it takes besides, in words; nil where the choices are all.
    package let other: String?
    /// What such a text looks like, as a regular expression that any dialect reads.
    package let pattern: String?
    package let defaultValue: String
    package let value: @Sendable (Settings) -> String
    let assign: @Sendable (inout Settings, String) -> Bool

    /// What it takes when nothing has been set.
    package var values: [String] { choices(Settings()) }

    /// A setting that takes one of an enumeration's values.
    init<Value: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Value> & Sendable
    ) where Value.RawValue == String {
        self.name = name
        self.summary = summary
        choices = { _ in Value.allCases.map(\.rawValue) }
        other = nil
        pattern = nil
        defaultValue = Settings()[keyPath: path].rawValue
        value = { $0[keyPath: path].rawValue }
        assign = { settings, text in
            guard let value = Value(rawValue: text) else { return false }
            settings[keyPath: path] = value
            return true
        }
    }

    private init(
        _ name: String, _ summary: String, other: String? = nil, pattern: String? = nil,
        _ path: any WritableKeyPath<Settings, String> & Sendable,
        choices: @escaping @Sendable (Settings) -> [String],
        takes: @escaping @Sendable (Settings, String) -> Bool
    ) {
        self.name = name
        self.summary = summary
        self.choices = choices
        self.other = other
        self.pattern = pattern
        defaultValue = Settings()[keyPath: path]
        value = { $0[keyPath: path] }
        assign = { settings, text in
            guard takes(settings, text) else { return false }
            settings[keyPath: path] = text
            return true
        }
    }

    /// The one setting whose values are not known beforehand.
    static let theme = Setting(
        "theme", "Colours; auto is dark or light as the terminal's ground is", \.theme,
        choices: \.themeNames, takes: { $0.themeNames.contains($1) })

    static let clipboard = Setting(
        "clipboard",
        "Where y copies to; auto is the terminal (OSC 52) and wl-copy, xclip or xsel where there is "
            + "a display", other: "a command that reads the text", pattern: "[^ \\t\\r\\n]",
        \.clipboard,
        choices: { _ in ["auto", "terminal"] },
        takes: { _, text in !text.allSatisfy(\.isWhitespace) })

    static let panes = Setting(
        "panes",
        "How the screen is shared by sources, people and points, the list, and the text; auto goes "
            + "by the size", other: "three numbers from 1 to 99 such as 2 3 5",
        pattern: "^ *[1-9][0-9]? +[1-9][0-9]? +[1-9][0-9]? *$", \.panes,
        choices: { _ in ["auto"] },
        takes: { _, text in text == Settings.automatic || PaneShares(text) != nil })
}

/// Every setting there is.
package enum SettingsRegistry {
    package static let all: [Setting] = [
        .theme,
        Setting(
            "colour",
            "How many colours to use; auto goes by the terminal and NO_COLOR, true by the entry "
                + "-direct of the terminal's type, from the next start on", \.colour),
        Setting(
            "ascii", "Rules and marks in ASCII only; auto goes by the locale", \.ascii),
        Setting(
            "mouse", "Clicks, drags and the wheel; off leaves selecting to the terminal", \.mouse),
        Setting(
            "resume", "Going on where the last session ended; off begins at the list", \.resume),
        Setting("remote", "Keys that parley tell presses; off listens to nobody", \.remote),
        .clipboard, .panes,
    ]

    package static func setting(_ name: String) -> Setting? {
        all.first { $0.name == name }
    }
}
