package import Analysis
package import Queries

// Screens is everything seen, as values. In: actions, which are facts (a key, an answer, a new
// size). Out: effects, which are wishes as data, and a frame of cells. It refuses to know disk,
// terminal, clock and threads.
//
//     Terminal, archive --> Action --> update(&state, action) --> [Effect] --> parley's runner
//                                          |
//                                     view(state) --> Frame --> Terminal

/// Everything the browser knows at one moment.
package struct State: Equatable, Sendable {
    package var size: Size
    /// What the eye sees; the trail holds others of its kind.
    package var place: Place
    package var trail: Trail
    /// The line being typed, when there is one.
    package var prompt: Prompt?
    /// The corpus in numbers; nil until the archive has answered.
    package var overview: Overview?
    /// On what all articles differ, as far as it has been asked.
    package var clashes = ClashList(of: .everything)
    /// The dossier's names for the ids that findings carry.
    package var labels: Labels
    package var settings: Settings
    package var keymaps: Keymaps
    /// Keys of a sequence that has begun and is not complete.
    package var pending: [Key] = []
    /// The keys that may follow `pending` are listed, because it has waited a while.
    package var isShowingKeys = false
    /// Light or dark, as the terminal answered; the setting may overrule it.
    package var ground: Ground = .dark
    /// How often each slot has been asked; an answer of an older generation is dropped.
    package var generations: [Slot: Int] = [:]
    /// Slots whose answer has not come yet.
    package var waiting: Set<Slot> = []
    /// What was said last, until the next key.
    package var notice: Notice?
    /// Long work behind the screen, such as an import.
    package var progress: Progress?
    /// Findings are of older rules or another dossier, and are to be made anew behind the screen.
    package var isBehind = false
    /// What was decided about proposals and can be undone, oldest first.
    package var decisions: [ProposalDecision] = []
    /// A decision that has not been carried out yet: the next waits for it.
    var deciding: ProposalDecision?
    /// The note that is being written, on which sentence.
    var noting: Note?
    /// Searches kept under a name, as last counted.
    package var savedSearches: [SavedSearch] = []
    /// Articles of the archive as the list and the overview last both had them.
    var agreedTotal: Int?
    /// Articles that commands act on together, in the order of picking.
    package var picked: [ArticleRow] = []
    /// What was searched for, newest first.
    package var searches: [String] = []
    /// Patterns that were looked for in a text, newest first.
    package var patterns: [String] = []
    /// Places marked with `m` and a letter.
    package var marks: [Character: Place] = [:]
    /// What a newcomer is being led through.
    package var tutorial: Tutorial?
    /// Scripts that are played by name: the settings file's, and what was recorded.
    package var macros: [String: Script] = [:]
    /// Macros in files, by name.
    package var macroFiles: [String] = []
    /// What `@` plays.
    var lastMacro: String?
    /// How wide the person wants panes.
    package var widths = PaneWidths()
    /// What the mouse has hold of.
    var drag: Drag?
    /// What the person presses, while it is being written down.
    package var recording: Recording?
    /// Those of `macros` that came from files.
    var readMacros: Set<String> = []
    /// Those of `macros` that the settings file has.
    var settingsMacros: Set<String> = []
    /// What was set after `:`, for the settings file to take up.
    var settingsChanges = SettingsChanges()
    /// Keys of a macro that are still to be pressed, and how many were since the person's last.
    var playing: [Key] = []
    var played = 0
    /// Places marked in an earlier session.
    var keptMarks: [Character: KeptPlace] = [:]
    /// The last key asked to leave; the same key again leaves.
    package var isAskedToLeave = false
    /// The screen that appears when the answer to it comes; until then the old one stays.
    var opening: Opening?
    /// The screen to open with, over the first one.
    var startingAddress: Address?
    /// Where one stood in an earlier session and is to stand again.
    var returning: Returning?
    /// What is to stand beside what when a comparison opens.
    var openingAlignment: CompareScreen.Alignment?
    /// The fact that is to be shown first when a comparison opens.
    var openingFact: Disagreement?
    /// An answer has been waited for long enough to say so.
    package var isBusy = false
    /// How much of the list's question is done, 0 to 1, where that is told.
    var searched: Double?
    /// Steps to the next passage (or back, when negative) pressed before the list had come.
    var pendingSteps = 0
    /// A search that found so many articles while its last word was only begun: kept as such should
    /// the word alone find nothing.
    struct BegunSearch: Equatable, Sendable {
        var text: String
        var met: Int
    }
    var begunSearch: BegunSearch?
    /// Where in the list the last article was picked.
    var pickAnchor: Int?
    /// What is being fetched to be copied with its citation.
    var citing: Citing?
    /// Letters stand at all that can be selected, and are being typed.
    var jump: Jump?
    /// The next key is the letter of a mark.
    var markRequest: MarkRequest?

    /// The state before anything was answered; hand `Action.started` to `update` next.
    package init(
        size: Size, dossier: Dossier = .empty, settings: Settings = Settings(),
        keymaps: Keymaps = Registry.keymaps, screen: Screen = .browse, address: Address? = nil
    ) {
        self.size = size
        labels = Labels(dossier: dossier)
        self.settings = settings
        self.keymaps = keymaps
        place = Place(screen: screen)
        trail = Trail(place)
        startingAddress = address
    }

    /// Which commands and keys work now.
    package var mode: Mode {
        if let prompt { return prompt.kind.mode }
        return place.screen.mode
    }

    /// The articles that carry a letter, oldest first; empty above a dozen.
    var letters: [ArticleLetter] { overview?.letters ?? [] }

    /// The archive has answered that it holds nothing.
    var isCorpusEmpty: Bool { overview?.articleCount == 0 }

    /// The place the screens show when they say what of: the dossier's title.
    var title: String { overview?.dossierTitle ?? labels.title }
}

