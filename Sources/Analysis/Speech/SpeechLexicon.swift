/// Words with their speech classes, compiled once and shared by every article.
struct SpeechLexicon: Sendable {
    private var table = WordTable()

    static let english = SpeechLexicon()

    private init() {
        let acting = StanceVocabulary.verbs.map { (SpeechClass.acting, $0.1) }
        for (classes, bases) in SpeechVocabulary.verbs + acting {
            for base in SpeechLexicon.words(bases) {
                for (form, text) in SpeechLexicon.forms(of: base) {
                    table.insert(Word(text), classes.union(form).rawValue)
                }
            }
        }
        for (classes, words) in SpeechVocabulary.words {
            for word in SpeechLexicon.words(words) { table.insert(Word(word), classes.rawValue) }
        }
        for mark in [",", ";", ":", "(", ")", "[", "]", "\"", "'", ".", "?", "!", "…", "*", "•"] {
            table.insert(Word(mark), SpeechClass.stop.rawValue)
        }
    }

    func classes(of word: Word) -> SpeechClass { SpeechClass(rawValue: table.value(of: word)) }

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
