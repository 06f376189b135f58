import Intake

/// Noun phrases about provisions that articles repeat: "security guarantees", "arms embargo". What
/// they name is often a matter at issue.
///
/// A phrase is up to three small words before what ends a noun phrase. It counts where the sentence
/// speaks of what is to be ("must", "lift", "under the agreement"); times, people and the talks
/// themselves are none.
enum RepeatedPhrases {
    struct Phrase: Equatable {
        /// The form met most often: "military sites".
        var text: String
        /// The shortest form, which begins all others: "military site".
        var cue: String
        var sentences: Int
        var articles: Int
        /// Up to two of the shortest sentences it stands in.
        var examples: [String]
    }

    /// The most widespread first. With few articles twice is enough.
    static func phrases(in articles: [Article]) -> [Phrase] {
        var collector = PhraseCollector()
        for (index, article) in articles.enumerated() { collector.read(article, number: index) }
        return collector.phrases(leastSentences: articles.count <= 10 ? 2 : 3)
    }
}

private struct PhraseCollector {
    /// What is known of a phrase whose words have these stems.
    private struct Entry {
        var forms: [String: Int] = [:]
        var sentences = 0
        var bearing = 0
        var articles = 0
        var lastArticle = -1
        var lastSentence = (-1, -1)
        var examples: [String] = []
    }

    private var entries: [[Word]: Entry] = [:]

    mutating func read(_ article: Article, number: Int) {
        let reading = Reading(article)
        for sentence in 0..<reading.sentenceCount {
            let tokens = reading.tokens(ofSentence: sentence)
            let isBearing = tokens.contains { Self.bearing.contains(reading.word($0)) }
            var start = tokens.lowerBound
            for index in tokens {
                guard isContent(index, in: reading) else {
                    start = index + 1
                    continue
                }
                let isHead = index + 1 == tokens.upperBound || !isContent(index + 1, in: reading)
                // "foreign policy chief" is an office.
                let isOffice = reading.classes(index + 1).contains(.title)
                guard isHead, !isOffice, !isModifier(index, in: reading) else { continue }
                for length in 1...3 where index + 1 - length >= start {
                    let range = index + 1 - length..<index + 1
                    add(range, reading, place: (number, sentence), isBearing: isBearing)
                }
            }
        }
    }

