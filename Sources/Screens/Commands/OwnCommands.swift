import Analysis
import Intake
import Queries

// What a person does with articles and is kept: read, marked, noted, searches under a name.

extension Registry {
    static let ownCommands: [Command] = [
        Command(
            "mark-article", "Mark what is picked or the article, or take the mark off",
            hint: "mark", group: .own, modes: [.browse, .reader], keys: ["*"]
        ) { state, _ in state.toggleMarked() },
        Command(
            "set-unread", "Set what is picked or the article unread, or read", group: .own,
            modes: [.browse, .reader], keys: ["r"]
        ) { state, _ in state.toggleRead() },
        Command(
            "set-all-read", "Set every article that is listed here read", group: .own,
            modes: [.browse], keys: ["A"]
        ) { state, _ in state.setAllRead() },
        Command(
            "note", "Note something on the sentence; is:noted finds its article", hint: "note",
            group: .own, modes: [.reader], keys: ["e"]
        ) { state, _ in state.openNote() },
        Command(
            "edit-note", "Write the note on the sentence in your editor", group: .own,
            modes: [.reader], keys: ["E"]
        ) { state, _ in state.editNote() },
        Command(
            "show-saved", "Show the searches that are kept, and what is unread in each",
            hint: "saved searches", group: .own, keys: ["B"]
        ) { state, _ in
            state.openPrompt(.saved)
        },
        Command(
            "save-search", "Keep this search under a name", group: .own, modes: [],
            arguments: [.init("NAME")]
        ) { state, words in state.saveSearch(words.joined(separator: " ")) },
        Command(
            "forget-search", "Forget the search of that name", group: .own, modes: [],
            arguments: [.init("NAME", .saved)]
        ) { state, words in state.forgetSearch(words.joined(separator: " ")) },
    ]
}

// MARK: Read and marked

extension State {
    fileprivate mutating func toggleMarked() -> [Effect] {
        let ids = actedOn.map(\.id)
        guard !ids.isEmpty else { return [] }
        // Where some are marked and some are not, all are marked first.
        let isMarked = ids.contains { !self.isMarked($0) }
        let changed = ids.filter { self.isMarked($0) != isMarked }
        let find = isMarked ? ": is:marked finds \(ids.count == 1 ? "it" : "them")." : "."
        notice = Notice(OwnChange.marked(isMarked, ids).words + find)
        return keep(.marked(isMarked, changed), undoneBy: .marked(!isMarked, changed))
    }

    fileprivate mutating func toggleRead() -> [Effect] {
        let ids = actedOn.map(\.id)
        guard !ids.isEmpty else { return [] }
        let isRead = ids.contains { !self.isRead($0) }
        let changed = ids.filter { self.isRead($0) != isRead }
        let find = isRead ? "." : ": is:unread finds \(ids.count == 1 ? "it" : "them")."
        notice = Notice(OwnChange.read(isRead, ids).words + find)
        return keep(.read(isRead, changed), undoneBy: .read(!isRead, changed))
    }

    fileprivate mutating func setAllRead() -> [Effect] {
        let list = place.browse.list
        let unread = list.rows.filter { !$0.isRead && $0.isMet }.map(\.id)
        guard list.window.count == list.total else {
            notice = Notice("These are too many at once; narrow the list with / first.")
            return []
        }
        guard !unread.isEmpty else {
            notice = Notice("Everything listed here has been read.")
            return []
        }
        notice = Notice("\(Wording.counted(unread.count, "article")) set read; u takes it back.")
        return keep(.read(true, unread), undoneBy: .read(false, unread))
    }

    /// Asks what the person has done with the article that has come to the reader's screen.
    mutating func askOwnWork() -> [Effect] {
        guard let id = place.reader.articleID, place.reader.work?.article != id,
            !waiting.contains(.ownWork)
        else { return [] }
        place.reader.show(OwnWork(article: id, isRead: true))
        return [ask(.ownWork(id), for: .ownWork, priority: .later)]
    }

