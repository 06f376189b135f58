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

            ## Themes

            `auto` is the theme `dark` or `light`, whichever the terminal's ground is; `contrast` is
            for either, and all that is read in it has a contrast of at least 7. A theme of one's own
            begins as another and changes the colours of roles; it is set after it is made:

            ```
            add-theme dusk like dark on #1e1e2e
            colour dusk focus #89dceb bold
            colour dusk evidence #11111b on #f9e2af
            set theme dusk
            ```

            `colour` also changes ours: `colour dark quiet #b0b8c4`. The roles:

            | role | what it is |
            | --- | --- |

            """
        for role in Role.allCases { text += "| `\(role.name)` | \(role.summary) |\n" }
        text += """

            Text needs a contrast of 4.5 with its ground and with the selected row, rules 3 with their
            ground (WCAG 2.2); a line that gives less is taken and named. What a terminal of 256
            colours shows is the nearest of them, one of 16 shows what the first theme has there, and
            without colour marks, weight and underlines tell the roles apart.

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
