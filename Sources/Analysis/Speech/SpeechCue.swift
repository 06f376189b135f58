/// A word that shows that somebody says or holds something, with who does.
struct SpeechCue: Sendable {
    enum Shape: Sendable {
        /// "Putin said"; "the aide, who noted".
        case plain
        /// "… and rejected": the subject stands before an earlier verb.
        case coordinated
        /// "said Rubio".
        case inverted
        /// ", adding", "with the Kremlin claiming".
        case participle
        /// "according to Axios", "as reported by Axios".
        case accordingTo
        /// "was criticised by Kyiv".
        case passive
        /// "Putin's demand for".
        case noun
    }

    var shape: Shape
    /// The verb or noun.
    var token: Int
    /// Where the words of the cue begin: "according", "as".
    var start: Int
    /// Behind the cue, where what is said begins unless it stands before.
    var end: Int
    var sentence: Int
    var subject: SpeakerPhrase
    var classes: SpeechClass
    var isNegated = false
    /// In an if-clause.
    var isConditional = false
    /// Whom the subject, an outlet, has it from: "citing two officials".
    var cited: SpeakerPhrase?
    /// A token of the outlet that passes it on: "was quoted by the Gazette as saying".
    var carrier: Int?
    /// It only says from whom something is, and states nothing.
    var isSilent = false

    /// Who states it: the source an outlet cites, else the subject.
    var speaker: SpeakerPhrase { cited ?? subject }
}
