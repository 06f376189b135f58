import Intake

/// Resolves names, pronouns and nominals of one article to whom they denote.
struct SpeakerResolver: Sendable {
    let speech: SpeechReading
    let cues: CueFinder
    private let holders: OfficeHolders
    /// For each name: whom it denotes, a short form as its full one.
    var identity: [Speaker] = []
    /// For each name: whether a person bears it.
    var isPerson: [Bool] = []
    /// For each name the first one of the same person, and for that one where the person is named
    /// first, at most 20 places; made when a description is asked for.
    private var bearers: (first: [Int], places: [[Int]])?
    /// Words that titles and appositions give each person, by the first name.
    private var descriptions: [[Word]?] = []
    /// By the token of the phrase's head.
    private var resolved: [Int: Speaker?] = [:]
    /// For a plural pronoun, by its token, who the others are that it means.
    var companions: [Int: [SpeakerPhrase]] = [:]
    private var depth = 0
    /// How many names back a nominal is looked for.
    private static let memory = 300
    /// How long a chain of pronouns is followed.
    private static let longestChain = 40

    init(_ speech: SpeechReading, cues: CueFinder, holders: OfficeHolders) {
        self.speech = speech
        self.cues = cues
        self.holders = holders
        identify()
    }

    /// Whom `phrase` denotes; nil for "I", "we" and pronouns nobody fits.
    mutating func speaker(of phrase: SpeakerPhrase) -> Speaker? {
        if phrase.kind == .name {
            let name = Int(speech.name[phrase.head])
            return name >= 0 ? identity[name] : .described(phrase.tokens)
        }
        if let known = resolved[phrase.head] { return known }
        guard depth < SpeakerResolver.longestChain else { return nil }
        // Against circles: while a phrase is being resolved it denotes nobody.
        resolved[phrase.head] = .some(nil)
        depth += 1
        defer { depth -= 1 }
        let speaker = phrase.kind == .pronoun ? pronoun(phrase) : nominal(phrase)
        resolved[phrase.head] = .some(speaker)
        return speaker
    }

    /// Who speaks together with those `phrase` denotes: joined to it, or to what "they" go back to.
    mutating func partners(of phrase: SpeakerPhrase) -> [Speaker] {
        _ = speaker(of: phrase)
        return (phrase.joint + (companions[phrase.head] ?? [])).compactMap { speaker(of: $0) }
    }

    /// Whom else a pronoun or a role could mean: the persons named shortly before it, the nearest
    /// first; none for a name.
    func weighed(for phrase: SpeakerPhrase) -> [Speaker] {
        let isPersonal =
            speech.has(phrase.head, [.subject, .object]) || speech.has(phrase.head, .personalRole)
        guard phrase.kind != .name, isPersonal else { return [] }
        let first = phrase.tokens.lowerBound
        let sentence = speech.sentence(of: first)
        var found: [Speaker] = []
        for index in names(before: first).prefix(30) where isPerson[index] {
            let place = speech.names[index].tokens.lowerBound
            if sentence - speech.sentence(of: place) > 3 || found.count > 3 { break }
            if !speech.isQuoted(place), !found.contains(identity[index]) {
                found.append(identity[index])
            }
        }
        return found
    }

    // MARK: Names

    private mutating func identify() {
        // For each last word the longest name that ends with it, numbered from one.
        var full = WordTable()
        for (index, name) in speech.names.enumerated() where name.mention < 0 {
            let last = speech.word(name.tokens.upperBound - 1)
            let known = Int(full.value(of: last))
            if known == 0 || speech.names[known - 1].tokens.count < name.tokens.count {
                full.replace(last, with: UInt64(index + 1))
            }
        }
        identity.reserveCapacity(speech.names.count)
        isPerson.reserveCapacity(speech.names.count)
        for name in speech.names {
            if name.mention >= 0 {
                let target = speech.cast.mentions[Int(name.mention)].target
                identity.append(.known(target))
                isPerson.append(speech.cast.kind(of: target, in: speech.dossier) == .person)
            } else {
                let last = name.tokens.upperBound - 1
                let longest = Int(full.value(of: speech.word(last))) - 1
                identity.append(.shape(longest))
                isPerson.append(
                    speech.names[longest].tokens.count > 1 && !speech.has(last, .bodyWord))
            }
        }
    }

