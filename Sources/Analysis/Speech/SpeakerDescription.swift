/// How a speaker is shown: a name with its id, or a description without one.
struct SpeakerDescription: Sendable {
    var name: String
    var id: String?
    var isNamed: Bool

    init(name: String, id: String?, isNamed: Bool) {
        self.name = name
        self.id = id
        self.isNamed = isNamed
    }

    init(_ speaker: Speaker, in speech: SpeechReading) {
        switch speaker {
        case .known(let target):
            name = speech.cast.name(of: target, in: speech.dossier)
            isNamed = !SpeakerDescription.isGroupOfUnnamed(target, name, in: speech)
            switch target {
            case .participant, .outlet: id = speech.cast.id(of: target, in: speech.dossier)
            case .place, .newcomer: id = nil
            }
        case .shape(let index):
            name = speech.reading.text(of: speech.names[index].tokens)
            isNamed = true
        case .described(let tokens):
            name = SpeakerDescription.text(of: tokens, in: speech)
            isNamed = SpeakerDescription.isOffice(tokens, in: speech)
        }
    }

    /// "Western officials", also where the dossier has them as a group: they have a nation and no
    /// name.
    private static func isGroupOfUnnamed(
        _ target: Mention.Target, _ name: String, in speech: SpeechReading
    ) -> Bool {
        let isGroup =
            switch target {
            case .newcomer: true
            case .participant(let index): speech.dossier.participants[index].kind == .group
            case .outlet, .place: false
            }
        guard isGroup, let last = name.split(separator: " ").last else { return false }
        return groups.contains(Word(String(last)))
    }

    private static let groups = WordSet(
        "officials diplomats aides advisers advisors lawmakers negotiators people sources experts")

    /// "the French president": an office of a state that one person holds is no unnamed source,
    /// though the article does not say the name.
    private static func isOffice(_ tokens: Range<Int>, in speech: SpeechReading) -> Bool {
        guard let first = tokens.first, speech.isWord(first),
            !indefinite.contains(speech.word(first))
        else { return false }
        var hasNation = false
        var words: [String] = []
        for index in tokens where speech.isWord(index) {
            let token = speech.reading.tokens[index]
            if token.classes.contains(.demonym) || token.isAllCaps {
                hasNation = true
            } else {
                words.append(speech.reading.text(of: index..<index + 1))
            }
        }
        return hasNation && Office(words: words, nations: []) != nil
    }

    private static let indefinite = WordSet(
        "a an any every each no another one some many two three four several")

    private static let unnamed = WordSet("unnamed anonymous")
    private static let articles = WordSet("the a an this that these those another some")
    private static let press = WordSet("press media")
    private static let partsOfText = WordSet("part paragraph passage section chapter")
    private static let oneOf = WordSet("a an another")

    /// The words without their article, which counts like "a number of" keep; "unnamed" where one
    /// official or bare sources speak; the author where a part of the text does.
    private static func text(of tokens: Range<Int>, in speech: SpeechReading) -> String {
        var first = tokens.lowerBound
        if tokens.contains(where: speech.isCount) { return shown(tokens, in: speech) }
        let isOne = oneOf.contains(speech.word(first))
        while first + 1 < tokens.upperBound, articles.contains(speech.word(first)) { first += 1 }
        let text = shown(first..<tokens.upperBound, in: speech)
        // "The last part": of a text that somebody wrote.
        if partsOfText.contains(speech.word(tokens.upperBound - 1)) { return "author" }
        let isBare = tokens.upperBound - first == 1
        if isBare, press.contains(speech.word(first)) { return "the " + text }
        let hides =
            (isOne || isBare)
            && (first..<tokens.upperBound).contains { speech.has($0, .unnamedRole) }
        guard hides, !unnamed.contains(speech.word(first)) else { return text }
        return "unnamed " + text
    }

    /// A capital that only the sentence's beginning asks for is made small.
    private static func shown(_ tokens: Range<Int>, in speech: SpeechReading) -> String {
        let text = speech.reading.text(of: tokens)
        let first = tokens.lowerBound
        guard speech.reading.flags(first).contains(.capitalExpected), speech.name(at: first) == nil
        else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
