/// A quotation with who said it and by which rule that is known.
struct Attribution: Sendable {
    /// How the speaker was found; the raw value is the rule's name. The confidences are the
    /// shares of right speakers on the training half of PolNeAR.
    enum Rule: String, Sendable {
        case nameColon = "name-before-colon"
        case leadAdjacent = "cue-before"
        case trail = "cue-after"
        case trailAny = "name-after"
        case trailFar = "cue-at-the-end"
        case lead = "cue-earlier-in-sentence"
        case sourceAfter = "source-later-in-sentence"
        case colon = "cue-before-colon"
        case reopened = "paragraph-opens-again"
        case continued = "speaker-goes-on"
        case sentenceBefore = "cue-in-sentence-before"
        case sentenceSubject = "subject-of-sentence"
        case scare = "no-speech-cue"

        var confidence: Double {
            switch self {
            case .trail, .continued, .reopened: 0.97
            case .nameColon, .colon, .trailFar, .sourceAfter: 0.92
            case .leadAdjacent, .lead: 0.9
            case .trailAny: 0.85
            case .sentenceBefore, .sentenceSubject: 0.7
            case .scare: 0.6
            }
        }
    }

    var quotation: Int
    /// Tokens between the marks.
    var tokens: Range<Int>
    var rule: Rule = .scare
    /// The phrase that names the speaker; of an earlier quotation when the speaker goes on.
    var phrase: SpeakerPhrase?
    /// Index into the cues.
    var cue: Int?
    /// Words of the sentence stand outside the marks before it.
    var hasLead = false
    /// Words of the sentence stand outside the marks behind it.
    var hasTrail = false
    var isDirect = false
}