    private mutating func gatherBearers() -> (first: [Int], places: [[Int]]) {
        if let bearers { return bearers }
        var first = Array(identity.indices)
        var places: [[Int]] = Array(repeating: [], count: identity.count)
        var firstOfPerson = [Speaker: Int](minimumCapacity: 32)
        for index in identity.indices where isPerson[index] {
            if let known = firstOfPerson[identity[index]] {
                first[index] = known
            } else {
                firstOfPerson[identity[index]] = index
            }
            if places[first[index]].count < 20 { places[first[index]].append(index) }
        }
        descriptions = Array(repeating: nil, count: identity.count)
        let found = (first, places)
        bearers = found
        return found
    }

    func isPerson(_ phrase: SpeakerPhrase) -> Bool {
        let name = speech.name[phrase.head]
        return name >= 0 && isPerson[Int(name)]
    }

    /// The names before a token, the nearest first, as far as memory goes.
    func names(before token: Int) -> ReversedCollection<Range<Int>> {
        let count = speech.nameCount(before: token)
        return (max(0, count - SpeakerResolver.memory)..<count).reversed()
    }

    // MARK: Nominals

    /// "the presidential aide": the person whom the article has called so; else, for a role that
    /// fits nearly everybody, who spoke last.
    private mutating func nominal(_ phrase: SpeakerPhrase) -> Speaker? {
        if let bearer = bearer(beside: phrase) { return bearer }
        if let holder = holder(of: phrase) { return holder }
        let described = Speaker.described(phrase.tokens)
        let first = phrase.tokens.lowerBound
        guard speech.word(first) == SpeechWord.the || speech.word(first) == SpeechWord.this else {
            return described
        }
        if speech.has(phrase.head, .medium) { return medium(before: first) ?? described }
        guard speech.has(phrase.head, .personalRole) else {
            return group(phrase) ?? described
        }
        if let person = personCalled(phrase) { return person }
        guard speech.has(phrase.head, .looseRole) else { return described }
        return lastSpeaker(before: first) ?? described
    }

    /// "the U.S. president": by the dossier, where one person holds that office on the day.
    private func holder(of phrase: SpeakerPhrase) -> Speaker? {
        guard speech.has(phrase.head, .personalRole), phrase.tokens.count <= 10 else { return nil }
        return holders.holder(of: phrase.tokens, in: speech.reading, cast: speech.cast)
            .map { .known(.participant($0)) }
    }

    /// "her counterpart from Sudland, X,": the person named between commas behind the office.
    private func bearer(beside phrase: SpeakerPhrase) -> Speaker? {
        var comma = phrase.tokens.upperBound
        while comma < phrase.tokens.upperBound + 6, speech.isWord(comma),
            !speech.has(comma, [.auxiliary, .verb])
        {
            comma += 1
        }
        guard speech.has(phrase.head, .personalRole), speech.word(comma) == SpeechWord.comma,
            let name = speech.name(at: comma + 1), name.tokens.lowerBound == comma + 1,
            speech.word(name.tokens.upperBound) == SpeechWord.comma
        else { return nil }
        let index = Int(speech.name[comma + 1])
        return isPerson[index] ? identity[index] : nil
    }

    /// "the delegation": the body or group named last whose name ends so.
    private func group(_ phrase: SpeakerPhrase) -> Speaker? {
        let head = speech.word(phrase.head)
        for index in names(before: phrase.tokens.lowerBound) {
            let name = speech.names[index]
            guard name.mention >= 0,
                speech.word(name.tokens.upperBound - 1) == head
            else { continue }
            return identity[index]
        }
        return nil
    }

