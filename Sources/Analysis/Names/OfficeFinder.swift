import Intake

/// Points out people who are named with an office that the dossier does not give them on that day.
/// It says that the two differ, never which is right, and only of offices that one person holds at
/// a time; where the article has no day, where it tells of the past, and where the dossier's words
/// can mean the same office, it says nothing.
struct OfficeFinder: Sendable {
    private let dossier: Dossier
    /// For each participant the offices its roles are, nil where a role is none that is compared.
    private let offices: [[Office?]]
    private let nations: Set<String>

    init(dossier: Dossier) {
        self.dossier = dossier
        var nations: Set<String> = []
        for participant in dossier.participants where participant.kind == .state {
            for name in [participant.name] + participant.aliases.map(\.text) {
                nations.formUnion(Office.words(of: name))
            }
        }
        self.nations = nations
        offices = dossier.participants.map { participant in
            guard participant.kind == .person else { return [] }
            return participant.roles.map {
                Office(words: Office.words(of: $0.title), nations: nations)
            }
        }
    }

    func findings(in reading: Reading, cast: Cast, dates: [DateFinding]) -> [OfficeFinding] {
        guard let published = reading.article.published else { return [] }
        let span = OfficeFinder.span(of: published)
        var findings: [OfficeFinding] = []
        for mention in cast.mentions {
            guard case .participant(let index) = mention.target, !offices[index].isEmpty,
                mention.use == .actor, let claim = claim(of: mention, cast, in: reading)
            else { continue }
            let sentence = Int(reading.tokens[mention.tokens.lowerBound].sentence)
            let days =
                [span]
                + dates.filter { $0.sentence == sentence }.map { $0.first...max($0.first, $0.last) }
            guard let differing = differing(claim.office, index, days),
                !isTelling(ofThePast: claim.tokens, mention, in: reading)
            else { continue }
            findings.append(
                finding(index, mention, claim.tokens, differing, published, in: reading))
        }
        return findings
    }

    // MARK: What the article says

    private func claim(
        of mention: Mention, _ cast: Cast, in reading: Reading
    ) -> (office: Office, tokens: Range<Int>)? {
        let title = behindOthers(mention.title, cast, in: reading)
        for tokens in [title, apposition(after: mention.tokens, in: reading)]
        where tokens.contains(where: { Office.isFunction(reading.word($0)) }) {
            let words = tokens.filter { reading.tokens[$0].isWord }.map { index -> String in
                let isNation = reading.classes(index).contains(.demonym)
                return isNation ? "the" : reading.text(of: index..<index + 1)
            }
            if let office = Office(words: words, nations: nations),
                !isExempt(before: tokens, in: reading)
            {
                return (office, tokens)
            }
        }
        return nil
    }

    /// "Kushner and | Secretary of State": somebody else's name is no part of an office.
    private func behindOthers(
        _ title: Range<Int>, _ cast: Cast, in reading: Reading
    ) -> Range<Int> {
        let other = title.last { index in
            cast.target(at: index).flatMap { cast.kind(of: $0, in: dossier) } == .person
        }
        guard let other else { return title }
        let start = title.first { $0 > other && reading.word($0) != OfficeFinder.and }
        return (start ?? title.upperBound)..<title.upperBound
    }

    private static let and = Word("and")

    /// "then-", "former" right in front of what was read as the office.
    private func isExempt(before tokens: Range<Int>, in reading: Reading) -> Bool {
        let clause = reading.sentence(around: tokens.lowerBound)
        return (max(clause.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
            reading.tokens[$0].isWord
                && Office.exempt.contains(reading.text(of: $0..<$0 + 1).lowercased())
        }
    }

    /// The words between commas behind a name: ", the country's foreign minister,".
    private func apposition(after name: Range<Int>, in reading: Reading) -> Range<Int> {
        let start = name.upperBound
        guard reading.word(start) == OfficeFinder.comma else { return start..<start }
        let end = min(start + 10, reading.sentence(around: name.lowerBound).upperBound)
        for index in start + 1..<max(end, start + 1) {
            let token = reading.tokens[index]
            if token.isMark, !token.isGlued || token.word == OfficeFinder.comma {
                return token.word == OfficeFinder.comma ? start + 1..<index : start..<start
            }
            let others: WordClass = [.auxiliary, .reportingVerb, .conjunction, .pronoun]
            if !token.classes.isDisjoint(with: others) { break }
        }
        return start..<start
    }

    private static let comma = Word(",")

    /// Words by which a sentence tells of a time when the office was held.
    private static let past = WordSet(
        """
        under during when then former had previously earlier ago era administration predecessor
        successor term until since years decade tenure resigned dismissed fired replaced ousted
        succeeded appointed became serving served while
        """)

    private func isTelling(
        ofThePast title: Range<Int>, _ mention: Mention, in reading: Reading
    ) -> Bool {
        reading.sentence(around: mention.tokens.lowerBound).contains {
            OfficeFinder.past.contains(reading.word($0))
        }
    }

    // MARK: What the dossier says

    /// The days that a publication day can mean, with some before and after: an office changes
    /// hands before all have heard of it.
    private static func span(of published: PublicationDate) -> ClosedRange<Day> {
        let slack = published.isApproximate ? 31 : 7
        return published.day - slack...published.lastDay + slack
    }

    /// The roles to be held against the office: nil when one of them agrees on one of the days, or
    /// when they cannot be compared. The same office at another time comes first.
    private func differing(
        _ claim: Office, _ index: Int, _ days: [ClosedRange<Day>]
    ) -> [Participant.Role]? {
        let roles = dossier.participants[index].roles
        var sameOffice: [Participant.Role] = []
        var now: [Participant.Role] = []
        var isComparable = false
        for (role, office) in zip(roles, offices[index]) {
            let isHeld = days.contains { role.isHeld(within: $0) }
            let agrees = office.map { $0.agrees(with: claim) } ?? false
            if agrees, isHeld { return nil }
            if agrees { sameOffice.append(role) }
            if let published = days.first, role.isHeld(within: published) {
                now.append(role)
                // An office of another kind may be held beside it.
                if let office, office.function == claim.function || claim.isTop {
                    isComparable = true
                }
                if office != nil, claim.function == .minister { isComparable = true }
            }
        }
        guard !sameOffice.isEmpty || isComparable else { return nil }
        return sameOffice + now
    }

    private func finding(
        _ index: Int, _ mention: Mention, _ title: Range<Int>, _ roles: [Participant.Role],
        _ published: PublicationDate, in reading: Reading
    ) -> OfficeFinding {
        let participant = dossier.participants[index]
        return OfficeFinding(
            actor: participant.id, name: participant.name, office: reading.text(of: title),
            day: published.edtf, roles: roles, isChecked: participant.rolesChecked,
            sources: participant.sources,
            basis: Basis(
                rule: "office-differs-from-dossier", cue: reading.text(of: title),
                confidence: participant.rolesChecked ? 0.85 : 0.7,
                evidence: [reading.evidence(title), reading.evidence(mention.tokens)]))
    }

}

extension Office {
    /// An office beside which no other is held.
    fileprivate var isTop: Bool {
        !isDeputy && [.president, .premier, .chancellor].contains(function)
    }
}

extension Participant.Role {
    /// Whether it was held on one of the days; a bound that is not known is none.
    fileprivate func isHeld(within days: ClosedRange<Day>) -> Bool {
        (from.map { $0 <= days.upperBound } ?? true)
            && (until.map { days.lowerBound <= $0 } ?? true)
    }
}
