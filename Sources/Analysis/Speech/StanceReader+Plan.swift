/// Positions that lie in what a plan provides: its owner proposes it.
extension StanceReader {
    /// "The proposal requires …", "It would also freeze …". True when the sentence was such a one.
    mutating func readProvisions(_ sentence: Int, _ marks: [Mark]) -> Bool {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard let verb = provisionVerb(in: sentence, tokens) else { return false }
        lastProvision = sentence
        guard let actor = owner(forSentence: sentence) else { return true }
        for mark in marks where mark.tokens.upperBound > verb && !isPlan(mark) {
            add(
                actor, mark, .proposes, verb..<verb + 1, rule: "plan-provides", confidence: 0.8)
        }
        return true
    }

    /// The verb by which the plan, as the sentence's subject, provides something.
    private func provisionVerb(in sentence: Int, _ tokens: Range<Int>) -> Int? {
        if let subject = owners.planSubject(of: sentence) {
            var index = subject + 1
            while index < tokens.upperBound, speech.has(index, [.auxiliary, .adverb]) {
                if speech.word(index) == SpeechWord.would { return index }
                if speech.has(index, .be) { return nil }
                index += 1
            }
            return lexicon.isProviding(speech.word(index)) ? index : nil
        }
        // "In return, … would gain": the provisions go on.
        guard sentence > 0, sentence == lastProvision + 1,
            speech.reading.paragraph(ofSentence: sentence)
                == speech.reading.paragraph(ofSentence: sentence - 1),
            cues.starts[sentence] == cues.starts[sentence + 1]
        else { return nil }
        return tokens.first { speech.word($0) == SpeechWord.would && !speech.isQuoted($0) }
    }

    /// "were initially proposed", "have since been removed": by nobody named, so by the plan's
    /// owner.
    mutating func readPassives(_ sentence: Int, _ marks: [Mark]) {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        for index in tokens where speech.has(index, .acting) && speech.has(index, .past) {
            guard let label = lexicon.label(ofVerb: speech.word(index), before: .none),
                [.proposes, .removed, .deferred].contains(label), isPassive(index, tokens),
                !(index + 1...index + 3).contains(where: { speech.word($0) == SpeechWord.by }),
                let actor = owner(forSentence: sentence)
            else { continue }
            for mark in marks where mark.tokens.lowerBound < index && !isPlan(mark) {
                add(
                    actor, mark, label, index..<index + 1, rule: "plan-was-changed",
                    confidence: 0.7)
            }
            return
        }
    }

    private func isPassive(_ index: Int, _ tokens: Range<Int>) -> Bool {
        var before = index - 1
        while before > tokens.lowerBound, speech.has(before, .adverb) { before -= 1 }
        return speech.has(before, .be)
    }

    /// Whose the plan is: by the article's words, else by the dossier's draft.
    private func owner(forSentence sentence: Int) -> SpeakerDescription? {
        if let owner = owners.owner(forSentence: sentence) {
            return SpeakerDescription(owner, in: speech)
        }
        return draftOwners[sentence].map {
            SpeakerDescription(.known(.participant($0)), in: speech)
        }
    }

    /// The words are about the plan as a whole, not about what it provides.
    func isPlan(_ mark: Mark) -> Bool {
        mark.tokens.contains {
            let word = speech.word($0)
            return StanceVocabulary.documents.contains(word)
                || StanceVocabulary.documentParts.contains(word)
        }
    }
}
