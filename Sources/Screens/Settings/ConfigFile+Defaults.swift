import Analysis

extension ConfigFile {
    /// A complete file with every default, commented out, and what it means.
    package static var defaults: String {
        var text = """
            # Settings of parley, in TOML. Every line below is the default: take the `#` away to
            # change it. What is not understood is named with its line, and the rest counts.

            """
        for setting in SettingsRegistry.all {
            text += "\n# \(setting.summary).\n# One of: \(setting.values.joined(separator: ", "))"
            text += "\(setting.other.map { ", \($0)" } ?? "").\n"
            text += "# \(setting.name) = \(TOMLText.quoted(setting.defaultValue))\n"
        }
        return text + examples + keys
    }

    private static let examples = """

        # A theme of one's own begins as another; [themes.dark] would change ours.
        # [themes.dusk]
        # like = "dark"
        # ground = "#1e1e2e"
        # focus = "#89dceb bold"
        # evidence = "#11111b on #f9e2af"

        # Scripts that `:play NAME` plays, as `parley play` does.
        # [macros]
        # unread = "/is:unread<Enter><Home>"

        # Keys; "" takes one away. [keys.reader] holds for one screen only.
        # [keys]
        # "<F5>" = "play unread"

        """

    /// Every default key once, under the group of its first command.
    private static var keys: String {
        var text = ""
        var written: Set<String> = []
        for group in Command.Group.allCases {
            let commands = Registry.all.filter { $0.group == group && !$0.keys.isEmpty }
            let keys = commands.flatMap(\.keys).filter { !written.contains($0) }
            if keys.isEmpty { continue }
            text += "\n# \(group.rawValue)\n"
            for key in keys where written.insert(key).inserted {
                let names = Registry.all.filter { $0.keys.contains(key) }.map {
                    TOMLText.quoted($0.name)
                }
                let value = names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
                text += "# \(TOMLText.quoted(key)) = \(value)\n"
            }
        }
        return text
    }
}
