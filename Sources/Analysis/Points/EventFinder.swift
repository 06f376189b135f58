import Intake

/// Which event each sentence speaks of.
struct Events: Sendable {
    /// For each sentence the index of the dossier's event, named there or carried on; nil for none.
    var ofSentence: [Int?]
    var findings: [EventFinding]
}

/// Finds which event of the dossier a sentence means: by a name of it, else by its place or two of
/// its people together with its date, or by one of them where nobody else was there or the article
/// names it elsewhere; in what a report opens with, by its place and one of its people shortly
/// before the article's day. Of several meetings at one place the one nearest to the article's day is
/// meant, unless a date in the sentence says otherwise.
struct EventFinder: Sendable {
    let dossier: Dossier
    private let aliases: Phrases
    private let names: [(event: Int, isWeak: Bool, isMeeting: Bool)]
    /// For each event its participants, as indices, and the words of its place.
    let people: [[Int]]
    let places: [[Word]]
    /// For each event the states, as indices, whose capital its place is.
    let hosts: [Set<Int>]
    let stateOfAdjective: [Word: Int]
    /// For each event the other meetings at its place.
    private let siblings: [[Int]]
    /// The events that a name of theirs calls a meeting.
    let meetings: Set<Int>

    init(dossier: Dossier) {
        self.dossier = dossier
        stateOfAdjective = Nations.statesOfAdjectives(in: dossier)
        var phrases: [(String, Int)] = []
        var names: [(event: Int, isWeak: Bool, isMeeting: Bool)] = []
        for (index, event) in dossier.events.enumerated() {
            for alias in [Alias(event.name)] + event.aliases {
                let words = Tokeniser.tokens(of: alias.text, lexicon: .empty)
                phrases.append((alias.text, names.count))
                names.append(
                    (
                        index, alias.isWeak,
                        words.contains { EventFinder.meeting.contains($0.word) }
                    ))
            }
        }
        aliases = Phrases(phrases)
        self.names = names
        people = dossier.events.map { event in
            event.who.compactMap { id in
                dossier.participants.firstIndex { $0.id == id || $0.name == id }
            }
        }
        let places = dossier.events.map { event in
            let words = Tokeniser.tokens(of: event.place ?? "", lexicon: .empty)
            return words.filter(\.isCapitalised).map(\.word)
        }
        self.places = places
        hosts = places.map { EventFinder.hosts(of: $0, in: dossier) }
        let meetings = Set(names.filter(\.isMeeting).map(\.event))
        self.meetings = meetings
        siblings = places.indices.map { own in
            places.indices.filter { other in
                other != own && meetings.contains(other)
                    && places[own].contains { places[other].contains($0) }
            }
        }
    }

    /// The states whose capital a place is.
    private static func hosts(of place: [Word], in dossier: Dossier) -> Set<Int> {
        let states = dossier.participants.enumerated().filter { _, state in
            let capitals = state.kind == .state ? state.metonyms : []
            let words = capitals.flatMap { Tokeniser.tokens(of: $0, lexicon: .empty) }
            return words.contains { place.contains($0.word) }
        }
        return Set(states.map(\.offset))
    }

    static let meeting = WordSet(
        """
        talks meeting summit session consultations negotiations round rounds visit trip conference
        meetings discussions encounter call
        """)

    private static let meetingVerbs = WordSet("meet meets met discuss discusses negotiate")

    static func speaksOfMeeting(_ word: Word) -> Bool {
        meeting.contains(word) || meetingVerbs.contains(word)
    }

    struct Hit {
        var event: Int
        var rule: String
        var confidence: Double
        var tokens: Range<Int>
        var rivals: [Int] = []
    }

