import Queries

/// A screen: what fills the terminal.
package enum Screen: String, CaseIterable, Hashable, Sendable {
    case overview, browse, reader, compare, participant, source, point, context, history, matrix,
        timeline,
        chains,
        drafts, proposals, help

    package var mode: Mode {
        switch self {
        case .overview: .overview
        case .browse: .browse
        case .reader: .reader
        case .compare: .compare
        case .participant, .source, .point, .context, .history: .page
        case .matrix: .matrix
        case .timeline: .timeline
        case .chains: .chains
        case .drafts: .drafts
        case .proposals: .proposals
        case .help: .help
        }
    }
}

/// What decides which commands a key reaches: the screen, or the prompt over it.
package enum Mode: String, CaseIterable, Hashable, Sendable {
    case overview, browse, reader, compare, page, matrix, timeline, chains, drafts, proposals,
        help, search, pattern, commandLine, goTo, saved, trail, note

    /// Those in which letters are typed rather than commands.
    package static let typing: Set<Mode> = [
        .help, .search, .pattern, .commandLine, .goTo, .saved, .trail, .note,
    ]
    package static let reading: Set<Mode> = [
        .overview, .browse, .reader, .compare, .page, .matrix, .timeline, .chains, .drafts,
        .proposals,
    ]
}

/// A whole view state: which screen, and where it stands. Going back restores it as it was.
package struct Place: Equatable, Sendable {
    package var screen: Screen
    package var overview = OverviewScreen()
    package var browse = BrowseScreen()
    package var reader = ReaderScreen()
    package var compare = CompareScreen()
    package var page = PageScreen()
    package var matrix = MatrixScreen()
    package var timeline = TimelineScreen()
    package var chains = ChainsScreen()
    package var drafts = DraftsScreen()
    package var proposals = ProposalsScreen()
    package var help = HelpScreen()

    package init(screen: Screen) {
        self.screen = screen
    }
}

extension State {
    /// Shows another screen; where one was can be gone back to.
    mutating func go(to screen: Screen) {
        remember()
        place.screen = screen
    }

    /// Keeps the present place for going back to.
    mutating func remember() { trail.leave(place) }

    /// Goes to the place before; false when there is none.
    mutating func goBack() -> Bool { come(to: trail.goBack(from: place)) }

    /// Undoes `goBack`, on the branch it was done on; false when there is nothing ahead.
    mutating func goForward() -> Bool { come(to: trail.goForward(from: place)) }

    private mutating func come(to there: Place?) -> Bool {
        guard let there else { return false }
        place = there
        place.comeBack()
        return true
    }
}

extension Place {
    /// What the views that are not shown have from an archive that has changed since is asked for
    /// again when they are opened.
    mutating func forgetViews() {
        if screen != .matrix { matrix = MatrixScreen() }
        if screen != .timeline { timeline = TimelineScreen() }
        if screen != .chains { chains = ChainsScreen() }
        if screen != .drafts { drafts = DraftsScreen() }
    }

    /// What was asked for here and had not come when one left is asked for again: the answer went
    /// to the place that was shown then.
    mutating func comeBack() {
        browse.previewID = browse.preview.articleID
        reader.forgetUnanswered()
        matrix.askedFor = matrix.sentencesOf
        timeline.forgetAsked()
        drafts.askedFor = drafts.sentencesOf
    }
}
