import Intake

/// The states that articles name, for a dossier that has none yet.
struct DraftedStates {
    struct Entry {
        var state: Nations.State
        /// Names as the articles have them, the state's own aside, in order of first use.
        var forms: [String] = []
        var sentences = 0
        var articles: Set<Int> = []
    }

    private(set) var entries: [Int: Entry] = [:]
    private let names: Phrases

    init() {
        var phrases: [(String, Int)] = []
        for (index, state) in Nations.states.enumerated() {
            phrases += ([state.name] + state.otherNames).map { ($0, index) }
        }
        names = Phrases(phrases)
    }

    /// Counts the sentences of an article that name a state. A name is written with capitals, a
    /// short one ("US") with nothing else; one inside a longer name ("Bank of Norland") counts too.
    mutating func read(_ article: Article, number: Int) {
        let reading = Reading(article)
        for sentence in 0..<reading.sentenceCount {
            let tokens = reading.tokens(ofSentence: sentence)
            var seen: Set<Int> = []
            var index = tokens.lowerBound
            while index < tokens.upperBound {
                guard reading.tokens[index].isCapitalised,
                    let match = names.match(at: index, in: reading, before: tokens.upperBound),
                    isName(index..<match.end, in: reading)
                else {
                    index += 1
                    continue
                }
                add(
                    match.value, index..<match.end, reading, number,
                    isNew: seen.insert(match.value).inserted)
                index = match.end
            }
        }
    }

    private mutating func add(
        _ state: Int, _ tokens: Range<Int>, _ reading: Reading, _ article: Int, isNew: Bool
    ) {
        var entry = entries[state] ?? Entry(state: Nations.states[state])
        let form = reading.text(of: tokens)
        if form != entry.state.name, !entry.forms.contains(form) { entry.forms.append(form) }
        if isNew { entry.sentences += 1 }
        entry.articles.insert(article)
        entries[state] = entry
    }

    private func isName(_ tokens: Range<Int>, in reading: Reading) -> Bool {
        tokens.allSatisfy { index in
            let token = reading.tokens[index]
            if token.isWord, !token.isCapitalised { return token.end - token.start <= 3 }
            let isShort = tokens.count == 1 && token.end - token.start <= 4
            return !isShort || token.isAllCaps || token.end - token.start == 4
        }
    }
}
