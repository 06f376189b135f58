import Algorithms
import Intake

extension EventFinder {
    // MARK: Dates

    /// Dates of more days than this, a week at most, mean a meeting alone, beside a word for one.
    private static let fewDays = 3

    /// The one event on a date whose place or two of whose people stand in the sentence. Of those
    /// that the article names elsewhere (`told`), and of one with one person alone, that one will do.
    func dated(
        _ date: DateFinding, _ told: Set<Int>, _ reading: Reading, _ cast: Cast
    ) -> Hit? {
        guard date.last - date.first < 7,
            let tokens = tokens(of: date, in: reading.tokens(ofSentence: date.sentence), reading)
        else { return nil }
        if EventFinder.towards.contains(reading.word(tokens.lowerBound - 1)) { return nil }
        let sentence = reading.tokens(ofSentence: date.sentence)
        let range = tokens.lowerBound - EventFinder.reach..<tokens.upperBound + EventFinder.reach
        let near = range.clamped(to: sentence)
        let isWeek = date.last - date.first > EventFinder.fewDays
        if isWeek, !near.contains(where: { EventFinder.speaksOfMeeting(reading.word($0)) }) {
            return nil
        }
        let isOnlyDay = date.first == date.last
        var best: (event: Int, score: Int)?
        var isTied = false
        for event in dossier.events.indices where overlaps(date, event) {
            if isWeek, !meetings.contains(event) { continue }
            let isThere = near.contains { isPlace($0, of: event, reading) }
            let count = present(people[event], in: near, cast)
            let isSure = isThere || isOnlyDay && (isAlone(event) || told.contains(event))
            guard count >= (isSure ? 1 : 2) else { continue }
            let score = (isThere ? 2 : 0) + count
            if let old = best, old.score >= score {
                isTied = isTied || old.score == score
                continue
            }
            best = (event, score)
            isTied = false
        }
        guard let best, !isTied else { return nil }
        return Hit(
            event: best.event, rule: "place-or-people-on-the-day",
            confidence: isWeek ? 0.6 : best.score > 2 ? 0.85 : 0.7, tokens: tokens)
    }

    /// What stands before a day that something is to be done by, or that is gone.
    private static let towards = WordSet("by until till before after since")

    /// Whether a token names the event's place, or speaks of it as the capital of its state.
    private func isPlace(_ token: Int, of event: Int, _ reading: Reading) -> Bool {
        if reading.tokens[token].isCapitalised, places[event].contains(reading.word(token)) {
            return true
        }
        return reading.word(token) == EventFinder.capital
            && stateOfAdjective[reading.word(token - 1)].map(hosts[event].contains) == true
    }

    private static let capital = Word("capital")

    /// Whether one person was there, and nobody else.
    private func isAlone(_ event: Int) -> Bool {
        dossier.events[event].who.count == 1 && people[event].count == 1
    }

    // MARK: The news

    /// How many days after talks a report of them may open with "the talks" and no date.
    private static let daysOfNews = 3

    /// The one meeting of these days whose place and one of whose people stand in the opening
    /// paragraph, beside a word for a meeting.
    func opening(_ reading: Reading, _ cast: Cast) -> Hit? {
        guard let day = reading.article.published?.day, reading.sentenceCount > 0 else {
            return nil
        }
        let count = (0..<reading.sentenceCount).prefix { reading.paragraph(ofSentence: $0) == 0 }
            .count
        let end = reading.tokens(ofSentence: max(0, count - 1)).upperBound
        let range = 0..<min(end, 2 * EventFinder.reach)
        guard let word = range.first(where: { EventFinder.meeting.contains(reading.word($0)) })
        else { return nil }
        let fitting = dossier.events.indices.filter { event in
            dossier.events[event].first <= day
                && day - dossier.events[event].last <= EventFinder.daysOfNews
                && meetings.contains(event)
                && range.contains { isPlace($0, of: event, reading) }
                && present(people[event], in: range, cast) >= 1
        }
        guard fitting.count == 1 else { return nil }
        return Hit(
            event: fitting[0], rule: "place-and-people-in-the-opening", confidence: 0.55,
            tokens: word..<word + 1)
    }

    private func tokens(
        of date: DateFinding, in range: Range<Int>, _ reading: Reading
    ) -> Range<Int>? {
        let start = range.partitioningIndex {
            Int(reading.tokens[$0].scalarStart) >= date.range.lowerBound
        }
        var end = start
        while end < range.upperBound, Int(reading.tokens[end].scalarEnd) <= date.range.upperBound {
            end += 1
        }
        return start < end ? start..<end : nil
    }

    /// How far from a date its place and people may stand, in tokens.
    static let reach = 60

    /// How many of `people` are mentioned at tokens `range`.
    func present(_ people: [Int], in range: Range<Int>, _ cast: Cast) -> Int {
        var found: [Int] = []
        for index in range {
            guard case .participant(let person)? = cast.target(at: index),
                people.contains(person), !found.contains(person)
            else { continue }
            found.append(person)
        }
        return found.count
    }
}
