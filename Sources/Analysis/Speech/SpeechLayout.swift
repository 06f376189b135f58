import Intake

/// Lays out what `SpeechReading` holds: one pass each for quotations and names.
struct SpeechLayout {
    let reading: Reading
    let cast: Cast
    let dossier: Dossier
    private let classes: [SpeechClass]
    private(set) var quotation: [Int32] = []
    private(set) var names: [SpeechReading.Name] = []
    private(set) var name: [Int32] = []

    init(reading: Reading, cast: Cast, dossier: Dossier) {
        self.reading = reading
        self.cast = cast
        self.dossier = dossier
        classes = reading.speech
    }

    private var count: Int { reading.tokens.count }

    mutating func place(_ quotations: [Quotation]) {
        quotation = Array(repeating: -1, count: count)
        var token = 0
        for (index, quote) in quotations.enumerated() {
            while token < count, Int(reading.tokens[token].end) < quote.bytes.lowerBound {
                token += 1
            }
            var inside = token
            while inside < count, Int(reading.tokens[inside].start) <= quote.bytes.upperBound {
                quotation[inside] = Int32(index)
                inside += 1
            }
        }
    }

    /// Joins neighbouring mentions and capitals: "US Secretary of War" ends before "of".
    mutating func gatherNames() {
        name = Array(repeating: -1, count: count)
        let openings = reading.tokens { index, token in
            token.isCapitalised || cast.mentionOfToken[index] >= 0
        }
        var next = 0
        for opening in openings where opening >= next {
            let index = Int(opening)
            guard beginsName(index) else { continue }
            var end = index + 1
            while end < count, continuesName(end), !beginsPerson(end, behind: index) { end += 1 }
            let last = cast.mentionOfToken[end - 1]
            for token in index..<end { name[token] = Int32(names.count) }
            names.append(SpeechReading.Name(tokens: index..<end, mention: last))
            next = end
        }
    }

    private func beginsName(_ index: Int) -> Bool {
        if cast.mentionOfToken[index] >= 0 { return true }
        let token = reading.tokens[index]
        let found = classes[index]
        guard token.isWord, token.isCapitalised, !found.contains(.notName) else { return false }
        guard token.flags.contains(.sentenceStart) else { return true }
        if !found.isDisjoint(with: [.saying, .position, .showing, .adverb, .ing, .preposition]) {
            return false
        }
        return !found.contains(.role) || reading.flags(index + 1).contains(.capitalised)
    }

    /// "In Oslo | President Holm said", "From Oslo | Holm said": a place and who acts there.
    private func beginsPerson(_ index: Int, behind first: Int) -> Bool {
        guard first > 0, !classes[first].contains(.role), isMerePlace(first),
            reading.flags(first - 1).contains(.sentenceStart),
            classes[first - 1].contains(.preposition)
        else { return false }
        let mention = cast.mentionOfToken[index]
        return mention >= 0
            ? mention != cast.mentionOfToken[index - 1] : classes[index].contains(.role)
    }

    /// No name of a person; nor "US", which goes before a title.
    private func isMerePlace(_ index: Int) -> Bool {
        let mention = Int(cast.mentionOfToken[index])
        guard mention >= 0 else { return true }
        guard reading.text(of: index..<index + 1).contains(where: \.isLowercase) else {
            return false
        }
        switch cast.mentions[mention].target {
        case .place: return true
        case .participant(let participant): return dossier.participants[participant].kind == .state
        case .newcomer, .outlet: return false
        }
    }

    private func continuesName(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.sentence == reading.tokens[index - 1].sentence else { return false }
        let mention = cast.mentionOfToken[index]
        if mention >= 0, mention == cast.mentionOfToken[index - 1] { return true }
        if reading.flags(index - 1).contains(.possessive)
            || quotation[index] != quotation[index - 1]
        {
            return false
        }
        if mention >= 0 { return true }
        if reading.endsTitle(index) { return true }
        if token.isHyphen || reading.tokens[index - 1].isHyphen {
            return token.isGlued && !classes[index].contains(.stop)
        }
        return token.isWord && token.isCapitalised && !classes[index].contains(.notName)
    }
}
