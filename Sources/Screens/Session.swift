import Queries

/// Where a person left off, kept for the next start: one `key value` a line.
package struct Session: Equatable, Sendable {
    /// What the list was narrowed to.
    var query = ""
    /// The selected article.
    var article: String?
    var pane = PaneName.articles
    /// The screen over the list, by its address.
    var screen: Address?
    /// What was searched for, newest first.
    var searches: [String] = []
    /// Patterns that were looked for in a text, newest first.
    var patterns: [String] = []
    /// Marked places by their letters.
    var marks: [Character: Address] = [:]

    package init() {}

    /// Reads what `text` gave; lines that are not understood are passed over.
    package init(_ text: String) {
        for line in text.split(separator: "\n") {
            let (key, value) = (line.prefix { $0 != " " }, line.drop { $0 != " " }.dropFirst())
            let words = String(value)
            switch key {
            case "query": query = words
            case "article": article = words
            case "pane": pane = Int(words).flatMap(PaneName.init) ?? .articles
            case "screen": screen = Address(words)
            case "search": searches.append(words)
            case "pattern": patterns.append(words)
            case "mark":
                if let letter = words.first, let address = Address(String(words.dropFirst(2))) {
                    marks[letter] = address
                }
            default: break
            }
        }
    }

    package var text: String {
        var lines = ["query \(query)", "pane \(pane.rawValue)"]
        if let article { lines.append("article \(article)") }
        if let screen { lines.append("screen \(screen.text)") }
        lines += searches.map { "search \($0)" } + patterns.map { "pattern \($0)" }
        lines += marks.sorted { $0.key < $1.key }.map { "mark \($0.key) \($0.value.text)" }
        return lines.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
    }
}

extension State {
    /// Where the person is now.
    package var session: Session {
        var session = Session()
        let query = place.browse.query(isTyping: false).query
        session.query = query == .everything ? "" : QueryPrinter.text(of: query)
        session.article = place.browse.list.selected?.id
        session.pane = place.browse.focus
        // From the overview the list is one key away, and the other way round.
        session.screen = address == .overview || place.screen == .browse ? nil : address
        session.searches = searches
        session.patterns = patterns
        session.marks = markAddresses
        for (letter, place) in marks {
            var there = self
            there.place = place
            session.marks[letter] = there.address
        }
        return session
    }

    /// Goes on where a person left off; for a state that has not started.
    package mutating func resume(_ session: Session) {
        place.browse.narrowing = BrowseScreen.Narrowing(typed: session.query)
        place.browse.focus = session.pane
        place.browse.list.wanted = session.article
        searches = session.searches
        patterns = session.patterns
        if startingAddress == nil { startingAddress = session.screen }
        markAddresses = session.marks
    }
}
