import Intake

/// Which draft each sentence speaks of.
struct Drafts: Sendable {
    /// For each sentence the index of the dossier's draft, named there or carried on; nil for none.
    var ofSentence: [Int?]
    var findings: [DraftFinding]
}

/// Finds which draft a passage means: by its name, by its number of points ("28-point plan", "ran
/// to twenty-eight points"), by its version ("the initial draft", "the revised proposal") against
/// the day of the article, or carried on from the sentence before ("It would also …").
struct DraftFinder: Sendable {
    let dossier: Dossier
    private let aliases: Phrases
    private let isWeak: [Bool]
    private let draftOfAlias: [Int]
    private let counterWords: WordSet
    private let numberWords = NumberWords()
    private let plainWords = FigurePlainWords()

    init(dossier: Dossier) {
        self.dossier = dossier
        var phrases: [(String, Int)] = []
        var weak: [Bool] = []
        var drafts: [Int] = []
        for (index, draft) in dossier.drafts.enumerated() {
            for alias in [Alias(draft.title)] + draft.aliases {
                phrases.append((alias.text, drafts.count))
                weak.append(alias.isWeak)
                drafts.append(index)
            }
        }
        aliases = Phrases(phrases)
        counterWords = DraftFinder.counterWords(of: dossier.drafts)
        isWeak = weak
        draftOfAlias = drafts
    }

    /// A draft met in a sentence, and how.
    private struct Hit {
        var draft: Int
        var rule: String
        var confidence: Double
        var tokens: Range<Int>
        var rivals: [Int] = []
    }

    func drafts(in reading: Reading, cast: Cast) -> Drafts {
        var result = Drafts(
            ofSentence: Array(repeating: nil, count: reading.sentenceCount), findings: [])
        guard !dossier.drafts.isEmpty else { return result }
        let reader = NumberReader(
            reading: reading, words: numberWords, plain: plainWords, hasContinentalMarks: false)
        var hits: [Hit] = []
        var last: (sentence: Int, draft: Int)?
        for sentence in 0..<reading.sentenceCount {
            let range = reading.tokens(ofSentence: sentence)
            var found = explicitHits(in: range, reader)
            if found.isEmpty, let last, sentence - last.sentence <= 2,
                let tokens = carrier(in: range, reading),
                !isOfOtherSize(last.draft, range, reader)
            {
                found = [
                    Hit(draft: last.draft, rule: "carried-on", confidence: 0.6, tokens: tokens)
                ]
            }
            guard let first = found.first else { continue }
            result.ofSentence[sentence] = first.draft
            last = (sentence, first.draft)
            hits += found
        }
        result.findings = dossier.drafts.indices.compactMap { finding($0, hits, reading) }
        return result
    }

    private func finding(_ draft: Int, _ hits: [Hit], _ reading: Reading) -> DraftFinding? {
        let own = hits.filter { $0.draft == draft }
        guard let best = own.max(by: { $0.confidence < $1.confidence }) else { return nil }
        var rivals: [String] = []
        for rival in own.flatMap(\.rivals).map({ dossier.drafts[$0].id })
        where !rivals.contains(rival) { rivals.append(rival) }
        return DraftFinding(
            id: dossier.drafts[draft].id,
            basis: Basis(
                rule: best.rule, cue: reading.text(of: best.tokens), confidence: best.confidence,
                rivals: rivals, evidence: own.map { reading.evidence($0.tokens) }))
    }

    // MARK: One sentence

    /// The drafts a sentence names, a version that says more than a number first.
    private func explicitHits(in range: Range<Int>, _ reader: NumberReader) -> [Hit] {
        let reading = reader.reading
        var hits: [Hit] = []
        for index in range {
            let token = reading.tokens[index]
            if token.classes.contains(.versionWord),
                let hit = version(at: index, in: range, reading)
            {
                hits.append(hit)
            }
            if token.isNumber || token.classes.contains(.numberWord),
                let hit = size(at: index, in: range, reader)
            {
                hits.append(hit)
            } else if let match = aliases.match(at: index, in: reading, before: range.upperBound) {
                let draft = draftOfAlias[match.value]
                let isWeak = isWeak[match.value]
                if isWeak, !isNew(draft, reading) { continue }
                hits.append(
                    Hit(
                        draft: draft, rule: isWeak ? "weak-name-of-draft" : "name-of-draft",
                        confidence: isWeak ? 0.7 : 0.9, tokens: index..<match.end))
            }
        }
        return reconciled(hits)
    }

