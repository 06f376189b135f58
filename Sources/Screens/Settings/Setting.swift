/// What a person can set, besides keys. Defaults are what most people want on most terminals.
package struct Settings: Hashable, Sendable {
    package enum Theme: String, CaseIterable, Sendable { case auto, dark, light }
    package enum Colour: String, CaseIterable, Sendable {
        case auto, none
        case sixteen = "16"
        case many = "256"
        case all = "true"
    }
    package enum Switch: String, CaseIterable, Sendable { case auto, on, off }

    package var theme: Theme = .auto
    package var colour: Colour = .auto
    package var ascii: Switch = .auto
    package var mouse: Switch = .on
    package var resume: Switch = .on

    package init() {}

    /// Sets one by name; returns what is wrong, or nil.
    package mutating func set(_ name: String, to value: String) -> String? {
        guard let setting = SettingsRegistry.setting(name) else {
            let names = SettingsRegistry.all.map(\.name).joined(separator: ", ")
            return "`\(name)` is no setting; there are \(names)."
        }
        guard setting.assign(&self, value) else {
            let values = setting.values.joined(separator: ", ")
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
    package let values: [String]
    package let defaultValue: String
    package let value: @Sendable (Settings) -> String
    let assign: @Sendable (inout Settings, String) -> Bool

    /// A setting that takes one of an enumeration's values.
    init<Value: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Value> & Sendable
    ) where Value.RawValue == String {
        self.name = name
        self.summary = summary
        values = Value.allCases.map(\.rawValue)
        defaultValue = Settings()[keyPath: path].rawValue
        value = { $0[keyPath: path].rawValue }
        assign = { settings, text in
            guard let value = Value(rawValue: text) else { return false }
            settings[keyPath: path] = value
            return true
        }
    }
}

/// Every setting there is.
package enum SettingsRegistry {
    package static let all: [Setting] = [
        Setting(
            "theme", "Colours for a dark or a light ground; auto asks the terminal", \.theme),
        Setting(
            "colour", "How many colours to use; auto goes by the terminal and NO_COLOR", \.colour),
        Setting(
            "ascii", "Rules and marks in ASCII only; auto goes by the locale", \.ascii),
        Setting("mouse", "Clicks and the wheel; off leaves selecting to the terminal", \.mouse),
        Setting(
            "resume", "Going on where the last session ended; off begins at the list", \.resume),
    ]

    package static func setting(_ name: String) -> Setting? {
        all.first { $0.name == name }
    }
}
