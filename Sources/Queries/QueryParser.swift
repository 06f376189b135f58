import Analysis
import Intake

/// Reads what a person typed. It never fails: what cannot be read is named and left out.
///
/// Terms side by side must all hold; `OR` between two terms takes either and binds them more
/// tightly. `docs/query-language.md` is the full description.
package struct QueryParser: Sendable {
    /// Longer text is cut, more terms are left out, deeper brackets are passed over; each is said.
    package static let lengthLimit = 4096
    package static let termLimit = 256
    package static let depthLimit = 32

    /// True while letters are still being typed at the end of the text: the last bare word or
    /// value stands for all that begin so, and what is only begun is no problem yet.
    package var isTyping: Bool

    package init(isTyping: Bool = false) {
        self.isTyping = isTyping
    }

    /// The query in normal form, what could not be read of it, and how each part is read.
    package func parse(_ text: String) -> ParsedQuery {
        var reading = QueryReading(scalars: Array(text.unicodeScalars), isTyping: isTyping)
        return reading.run()
    }
}

/// One run of the parser: a stack of open groups, so that no depth of brackets is recursion.
struct QueryReading {
    private struct Group {
        var isSentence: Bool
        var isNegated: Bool
        var start: Int
        /// Terms that must all hold, each a list of alternatives.
        var terms: [[Query]] = []
        var orRange: Range<Int>?
        var notRange: Range<Int>?
        /// The term before could not be read: an OR after it is not a problem of its own.
        var lostLast = false
        var firstPart: Int
    }

    private let scalars: [Unicode.Scalar]
    let isTyping: Bool
    var scalarCount: Int { scalars.count }
    private var problems: [QueryProblem] = []
    private var parts: [QueryPart] = []
    private var groups: [Group]
    private var skippedDepth = 0
    private var termCount = 0

    init(scalars: [Unicode.Scalar], isTyping: Bool) {
        let limit = QueryParser.lengthLimit
        self.scalars = scalars.count > limit ? Array(scalars[..<limit]) : scalars
        self.isTyping = isTyping
        groups = [Group(isSentence: false, isNegated: false, start: 0, firstPart: 0)]
        if scalars.count > limit {
            note(
                limit..<scalars.count,
                "The query is read up to its character \(limit); the rest is left out.")
        }
    }

    mutating func run() -> ParsedQuery {
        let tokens = QueryLexer.tokens(of: scalars)
        for token in tokens { read(token) }
        while groups.count > 1 {
            let start = groups[groups.count - 1].start
            if !isTyping { noteUnclosed(start) }
            close(at: scalars.count)
        }
        finishTerm(atEnd: true)
        let query = content(of: groups[0])
        if groups[0].terms.count > 1, parts.contains(where: { $0.query.isField }) {
            parts.append(
                QueryPart(
                    range: 0..<scalars.count, query: query,
                    explanation: "all of it in the same article, not in one sentence"))
        }
        return ParsedQuery(
            query: query, problems: problems.sorted { $0.range.lowerBound < $1.range.lowerBound },
            parts: parts)
    }

    mutating func note(_ range: Range<Int>, _ message: String) {
        problems.append(QueryProblem(range: range, message: message))
    }

    // MARK: Tokens

    private mutating func read(_ token: QueryToken) {
        switch token.kind {
        case .open(let isSentence): open(isSentence: isSentence, token.range)
        case .close(let isSentence): close(isSentence: isSentence, token.range)
        case .not:
            groups[top].notRange = groups[top].notRange == nil ? token.range : nil
        case .or: readOr(token.range)
        case .and: break
        case .text(let text): readText(text, token.range)
        case .key(let name, let value): readKey(name, value, token.range)
        }
    }

    private mutating func readOr(_ range: Range<Int>) {
        if groups[top].lostLast { return }
        if groups[top].terms.isEmpty || groups[top].orRange != nil {
            note(range, "\(place(range)) has nothing on its left; it is left out.")
        } else {
            groups[top].orRange = range
        }
    }

    private mutating func readText(_ text: QueryToken.Text, _ range: Range<Int>) {
        if text.isPattern { return readPattern(text, range, Query.pattern) }
        let words = Query.words(in: text.content)
        if text.isOpen && !(isTyping && text.range.upperBound == scalars.count) {
            noteUnclosed(range.lowerBound)
        }
        guard !words.isEmpty else {
            if !(isTyping && text.isOpen) {
                note(
                    range,
                    "\(place(range)) holds no letter or digit; it is left out."
                )
            }
            return lose()
        }
        if !text.isQuoted && text.content.unicodeScalars.contains("*") {
            note(
                range,
                "\(place(range)) is read as words in a row: `*` stands at the end of a word."
            )
        }
        let goesOn = text.hasStar || isBeingTyped(text)
        if text.isQuoted {
            add(goesOn ? Query.phrasePrefix(of: words) : .phrase(words), range)
        } else if goesOn {
            add(text.hasStar ? Query.phrasePrefix(of: words) : Query.begun(words), range)
        } else {
            add(Query.word(of: words), range)
        }
    }