    /// A weak name ("the framework") means a draft while that is news: a fortnight.
    private func isNew(_ draft: Int, _ reading: Reading) -> Bool {
        guard let today = reading.article.published?.lastDay, let date = dossier.drafts[draft].date
        else { return false }
        return (0...14).contains(today - date.day)
    }

    /// "a revised 28-point framework": the version decides, the number's draft is its rival; "the
    /// initial 28-point draft": the number decides.
    private func reconciled(_ hits: [Hit]) -> [Hit] {
        var result: [Hit] = []
        for hit in hits {
            let touching = result.count - 1
            guard touching >= 0, hit.tokens.lowerBound <= result[touching].tokens.upperBound else {
                result.append(hit)
                continue
            }
            if result[touching].draft == hit.draft {
                result[touching].confidence = max(result[touching].confidence, hit.confidence)
            } else if result[touching].rule == "first-version" {
                result[touching] = hit
            } else {
                result[touching].rivals.append(hit.draft)
                result[touching].confidence *= 0.8
            }
        }
        return result
    }

    // MARK: Numbers of points

    private static let point = WordSet("point points")

    /// "28-point", "twenty-eight points", "27 points": how many, and the end of the words.
    private func points(
        at index: Int, in range: Range<Int>, _ reader: NumberReader
    ) -> (count: Double, end: Int)? {
        let reading = reader.reading
        guard let number = reader.number(at: index, before: range.upperBound) else { return nil }
        var next = number.tokens.upperBound
        if next < range.upperBound, reading.tokens[next].isHyphen { next += 1 }
        guard next < range.upperBound, DraftFinder.point.contains(reading.word(next)) else {
            return nil
        }
        return (number.value, next + 1)
    }

    /// "the plan shrank to around 20 points": that is no longer the draft of 28.
    private func isOfOtherSize(
        _ draft: Int, _ range: Range<Int>, _ reader: NumberReader
    ) -> Bool {
        guard let size = dossier.drafts[draft].size.map(Double.init) else { return false }
        return range.contains { index in
            points(at: index, in: range, reader).map { $0.count > 1 && $0.count != size } ?? false
        }
    }

    private func size(at index: Int, in range: Range<Int>, _ reader: NumberReader) -> Hit? {
        let reading = reader.reading
        guard let points = points(at: index, in: range, reader) else { return nil }
        let candidates = dossier.drafts.indices.filter {
            dossier.drafts[$0].size.map(Double.init) == points.count
        }
        guard let draft = choice(among: candidates, at: index, in: range, reading) else {
            return nil
        }
        return Hit(
            draft: draft, rule: "number-of-points", confidence: candidates.count > 1 ? 0.85 : 0.95,
            tokens: index..<points.end, rivals: candidates.filter { $0 != draft })
    }

    /// Words that say a counter-proposal is meant: the general ones, and those its names in the
    /// dossier begin with, "Nordic" where it is called "Nordic counter-proposal".
    private static func counterWords(of drafts: [Draft]) -> WordSet {
        let phrases = drafts.filter { $0.kind == "counter-proposal" }.flatMap(\.aliases).map {
            $0.text.split(separator: " ")
        }
        let first = phrases.filter { $0.count > 1 }.compactMap(\.first)
            .filter { $0.first?.isLetter == true }
        return WordSet(["counter", "redraft"] + first.map(String.init))
    }

    /// Of drafts with the same number of points: a counter-proposal only where the words before
    /// the number say so; of the others the newest that the article can know, or, where it has no
    /// date, the one that goes by the number.
    private func choice(
        among candidates: [Int], at index: Int, in range: Range<Int>, _ reading: Reading
    ) -> Int? {
        let counters = candidates.filter { isCounter($0) }
        let plain = candidates.filter { !isCounter($0) }
        let before = max(range.lowerBound, index - 3)..<index
        let saysCounter = before.contains { counterWords.contains(reading.word($0)) }
        if plain.isEmpty || saysCounter && counters.count == 1 { return counters.first }
        guard let day = reading.article.published?.lastDay else {
            return plain.first(where: goesByNumber) ?? plain.first
        }
        let known = plain.filter { (dossier.drafts[$0].date?.day ?? day) <= day }
        return known.max { date(of: $0) < date(of: $1) }
    }

