/// The stem of an English word, by M. F. Porter, "An algorithm for suffix stripping" (Program 14,
/// 1980), as published at tartarus.org/martin/PorterStemmer.
///
/// Takes folded ASCII letters; anything else comes back as it is.
struct PorterStemmer {
    private var word: [UInt8]
    /// Where the stem before the suffix just matched ends.
    private var stemEnd = 0

    static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ (97...122).contains($0) }) else { return word }
        var stemmer = PorterStemmer(word: word)
        stemmer.dropPlurals()
        stemmer.dropPastAndGerund()
        stemmer.softenFinalY()
        stemmer.replaceFirst(of: PorterStemmer.doubleSuffixes)
        stemmer.replaceFirst(of: PorterStemmer.adjectiveSuffixes)
        stemmer.dropLastSuffix()
        stemmer.tidyEnd()
        return stemmer.word
    }

    static func stem(_ word: String) -> String {
        String(decoding: stem(Array(word.utf8)), as: UTF8.self)
    }

    private init(word: [UInt8]) {
        self.word = word
    }

    private func isConsonant(_ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"):
            false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    /// Porter's m: how often a run of consonants follows a run of vowels before `end`.
    private func measure(_ end: Int) -> Int {
        var count = 0
        var wasVowel = false
        for index in 0..<end {
            let vowel = !isConsonant(index)
            if wasVowel && !vowel { count += 1 }
            wasVowel = vowel
        }
        return count
    }

    private func hasVowel(_ end: Int) -> Bool { (0..<end).contains { !isConsonant($0) } }

    private func endsInDoubleConsonant(_ end: Int) -> Bool {
        end > 1 && word[end - 1] == word[end - 2] && isConsonant(end - 1)
    }

    /// Consonant, vowel, consonant other than w, x, y: "hop", not "snow".
    private func endsShort(_ end: Int) -> Bool {
        guard end > 2, isConsonant(end - 1), !isConsonant(end - 2), isConsonant(end - 3)
        else { return false }
        return !"wxy".utf8.contains(word[end - 1])
    }

    private mutating func ends(_ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard count <= word.count else { return false }
        let start = word.count - count
        for index in 0..<count where word[start + index] != suffix.utf8Start[index] { return false }
        stemEnd = start
        return true
    }

    private mutating func replace(_ suffix: StaticString) {
        word.removeSubrange(stemEnd...)
        suffix.withUTF8Buffer { word.append(contentsOf: $0) }
    }

    private mutating func dropPlurals() {
        if ends("sses") {
            replace("ss")
        } else if ends("ies") {
            replace("i")
        } else if !ends("ss"), ends("s") {
            replace("")
        }
    }

    private mutating func dropPastAndGerund() {
        if ends("eed") {
            if measure(stemEnd) > 0 { replace("ee") }
        } else if (ends("ed") || ends("ing")) && hasVowel(stemEnd) {
            replace("")
            if ends("at") {
                replace("ate")
            } else if ends("bl") {
                replace("ble")
            } else if ends("iz") {
                replace("ize")
            } else if endsInDoubleConsonant(word.count) {
                if let last = word.last, !"lsz".utf8.contains(last) { word.removeLast() }
            } else if measure(word.count) == 1 && endsShort(word.count) {
                word.append(UInt8(ascii: "e"))
            }
        }
    }

    private mutating func softenFinalY() {
        if ends("y") && hasVowel(stemEnd) { replace("i") }
    }

    private mutating func replaceFirst(of suffixes: [(StaticString, StaticString)]) {
        for (suffix, replacement) in suffixes where ends(suffix) {
            if measure(stemEnd) > 0 { replace(replacement) }
            return
        }
    }

    private mutating func dropLastSuffix() {
        for suffix in PorterStemmer.lastSuffixes where ends(suffix) {
            if measure(stemEnd) > 1 { replace("") }
            return
        }
        if ends("ion"), stemEnd > 0, "st".utf8.contains(word[stemEnd - 1]), measure(stemEnd) > 1 {
            replace("")
        }
    }

    private mutating func tidyEnd() {
        if ends("e") {
            let size = measure(stemEnd)
            if size > 1 || (size == 1 && !endsShort(stemEnd)) { replace("") }
        }
        if word.last == UInt8(ascii: "l"), endsInDoubleConsonant(word.count),
            measure(word.count) > 1
        {
            word.removeLast()
        }
    }

    // Longer suffixes stand before those they end in.
    private static let doubleSuffixes: [(StaticString, StaticString)] = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"),
        ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
        ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ]
    private static let adjectiveSuffixes: [(StaticString, StaticString)] = [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
        ("ful", ""), ("ness", ""),
    ]
    private static let lastSuffixes: [StaticString] = [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou",
        "ism", "ate", "iti", "ous", "ive", "ize",
    ]
}
