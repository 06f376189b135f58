/// Phrases of one or more words with a number each, found at a token by their longest match.
/// A trie over folded words: capitals, diacritics and kinds of hyphen make no difference.
struct Phrases: Sendable {
    private var nodes = WordTable()
    private var starts = WordFilter(size: 4096)
    private var values: [Int32] = [-1]

    init(_ phrases: [(String, Int)]) {
        for (phrase, value) in phrases {
            insert(Tokeniser.tokens(of: phrase, lexicon: .empty).map(\.word), value)
        }
    }

    /// Phrases numbered by their position in the list.
    init(_ phrases: [String]) {
        self.init(phrases.enumerated().map { ($0.element, $0.offset) })
    }

    private mutating func insert(_ words: [Word], _ value: Int) {
        guard let first = words.first else { return }
        starts.insert(first)
        var node = 0
        for word in words {
            let edge = Phrases.edge(node, word)
            let next = Int(nodes.value(of: edge))
            if next == 0 {
                values.append(-1)
                nodes.insert(edge, UInt64(values.count - 1))
                node = values.count - 1
            } else {
                node = next
            }
        }
        if values[node] < 0 { values[node] = Int32(value) }
    }

    /// The value of the phrase that all of `tokens` make up, nil when they make none.
    func match(_ tokens: ArraySlice<Token>) -> Int? {
        var node = 0
        for token in tokens {
            node = Int(nodes.value(of: Phrases.edge(node, token.word)))
            if node == 0 { return nil }
        }
        return values[node] >= 0 ? Int(values[node]) : nil
    }

    /// The tokens of an article at which a phrase may begin.
    func openings(in reading: Reading) -> [Int32] {
        reading.tokens { _, token in starts.mayContain(token.word) }
    }

    /// The longest phrase that begins at token `index` and ends before `limit`.
    func match(at index: Int, in reading: Reading, before limit: Int) -> (value: Int, end: Int)? {
        guard starts.mayContain(reading.tokens[index].word) else { return nil }
        var node = 0
        var best: (value: Int, end: Int)?
        var position = index
        while position < limit {
            node = Int(nodes.value(of: Phrases.edge(node, reading.tokens[position].word)))
            guard node != 0 else { break }
            position += 1
            if values[node] >= 0 { best = (Int(values[node]), position) }
        }
        return best
    }

    /// A node and the word that leads on from it, as a key.
    private static func edge(_ node: Int, _ word: Word) -> Word {
        Word(mixing: word, with: node)
    }
}