    /// "20-point plan" is a name of its own.
    private func goesByNumber(_ draft: Int) -> Bool {
        guard let size = dossier.drafts[draft].size else { return false }
        return dossier.drafts[draft].aliases.contains {
            $0.text.prefix(while: \.isNumber) == "\(size)"
        }
    }

    private func isCounter(_ draft: Int) -> Bool {
        dossier.drafts[draft].kind == "counter-proposal"
    }

    private func date(of draft: Int) -> Day {
        dossier.drafts[draft].date?.day ?? Day(number: Int32.min / 2)
    }

    // MARK: Versions

    static let firstWords = "initial original first earlier leaked"
    static let latestWords = """
        revised updated amended reworked modified refined adjusted latest newest new current
        """
    private static let first = WordSet(firstWords)
    private static let document = WordSet(
        """
        plan draft proposal framework document text version paper outline blueprint documents
        proposals drafts
        """)

    /// "the initial 28-point draft", "an updated version of the plan", "the revised proposal".
    private func version(at index: Int, in range: Range<Int>, _ reading: Reading) -> Hit? {
        let word = reading.word(index)
        let isFirst = DraftFinder.first.contains(word)
        guard let end = documentEnd(after: index, in: range, reading),
            let day = reading.article.published?.lastDay
        else { return nil }
        let known = dossier.drafts.indices.filter {
            guard !isCounter($0), let date = dossier.drafts[$0].date?.day else { return false }
            return date <= day && day - date <= 120
        }
        let oldest = known.min { date(of: $0) < date(of: $1) }
        let newest = known.max { date(of: $0) < date(of: $1) }
        guard let draft = isFirst ? oldest : newest, isFirst || newest != oldest else { return nil }
        return Hit(
            draft: draft, rule: isFirst ? "first-version" : "latest-version",
            confidence: isFirst ? 0.8 : 0.65, tokens: index..<end,
            rivals: isFirst ? [] : known.filter { $0 != draft && $0 != oldest })
    }

    /// The end of the word for a document within the next four tokens, numbers and adjectives of
    /// the plan between them.
    private func documentEnd(
        after index: Int, in range: Range<Int>, _ reading: Reading
    ) -> Int? {
        for position in index + 1..<max(index + 1, min(index + 7, range.upperBound)) {
            let token = reading.tokens[position]
            if DraftFinder.document.contains(token.word) { return position + 1 }
            let isBetween =
                token.isNumber || token.isHyphen || token.isCapitalised
                || token.classes.contains(.planWord) || DraftFinder.point.contains(token.word)
            guard isBetween else { return nil }
        }
        return nil
    }

    // MARK: Carrying on

    private static let it = Word("it")
    private static let definite = WordSet("the that this its")

    private static let openings = WordSet("to that whether")
    private static let occasions = WordSet(
        "time visit trip journey meeting call round day week month year anniversary")
    private static let seems = WordSet("seems seemed appears appeared remains remained")

    /// "It is clear that", "It is to be assumed", "It seems", "It was the sixth time": nothing is
    /// meant by it, or an occasion.
    private func isEmptyIt(_ index: Int, _ reading: Reading) -> Bool {
        if reading.flags(index).contains(.possessive) { return true }
        if DraftFinder.seems.contains(reading.word(index + 1)) { return true }
        guard DraftFinder.be.contains(reading.word(index + 1)) else { return false }
        return (index + 2...index + 4).contains {
            DraftFinder.openings.contains(reading.word($0))
                || DraftFinder.occasions.contains(reading.word($0))
        }
    }

    private static let be = WordSet("is was")

    /// "It would …" at the beginning, or "the plan", "that proposal" anywhere.
    private func carrier(in range: Range<Int>, _ reading: Reading) -> Range<Int>? {
        guard let first = range.first else { return nil }
        if reading.word(first) == DraftFinder.it, !isEmptyIt(first, reading) {
            return first..<first + 1
        }
        for index in range.dropFirst()
        where DraftFinder.document.contains(reading.word(index))
            && DraftFinder.definite.contains(reading.word(index - 1))
        {
            return index - 1..<index + 1
        }
        return nil
    }
}