    /// `dates` are those of the article; their `event` is filled in afterwards from the answer.
    func events(in reading: Reading, cast: Cast, dates: [DateFinding]) -> Events {
        var result = Events(
            ofSentence: Array(repeating: nil, count: reading.sentenceCount), findings: [])
        guard !dossier.events.isEmpty else { return result }
        var strong: [Hit] = []
        var weak: [Hit] = []
        collect(reading, dates, &strong, &weak)
        let told = Set(strong.map(\.event))
        strong += dates.compactMap { dated($0, told, reading, cast) }
        if let news = opening(reading, cast) { strong.append(news) }
        let named = Set(strong.map(\.event))
        let days = Days(grouping: dates.filter { $0.first == $0.last }, by: \.sentence)
        strong += weak.filter { isUpheld($0, named, reading, cast, days) }
        strong.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for hit in strong {
            let sentence = Int(reading.tokens[hit.tokens.lowerBound].sentence)
            if result.ofSentence[sentence] == nil { result.ofSentence[sentence] = hit.event }
        }
        carryOn(&result.ofSentence, reading, days)
        result.findings = dossier.events.indices.compactMap { finding($0, strong, reading) }
        return result
    }

    private func finding(_ event: Int, _ hits: [Hit], _ reading: Reading) -> EventFinding? {
        let own = hits.filter { $0.event == event }
        guard let best = own.max(by: { $0.confidence < $1.confidence }) else { return nil }
        var rivals: [String] = []
        for rival in own.flatMap(\.rivals).map({ dossier.events[$0].id })
        where !rivals.contains(rival) { rivals.append(rival) }
        return EventFinding(
            id: dossier.events[event].id,
            basis: Basis(
                rule: best.rule, cue: reading.text(of: best.tokens), confidence: best.confidence,
                rivals: rivals, evidence: own.map { reading.evidence($0.tokens) }))
    }

    // MARK: Names

    private func collect(
        _ reading: Reading, _ dates: [DateFinding], _ strong: inout [Hit], _ weak: inout [Hit]
    ) {
        var said: (sentence: Int, days: [DateFinding])?
        var next = 0
        for opening in aliases.openings(in: reading) where opening >= next {
            let index = Int(opening)
            let limit = reading.sentence(around: index).upperBound
            guard let match = aliases.match(at: index, in: reading, before: limit) else { continue }
            next = match.end
            let name = names[match.value]
            var hit = Hit(
                event: name.event, rule: "name-of-event", confidence: 0.9,
                tokens: index..<match.end)
            if name.isMeeting || name.isWeak {
                let sentence = Int(reading.tokens[index].sentence)
                let known = said?.sentence == sentence ? said?.days : nil
                let days =
                    known ?? dates.filter { $0.sentence == sentence && $0.last - $0.first <= 7 }
                said = (sentence, Array(days.prefix(8)))
                retarget(&hit, reading, days)
            }
            if isToCome(hit, reading), EventFinder.past.contains(reading.word(index - 1)) {
                continue
            }
            if name.isWeak { weak.append(hit) } else { strong.append(hit) }
        }
    }

    private static let past = WordSet("recent last past previous earlier latest")

    /// Whether the event begins after the day of the article: "the recent talks" are others.
    private func isToCome(_ hit: Hit, _ reading: Reading) -> Bool {
        reading.article.published.map { $0.lastDay < dossier.events[hit.event].first } ?? false
    }

    /// "talks in Geneva" means those nearest to the article's day, or on the day the sentence says.
    private func retarget(_ hit: inout Hit, _ reading: Reading, _ said: [DateFinding]) {
        let own = hit.event
        let others = siblings[own]
        guard !others.isEmpty else { return }
        let candidates = [own] + others
        if let fitting = candidates.first(where: { event in
            said.contains { overlaps($0, event) }
        }) {
            hit.event = fitting
            return
        }
        guard let day = reading.article.published?.day else {
            hit.rivals = others
            hit.confidence = 0.6
            return
        }
        let near = candidates.filter { dossier.events[$0].first <= day + 10 }
        guard let nearest = near.min(by: { distance($0, day) < distance($1, day) }) else { return }
        hit.event = nearest
        hit.rivals = near.filter { $0 != nearest && distance($0, day) < 60 }
        if nearest != own || !hit.rivals.isEmpty { hit.confidence = 0.75 }
    }

    private func distance(_ event: Int, _ day: Day) -> Int {
        abs(day - dossier.events[event].last)
    }

    func overlaps(_ date: DateFinding, _ event: Int) -> Bool {
        date.first <= dossier.events[event].last && dossier.events[event].first <= date.last
    }

