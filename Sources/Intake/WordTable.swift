/// A set of words that is asked with bytes of a text, without making strings of them.
///
/// It keeps fingerprints only: a word that is not in it passes for one that is once in about
/// 2^64 words divided by the size of the table.
struct WordTable: Sendable {
    private let words: Set<UInt64>

    /// Words parted by blanks or line ends.
    init(_ list: String) {
        words = Set(list.split { $0 == " " || $0 == "\n" }.map { Fingerprint.of($0) })
    }

    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes, range)
        return words.contains(fingerprint.value)
    }

    func contains(_ fingerprint: UInt64) -> Bool { words.contains(fingerprint) }
}