    /// The outlet named last.
    private func medium(before token: Int) -> Speaker? {
        for index in names(before: token) {
            guard let mention = speech.mention(of: speech.names[index]) else { continue }
            switch mention.target {
            case .outlet: return .known(mention.target)
            case .newcomer(let index) where speech.cast.newcomers[index].isOutlet:
                return .known(mention.target)
            default: continue
            }
        }
        return nil
    }

    private mutating func personCalled(_ phrase: SpeakerPhrase) -> Speaker? {
        let wanted = phrase.tokens.filter { !speech.has($0, .determiner) }.map(speech.word)
        let head = speech.word(phrase.head)
        var best: (speaker: Speaker, score: Int)?
        for index in names(before: phrase.tokens.lowerBound) where isPerson[index] {
            guard !speech.isQuoted(speech.names[index].tokens.lowerBound) else { continue }
            let words = description(ofName: index)
            guard words.contains(head) else { continue }
            let score = wanted.count { words.contains($0) }
            if score > best?.score ?? 0 { best = (identity[index], score) }
        }
        return best?.speaker
    }

    private mutating func lastSpeaker(before token: Int) -> Speaker? {
        let paragraph = speech.paragraph(of: token)
        for cue in cues.cues[..<cues.firstCue(at: token)].reversed().prefix(50) {
            guard paragraph - speech.paragraph(of: cue.token) <= 1 else { return nil }
            guard cue.subject.kind == .name, isPerson(cue.subject) else { continue }
            return speaker(of: cue.subject)
        }
        return nil
    }

    /// Words the article's titles and appositions, and the roles the dossier has for its day, give
    /// a person.
    private mutating func description(ofName name: Int) -> [Word] {
        let bearers = gatherBearers()
        let person = bearers.first[name]
        if let known = descriptions[person] { return known }
        var words: [Word] = []
        for index in bearers.places[person] {
            addTitle(of: speech.names[index], to: &words)
            addApposition(of: speech.names[index], to: &words)
        }
        if case .known(.participant(let index)) = identity[name] {
            let participant = speech.dossier.participants[index]
            let day = speech.reading.article.published?.day
            for role in day.map(participant.roles(on:)) ?? participant.roles {
                for token in Tokeniser.tokens(of: role.title, lexicon: .empty) {
                    words.append(token.word)
                }
            }
        }
        descriptions[person] = words
        return words
    }

    private func addTitle(of name: SpeechReading.Name, to words: inout [Word]) {
        words += name.tokens.map(speech.word)
        var index = name.tokens.lowerBound - 1
        var length = 0
        while length < 8, speech.isWord(index), index >= 0,
            speech.sentence(of: index) == speech.sentence(of: name.tokens.lowerBound),
            !speech.has(index, [.saying, .position, .auxiliary, .determiner])
        {
            if speech.name[index] >= 0, isPerson[Int(speech.name[index])] { return }
            let isOf = speech.word(index) == SpeechWord.of
            if !isOf, speech.has(index, [.preposition, .clauseOpener]) { return }
            words.append(speech.word(index))
            index -= 1
            length += 1
        }
    }

    private func addApposition(of name: SpeechReading.Name, to words: inout [Word]) {
        var index = name.tokens.upperBound
        guard speech.word(index) == SpeechWord.comma, !speech.isCapitalised(index + 1) else {
            return
        }
        index += 1
        var found: [Word] = []
        let end = min(index + 8, speech.count)
        while index < end, speech.isWord(index), !speech.has(index, .auxiliary),
            speech.word(index) != SpeechWord.who, speech.word(index) != SpeechWord.which
        {
            // "Holm, the author complains, …": somebody else speaks in between.
            if speech.has(index, .saying), !speech.has(index, .nounLike) { return }
            if speech.has(index, .role) || speech.isCapitalised(index) {
                found.append(speech.word(index))
            }
            index += 1
        }
        words += found
    }
}
