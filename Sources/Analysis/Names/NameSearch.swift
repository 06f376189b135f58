import Intake

/// One article's search for the names of the dossier: where names match, which of them are upheld
/// by the rest of the article, and whom they name.
struct NameSearch {
    /// A place where a name matches, with all entries it may be, as a range of `entries`.
    private struct Candidate {
        var tokens: Range<Int>
        var entries: Range<Int>
    }

    let dossier: Dossier
    let gazetteer: Gazetteer
    let reading: Reading
    private var candidates: [Candidate] = []
    private var entries: [Gazetteer.Entry] = []
    /// Of the candidate being resolved, those that the rest of the article upholds.
    private var allowed: [Gazetteer.Entry] = []
    private var upheld: UpheldTargets
    private var standing: Standing
    private(set) var mentions: [Mention] = []
    /// Tokens that a `not_this` name covers, or a name that nothing upholds.
    private(set) var taken: [Bool]

    init(dossier: Dossier, gazetteer: Gazetteer, reading: Reading) {
        self.dossier = dossier
        self.gazetteer = gazetteer
        self.reading = reading
        standing = Standing(reading)
        upheld = UpheldTargets(dossier)
        taken = Array(repeating: false, count: reading.tokens.count)
    }

    mutating func run() {
        collect()
        upholdStrongNames()
        mentions.reserveCapacity(candidates.count)
        for candidate in candidates {
            if let mention = resolve(candidate) { mentions.append(mention) }
        }
    }

    // MARK: Matching

    private mutating func collect() {
        var next = 0
        for opening in gazetteer.openings(in: reading) where opening >= next {
            let index = Int(opening)
            next = collect(at: index, before: reading.sentence(around: index).upperBound)
        }
    }

    /// Adds the name at a token, if any; returns where to go on.
    private mutating func collect(at index: Int, before limit: Int) -> Int {
        guard
            let match = gazetteer.match(at: index, in: reading, before: limit),
            !goesOn(at: match.end)
        else { return index + 1 }
        let tokens = index..<match.end
        let first = entries.count
        gazetteer.addEntries(from: match.first, at: tokens, in: reading, to: &entries)
        dropBlocked(from: first)
        if entries.count == first {
            for token in tokens { taken[token] = true }
        } else {
            candidates.append(Candidate(tokens: tokens, entries: first..<entries.count))
        }
        return match.end
    }

    /// Takes away the entries from `first` on that a `not_this` name of the same words forbids.
    private mutating func dropBlocked(from first: Int) {
        guard entries[first...].contains(where: { $0.kind == .notThis }) else { return }
        let blocked = entries[first...].filter { $0.kind == .notThis }.map(\.target)
        let open = entries[first...].filter {
            $0.kind != .notThis && !blocked.contains($0.target)
        }
        entries.replaceSubrange(first..., with: open)
    }

    /// "Pravda" is no name in "Pravda.Ru", "Axios" none in "axios@mail".
    private func goesOn(at index: Int) -> Bool {
        let mark = reading.flags(index)
        guard mark.contains(.mark), mark.contains(.glued), !mark.contains(.hyphen),
            reading.word(index) == NameSearch.point || reading.word(index) == NameSearch.at
        else { return false }
        let next = reading.flags(index + 1)
        return next.contains(.word) && next.contains(.glued)
    }

    private static let point = Word(".")
    private static let at = Word("@")

    private mutating func upholdStrongNames() {
        for candidate in candidates {
            for index in candidate.entries {
                let entry = entries[index]
                if !entry.isWeak, entry.kind != .metonym, upheld[entry.target] == nil {
                    upheld[entry.target] = candidate.tokens.lowerBound
                }
            }
        }
    }

    // MARK: Resolving

    private mutating func resolve(_ candidate: Candidate) -> Mention? {
        let tokens = candidate.tokens
        guard var best = allow(candidate) else { return nil }
        for entry in allowed.dropFirst() where isBetter(entry, than: best, at: tokens) {
            best = entry
        }
        if best.kind == .full { upheld[best.target] = tokens.lowerBound }
        if let other = someoneElse(best, at: tokens), other { return nil }
        let name = tokens.lowerBound + best.titleLength..<tokens.upperBound
        let target = resolvedTarget(best, name)
        var mention = Mention(
            tokens: name, target: target.0, use: target.1, form: form(of: best),
            title: tokens.lowerBound..<name.lowerBound, confidence: confidence(of: best))
        mention.rivals = rivals(of: best)
        if !mention.rivals.isEmpty { mention.confidence *= 0.7 }
        if mention.title.isEmpty { mention.title = title(before: name, target.0) }
        return mention
    }

    /// Fills `allowed` from a candidate; its first entry, nil when nothing upholds any.
    private mutating func allow(_ candidate: Candidate) -> Gazetteer.Entry? {
        allowed.removeAll(keepingCapacity: true)
        for index in candidate.entries where isAllowed(entries[index], at: candidate.tokens) {
            allowed.append(entries[index])
        }
        return allowed.first
    }

    private func isAllowed(_ entry: Gazetteer.Entry, at tokens: Range<Int>) -> Bool {
        guard entry.isWeak else { return true }
        if upheld[entry.target] != nil { return true }
        guard case .outlet = entry.target else { return false }
        return Citation.find(around: tokens, in: reading, isWeak: true) != nil
    }

