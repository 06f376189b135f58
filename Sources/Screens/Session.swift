import Intake
import Queries

/// A place as text can keep it: the screen by its address, and where one stands on it.
package struct KeptPlace: Equatable, Sendable {
    var address: Address
    var standing = Standing()
}

/// Where a person left off, kept for the next start: one `key value` a line.
package struct Session: Equatable, Sendable {
    /// What was searched for in the list.
    var query = ""
    /// What else narrows the list.
    var filters: [Filter] = []
    /// Where one stands in the list and its panes.
    var list = Standing()
    var pane = PaneName.articles
    var widths = PaneWidths()
    /// The screen over the list.
    var screen: KeptPlace?
    /// What was searched for, newest first.
    var searches: [String] = []
    /// Patterns that were looked for in a text, newest first.
    var patterns: [String] = []
    /// Articles that were picked, in order, as a list has them.
    var picked: [ArticleRow] = []
    /// Marked places by their letters.
    var marks: [Character: KeptPlace] = [:]

    /// So many picked articles are kept.
    private static let mostPicked = 500

    package init() {}

    /// Reads what `text` gave; lines that are not understood are passed over.
    package init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let (key, value) = (line.prefix { $0 != " " }, line.drop { $0 != " " }.dropFirst())
            let words = String(value)
            switch key {
            case "query": query = words
            case "filter": if let filter = Filter(line: words) { filters.append(filter) }
            case "list": list.read(words)
            // As it was written before there was `list`.
            case "article": list[.row] = .init(id: words, index: 0)
            case "pane": pane = Int(words).flatMap(PaneName.init) ?? .articles
            case "width": widths.read(words)
            case "screen": screen = Address(words).map { KeptPlace(address: $0) }
            case "at": screen?.standing.read(words)
            case "search": searches.append(words)
            case "pattern": patterns.append(words)
            case "picked":
                if let row = ArticleRow(line: words), picked.count < Session.mostPicked {
                    picked.append(row)
                }
            case "mark":
                if let letter = words.first, let address = Address(String(words.dropFirst(2))) {
                    marks[letter] = KeptPlace(address: address)
                }
            case "in":
                if let letter = words.first { marks[letter]?.standing.read(words.dropFirst(2)) }
            default: break
            }
        }
    }

    package var text: String {
        var lines = ["query \(query)", "pane \(pane.rawValue)"]
        lines += filters.map { "filter \($0.line)" } + list.lines.map { "list \($0)" }
        lines += widths.lines.map { "width \($0)" }
        if let screen {
            lines.append("screen \(screen.address.text)")
            lines += screen.standing.lines.map { "at \($0)" }
        }
        lines += searches.map { "search \($0)" } + patterns.map { "pattern \($0)" }
        lines += picked.prefix(Session.mostPicked).map { "picked \($0.line)" }
        for (letter, place) in marks.sorted(by: { $0.key < $1.key }) {
            lines.append("mark \(letter) \(place.address.text)")
            lines += place.standing.lines.map { "in \(letter) \($0)" }
        }
        return lines.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
    }
}

extension PaneWidths {
    fileprivate var lines: [String] {
        columns.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "\($0.key.rawValue) \($0.value)"
        }
    }

    fileprivate mutating func read(_ line: String) {
        let words = line.split(separator: " ")
        guard words.count == 2, let pane = Pane(rawValue: String(words[0])),
            let width = Int(words[1]), (1...1000).contains(width)
        else { return }
        columns[pane] = width
    }
}

extension ArticleRow {
    /// Id, kind, day, outlet, outlet's id, sentences and heading, a tab between them.
    fileprivate var line: String {
        [
            id, kind.rawValue, published?.edtf ?? "", outlet ?? "", outletID ?? "",
            String(sentenceCount), heading,
        ].map { $0.replacing("\t", with: " ") }.joined(separator: "\t")
    }

    fileprivate init?(line: String) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 7, !parts[0].isEmpty, let kind = Article.Kind(rawValue: parts[1]),
            let count = Int(parts[5])
        else { return nil }
        func stated(_ index: Int) -> String? { parts[index].isEmpty ? nil : parts[index] }
        self.init(
            id: parts[0], title: stated(6), outletID: stated(4), outlet: stated(3),
            published: PublicationDate(edtf: parts[2]), kind: kind, language: nil,
            sentenceCount: count)
    }
}

extension Filter {
    /// Field, value and name, a tab between them.
    fileprivate var line: String {
        [field.rawValue, value, name].map { $0.replacing("\t", with: " ") }.joined(separator: "\t")
    }

    fileprivate init?(line: String) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let field = Query.Field(rawValue: parts[0]) else { return nil }
        self.init(field: field, value: parts[1], name: parts[2])
    }
}

extension State {
    /// Where the person is now.
    package var session: Session {
        var session = Session()
        session.query = place.browse.narrowing.typed
        session.filters = place.browse.narrowing.filters
        session.list = place.browse.standing
        session.pane = place.browse.focus
        session.widths = widths
        session.screen = returning?.isAwaited(in: self) == true ? returning?.place : keptPlace
        if place.screen == .browse, session.screen == keptPlace { session.screen = nil }
        // What the first start opened by itself, and nobody went to.
        if place.screen == .overview, !trail.canGoBack { session.screen = nil }
        session.searches = searches
        session.patterns = patterns
        session.picked = picked
        session.marks = keptMarks
        for (letter, place) in marks {
            var there = self
            there.place = place
            session.marks[letter] = there.keptPlace
        }
        return session
    }

    /// The present place; nil while what it shows has not come.
    private var keptPlace: KeptPlace? { address.map { KeptPlace(address: $0, standing: standing) } }

    /// Goes on where a person left off; for a state that has not started.
    package mutating func resume(_ session: Session) {
        place.browse.narrowing = BrowseScreen.Narrowing(typed: session.query)
        place.browse.narrowing.filters = session.filters
        place.browse.return(to: session.list)
        place.browse.focus = session.pane
        widths = session.widths
        searches = session.searches
        patterns = session.patterns
        picked = session.picked
        keptMarks = session.marks
        guard startingAddress == nil, let screen = session.screen else { return }
        startingAddress = screen.address
        returning = Returning(to: screen)
    }
}
