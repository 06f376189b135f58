/// The registry of settings as Markdown, for `docs/settings.md`; never edited by hand.
package enum SettingsPage {
    package static var markdown: String {
        var text = """
            # Settings

            Generated from the registry of settings by `parley docs --write`; do not edit.
            The settings file takes one command a line, as after `:`; `#` begins a comment. A line
            that is not understood is named with its number, and the others count.
            `parley config --defaults` prints a complete file.

            ```
            set theme light
            bind gg go-to-first
            unbind X
            ```

            | setting | values | default | what it is |
            | --- | --- | --- | --- |

            """
        for setting in SettingsRegistry.all {
            let values = setting.values.map { "`\($0)`" }.joined(separator: " ")
            text +=
                "| `\(setting.name)` | \(values) | `\(setting.defaultValue)` | \(setting.summary) |\n"
        }
        text += """

            Keys are written as they are pressed, one after the other: `gg`, `<C-p>`, `<Space>`,
            `<F5>`. `docs/commands.md` lists every command and its default keys.

            """
        return text
    }

    /// The settings as a section of the manual page, in roff.
    package static var manual: String {
        var text = ".SH SETTINGS\n"
        for setting in SettingsRegistry.all {
            let values = setting.values.joined(separator: " | ")
            text += ".TP\n.B set \(setting.name) \(values)\n\(setting.summary).\n"
        }
        return text
    }
}
