/// Words with their speech classes, for the lexicon that reads every token.
enum SpeechLexicon {
    /// A word may be listed more than once: its classes are united.
    static let members: [(SpeechClass, Word)] = {
        var members: [(SpeechClass, Word)] = []
        let acting = StanceVocabulary.verbs.map { (SpeechClass.acting, $0.1) }
        for (classes, bases) in SpeechVocabulary.verbs + acting {
            for (form, text) in SpeechLexicon.words(bases).flatMap(SpeechLexicon.forms) {
                members.append((classes.union(form), Word(text)))
            }
        }
        for (classes, words) in SpeechVocabulary.words {
            members += SpeechLexicon.words(words).map { (classes, Word($0)) }
        }
        for mark in [",", ";", ":", "(", ")", "[", "]", "\"", "'", ".", "?", "!", "…", "*", "•"] {
            members.append((.stop, Word(mark)))
        }
        return members
    }()

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }

    /// The four forms of a verb; a past form that equals another is listed twice.
    static func forms(of base: String) -> [(SpeechClass, String)] {
        var present = base + "s"
        var past = base + "ed"
        var participle = base + "ing"
        let last = base.last ?? " "
        let beforeLast = base.dropLast().last ?? " "
        if last == "e" {
            past = base + "d"
            participle = base.dropLast() + "ing"
        } else if last == "y", !"aeiou".contains(beforeLast) {
            present = base.dropLast() + "ies"
            past = base.dropLast() + "ied"
        } else if "sxz".contains(last) || last == "h" && "sc".contains(beforeLast) {
            present = base + "es"
        }
        if SpeechVocabulary.doublesLastLetter.contains(Word(base)) {
            past = base + String(last) + "ed"
            participle = base + String(last) + "ing"
        }
        past = SpeechVocabulary.irregularPast[base] ?? past
        return [(.base, base), (.present, present), (.past, past), (.participle, participle)]
    }
}
