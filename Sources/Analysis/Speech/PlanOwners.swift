/// Whose the plans are that an article speaks of, and which sentences have a plan for subject.
struct PlanOwners {
    private let speech: SpeechReading
    /// For each sentence the owner named last.
    private var owners: [Speaker?] = []
    private var firstOwner: Speaker?
    /// For each sentence the last token of the plan that is its subject.
    private var subjects: [Int?] = []

    init(_ speech: SpeechReading) {
        self.speech = speech
        var current: Speaker?
        for sentence in 0..<speech.reading.sentenceCount {
            let tokens = speech.reading.tokens(ofSentence: sentence)
            for token in tokens where StanceVocabulary.documents.contains(speech.word(token)) {
                guard let owner = owner(before: token, in: tokens) else { continue }
                current = owner
                firstOwner = firstOwner ?? owner
            }
            owners.append(current)
            subjects.append(subject(of: tokens, sentence))
        }
    }

    /// The owner named last up to a sentence, else the first one named in the article.
    func owner(forSentence sentence: Int) -> Speaker? {
        owners[sentence] ?? firstOwner
    }

    /// The last token of a plan that is the sentence's subject: "The proposal …", "It …" behind
    /// such a sentence; nil when another is.
    func planSubject(of sentence: Int) -> Int? { subjects[sentence] }

    /// The state or body in the words before a plan: "Washington's peace plan".
    private func owner(before token: Int, in tokens: Range<Int>) -> Speaker? {
        var index = token - 1
        while index >= tokens.lowerBound, token - index <= 6, speech.isWord(index),
            !speech.has(index, [.preposition, .verb, .auxiliary, .clauseOpener])
        {
            if let mention = speech.cast.mention(at: index),
                let kind = speech.cast.kind(of: mention.target, in: speech.dossier),
                kind == .state || kind == .body,
                speech.isPossessive(mention.tokens.upperBound - 1) || index >= token - 2
            {
                return .known(mention.target)
            }
            index -= 1
        }
        return nil
    }

    private func subject(of tokens: Range<Int>, _ sentence: Int) -> Int? {
        guard let first = tokens.first else { return nil }
        if speech.word(first) == SpeechWord.it {
            return sentence > 0 && subjects[sentence - 1] != nil ? first : nil
        }
        var index = first
        while index < min(tokens.upperBound, first + 30), speech.isWord(index),
            !speech.has(index, [.preposition, .auxiliary, .clauseOpener])
        {
            if StanceVocabulary.documents.contains(speech.word(index)),
                !speech.isPossessive(index), !speech.has(index + 1, .preposition),
                !StanceVocabulary.documents.contains(speech.word(index + 1))
            {
                return index
            }
            if speech.has(index, .verb), !speech.has(index, [.nounLike, .past]) { return nil }
            index += 1
        }
        return nil
    }
}
