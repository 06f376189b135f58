/// Outlets no dossier knows, by their shape and the words beside them: "told the Bay Herald",
/// "Time magazine", "according to the Independent", "in an op-ed for Kompas".
struct OutletShapes {
    struct Outlet {
        var tokens: Range<Int>
        /// Without its article, unless it is known with one.
        var name: String
        var confidence: Double
    }

    let reading: Reading

    /// The outlet whose name is the run of capitals `run`; nil when nothing shows that it is one.
    /// `isFree` where no part of it is a name of the dossier.
    func outlet(at run: Range<Int>, isFree: Bool) -> Outlet? {
        let tokens = withoutArticle(run)
        guard !tokens.isEmpty else { return nil }
        if isFree, let listed = OutletNames.known.outlet(at: tokens, in: reading) {
            guard isCited(tokens, isWeak: listed.isWord) else { return nil }
            return Outlet(
                tokens: tokens, name: listed.name, confidence: listed.isWord ? 0.75 : 0.85)
        }
        guard !tokens.contains(where: { reading.classes($0).contains(.title) }) else {
            return nil
        }
        if isNamed(tokens) || isCalledBefore(tokens), isCited(tokens, isWeak: true) {
            return Outlet(tokens: tokens, name: reading.text(of: tokens), confidence: 0.75)
        }
        guard isFree, isPlain(tokens) else { return nil }
        let isCalled =
            isCalledBehind(tokens)
            && (isCited(tokens, isWeak: true)
                || isCited(tokens.lowerBound..<tokens.upperBound + 1, isWeak: true))
        guard isCalled || isWrittenFor(tokens) else { return nil }
        return Outlet(tokens: tokens, name: reading.text(of: tokens), confidence: 0.7)
    }

    private func withoutArticle(_ run: Range<Int>) -> Range<Int> {
        let isArticle = reading.word(run.lowerBound) == OutletShapes.the
        return run.lowerBound + (isArticle ? 1 : 0)..<run.upperBound
    }

    private func isCited(_ tokens: Range<Int>, isWeak: Bool) -> Bool {
        Citation.find(around: tokens, in: reading, isWeak: isWeak) != nil
    }

    /// "Bay Herald", "Radio Bay".
    private func isNamed(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        guard tokens.count > 1, !OutletShapes.notFirst.contains(reading.word(tokens.lowerBound)),
            reading.classes(last).isDisjoint(with: .seatWord),
            !OutletShapes.places.contains(reading.word(last)),
            !reading.token(last, endsWith: "ing")
        else { return false }
        return
            (reading.classes(tokens.upperBound - 1).contains(.outletWord)
            || reading.classes(tokens.lowerBound).contains(.outletWord))
    }

    /// "Fake News", "Times Square".
    private static let notFirst = WordSet("fake mainstream social mass local national state")
    private static let places = WordSet("square building tower center centre club park")

    // MARK: Called an outlet

    private static let sources = WordSet(
        "newspaper publication broadcaster outlet tabloid magazine agency website portal channel")
    private static let behind = WordSet("newspaper magazine tabloid daily weekly broadcaster")
    private static let the = Word("the")
    private static let broadcaster = Word("broadcaster")
    private static let indefinite = WordSet("a an another one local several some two three")

    /// "the weekly newspaper Kompas".
    private func isCalledBefore(_ tokens: Range<Int>) -> Bool {
        // "broadcaster Anna Berg" is somebody.
        let mayBeSomebody =
            tokens.count == 2 && reading.word(tokens.lowerBound - 1) == OutletShapes.broadcaster
        return !mayBeSomebody && !reading.classes(tokens.lowerBound).contains(.givenName)
            && OutletShapes.sources.contains(reading.word(tokens.lowerBound - 1))
    }

    /// "Time magazine", but not "a Berlin newspaper".
    private func isCalledBehind(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        return OutletShapes.behind.contains(reading.word(next))
            && !reading.flags(next).contains(.capitalised)
            && !reading.flags(next - 1).contains(.possessive)
            && !OutletShapes.indefinite.contains(reading.word(tokens.lowerBound - 1))
    }

    /// Words that a name of no other kind has.
    private func isPlain(_ tokens: Range<Int>) -> Bool {
        let others: WordClass = [
            .demonym, .bodyWord, .seatWord, .weekday, .month, .givenName, .groupNoun, .numberWord,
        ]
        return tokens.count <= 3
            && tokens.allSatisfy { reading.classes($0).isDisjoint(with: others) }
    }

    // MARK: What only outlets get

    private static let pieces = Phrases([
        ("op-ed in", 0), ("op-ed for", 0), ("column in", 0), ("column for", 0),
        ("editorial in", 0), ("opinion piece in", 0), ("opinion piece for", 0),
        ("interview with the", 1), ("interview to the", 1), ("interviews with the", 1),
    ])

    /// "in an op-ed for Kompas", "in an interview with the Kompas": a body in capitals gives
    /// interviews, too, so an article and a plain word are asked for.
    private func isWrittenFor(_ tokens: Range<Int>) -> Bool {
        guard tokens.count <= 2, !tokens.contains(where: { reading.tokens[$0].isAllCaps }) else {
            return false
        }
        let clause = reading.sentence(around: tokens.lowerBound)
        let end = tokens.lowerBound
        return (max(clause.lowerBound, end - 4)..<end).contains { start in
            guard let match = OutletShapes.pieces.match(at: start, in: reading, before: end) else {
                return false
            }
            let isArticle = match.end == end - 1 && reading.word(end - 1) == OutletShapes.the
            return match.end == end || match.value == 0 && isArticle
        }
    }
}