    /// Whether the next letter would still belong to `text`; what is negated counts as complete,
    /// since a first letter would leave out nearly everything.
    func isBeingTyped(_ text: QueryToken.Text) -> Bool {
        guard isTyping, !text.hasStar, groups[top].notRange == nil else { return false }
        let mayGoOn = text.isOpen || !(text.isQuoted || text.isPattern)
        return text.range.upperBound == scalars.count && mayGoOn
    }

    /// What is negated would be left out by every letter of a pattern that is being typed.
    var isNegated: Bool { groups[top].notRange != nil }

    // MARK: Terms

    /// Takes a term in; negated if a `-` stands before it, an alternative if an OR does.
    mutating func add(_ query: Query, _ range: Range<Int>, isGroup: Bool = false) {
        termCount += 1
        guard termCount <= QueryParser.termLimit else {
            if termCount == QueryParser.termLimit + 1 {
                note(
                    range.lowerBound..<scalars.count,
                    "Nothing is read from here on: \(QueryParser.termLimit) terms are the limit."
                )
            }
            return lose()
        }
        let start = groups[top].notRange?.lowerBound ?? range.lowerBound
        let term = groups[top].notRange == nil ? query : query.negated
        if !isGroup {
            parts.append(
                QueryPart(
                    range: start..<range.upperBound, query: term, explanation: term.explanation))
        }
        if groups[top].orRange != nil, !groups[top].terms.isEmpty {
            groups[top].terms[groups[top].terms.count - 1].append(term)
        } else {
            groups[top].terms.append([term])
        }
        lose()
        groups[top].lostLast = false
    }

    /// Forgets the `-` or OR before a term that is not taken in.
    mutating func lose() {
        groups[top].orRange = nil
        groups[top].notRange = nil
        groups[top].lostLast = true
    }

    /// Names a `-` or OR that nothing follows.
    private mutating func finishTerm(atEnd: Bool) {
        if let range = groups[top].notRange, !(isTyping && atEnd) {
            note(
                range,
                "\(place(range)) has nothing after it; it is left out."
            )
        }
        if let range = groups[top].orRange, !(isTyping && atEnd) {
            note(range, "\(place(range)) has nothing on its right; it is left out.")
        }
        lose()
    }

    private func content(of group: Group) -> Query {
        Query.all(group.terms.map(Query.any))
    }

    // MARK: Groups

    private var top: Int { groups.count - 1 }

    private mutating func open(isSentence: Bool, _ range: Range<Int>) {
        guard groups.count <= QueryParser.depthLimit else {
            skippedDepth += 1
            if skippedDepth == 1 {
                note(
                    range,
                    "Brackets deeper than \(QueryParser.depthLimit) are passed over from here on."
                )
            }
            return
        }
        groups.append(
            Group(
                isSentence: isSentence, isNegated: groups[top].notRange != nil,
                start: range.lowerBound, firstPart: parts.count))
    }

    private mutating func close(isSentence: Bool, _ range: Range<Int>) {
        if skippedDepth > 0 {
            skippedDepth -= 1
            return
        }
        guard groups.count > 1 else {
            return note(
                range, "\(place(range)) closes nothing; it is left out.")
        }
        let open = groups[top]
        if open.isSentence != isSentence {
            note(
                range,
                "\(place(open.start..<open.start + 1)) is closed by \(place(range))."
            )
        }
        close(at: range.upperBound)
    }

    /// Ends the innermost group and hands its content to the one around it.
    private mutating func close(at end: Int) {
        finishTerm(atEnd: end == scalars.count)
        let group = groups.removeLast()
        let inner = content(of: group)
        let range = group.start..<end
        guard inner != .everything else {
            if group.terms.isEmpty, !isTyping,
                !problems.contains(where: { range.overlaps($0.range) })
            {
                note(range, "The brackets at \(group.start + 1) hold nothing; they are left out.")
            }
            return lose()
        }
        if group.isSentence {
            parts.insert(
                QueryPart(
                    range: range, query: inner.inOneSentence,
                    explanation: group.isNegated
                        ? "leaves out: all of this in one and the same sentence"
                        : "all of this in one and the same sentence"),
                at: group.firstPart)
        }
        add(group.isSentence ? inner.inOneSentence : inner, range, isGroup: true)
    }

    mutating func noteUnclosed(_ start: Int) {
        let range = start..<start + 1
        note(range, "\(place(range)) is not closed; it is read to the end.")
    }

    /// `befor:x` at 7: the words in question and where they begin, counted from 1.
    func place(_ range: Range<Int>) -> String {
        "`\(shown(range))` at \(range.lowerBound + 1)"
    }

    func shown(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range].prefix(40))
        return String(view) + (range.count > 40 ? "…" : "")
    }
}
