import Screens

/// Something that happens to the program in a random walk.
enum Step: Equatable, Sendable {
    case keys([Key])
    case resize(Size)
    /// A pause long enough for the timers.
    case pause
    /// So many of the answers that are due arrive.
    case answers(Int)
    case ground(Ground)
    /// Another article is taken in behind the screen.
    case arrival
    /// The settings file was written anew, with this in it.
    case settings(String)
    /// A macro is played, or what was to be one.
    case macro(String)

    var words: String {
        switch self {
        case .keys(let keys): keys.map { $0.notation ?? "\($0)" }.joined()
        case .resize(let size): "\(size.columns)x\(size.rows)"
        case .pause: "(pause)"
        case .answers(let count): "(\(count) answers)"
        case .ground(let ground): "(\(ground))"
        case .arrival: "(another article)"
        case .settings(let text): "(settings \(text.debugDescription))"
        case .macro(let text): "(macro \(text.debugDescription))"
        }
    }
}

extension Chance {
    mutating func step() -> Step {
        switch below(100) {
        case 0..<30: return .keys(bound())
        case 30..<37: return .keys(named(one(of: Self.ways)))
        case 37: return .settings(one(of: Self.files))
        case 38: return .macro(one(of: Self.macros))
        case 39:
            return .keys([.alt(scalar()), .function(below(13)), .control(one(of: ["x", "@"]))])
        case 40..<48: return .keys([.enter])
        case 48..<54: return .keys([.escape])
        case 54..<60: return .keys([.character(scalar())])
        case 60..<63: return .keys([.paste(words(below(4)))])
        case 63..<71: return .keys([.mouse(mouse())])
        case 71..<77: return .resize(size())
        case 77..<79: return .keys([one(of: [.focusGained, .focusLost])])
        case 79..<85: return .keys(typed(":" + command()) + [.enter])
        case 85..<90: return .keys(typed("/" + one(of: Self.queries)))
        case 90..<92: return .pause
        case 92..<97: return .answers(below(4) + 1)
        case 97: return .ground(isOne(in: 2) ? .dark : .light)
        default: return .arrival
        }
    }

    /// Any size, most often one that people have.
    mutating func size() -> Size {
        let usual = [(80, 24), (120, 40), (100, 30), (60, 20), (40, 12), (200, 60)]
        if isOne(in: 2) {
            let (columns, rows) = one(of: usual)
            return Size(columns: columns, rows: rows)
        }
        if isOne(in: 3) { return Size(columns: below(24) + 1, rows: below(9) + 1) }
        return Size(columns: below(400) + 1, rows: below(120) + 1)
    }

    private func typed(_ text: String) -> [Key] {
        text.map { $0 == "\t" ? .tab : $0 == "\r" ? .enter : .character($0) }
    }

    private func named(_ notation: String) -> [Key] {
        (try? KeySequence(notation))?.keys ?? [.escape]
    }

    private mutating func bound() -> [Key] {
        let command = one(of: Registry.all.filter { !$0.keys.isEmpty })
        return (try? KeySequence(one(of: command.keys)))?.keys ?? [.escape]
    }

    private mutating func mouse() -> Key.Mouse {
        let kinds: [Key.Mouse.Kind] = [.press, .press, .release, .drag, .wheelUp, .wheelDown]
        let isNear = below(4) > 0
        return Key.Mouse(
            kind: one(of: kinds), column: below(isNear ? 120 : 500),
            row: below(isNear ? 40 : 200))
    }

    /// A command by its name with something behind it; none that writes a file.
    private mutating func command() -> String {
        if isOne(in: 3) { return one(of: Self.commands) }
        let name = one(of: Registry.all).name
        return isOne(in: 2) ? name : name + " " + words(1).replacing("\n", with: " ")
    }

    /// Keys that lead from the list to each screen, and to each line that is typed.
    private static let ways = [
        "<Enter>", "<Enter>O", "<Enter>F", "<Enter>/e", "<Enter>eremark", "<Space>j<Space>c",
        "1j<Enter>", "2<Enter>", "3<Enter>", "0", "M", "T", "C", "D", "P", "?", "X", "B", "<C-p>u",
        "A", "/um", ":se", "<Enter>W", "p", ";", "vjv",
    ]

    private static let files = [
        "", "theme = 'light'\nascii = true\n", "[keys]\n\"<F4>\" = 'show-overview'\n", "mouse = 5",
        "]][[\u{202E}", "[keys]\nq = 'go-back'\n[themes.mine]\nlike = 'dark'\n", "ascii = false\n",
    ]

    private static let macros = ["jj", ":set ascii on", "/nato<Enter>n", "<Nokey>", ":", ""]

    private static let commands = [
        "set theme light", "set theme contrast", "set theme auto", "set ascii on", "set ascii off",
        "set colour none", "set colour", "set nothing at all", "bind zz show-matrix", "bind <",
        "colour dark focus #102030", "add-theme mine like dark", "parley:", "note 日本", "nonsense",
        "save-search one", "forget-search one", "open-address parley:overview", "",
    ]

    private static let queries = [
        "nato", "w", "actor:", "actor:um\t", "\"a phrase", "{speaker:putin point:nato-membership}",
        "-talks", "source:?", "before:2025-12-02", "after:x", "日本", "\u{301}", "((", "a OR b",
        "zebra\r", "umerov\r", "is:unread\r", "has:clash\r", "\u{202E}x", "point:", "draft:us-28\r",
    ]
}