    private mutating func add(
        _ range: Range<Int>, _ reading: Reading, place: (Int, Int), isBearing: Bool
    ) {
        if Self.wholes.contains(reading.word(range.upperBound - 1)) { return }
        if range.count == 1, !isMatter(range.lowerBound, in: reading) { return }
        if Self.opening.contains(reading.word(range.lowerBound)) { return }
        let bytes = reading.article.text.utf8
        let key = range.map { WordStem.stem(of: reading.tokens[$0], in: bytes) }
        var entry = entries[key] ?? Entry()
        guard entry.lastSentence != place else { return }
        entry.lastSentence = place
        entry.forms[reading.text(of: range).lowercased(), default: 0] += 1
        entry.sentences += 1
        if isBearing { entry.bearing += 1 }
        if entry.lastArticle != place.0 { entry.articles += 1 }
        entry.lastArticle = place.0
        if isBearing {
            entry.examples.append(reading.article.sentenceText(place.1))
            entry.examples.sort { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            entry.examples = Array(entry.examples.prefix(2))
        }
        entries[key] = entry
    }

    // MARK: Choosing

    func phrases(leastSentences: Int) -> [RepeatedPhrases.Phrase] {
        let frequent = entries.filter { key, entry in
            key.count == 1
                ? entry.bearing >= leastSentences + 1 && entry.articles > 1
                : entry.sentences >= leastSentences && entry.bearing > 0
        }
        let chosen = frequent.filter { key, entry in
            !frequent.contains { other, longer in
                other.count > key.count && Self.holds(other, key)
                    && longer.sentences * 4 >= entry.sentences * 3
            }
        }
        return chosen.values.sorted(by: Self.comesFirst).map { entry in
            let forms = entry.forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let cue = forms.map(\.key).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? ""
            return RepeatedPhrases.Phrase(
                text: forms.first?.key ?? cue, cue: cue, sentences: entry.sentences,
                articles: entry.articles, examples: entry.examples)
        }
    }

    private static func holds(_ long: [Word], _ short: [Word]) -> Bool {
        (0...long.count - short.count).contains { Array(long[$0..<$0 + short.count]) == short }
    }

    private static func comesFirst(_ one: Entry, _ other: Entry) -> Bool {
        let left = (one.articles, one.bearing, one.sentences)
        let right = (other.articles, other.bearing, other.sentences)
        if left != right { return left > right }
        return (one.forms.keys.min() ?? "") < (other.forms.keys.min() ?? "")
    }

    // MARK: Words

    /// Small letters, three or more, of a kind that noun phrases are made of.
    private func isContent(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        guard token.isWord, !token.isCapitalised, !token.isPossessive,
            token.end - token.start >= 3, !Self.never.contains(token.word)
        else { return false }
        if reading.token(index, endsWith: "ly") { return false }
        return token.classes.isDisjoint(with: [
            .reportingVerb, .motionVerb, .auxiliary, .preposition, .determiner, .conjunction,
            .pronoun, .weekday, .month, .numberWord, .negation, .actionVerb, .title, .groupNoun,
            .motionNoun, .adverb,
        ])
    }

    /// Stands before a noun and is none: "enriched", "nuclear", "permanent".
    private func isModifier(_ index: Int, in reading: Reading) -> Bool {
        ["ed", "ic", "ous", "ful", "ive", "able", "ible", "ary", "ing"].contains {
            ends(index, with: $0, in: reading)
        }
    }

    /// A word that names a matter even alone: "sanctions", "enrichment", "sovereignty".
    private func isMatter(_ index: Int, in reading: Reading) -> Bool {
        guard !Self.general.contains(reading.word(index)) else { return false }
        return ["ment", "tion", "tions", "ship", "ity", "ties", "ments", "ctions", "ges", "sty"]
            .contains { ends(index, with: $0, in: reading) }
            || ends(index, with: "s", in: reading) && !ends(index, with: "ss", in: reading)
    }

    private func ends(_ index: Int, with ending: String, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        let length = ending.utf8.count
        guard Int(token.end - token.start) > length + 1 else { return false }
        let end = Int(token.end)
        return reading.article.text.utf8[end - length..<end].elementsEqual(ending.utf8)
    }

    /// In a sentence about what is to be, or about what a document says.
    private static let bearing = WordSet(
        """
        must should would will shall require requires required lift lifts lifted lifting limit
        limits limited ease eased easing end ended stop stopped keep keeps accept accepted reject
        rejected agree agreed demand demands demanded allow allowed ban bans banned give gives
        recognise recognize recognised recognized withdraw withdrawal guarantee guarantees include
        includes included provide provides plan draft proposal agreement deal text clause
        provision framework accord treaty pact proposed offered insist insisted
        """)
    /// Never part of such a phrase: times, amounts, the press.
    private static let never = WordSet(
        """
        time times day days week weeks month months year years hour hours night evening morning
        decade decades today minute minutes percent million billion last next first second third
        early late earlier later recent several many few some other others another same own such
        more most less least way ways thing things part parts number lot kind sort case fact
        people man men woman women reporters journalists sources source media press news report
        reports interview briefing conference statement statements remarks speech address article
        post posts video text texts word words comment comments spokesperson spokesman spokeswoman
        powers parliament yet only even just still also very too about around here there now then not nor per set
        """)
    /// What ends the name of the whole plan, or of those who talk about it: "nuclear deal", "peace
    /// talks", "permanent members".
    private static let wholes = WordSet(
        """
        deal deals agreement agreements accord accords plan plans pact proposal proposals talks
        negotiations framework draft member members chance chances provision provisions legislation
        flaw flaws commitment commitments strategy
        """)
    /// Begins no phrase.
    private static let opening = WordSet(
        "new old good bad big great little long high low full possible likely close far very key")
    /// Too general to be a matter alone.
    private static let general = WordSet(
        """
        talks negotiations negotiation agreement agreements government governments administration
        questions question issues issue points point terms term conditions condition details
        parties sides powers countries states position positions decision situation region regions
        efforts changes steps measures options plans proposals drafts documents deals events
        results lines areas members meetings meeting rounds discussions discussion conversation
        provision provisions legislation activities activity commitment commitments flaws changes
        document statements representatives opportunity possibility ability community security
        information relations solution settlement differences concerns views experts critics
        """)
}
