/// Reads a cue as a dossier's writer puts it: items parted by ` + `, of which all must occur,
/// alternatives inside an item parted by `|`, and after ` - ` items that must not occur.
///
/// `cap|limit + army|armed forces - nuclear`. The marks `+` and `-` need a blank on both sides, so
/// that hyphens may stand in words.
enum CueParser {
    struct Mistake: Error, Equatable {
        var message: String
    }

    /// The cue; throws what its writer should mend, also for a cue that can never match.
    static func cue(_ text: String) throws(Mistake) -> Cue {
        let parts = split(text)
        var cue = Cue(text: text, all: [], none: [])
        for part in parts {
            let item = try item(part.text)
            if part.isExcluded { cue.none.append(item) } else { cue.all.append(item) }
        }
        guard !cue.all.isEmpty else {
            throw Mistake(message: "names only what must not occur")
        }
        for item in cue.all where item.terms.allSatisfy({ isExcluded($0, by: cue.none) }) {
            throw Mistake(
                message: "can never match: what it asks for is what it excludes")
        }
        return cue
    }

    /// The parts between ` + ` and ` - `.
    private static func split(_ text: String) -> [(text: String, isExcluded: Bool)] {
        var parts: [(text: String, isExcluded: Bool)] = []
        var words: [Substring] = []
        var isExcluded = false
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) {
            guard word == "+" || word == "-" else {
                words.append(word)
                continue
            }
            if !(words.isEmpty && parts.isEmpty && word == "-") {
                parts.append((words.joined(separator: " "), isExcluded))
            }
            words = []
            isExcluded = word == "-"
        }
        parts.append((words.joined(separator: " "), isExcluded))
        return parts
    }

    private static func item(_ text: String) throws(Mistake) -> Cue.Item {
        guard !text.isEmpty else {
            throw Mistake(message: "has nothing beside a + or -")
        }
        var terms: [Cue.Term] = []
        for alternative in text.split(separator: "|", omittingEmptySubsequences: false) {
            terms.append(try term(alternative))
        }
        return Cue.Item(terms)
    }

    private static func term(_ written: Substring) throws(Mistake) -> Cue.Term {
        let folded = folded(written)
        let isWhole = folded.hasPrefix("=")
        let text = isWhole ? folded.dropFirst().drop { $0 == " " } : folded[...]
        guard let first = text.unicodeScalars.first else {
            throw Mistake(message: "has an empty alternative")
        }
        guard first.properties.isAlphabetic || first.properties.numericType != nil else {
            throw Mistake(
                message: "can never match: \"\(text)\" begins with no letter or digit, "
                    + "and a match begins where a word does")
        }
        let isCapitals =
            text.unicodeScalars.contains { $0.properties.isUppercase }
            && !text.unicodeScalars.contains { $0.properties.isLowercase }
        return Cue.Term(
            text: isCapitals ? String(text) : text.lowercased(), isCaseSensitive: isCapitals,
            isWhole: isWhole)
    }

    /// One blank for every run of blanks and hyphens, straight apostrophes.
    private static func folded(_ text: Substring) -> String {
        var result = ""
        var awaitsBlank = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2D, 0x2010...0x2015:
                awaitsBlank = !result.isEmpty
                continue
            default: break
            }
            if awaitsBlank { result += " " }
            awaitsBlank = false
            result.unicodeScalars.append(
                scalar.value == 0x2019 || scalar.value == 0x2018 ? "'" : scalar)
        }
        return result
    }

    /// Whether every match of `term` is also a match of an excluded one.
    private static func isExcluded(_ term: Cue.Term, by items: [Cue.Item]) -> Bool {
        items.contains { item in
            item.terms.contains { other in
                let text = other.isCaseSensitive ? term.text : term.text.lowercased()
                guard !other.isCaseSensitive || term.isCaseSensitive else { return false }
                return other.isWhole
                    ? term.isWhole && text == other.text : text.hasPrefix(other.text)
            }
        }
    }
}
