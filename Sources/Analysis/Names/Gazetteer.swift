/// All names of a dossier as a trie over words: one look-up a word, the longest name wins.
///
/// Names match whole words and keep their capitals: a name written with a capital does not meet
/// a small word, and one of up to three capitals ("US", "AP") meets capitals only. Longer ones in
/// capitals also meet the form with one ("Nato", "Tass").
struct Gazetteer: Sendable {
    /// A name of an entry of the dossier.
    struct Entry: Sendable {
        enum Kind: Sendable {
            /// The entry's full name, or another name of two words or more that ends with a surname.
            case full
            /// Any other name.
            case alias
            /// The last word of a person's full name, where the dossier does not list it.
            case surname
            /// A place whose name can stand for the entry.
            case metonym
            /// Looks like a name of the entry, but is somebody or something else.
            case notThis
        }

        var target: Mention.Target
        var kind: Kind
        var isWeak: Bool
        /// Words in front that are an office: 1 in "Rep. Bacon" (with its point: 2).
        var titleLength: Int
        fileprivate var capitals: Pattern
        fileprivate var next: Int32
    }

    /// Which words of a name must be written how; bit i is word i.
    fileprivate struct Pattern {
        var capitalised: UInt32 = 0
        var allCaps: UInt32 = 0
        var small: UInt32 = 0
    }

    private var edges = WordTable()
    /// First words of names as a text has them with a capital, and as it has them without.
    private var starts = WordFilter(size: 1 << 16)
    private var smallStarts = WordFilter(size: 4096)
    /// For each node the first of its entries, or -1.
    private var firstEntry: [Int32] = [-1]
    private(set) var entries: [Entry] = []

    /// Compiles the names of a dossier's participants, outlets and places.
    init(dossier: Dossier) {
        for (index, participant) in dossier.participants.enumerated() {
            addNames(of: participant, .participant(index))
        }
        for (index, outlet) in dossier.outlets.enumerated() {
            add(outlet.aliases, name: outlet.name, .outlet(index))
            for text in outlet.notThis { insert(text, .outlet(index), .notThis, isWeak: false) }
        }
        for (index, place) in dossier.places.enumerated() {
            add(place.aliases, name: place.name, .place(index))
            for text in place.notThis { insert(text, .place(index), .notThis, isWeak: false) }
        }
    }

    private mutating func addNames(of participant: Participant, _ target: Mention.Target) {
        add(
            participant.aliases, name: participant.name, target,
            isPerson: participant.kind == .person)
        for text in participant.metonyms { insert(text, target, .metonym, isWeak: false) }
        let surname = Tokeniser.tokens(of: participant.name, lexicon: .empty).last?.word
        for text in participant.notThis {
            // A surname that is somebody else's as well still follows its bearer's full name.
            let words = Tokeniser.tokens(of: text, lexicon: .empty).map(\.word)
            if participant.kind == .person, words.count == 1, words.first == surname { continue }
            insert(text, target, .notThis, isWeak: false)
        }
        if participant.kind == .person, let last = participant.name.split(separator: " ").last {
            insert(String(last), target, .surname, isWeak: true)
        }
    }

    private mutating func add(
        _ aliases: [Alias], name: String, _ target: Mention.Target, isPerson: Bool = false
    ) {
        let listed = aliases.contains { $0.text == name }
        for alias in listed ? aliases : [Alias(name)] + aliases {
            let isFull = alias.text == name || isPerson && alias.text.contains(" ")
            insert(alias.text, target, isFull ? .full : .alias, isWeak: alias.isWeak)
        }
    }

    private mutating func insert(
        _ text: String, _ target: Mention.Target, _ kind: Entry.Kind, isWeak: Bool
    ) {
        let tokens = Tokeniser.tokens(of: text, lexicon: .english)
        guard let first = tokens.first, tokens.count <= 32 else { return }
        let capitals = Gazetteer.pattern(tokens, of: text, kind)
        starts.insert(first.word)
        if (capitals.capitalised | capitals.allCaps) & 1 == 0 { smallStarts.insert(first.word) }
        var node = 0
        for token in tokens { node = child(of: node, token.word) }
        var last = firstEntry[node]
        while last >= 0 {
            // One name is said once for an entry; what is listed goes before what is derived.
            if entries[Int(last)].target == target, kind == .surname { return }
            if entries[Int(last)].next < 0 { break }
            last = entries[Int(last)].next
        }
        let entry = Entry(
            target: target, kind: kind, isWeak: isWeak,
            titleLength: kind == .notThis ? 0 : Gazetteer.titleLength(tokens),
            capitals: capitals, next: -1)
        entries.append(entry)
        if last < 0 {
            firstEntry[node] = Int32(entries.count - 1)
        } else {
            entries[Int(last)].next = Int32(entries.count - 1)
        }
    }