    /// Shows it; what is on the reader's screen has been read. What was undone before can still
    /// be done again.
    mutating func accept(_ work: OwnWork) -> [Effect] {
        place.reader.show(work)
        guard !work.isRead, place.reader.articleID == work.article else { return [] }
        let change = OwnChange.read(true, [work.article])
        remember(.own(.read(false, [work.article]), redoneBy: change), in: \.undone)
        return keep(change)
    }

    private func isMarked(_ id: String) -> Bool {
        place.reader.work.flatMap { $0.article == id ? $0.isMarked : nil }
            ?? known(id)?.isMarked ?? false
    }

    private func isRead(_ id: String) -> Bool {
        known(id)?.isRead ?? place.reader.work?.isRead ?? false
    }

    /// The article as the list has it, else as it was when it was picked.
    private func known(_ id: String) -> ArticleRow? {
        place.browse.list.rows.first { $0.id == id } ?? picked.first { $0.id == id }
    }

    /// Shows a change at once, has it kept, and remembers how to undo it.
    mutating func keep(_ change: OwnChange, undoneBy undoing: OwnChange) -> [Effect] {
        remember(.own(undoing, redoneBy: change), in: \.undone)
        place.browse.redone = []
        trail.changeAll { $0.browse.redone = [] }
        return keep(change)
    }

    /// Own work is the same wherever one goes back to, so it can be undone and redone there, too.
    mutating func remember(_ step: BrowseScreen.Undoable, in steps: BrowseScreen.Steps) {
        place.browse[keyPath: steps].append(step)
        trail.changeAll { $0.browse[keyPath: steps].append(step) }
    }

    /// Once undone or redone it is so everywhere.
    mutating func forget(_ step: BrowseScreen.Undoable, in steps: BrowseScreen.Steps) {
        place.browse.forget(step, in: steps)
        trail.changeAll { $0.browse.forget(step, in: steps) }
    }

    /// Shows a change at once, wherever the article stands, and has it kept.
    mutating func keep(_ change: OwnChange) -> [Effect] {
        place.take(change)
        for index in picked.indices { picked[index].take(change) }
        trail.changeAll { $0.take(change) }
        for letter in marks.keys { marks[letter]?.take(change) }
        return [.keep(change)]
    }

    /// A change has been kept: searches are counted again where they are shown, and everything is
    /// where something is rejected or is so no more.
    mutating func kept(_ change: OwnChange) -> [Effect] {
        switch change {
        case .save, .forget:
            let asks = [ask(.savedSearches, for: .savedSearches)]
            let named = place.browse.query(isTyping: false).query.keptSearches
            return asks + (named.isEmpty ? [] : askCounted())
        case .verdict(let verdict) where verdict.state != .accepted: return askCounted()
        case .read, .marked, .note, .verdict: return []
        }
    }
}

extension OwnChange {
    /// What is so now: "2 articles marked", "The note is taken away".
    var words: String {
        switch self {
        case .read(let isRead, let ids):
            "\(Wording.counted(ids.count, "article")) set \(isRead ? "read" : "unread")"
        case .marked(let isMarked, let ids):
            "\(Wording.counted(ids.count, "article")) \(isMarked ? "marked" : "marked no more")"
        case .note(let note):
            note.text.isEmpty ? "The note is taken away" : "The note is there again"
        case .verdict(let verdict):
            verdict.state.map { "The finding is \($0.rawValue) again" }
                ?? "Nothing is decided on it"
        case .save(let search): "“\(search.name)” is kept"
        case .forget(let search): "“\(search.name)” is forgotten"
        }
    }
}

extension Place {
    /// Shows a change of the person's own work.
    fileprivate mutating func take(_ change: OwnChange) {
        switch change {
        case .read(let isRead, let ids):
            for id in ids { browse.list.change(id) { $0.isRead = isRead } }
        case .marked(let isMarked, let ids):
            for id in ids { browse.list.change(id) { $0.isMarked = isMarked } }
            if let id = reader.articleID, ids.contains(id) { reader.mark(isMarked) }
        case .note(let note): if reader.articleID == note.article { reader.take(note) }
        case .verdict(let verdict):
            if reader.articleID == verdict.article { reader.take(verdict) }
        case .save, .forget: break
        }
    }
}

