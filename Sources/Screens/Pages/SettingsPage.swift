/// The registry of settings as Markdown, for `docs/settings.md`; never edited by hand.
package enum SettingsPage {
    package static var markdown: String {
        var text = """
            # Settings

            Generated from the registry of settings by `parley docs --write`; do not edit.
            The settings file is `parley/settings.toml` in the XDG configuration folder
            (`~/.config`), in TOML. What is not understood is named with its line, and the rest
            counts. A change takes effect while parley runs: the file is looked at with the next
            key, or when the window gets the focus; one with mistakes changes nothing then.
            `parley config --defaults` prints a complete file. `:set`, `:bind`, `:colour` and
            `:add-theme` hold until the program ends or the file changes; `:save-settings` writes
            them into the file and leaves what else stands there as it is.

            `parley config --schema` prints what may stand in the file as JSON Schema
            (`settings.schema.json` beside this page), by which editors complete and check it:
            with that in `~/.config/parley/`, the first line `#:schema ./settings.schema.json`
            tells those that use taplo.

            ```toml
            theme = "light"
            panes = [2, 3, 5]

            [keys]
            gg = "go-to-first"
            X = ""                        # takes the key away
            "<F5>" = "play unread"        # a command with what follows it
            "<C-x>" = ["search", "dismiss"]  # each where it works

            [keys.reader]                 # on one screen only
            n = "read-next-article"

            [macros]                      # scripts, as `parley play` takes them
            unread = "/is:unread<Enter><Home>"
            ```

            | setting | values | default | what it is |
            | --- | --- | --- | --- |

            """
        for setting in SettingsRegistry.all {
            let values =
                setting.values.map { "`\($0)`" }.joined(separator: " ")
                + (setting.other.map { ", \($0)" } ?? "")
            text +=
                "| `\(setting.name)` | \(values) | `\(setting.defaultValue)` | \(setting.summary) |\n"
        }
        text += """

            ## Themes

            `auto` is the theme `dark` or `light`, whichever the terminal's ground is; `contrast` is
            for either, and all that is read in it has a contrast of at least 7. A theme of one's own
            begins as another and changes the colours of roles:

            ```toml
            theme = "dusk"

            [themes.dusk]
            like = "dark"
            ground = "#1e1e2e"
            focus = "#89dceb bold"
            evidence = "#11111b on #f9e2af"
            ```

            `ground` says for which ground a theme is made, so that contrasts are measured on it; the
            terminal keeps its own. `[themes.dark]` changes ours. After `:` the same is `add-theme dusk like dark` and
            `colour dusk focus #89dceb bold`. The roles:

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
            `<F5>`. `docs/commands.md` lists every command and its default keys; the places for
            `[keys.PLACE]` are \(Mode.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).

            """
        return text
    }

    /// The settings as a section of the manual page, in roff.
    package static var manual: String {
        var text = ".SH SETTINGS\n"
        for setting in SettingsRegistry.all {
            let values = setting.values.joined(separator: " | ")
            text += ".TP\n.B \(setting.name) = \(values)\n\(setting.summary).\n"
        }
        return text
    }
}