    private mutating func child(of node: Int, _ word: Word) -> Int {
        let edge = Word(mixing: word, with: node)
        let next = Int(edges.value(of: edge))
        if next != 0 { return next }
        firstEntry.append(-1)
        edges.insert(edge, UInt64(firstEntry.count - 1))
        return firstEntry.count - 1
    }

    /// How many tokens of a name are titles and points, when a name is left after them.
    private static func titleLength(_ tokens: [Token]) -> Int {
        guard tokens.count > 1, tokens[0].classes.contains(.title), tokens[0].isCapitalised else {
            return 0
        }
        let hasPoint = tokens[1].isMark && tokens[1].isGlued
        let length = hasPoint ? 2 : 1
        return length < tokens.count ? length : 0
    }

    private static func pattern(
        _ tokens: [Token], of text: String, _ kind: Entry.Kind
    ) -> Pattern {
        var pattern = Pattern()
        for (index, token) in tokens.enumerated() {
            let bit = UInt32(1) << UInt32(index)
            if token.isAllCaps, letters(of: token, in: text) <= 3 {
                pattern.allCaps |= bit
            } else if token.isCapitalised, !(index == 0 && token.classes.contains(.determiner)) {
                pattern.capitalised |= bit
            } else if token.isWord, kind == .notThis {
                pattern.small |= bit
            }
        }
        return pattern
    }

    private static func letters(of token: Token, in text: String) -> Int {
        let bytes = Array(text.utf8)[Int(token.start)..<Int(token.end)]
        return bytes.count { $0 != UInt8(ascii: ".") }
    }

    // MARK: Matching

    /// The tokens of an article at which a name may begin.
    func openings(in reading: Reading) -> [Int32] {
        reading.tokens { _, token in
            let isFirst = token.isCapitalised && starts.mayContain(token.word)
            let isSmallFirst = !token.isCapitalised && smallStarts.mayContain(token.word)
            return !token.isMark && (isFirst || isSmallFirst)
        }
    }

    /// The entries of the longest name that begins at one of the `openings` and whose capitals are right, as a
    /// first index for `entries(from:)`; nil when no name begins there.
    func match(
        at index: Int, in reading: Reading, before limit: Int
    ) -> (first: Int, end: Int)? {
        var node = 0
        var position = index
        var best: (first: Int, end: Int)?
        var seen = Pattern()
        while position < limit, position - index < 32 {
            let token = reading.tokens[position]
            node = Int(edges.value(of: Word(mixing: token.word, with: node)))
            guard node != 0 else { break }
            let bit = UInt32(1) << UInt32(position - index)
            if token.isCapitalised { seen.capitalised |= bit }
            if token.isAllCaps { seen.allCaps |= bit }
            if !token.isCapitalised { seen.small |= bit }
            position += 1
            if firstEntry[node] >= 0, fits(firstEntry[node], seen) {
                best = (Int(firstEntry[node]), position)
            }
        }
        return best
    }

    private func fits(_ first: Int32, _ seen: Pattern) -> Bool {
        var index = first
        while index >= 0 {
            let entry = entries[Int(index)]
            if Gazetteer.allows(entry.capitals, seen) { return true }
            index = entry.next
        }
        return false
    }

    private static func allows(_ wanted: Pattern, _ seen: Pattern) -> Bool {
        wanted.capitalised & ~seen.capitalised == 0 && wanted.allCaps & ~seen.allCaps == 0
            && wanted.small & ~seen.small == 0
    }

    /// Adds the entries of a name found at tokens `range` whose capitals are right, in the
    /// dossier's order.
    func addEntries(
        from first: Int, at range: Range<Int>, in reading: Reading, to result: inout [Entry]
    ) {
        var seen = Pattern()
        for (offset, position) in range.enumerated() {
            let bit = UInt32(1) << UInt32(offset)
            let token = reading.tokens[position]
            if token.isCapitalised { seen.capitalised |= bit } else { seen.small |= bit }
            if token.isAllCaps { seen.allCaps |= bit }
        }
        var index = Int32(first)
        while index >= 0 {
            let entry = entries[Int(index)]
            if Gazetteer.allows(entry.capitals, seen) { result.append(entry) }
            index = entry.next
        }
    }
}