extension ArticleRow {
    fileprivate mutating func take(_ change: OwnChange) {
        switch change {
        case .read(let isRead, let ids): if ids.contains(id) { self.isRead = isRead }
        case .marked(let isMarked, let ids): if ids.contains(id) { self.isMarked = isMarked }
        case .note, .verdict, .save, .forget: break
        }
    }
}

extension ArticleList {
    fileprivate mutating func change(_ id: String, _ body: (inout ArticleRow) -> Void) {
        if let index = rows.firstIndex(where: { $0.id == id }) { body(&rows[index]) }
    }
}

// MARK: Notes

extension State {
    /// The note on the sentence one is at, or an empty one.
    private var noteHere: Note? {
        guard place.screen == .reader, let article = place.reader.analyzed?.article,
            article.sentences.indices.contains(place.reader.sentence)
        else { return nil }
        let sentence = place.reader.sentence
        return place.reader.work?.notes.first { $0.sentence == sentence }
            ?? Note("", on: sentence, of: article)
    }

    fileprivate mutating func openNote() -> [Effect] {
        guard let note = noteHere else { return [] }
        noting = note
        prompt = Prompt(.note, saved: place, text: note.text)
        return []
    }

    fileprivate mutating func editNote() -> [Effect] {
        guard let note = noteHere else { return [] }
        noting = note
        return [.edit(note.text)]
    }

    /// Takes what was written; nothing takes the note away.
    mutating func finishNote(_ text: String) -> [Effect] {
        guard let before = noting else { return [] }
        noting = nil
        var note = before
        note.text = text
        guard note != before else { return [] }
        notice = Notice(
            text.isEmpty ? "The note is taken away." : "Noted: is:noted finds the article.")
        return keep(.note(note), undoneBy: .note(before))
    }
}

// MARK: Searches under a name

extension State {
    fileprivate mutating func saveSearch(_ typed: String) -> [Effect] {
        let query = place.browse.query(isTyping: false).query
        guard let name = SavedSearch.name(typed: typed) else {
            return refuse("a name is needed: save-search NAME")
        }
        guard query != .everything else {
            return refuse(
                "nothing is searched for; / and filters narrow the list first.")
        }
        guard !query.rests(on: name, among: savedSearches) else {
            return refuse(
                "“\(name)” stands in this search itself; give it another name.")
        }
        notice = Notice("Kept as “\(name)”: B shows it, saved:NAME asks for it.")
        let search = SavedSearch(name: name, query: QueryPrinter.text(of: query))
        let before = savedSearches.first { $0.name == name }
        return keep(.save(search), undoneBy: before.map(OwnChange.save) ?? .forget(search))
    }

    fileprivate mutating func forgetSearch(_ name: String) -> [Effect] {
        let alike = savedSearches.first { $0.name.lowercased() == name.lowercased() }
        guard let search = savedSearches.first(where: { $0.name == name }) ?? alike else {
            return refuse("no search is kept as “\(name)”.")
        }
        notice = Notice("“\(search.name)” is forgotten.")
        return keep(.forget(search), undoneBy: .save(search))
    }

    mutating func acceptSaved(_ searches: [SavedSearch]) {
        savedSearches = searches
        if [.saved, .goTo, .command, .search].contains(prompt?.kind) { suggest() }
    }

    /// The searches whose names fit what is typed.
    func savedSuggestions(_ prompt: Prompt) -> [Suggestion] {
        savedSearches.compactMap { search in
            FuzzyMatch(prompt.text, in: search.name).map { match in
                let count = Wording.number(search.unreadCount)
                let unread = search.unreadCount > 0 ? "• \(count)" : ""
                return Suggestion(
                    target: .search(search.query), name: search.name, highlights: match.places,
                    kind: unread, detail: search.query, count: search.count)
            }
        }
    }

    /// Narrows the list to a search.
    mutating func show(search query: String) -> [Effect] {
        narrow { $0 = BrowseScreen.Narrowing(typed: query) }
    }
}
