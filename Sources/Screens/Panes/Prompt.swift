package import Queries

/// A line being typed: a search, a command, or a name to go to.
package struct Prompt: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case search
        /// A regular expression, looked for in the text that is read.
        case pattern
        case command, goTo
        /// One of the searches that are kept.
        case saved
        /// One of the places one has been at.
        case trail
        /// What is noted on a sentence.
        case note

        var mode: Mode {
            switch self {
            case .search: .search
            case .pattern: .pattern
            case .command: .commandLine
            case .goTo: .goTo
            case .saved: .saved
            case .trail: .trail
            case .note: .note
            }
        }

        /// So many scalars are taken: as much as a query is read of, and a page of a note.
        var limit: Int { self == .note ? 16_384 : QueryParser.lengthLimit }

        /// What stands before the text.
        var label: String {
            switch self {
            case .search, .pattern: "/"
            case .command: ":"
            case .goTo: "Go to:"
            case .saved: "Search:"
            case .trail: "Narrow:"
            case .note: "Note:"
            }
        }

        /// What the screen is called where what fits fills the body; nil where the body stays.
        var name: String? {
            switch self {
            case .search, .pattern, .note: nil
            case .command: "Commands"
            case .goTo: "Go to anything"
            case .saved: "Saved searches"
            case .trail: "Where you have been"
            }
        }

        /// What stands over what fits.
        var heading: String {
            switch self {
            case .goTo: "Fits, best first"
            default: name ?? ""
            }
        }

        var legend: String {
            switch self {
            case .goTo: "Names only; / looks into the texts.  > looks at commands only"
            case .saved:
                "• so many unread   :save-search NAME keeps one, :forget-search NAME forgets it"
            case .pattern:
                "In this text: . [a-z] \\d \\w \\b ( | ) * + ? {2,5}   4 / looks in all articles"
            case .trail:
                "Each as it was left: filters, selection and scroll. H goes back, L forward"
            case .note: "An empty note is taken away; E writes it in your editor"
            default: "What the settings file takes, this line takes too"
            }
        }
    }

    /// More names than so many are not asked for.
    static let mostNames = 100
    static let mostFacts = 12

    package let kind: Kind
    package var text = ""
    /// Scalars before the cursor.
    package var cursor = 0
    private let kept: Kept
    /// What fits, best first.
    package var suggestions: [Suggestion] = []
    /// The kinds of what fits, under each other; none where all is of one.
    var groups: [Group] = []
    /// The chosen suggestion; nil while none was chosen and Enter takes the text as it is.
    package var choice: Int?
    /// The last key stepped through what fits, or nothing is typed yet where one comes to choose.
    var isChoosing: Bool
    var top = 0
    /// What the archive said fits, for going to.
    var names: [NamedEntry] = []
    /// Who the archive said is quoted and fits, while that is typed.
    var speakers: [FacetValue] = []
    /// Where in the history the up key stands; nil before the first press.
    var recalled: Int?
    /// What is wrong with the pattern being typed.
    var problem: PatternProblem?
    /// What the chosen suggestion leads to, and which that was asked for.
    var peek: Peek?
    var peekedAt: Suggestion.Target?

    /// What Esc restores.
    var saved: Place {
        switch kept {
        case .place(let place): place
        }
    }

    /// A place is large and every key looks at the prompt: it is kept where it need not be moved.
    private indirect enum Kept: Equatable, Sendable {
        case place(Place)
    }

    /// Suggestions of one kind, under a heading.
    struct Group: Equatable, Sendable {
        var title: String
        /// The first of them.
        var start: Int
        var count: Int
    }

    /// A line of the list.
    enum Line: Equatable {
        case heading(Group)
        case suggestion(Int)
    }

    /// The lines below the first heading.
    var lines: [Line] {
        suggestions.indices.flatMap { index -> [Line] in
            let group = index == 0 ? nil : groups.first { $0.start == index }
            return (group.map { [.heading($0)] } ?? []) + [.suggestion(index)]
        }
    }

    init(_ kind: Kind, saved: Place, text: String = "") {
        self.kind = kind
        isChoosing = kind == .saved || kind == .trail
        kept = .place(saved)
        self.text = text
        cursor = text.unicodeScalars.count
    }
}

/// Something that could be typed or gone to.
package struct Suggestion: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        /// Replaces what is being typed by a key or value of the query language.
        case completion(String)
        /// Replaces the word being typed by a key with its value.
        case term(String)
        case command(String)
        /// Narrows the list to a query.
        case search(String)
        /// Replaces the whole command line.
        case argument(String)
        case entry(NamedEntry)
        /// A fact on which articles differ, by its id.
        case fact(String)
        /// A step of the trail.
        case step(Int)
    }
    package var target: Target
    package var name: String
    /// Scalars of `name` that fit what was typed.
    package var highlights: [Int]
    /// What it is, in a word or two: "point", "command".
    package var kind: String
    package var detail: String
    /// Articles it occurs in; nil where that means nothing.
    package var count: Int?
    package var presence: UInt16?
}

