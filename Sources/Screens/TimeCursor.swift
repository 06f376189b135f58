package import Intake
import Queries

// The time cursor: everything as it was known on a day. It goes from one day of publication to
// the next, and is part of what the list, a view or a page is narrowed to.

extension State {
    /// The day as of which the present screen shows what was known; nil for all.
    package var knownOn: Day? {
        switch place.screen {
        case .browse: place.browse.narrowing.knownOn
        case .matrix: place.matrix.query.knownOn
        case .timeline: place.timeline.query.knownOn
        case .chains: place.chains.query.knownOn
        case .drafts: place.drafts.query.knownOn
        case .participant, .source, .point, .context, .history: place.page.query.knownOn
        case .overview: place.overview.list?.query.knownOn
        case .reader, .compare, .proposals, .help: nil
        }
    }

    /// The day before or after on which something was published; after the last one, today.
    mutating func stepInTime(by step: Int) -> [Effect] {
        let days = overview?.publicationDays ?? []
        guard let last = days.last, days.count > 1 else {
            notice = Notice("These articles are of one day, or of none that is stated.")
            return []
        }
        let here = knownOn
        let day: Day?
        if step < 0 {
            day = days.last { $0 < here ?? last }
            if day == nil {
                notice = Notice(
                    "Nothing was published before \(Wording.longDate(PublicationDate(day: here ?? last)))."
                )
                return []
            }
        } else {
            guard let here else {
                notice = Notice("Everything is shown; { goes back to what was known before.")
                return []
            }
            day = days.first { $0 > here && $0 < last }
        }
        return show(knownOn: day)
    }

    /// Shows the present screen as of a day; nil for all that is known.
    mutating func show(knownOn day: Day?) -> [Effect] {
        switch place.screen {
        case .browse: return narrow { $0.knownOn = day }
        case .overview:
            let query = place.overview.list?.query ?? .everything
            return showClashes(within: query.known(on: day))
        case .reader, .compare, .proposals, .help, .context, .history:
            notice = Notice("The time cursor works on the list, on views of it and on pages.")
            return []
        case .matrix: place.matrix.query = place.matrix.query.known(on: day)
        case .timeline: place.timeline.query = place.timeline.query.known(on: day)
        case .chains: place.chains.query = place.chains.query.known(on: day)
        case .drafts: place.drafts.query = place.drafts.query.known(on: day)
        case .participant, .source, .point: place.page.query = place.page.query.known(on: day)
        }
        return askScreen()
    }

    /// `:known-on 2025-12-02`, and `:known-on` alone for all.
    fileprivate mutating func show(knownOn words: [String]) -> [Effect] {
        guard let word = words.first else { return show(knownOn: nil as Day?) }
        guard let date = PublicationDate(edtf: word) else {
            notice = Notice(
                "Error: “\(word)” is no date; write 2025-12-02, or nothing for all.", isError: true)
            return []
        }
        return show(knownOn: date.lastDay)
    }
}

extension Registry {
    static let timeCommands: [Command] = [
        Command(
            "time-back", "Show all as it was known a day of publication earlier",
            hint: "as known before", group: .find, modes: Mode.narrowed, keys: ["{"]
        ) { state, _ in state.stepInTime(by: -1) },
        Command(
            "time-forward", "Show all as it was known a day of publication later",
            group: .find, modes: Mode.narrowed, keys: ["}"]
        ) { state, _ in state.stepInTime(by: 1) },
        Command(
            "known-on", "Show all as it was known on a date; without one, as today",
            group: .find, modes: [], arguments: [.init("DATE")]
        ) { state, words in state.show(knownOn: words) },
    ]
}
