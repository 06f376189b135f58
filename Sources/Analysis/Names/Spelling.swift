/// How near two spellings of one name are.
@usableFromInline package enum Spelling {
    /// Two spellings of one name differ in so many letters: Kyiv and Kiev, Zelensky and Selenskyj.
    @usableFromInline package static let mostSlips = 2

    /// The slips by which a word became another; nil where they are more than one makes in typing:
    /// two, one in words of four letters, none in shorter ones.
    @inlinable package static func typed<Letter: Equatable>(_ word: [Letter], for other: [Letter])
        -> Int?
    {
        let most = word.count < 4 ? 0 : word.count < 5 ? 1 : mostSlips
        guard abs(word.count - other.count) <= most else { return nil }
        let slips = slips(word, other)
        return slips <= most ? slips : nil
    }

    /// Levenshtein's distance: letters (scalars, or bytes) to change, to add or to take away.
    @inlinable package static func slips<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