    /// Listed names before derived ones, the person last named in full before others.
    private func isBetter(
        _ entry: Gazetteer.Entry, than other: Gazetteer.Entry, at tokens: Range<Int>
    ) -> Bool {
        if entry.target == other.target { return false }
        if entry.isWeak != other.isWeak { return !entry.isWeak }
        if isPlace(entry) != isPlace(other) { return isPlace(other) }
        let mine = upheld[entry.target].map { $0 <= tokens.lowerBound ? $0 : -1 } ?? -2
        let theirs = upheld[other.target].map { $0 <= tokens.lowerBound ? $0 : -1 } ?? -2
        return mine > theirs
    }

    private func isPlace(_ entry: Gazetteer.Entry) -> Bool {
        if case .place = entry.target { return true }
        return false
    }

    /// The target and its use: a metonym or a seat stands for an actor or is a place.
    private mutating func resolvedTarget(
        _ best: Gazetteer.Entry, _ name: Range<Int>
    ) -> (Mention.Target, Mention.Use) {
        switch best.target {
        case .participant(let index):
            let kind = dossier.participants[index].kind
            let use = standing.use(of: name, nature(of: best, kind, name))
            if use == .place, let place = allowed.first(where: isPlace) {
                return (place.target, .place)
            }
            return (best.target, use)
        case .place:
            _ = standing.use(of: name, .seat)
            return (best.target, .place)
        case .outlet, .newcomer:
            return (best.target, .actor)
        }
    }

    private func nature(
        _ name: Range<Int>, of kind: Participant.Kind
    ) -> Standing.Nature {
        let isSeat = reading.classes(name.upperBound - 1).contains(.seatWord)
        let isLand = Standing.continents.contains(reading.word(name.upperBound - 1))
        return isSeat ? .seat : isLand ? .state : .body
    }

    private func nature(
        of entry: Gazetteer.Entry, _ kind: Participant.Kind, _ name: Range<Int>
    ) -> Standing.Nature {
        if entry.kind == .metonym { return .seat }
        switch kind {
        case .person: return .person
        case .state: return .state
        case .body, .group: return nature(name, of: kind)
        }
    }

    /// A surname behind another first name is somebody else: "Eric Trump" is not Donald Trump.
    private func someoneElse(_ entry: Gazetteer.Entry, at tokens: Range<Int>) -> Bool? {
        guard case .participant(let index) = entry.target, entry.kind != .full,
            dossier.participants[index].kind == .person, tokens.count == 1
        else { return nil }
        let before = tokens.lowerBound - 1
        guard before >= reading.sentence(around: tokens.lowerBound).lowerBound else { return nil }
        let token = reading.tokens[before]
        guard token.isCapitalised, token.classes.contains(.givenName), !token.isPossessive else {
            return nil
        }
        // Another spelling of the same first name begins alike: Stephen for Steven.
        let own = dossier.participants[index].name.utf8.first
        return reading.article.text.utf8[Int(token.start)] != own
    }

    private func form(of entry: Gazetteer.Entry) -> Mention.Form {
        switch entry.kind {
        case .full: entry.isWeak ? .weakAlias : .fullName
        case .surname: .shortName
        case .alias, .metonym, .notThis: entry.isWeak ? .weakAlias : .alias
        }
    }

    private func confidence(of entry: Gazetteer.Entry) -> Double {
        switch entry.kind {
        case .full: entry.isWeak ? 0.85 : 0.99
        case .surname: 0.92
        case .metonym: 0.85
        case .alias, .notThis: entry.isWeak ? 0.85 : 0.97
        }
    }

    private func rivals(of best: Gazetteer.Entry) -> [Int] {
        var result: [Int] = []
        for entry in allowed where entry.target != best.target && entry.isWeak == best.isWeak {
            if case .participant(let index) = entry.target, best.kind != .metonym {
                result.append(index)
            }
        }
        return result
    }

    // MARK: Titles

    /// The office in front of a person's name: "Russian presidential aide", "U.S. Army Secretary".
    private func title(before name: Range<Int>, _ target: Mention.Target) -> Range<Int> {
        guard case .participant(let index) = target,
            dossier.participants[index].kind == .person
        else { return name.lowerBound..<name.lowerBound }
        return Titles.range(before: name.lowerBound, in: reading)
    }
}

/// Targets of a dossier that an article names by a name that is not weak, each with the token where
/// it last was. One number for each target, because every name asks for several.
private struct UpheldTargets {
    private let participants: Int
    private let outlets: Int
    private var tokens: [Int32]

    init(_ dossier: Dossier) {
        participants = dossier.participants.count
        outlets = dossier.outlets.count
        tokens = Array(repeating: -1, count: participants + outlets + dossier.places.count)
    }

    subscript(_ target: Mention.Target) -> Int? {
        get {
            guard let slot = slot(of: target), tokens[slot] >= 0 else { return nil }
            return Int(tokens[slot])
        }
        set {
            if let slot = slot(of: target) { tokens[slot] = Int32(newValue ?? -1) }
        }
    }

    /// Nil for newcomers, whom no dossier names.
    private func slot(of target: Mention.Target) -> Int? {
        switch target {
        case .participant(let index): index
        case .outlet(let index): participants + index
        case .place(let index): participants + outlets + index
        case .newcomer: nil
        }
    }
}
