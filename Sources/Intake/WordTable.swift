/// A set of words that is asked with bytes of a text, without making strings of them.
///
/// It keeps fingerprints only, in a table of four times their number, the next free place
/// taken on a clash: a word that is not in it passes for one that is once in about 2^64 words
/// divided by their number.
struct WordTable: Sendable {
    /// A power of two of places; 0 is a free one.
    private let places: [UInt64]

    /// Words parted by blanks or line ends.
    init(_ list: String) {
        self.init(list.split { $0 == " " || $0 == "\n" }.map { Fingerprint.of($0) })
    }

    init(_ words: [UInt64]) {
        var size = 8
        while size < words.count * 4 { size *= 2 }
        var places = [UInt64](repeating: 0, count: size)
        for word in words {
            var place = Int(truncatingIfNeeded: word) & (size - 1)
            while places[place] != 0 { place = (place + 1) & (size - 1) }
            places[place] = word
        }
        self.places = places
    }

    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes, range)
        return contains(fingerprint.value)
    }

    func contains(_ fingerprint: UInt64) -> Bool {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: fingerprint) & mask
        while places[place] != 0 {
            if places[place] == fingerprint { return true }
            place = (place + 1) & mask
        }
        return false
    }
}