    /// What is done to a text at a meeting: "the plan was revised in Geneva".
    private static let drafting = WordSet(
        "revised reworked amended refined redrafted drafted adjusted negotiated agreed hammered")

    /// A name that is also a place needs a word for a meeting, or for what is done to a text there,
    /// the day, two of the people or the only one, or a surer name elsewhere in the article and
    /// nobody but its people in the sentence.
    private func isUpheld(
        _ hit: Hit, _ named: Set<Int>, _ reading: Reading, _ cast: Cast, _ days: Days
    ) -> Bool {
        let number = Int(reading.tokens[hit.tokens.lowerBound].sentence)
        if isOnAnotherDay(number, hit.event, days) { return false }
        let sentence = reading.sentence(around: hit.tokens.lowerBound)
        if named.contains(hit.event),
            present(people[hit.event], in: sentence, cast) > 0 || !namesPerson(sentence, cast)
        {
            return true
        }
        let reach = EventFinder.reach
        let range = (hit.tokens.lowerBound - reach..<hit.tokens.upperBound + reach)
            .clamped(to: sentence)
        let isNear =
            reading.article.published.map { distance(hit.event, $0.day) <= 60 } ?? false
        if isNear, range.contains(where: { EventFinder.meeting.contains(reading.word($0)) }) {
            return true
        }
        if isNear, isOfDraft(hit, in: sentence, reading) { return true }
        if days[number]?.contains(where: { overlaps($0, hit.event) }) == true { return true }
        let isFar = !isNear && reading.article.published != nil
        let wanted = isFar ? 2 : min(2, max(1, people[hit.event].count))
        return present(people[hit.event], in: range, cast) >= wanted
    }

    /// Whether a meeting's place stands behind "in", shortly after what was done to a text.
    private func isOfDraft(_ hit: Hit, in sentence: Range<Int>, _ reading: Reading) -> Bool {
        let place = hit.tokens.lowerBound
        guard meetings.contains(hit.event), reading.word(place - 1) == EventFinder.inside else {
            return false
        }
        return (max(sentence.lowerBound, place - 4)..<place).contains {
            EventFinder.drafting.contains(reading.word($0))
        }
    }

    private static let inside = Word("in")

    private func namesPerson(_ tokens: Range<Int>, _ cast: Cast) -> Bool {
        tokens.contains {
            guard case .participant(let index)? = cast.target(at: $0) else { return false }
            return dossier.participants[index].kind == .person
        }
    }

    /// Dates of one day, by the sentence that they stand in.
    private typealias Days = [Int: [DateFinding]]

    /// Whether a sentence tells of a day, and of none of the event's.
    private func isOnAnotherDay(_ sentence: Int, _ event: Int, _ days: Days) -> Bool {
        days[sentence].map { !$0.contains { overlaps($0, event) } } ?? false
    }

    // MARK: Carrying on

    /// What follows in the same paragraph, or speaks of "the meeting" shortly after, still means
    /// the event named last.
    private func carryOn(_ events: inout [Int?], _ reading: Reading, _ days: Days) {
        var last: (sentence: Int, event: Int)?
        for sentence in events.indices {
            if let event = events[sentence] {
                last = (sentence, event)
            } else if let before = last, sentence - before.sentence <= 3 {
                let isSame =
                    reading.paragraph(ofSentence: sentence)
                    == reading.paragraph(ofSentence: before.sentence)
                let isNamed = speaksOfMeeting(sentence, reading)
                guard isSame || isNamed, !isOnAnotherDay(sentence, before.event, days) else {
                    continue
                }
                events[sentence] = before.event
                if isNamed { last = (sentence, before.event) }
            }
        }
    }

    private static let definite = WordSet("the those these two both")
    private static let sides = WordSet("sides parties")

    private func speaksOfMeeting(_ sentence: Int, _ reading: Reading) -> Bool {
        reading.tokens(ofSentence: sentence).dropFirst().contains { index in
            EventFinder.definite.contains(reading.word(index - 1))
                && (EventFinder.meeting.contains(reading.word(index))
                    || EventFinder.sides.contains(reading.word(index)))
        }
    }
}
