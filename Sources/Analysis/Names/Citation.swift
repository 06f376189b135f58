/// Words beside an outlet's name that make it a source: "according to", "told", "reported".
enum Citation {
    /// What was found and where.
    struct Cue {
        var how: OutletFinding.How
        var tokens: Range<Int>
    }

    /// The cue beside tokens that name an outlet. For a weak name, which is also a common word,
    /// the cue must stand next to it.
    static func find(around name: Range<Int>, in reading: Reading, isWeak: Bool) -> Cue? {
        let clause = reading.sentence(around: name.lowerBound)
        if let cue = before(name, in: clause, reading, isWeak: isWeak) { return cue }
        return after(name, in: clause, reading, isWeak: isWeak)
    }

    // MARK: In front

    private static let leads = Phrases([
        ("according to", 0), ("as reported by", 1), ("reported by", 1), ("reporting by", 1),
        ("citing", 0), ("quoting", 2), ("told", 3), ("interview with", 4), ("interview to", 4),
        ("interviewed by", 4), ("published by", 5), ("published in", 5), ("writing in", 5),
        ("wrote in", 5), ("appeared in", 5), ("cited by", 0), ("quoted by", 2), ("shared with", 3),
        ("obtained by", 1), ("seen by", 1), ("reviewed by", 1), ("reports by", 1),
        ("report by", 1), ("report in", 1), ("reported in", 1), ("reports in", 1), ("says", 0),
        ("said", 0), ("speaking to", 3), ("spoke to", 3), ("spoke with", 3), ("statement to", 3),
        ("comments to", 3), ("revealed by", 1), ("leaked to", 3), ("given to", 3),
        ("confirmed to", 3), ("article in", 5), ("article for", 5), ("op-ed in", 5),
        ("column in", 5), ("reports from", 1), ("report from", 1), ("conversation with", 4),
        ("reported on", 1), ("tells", 3), ("via", 0), ("carried by", 0), ("talking to", 3),
        ("explained to", 3), ("said to", 3), ("aired on", 5), ("aired by", 5), ("poll for", 5),
        ("remarks to", 3), ("asked by", 4), ("appearance on", 4), ("appearing on", 4),
        ("interview on", 4), ("interview for", 4), ("sources for", 0), ("sources of", 0),
        ("op-ed for", 5), ("column for", 5), ("editorial in", 5), ("piece for", 5),
        ("piece in", 5), ("cited in", 0),
    ])

    private static let hows: [OutletFinding.How] = [
        .reported, .reported, .quoted, .told, .interview, .published,
    ]

    /// What may stand between the cue and the name: "according to the Ukrainian publication X".
    private static let between = WordSet(
        """
        the a an its newspaper paper daily weekly magazine outlet publication broadcaster channel
        agency news television tv website site portal state state-run radio network tabloid wire
        service media local online financial business independent public national country's
        reporters at from leading opposition and journalists unnamed newspapers agencies
        """)

    private static func before(
        _ name: Range<Int>, in clause: Range<Int>, _ reading: Reading, isWeak: Bool
    ) -> Cue? {
        var index = name.lowerBound - 1
        var steps = 0
        while index >= clause.lowerBound, steps < 8 {
            let first = max(clause.lowerBound, index - 3)
            for start in first...index {
                if let match = leads.match(at: start, in: reading, before: index + 1),
                    match.end == index + 1
                {
                    return Cue(how: hows[match.value], tokens: start..<match.end)
                }
            }
            let token = reading.tokens[index]
            let isPassed =
                between.contains(token.word) || token.classes.contains(.demonym)
                || token.isAllCaps
                || !isWeak && (token.isCapitalised || token.isMark && token.word != stop)
            guard isPassed else { return nil }
            index -= 1
            steps += 1
        }
        return nil
    }

    private static let stop = Word(".")

    // MARK: Behind

    private static let nouns = WordSet(
        """
        sources report reports reporter reporters correspondent correspondents investigation
        interview article story journalist journalists poll analysis editorial columnist said
        """)
    private static let publishing = WordSet(
        """
        published publishes publish posted posts aired airs broadcast released obtained leaked
        printed ran carried
        """)

    private static func after(
        _ name: Range<Int>, in clause: Range<Int>, _ reading: Reading, isWeak: Bool
    ) -> Cue? {
        var index = name.upperBound
        var steps = 0
        while index < clause.upperBound, steps < 4 {
            let token = reading.tokens[index]
            let cue = index..<index + 1
            if publishing.contains(token.word) { return Cue(how: .published, tokens: cue) }
            if token.classes.contains(.reportingVerb), !token.isCapitalised,
                !isWeak || !token.classes.contains(.verbStem)
            {
                return Cue(how: .reported, tokens: cue)
            }
            if steps == 0, nouns.contains(token.word) { return Cue(how: .reported, tokens: cue) }
            let isPassed =
                token.classes.contains(.adverb) || token.classes.contains(.auxiliary)
                || reading.token(index, endsWith: "ly") || token.classes.contains(.weekday)
            guard isPassed, !isWeak || !token.classes.contains(.auxiliary) else { return nil }
            index += 1
            steps += 1
        }
        return nil
    }
}