/// What is to be shown once its answer is there.
enum Opening: Equatable, Sendable {
    /// An article, at a sentence.
    case reader(sentence: Int?)
    case page(within: Query)
    case comparison
}

/// What the letter after `m` or `'` is for.
enum MarkRequest: Equatable, Sendable { case set, go }

/// What each key does, by mode.
package typealias Keymaps = [Mode: Keymap]

/// The dark or light ground of the terminal.
package enum Ground: String, CaseIterable, Sendable { case dark, light }

/// A place an answer belongs to. A new question for a slot replaces the one before it.
package enum Slot: String, CaseIterable, Hashable, Sendable {
    case overview, articles, preview, reader, matches, page, comparison, names, matrix, timeline,
        chains,
        drafts, cell, proposals, proposal, clashes, tellings, ownWork, savedSearches
    /// How many articles each part of a query that found nothing has.
    case counts
    /// An article that is to be cited.
    case citation
    /// One whose address is to be opened.
    case link
    /// What other articles have that the one being read lacks.
    case aside
    /// What a name that could be gone to leads to.
    case peek
    /// Articles that are to be picked and are not all held.
    case range
    /// Articles that are to be picked by what they meet.
    case picks
}

/// One line said to the person, in the legend's place until the next key.
package struct Notice: Hashable, Sendable {
    package var text: String
    package var isError: Bool

    package init(_ text: String, isError: Bool = false) {
        self.text = text
        self.isError = isError
    }

    /// What went wrong, without the word that says that something did; nil where nothing did.
    package var complaint: String? {
        guard isError else { return nil }
        return text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text
    }
}

/// How far long work has come: "Reading 1,240 of 5,000".
package struct Progress: Hashable, Sendable {
    /// A verb in its -ing form, with its object if any: "Reading".
    package var activity: String
    package var done: Int
    /// Nil when nobody knows yet.
    package var total: Int?
    /// The part of all that is done, 0 to 1, where only that is known.
    package var share: Double?

    package init(activity: String, done: Int, total: Int?, share: Double? = nil) {
        self.activity = activity
        self.done = done
        self.total = total
        self.share = share
    }
}
