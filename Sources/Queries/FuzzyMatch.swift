/// How well typed letters fit a name, as a person abbreviates: all of them, in order, the fewer gaps
/// the better. `sc` fits `show-clashes`.
package struct FuzzyMatch: Equatable, Sendable {
    /// Scalars of the name.
    package private(set) var places: [Int] = []
    package private(set) var score = 0
    /// Each letter but the first follows the one before or begins a word.
    package private(set) var isTidy = true

    /// Nil when the letters do not all occur, in order or each word's for itself; case and
    /// diacritics do not count. An empty text fits everything.
    package init?(_ typed: String, in name: String) {
        let letters = FuzzyMatch.folded(name)
        let words = FuzzyMatch.folded(typed).split(separator: 32).map(Array.init)
        let inOrder = FuzzyMatch(wanted: words.flatMap(\.self), letters)
        let apart = inOrder?.isTidy == true ? nil : FuzzyMatch(words: words, letters)
        guard let match = apart ?? inOrder else { return nil }
        self = match
    }

    /// Each word for itself: "umerov rustem". Nil where one is not there in a row, or once for two.
    private init?(words: [[UInt32]], _ letters: [UInt32]) {
        let matches = words.compactMap { FuzzyMatch(wanted: $0, letters) }
        places = Set(matches.flatMap(\.places)).sorted()
        score = matches.reduce(0) { $0 + $1.score }
        guard words.count > 1, matches.count == words.count, matches.allSatisfy(\.isTidy),
            places.count == words.reduce(0, { $0 + $1.count })
        else { return nil }
    }

    private init?(wanted: [UInt32], _ letters: [UInt32]) {
        guard !wanted.isEmpty else { return }
        var best: FuzzyMatch?
        for start in letters.indices where letters[start] == wanted[0] {
            guard let places = FuzzyMatch.places(wanted, letters, from: start) else { break }
            let match = FuzzyMatch(places, letters)
            if best.map({ $0.precedes(match) }) ?? true { best = match }
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ places: [Int], _ letters: [UInt32]) {
        self.places = places
        score = FuzzyMatch.score(places, letters)
        isTidy = zip(places, places.dropFirst()).allSatisfy { before, place in
            place == before + 1 || letters[place - 1] == UInt32(32)
        }
    }

    /// Whether another match of the same name is better.
    private func precedes(_ other: FuzzyMatch) -> Bool {
        isTidy == other.isTidy ? score < other.score : other.isTidy
    }

    private static func places(_ wanted: [UInt32], _ letters: [UInt32], from start: Int) -> [Int]? {
        var places: [Int] = []
        var index = start
        for letter in wanted {
            while index < letters.count, letters[index] != letter { index += 1 }
            guard index < letters.count else { return nil }
            places.append(index)
            index += 1
        }
        return places
    }

    private static func score(_ places: [Int], _ letters: [UInt32]) -> Int {
        var score = -letters.count / 8
        for (index, place) in places.enumerated() {
            if place == 0 { score += 10 } else if letters[place - 1] == UInt32(32) { score += 8 }
            if index > 0 { score += places[index - 1] + 1 == place ? 6 : -1 }
        }
        return score
    }

    /// One number a scalar: letters folded, all that is no letter or digit as a blank.
    private static func folded(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { scalar in
            let folded = ScalarFold.folded(scalar.value, keepsCase: false)
            return ScalarFold.isWord(folded) ? folded : 32
        }
    }
}
