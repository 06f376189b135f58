/// How a speaker is shown: a name with its id, or a description without one.
struct SpeakerDescription: Sendable {
    var name: String
    var id: String?
    var isNamed: Bool

    init(_ speaker: Speaker, in speech: SpeechReading) {
        switch speaker {
        case .known(let target):
            name = speech.cast.name(of: target, in: speech.dossier)
            isNamed = true
            switch target {
            case .participant, .outlet: id = speech.cast.id(of: target, in: speech.dossier)
            case .place, .newcomer: id = nil
            }
        case .shape(let index):
            name = speech.reading.text(of: speech.names[index].tokens)
            isNamed = true
        case .described(let tokens):
            name = SpeakerDescription.text(of: tokens, in: speech)
            isNamed = false
        }
    }

    private static let unnamed = WordSet("unnamed anonymous")
    private static let oneOf = WordSet("a an another one")

    /// The words without their article; "unnamed" where one official or bare sources speak.
    private static func text(of tokens: Range<Int>, in speech: SpeechReading) -> String {
        var first = tokens.lowerBound
        let isOne = oneOf.contains(speech.word(first))
        while first + 1 < tokens.upperBound, speech.has(first, .determiner) { first += 1 }
        let text = speech.reading.text(of: first..<tokens.upperBound)
        let isBare = tokens.upperBound - first == 1
        let hides =
            (isOne || isBare)
            && (first..<tokens.upperBound).contains { speech.has($0, .unnamedRole) }
        guard hides, !unnamed.contains(speech.word(first)) else { return text }
        return "unnamed " + (isBare ? text.lowercased() : text)
    }
}
