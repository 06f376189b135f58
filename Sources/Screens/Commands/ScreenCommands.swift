extension Registry {
    static let screenCommands: [Command] = [
        Command(
            "show-overview", "Show where the articles disagree, and the corpus in numbers",
            group: .screens, keys: ["0"]
        ) { state, _ in
            state.showOverview()
        },
        Command(
            "show-clashes", "Show every fact on which articles differ", hint: "clashes",
            group: .screens, keys: ["X"]
        ) { state, _ in
            state.showClashes()
        },
        Command(
            "show-proposals", "Show names that the dossier does not have", hint: "proposals",
            group: .screens, keys: ["P"]
        ) { state, _ in state.showProposals() },
        Command(
            "show-help", "Show every key and mark", hint: "help", group: .screens, keys: ["?"]
        ) { state, _ in
            let mode = state.mode
            state.go(to: .help)
            state.place.help = HelpScreen(from: mode)
            return []
        },
        Command(
            "open-address", "Open the screen of an address; : takes the address alone",
            group: .screens, modes: [], arguments: [.init("ADDRESS", .address)]
        ) { state, words in state.openAddress(words.joined(separator: " ")) },
        Command(
            "copy-address", "Copy the address of this screen", hint: "copy address",
            group: .screens, keys: ["Y"]
        ) { state, _ in state.copyAddress() },
        Command(
            "show-in-pager", "Show all of this screen as text in your pager", group: .screens,
            keys: ["|"]
        ) { state, _ in state.showInPager() },
        Command(
            "set", "Change a setting until the program ends, or say what it is", group: .screens,
            modes: [], arguments: [.init("SETTING", .setting), .init("VALUE", isOptional: true)]
        ) { state, words in state.set(words) },
        Command(
            "bind", "Bind keys to a command until the program ends", group: .screens, modes: [],
            arguments: [.init("KEYS"), .init("COMMAND", .command)]
        ) { state, words in state.bind(words) },
        Command(
            "save-settings", "Write what was set and bound here to the settings file",
            group: .screens, modes: []
        ) { state, _ in state.saveSettings() },
        Command(
            "tutorial", "Learn the keys by pressing them; again ends that", group: .screens,
            modes: []
        ) { state, _ in state.toggleTutorial() },
        Command(
            "play", "Play a macro or a script of keys; without a name the last",
            group: .screens, keys: ["@"], arguments: [.init("NAME", .macro, isOptional: true)]
        ) { state, words in state.play(words) },
        Command(
            "record", "Record what is pressed as a macro, and end that again", group: .screens,
            keys: ["Q"], arguments: [.init("NAME", isOptional: true)]
        ) { state, words in state.record(words) },
        Command(
            "clock", "Show how long keys took to their frames in this session", group: .screens,
            modes: []
        ) { _, _ in [.tellTimes] },
        Command(
            "colour", "Change how a theme shows a role until the program ends", group: .screens,
            modes: [],
            arguments: [.init("THEME", .theme), .init("ROLE", .role), .init("#RRGGBB")]
        ) { state, words in state.colour(words) },
        Command(
            "add-theme", "Add a theme like another until the program ends", group: .screens,
            modes: [],
            arguments: [.init("NAME"), .init("like", .oneOf(["like"])), .init("THEME", .theme)]
        ) { state, words in state.addTheme(words) },
        Command(
            "save-screen", "Save what is shown to a file: .svg an image, others text",
            group: .screens, modes: [],
            arguments: [.init("FILE", .path)]
        ) { state, words in
            guard let file = words.first else {
                state.notice = Notice("Error: `save-screen` needs a file.", isError: true)
                return []
            }
            state.notice = Notice("Saved to \(file).")
            return [.saveScreen(file)]
        },
        Command(
            "import", "Import files, folders and addresses of the web", group: .screens, modes: [],
            arguments: [.init("PATH", .path)]
        ) { state, words in
            guard !words.isEmpty else {
                state.notice = Notice(
                    "Error: `import` needs a file, a folder or an address.", isError: true)
                return []
            }
            return [.importPaths(words)]
        },
        Command(
            "fetch", "Take in what is new in the feeds, behind what is read", group: .screens,
            modes: [],
            arguments: [.init("OPTION", .oneOf(State.fetchOptions), isOptional: true)]
        ) { _, words in [.fetchFeeds(words)] },
    ]
}

extension State {
    /// What `fetch` takes, here as on the command line.
    static let fetchOptions = ["--pages", "--allow-private"]

    fileprivate mutating func set(_ words: [String]) -> [Effect] {
        guard let name = words.first else {
            let names = SettingsRegistry.all.map(\.name).joined(separator: ", ")
            return refuse("`set` needs a setting: \(names).")
        }
        if words.count == 1, let setting = SettingsRegistry.setting(name) {
            notice = Notice("\(setting.name) is \(setting.value(settings)).")
            return []
        }
        let value = words.dropFirst().joined(separator: " ")
        if let mistake = settings.set(name, to: value) { return refuse(mistake) }
        notice = Notice("\(name) is \(value).")
        settingsChanges.set([name], to: value)
        return [.apply(settings)]
    }

    fileprivate mutating func saveSettings() -> [Effect] {
        guard !settingsChanges.statements.isEmpty else {
            notice = Notice("Nothing was set, bound or coloured here that the file does not have.")
            return []
        }
        return [.keepSettings(settingsChanges)]
    }

    fileprivate mutating func colour(_ words: [String]) -> [Effect] {
        let before = settings
        let remark = settings.colour(words)
        if let remark, settings == before { return refuse(remark) }
        let ink = words.dropFirst(2).joined(separator: " ")
        settingsChanges.set(["themes"] + words.prefix(2), to: ink)
        notice = Notice(remark ?? "\(words[1]) is \(ink) in the theme \(words[0]).")
        return [.apply(settings)]
    }

    fileprivate mutating func addTheme(_ words: [String]) -> [Effect] {
        if let mistake = settings.addTheme(words) { return refuse(mistake) }
        settingsChanges.set(["themes", words[0], "like"], to: words[2])
        if words.count == 5 { settingsChanges.set(["themes", words[0], "ground"], to: words[4]) }
        notice = Notice(":set theme \(words[0]) shows it; :colour changes its colours.")
        return [.apply(settings)]
    }

    /// Says why nothing is done.
    mutating func refuse(_ mistake: String) -> [Effect] {
        notice = Notice("Error: \(mistake)", isError: true)
        return []
    }

    fileprivate mutating func bind(_ words: [String]) -> [Effect] {
        var lost: [String] = []
        let mistake = ConfigFile.bind(words, in: &keymaps) { conflict in
            let loss = "\(conflict.otherSequence.shown) no longer runs \(conflict.otherCommand)"
            if conflict.otherCommand != conflict.command, !lost.contains(loss) { lost.append(loss) }
        }
        if let mistake {
            notice = Notice("Error: \(mistake)", isError: true)
        } else {
            let line = words.dropFirst().joined(separator: " ")
            settingsChanges.bind(words[0], to: line)
            notice = Notice((["\(words[0]) runs \(line)"] + lost).joined(separator: "; ") + ".")
        }
        return []
    }
}