extension Prompt {
    /// Inserts text at the cursor; line ends become blanks. False where a line cannot take all.
    mutating func insert(_ typed: String) -> Bool {
        var scalars = Array(text.unicodeScalars)
        let room = max(0, kind.limit - scalars.count)
        let clean = typed.unicodeScalars.prefix(room).map {
            $0.value < 0x20 || $0.value == 0x7F ? " " : $0
        }
        scalars.insert(contentsOf: clean, at: min(cursor, scalars.count))
        set(scalars)
        cursor += clean.count
        recalled = nil
        return typed.unicodeScalars.count <= room
    }

    /// How many scalars at the start are left out so that those before the cursor fit into so many
    /// columns, and the columns of those that are shown before it.
    func start(showingCursorIn room: Int) -> (skipped: Int, columns: Int) {
        let before = Array(text.unicodeScalars.prefix(cursor))
        var skipped = 0
        while true {
            let rest = String(String.UnicodeScalarView(before[skipped...]))
            let columns = TextWidth.columns(of: rest)
            if columns <= room { return (skipped, columns) }
            // A scalar takes two columns at most.
            skipped = min(before.count, skipped + (columns - room + 1) / 2)
        }
    }

    mutating func replace(with text: String) {
        self.text = text
        cursor = text.unicodeScalars.count
    }

    /// The text without blanks at its end.
    var trimmed: String {
        var scalars = text.unicodeScalars
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    mutating func deleteBackward() -> Bool {
        let start = place(before: cursor)
        guard start < cursor else { return false }
        delete(start..<cursor)
        return true
    }

    mutating func deleteForward() -> Bool {
        let end = place(after: cursor)
        guard end > cursor else { return false }
        delete(cursor..<end)
        return true
    }

    /// Scalars up to where the character before or behind a place begins or ends: a letter with its
    /// marks is one.
    private func place(before cursor: Int) -> Int {
        let before = String(text.unicodeScalars.prefix(cursor))
        return cursor - (before.last?.unicodeScalars.count ?? 0)
    }

    private func place(after cursor: Int) -> Int {
        let after = String(text.unicodeScalars.dropFirst(cursor))
        return cursor + (after.first?.unicodeScalars.count ?? 0)
    }

    /// Deletes the word before the cursor and the blanks after it.
    mutating func deleteWord() -> Bool {
        let scalars = Array(text.unicodeScalars)
        var start = min(cursor, scalars.count)
        while start > 0, scalars[start - 1] == " " { start -= 1 }
        while start > 0, scalars[start - 1] != " " { start -= 1 }
        guard start < cursor else { return false }
        delete(start..<cursor)
        return true
    }

    mutating func deleteToStart() -> Bool {
        guard cursor > 0 else { return false }
        delete(0..<cursor)
        return true
    }

    mutating func moveCursor(by step: Int) {
        isChoosing = false
        switch step {
        case -1: cursor = place(before: cursor)
        case 1: cursor = place(after: cursor)
        default: cursor = min(max(0, cursor + step), text.unicodeScalars.count)
        }
    }

    private mutating func delete(_ range: Range<Int>) {
        var scalars = Array(text.unicodeScalars)
        scalars.removeSubrange(range.clamped(to: 0..<scalars.count))
        cursor = range.lowerBound
        set(scalars)
        recalled = nil
    }

    private mutating func set(_ scalars: [Unicode.Scalar]) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        text = String(view)
    }

    /// Said where nothing fits; of a command that takes what one likes, what it does with it.
    var emptyWords: String {
        switch kind {
        case .goTo:
            return "Nothing is called that. Names only are looked at here; / looks into the texts."
        case .saved: return "No search is kept under such a name."
        case .trail: return "You have been at no place of that name."
        default:
            let first = text.split(separator: " ").first.map(String.init) ?? ""
            guard let command = Registry.command(first) else { return "No command is called that." }
            return ":\(command.usage)  \(command.summary)"
        }
    }

    /// What Enter takes before anything is chosen: the first that fits. A command must be the only
    /// one that begins as typed; a search is taken as it stands.
    mutating func chooseFirst() {
        switch kind {
        case .search: choice = nil
        case .command:
            let begun = suggestions.indices.filter { index in
                guard case .command(let name) = suggestions[index].target else { return false }
                return !text.isEmpty && name.hasPrefix(text)
            }
            let exact = begun.first { suggestions[$0].target == .command(text) }
            choice = exact ?? (begun.count == 1 ? begun[0] : nil)
        default: choice = 0
        }
    }

    /// Steps through the suggestions; from none to the first or the last.
    mutating func choose(by step: Int) {
        guard !suggestions.isEmpty else { return }
        let next = choice.map { $0 + step } ?? (step > 0 ? 0 : suggestions.count - 1)
        choice = min(max(0, next), suggestions.count - 1)
        isChoosing = kind.name != nil
    }
}
