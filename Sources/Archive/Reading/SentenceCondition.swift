import Analysis
import Intake
import Queries

/// A query made ready to be held against the sentences of one article after another.
indirect enum SentenceCondition {
    /// Something that the article as a whole meets or not.
    case article(RowSet)
    case words(TextPattern)
    /// A match begins in the sentence, or lies in it and is looked for in it alone.
    case pattern(Pattern, isWithinSentence: Bool)
    /// A finding with one of these keys rests on the sentence.
    case finding(Column, Set<String>)
    case quote
    /// A person has noted something on the sentence.
    case noted
    case not(SentenceCondition)
    case and([SentenceCondition])
    case or([SentenceCondition])
}

/// The sentences of one article that meet a condition, with what met it.
struct SentenceHits {
    /// One a sentence.
    var isHit: [Bool]
    /// Scalars of the article's text, per sentence, for highlighting.
    var ranges: [Int: [Range<Int>]] = [:]
}

/// An article as sentence conditions look at it.
struct SentenceView {
    let row: Int
    let article: Article
    let findings: Findings
    /// Sentences with a note, where a condition asks for them.
    var noted: Set<Int> = []
    private var words = ScannedWords()
    /// The numbers of the words of each sentence; none where no pattern can be met.
    private var wordsOfSentence: [Range<Int>] = []

    /// For conditions that look for no other words than `patterns`, and, without `findings`, for
    /// none.
    init(row: Int, _ article: Article, _ findings: Findings?, patterns: [TextPattern]) {
        self.row = row
        self.article = article
        self.findings = findings ?? Findings()
        guard !patterns.isEmpty else { return }
        for sentence in article.sentences {
            let bytes = article.text.byteRange(ofScalars: sentence.range)
            let mayMatch = patterns.contains { $0.mayOccur(in: article.text.utf8, bytes) }
            wordsOfSentence.append(
                mayMatch ? words.add(article.text.utf8, bytes) : words.count..<words.count)
        }
    }

    func hits(_ condition: SentenceCondition) -> SentenceHits {
        var hits = SentenceHits(
            isHit: [Bool](repeating: false, count: article.sentences.count))
        switch condition {
        case .article(let rows):
            if rows.contains(row) { hits.isHit = hits.isHit.map { _ in true } }
        case .words(let pattern): find(pattern, &hits)
        case .pattern(let pattern, let isWithinSentence):
            article.find(pattern, isWithinSentence: isWithinSentence, &hits)
        case .finding(let column, let keys):
            for (key, basis) in findings.bases(column) where keys.contains(key) {
                for evidence in basis.evidence { hits.add(evidence.sentence, evidence.range) }
            }
        case .quote: for quote in findings.quotes { hits.add(quote.sentence, quote.range) }
        case .noted:
            for index in noted where hits.isHit.indices.contains(index) {
                hits.isHit[index] = true
            }
        case .not(let inner): hits.isHit = self.hits(inner).isHit.map { !$0 }
        case .and(let parts):
            hits.isHit = hits.isHit.map { _ in true }
            for part in parts {
                let other = self.hits(part)
                for index in hits.isHit.indices where !other.isHit[index] {
                    hits.isHit[index] = false
                }
                hits.merge(other)
            }
        case .or(let parts):
            for part in parts {
                let other = self.hits(part)
                for index in hits.isHit.indices where other.isHit[index] {
                    hits.isHit[index] = true
                }
                hits.merge(other)
            }
        }
        return hits
    }

    private func find(_ pattern: TextPattern, _ hits: inout SentenceHits) {
        for (sentence, range) in wordsOfSentence.enumerated() {
            for match in pattern.matches(in: words, range) {
                hits.add(
                    sentence, article.text.scalarRange(ofBytes: words.bytes(of: match)))
            }
        }
    }
}

extension SentenceHits {
    mutating func add(_ sentence: Int, _ range: Range<Int>) {
        guard isHit.indices.contains(sentence) else { return }
        isHit[sentence] = true
        if range.isEmpty { return }
        ranges[sentence, default: []].append(range)
    }

    fileprivate mutating func merge(_ other: SentenceHits) {
        ranges.merge(other.ranges) { $0 + $1 }
    }
}

extension Findings {
    /// Every finding of a column with its key, as `ArticleFacts` counts them.
    func bases(_ column: Column) -> [(String, Basis)] {
        switch column {
        case .actor: actors.filter(\.isKnown).map { ($0.id, $0.basis) }
        case .cited: citedOutlets.filter(\.isKnown).map { ($0.id, $0.basis) }
        case .proposal:
            actors.filter { !$0.isKnown }.map { ($0.id, $0.basis) }
                + citedOutlets.filter { !$0.isKnown }.map { ($0.id, $0.basis) }
        case .point: points.map { ($0.id, $0.basis) }
        case .draft: drafts.map { ($0.id, $0.basis) }
        case .stance: stances.map { ($0.label.rawValue, $0.basis.at($0.sentence)) }
        case .speaker:
            quotes.flatMap { quote in
                let basis = quote.basis.at(quote.sentence, quote.range)
                let keys = quote.speakers.map { $0.id ?? $0.name }
                let isNamed = quote.isNamed && quote.joint.allSatisfy(\.isNamed)
                return (keys + (isNamed ? [] : [ArticleFacts.unnamed])).map { ($0, basis) }
            }
        case .day, .source, .language, .trait, .proposedPerson, .proposedBody, .proposedOutlet,
            .claim, .sketch, .copies, .telling, .link, .wording:
            []
        }
    }
}

extension Basis {
    /// The same basis resting on a range of `sentence` alone, or on its evidence there.
    func at(_ sentence: Int, _ range: Range<Int>? = nil) -> Basis {
        var basis = self
        let here = evidence.filter { $0.sentence == sentence }
        if let range {
            basis.evidence = [Evidence(sentence: sentence, range: range)]
        } else if here.isEmpty {
            basis.evidence = [Evidence(sentence: sentence, range: 0..<0)]
        } else {
            basis.evidence = here
        }
        return basis
    }
}
