import Analysis
import Intake
import Queries
import Synchronization

/// A word of the corpus and its Porter stem.
struct StemmedTerm: Hashable, Sendable {
    var stem: String
    var term: String
}

/// The part of an import that needs no archive and runs on all cores: reading, analysis, packing.
struct Preparation: Sendable {
    let analyzer: Analyzer
    var isBundled: Bool
    private let keys: ViewKeys

    init(analyzer: Analyzer, isBundled: Bool) {
        self.analyzer = analyzer
        self.isBundled = isBundled
        keys = ViewKeys(dossier: analyzer.dossier)
    }

    /// Without what was rejected by `verdicts`.
    func prepare(
        _ article: Article, origin: String, fingerprint: String, wordStarts: [Int],
        verdicts: [Verdict] = []
    ) -> PreparedArticle {
        let (findings, claims) = analyzer.findingsAndClaims(in: article) {
            $0.reject(verdicts, in: article.text)
        }
        return PreparedArticle(
            article: article, origin: origin, isBundled: isBundled, fingerprint: fingerprint,
            structure: StructureCodec.bytes(of: ArticleStructure(of: article)),
            findings: FindingsCodec.bytes(of: findings), claims: ClaimsCodec.bytes(of: claims),
            facts: ArticleFacts(
                of: article, findings, claims: claims, keys: keys, isBundled: isBundled),
            wordStarts: wordStarts)
    }
}

/// Collects the words of texts, each once over all texts, and how the words of each article begin.
///
/// Words of one or two bytes are passed over: `WordStart` knows them, and they have no stem.
struct TermCollector {
    /// Longer words are cut: scalars.
    static let longest = 40

    private var starts = WordStartCollector()
    private(set) var terms: [StemmedTerm] = []
    private let stored: StoredWords?
    private var seen: Set<UInt64> = []

    /// Words that are `stored` are passed over.
    init(knowing stored: StoredWords? = nil) { self.stored = stored }

    /// Takes in the words of one article; returns its keys in the table of word starts.
    mutating func add(_ article: Article) -> [Int] {
        add(article.text.utf8, inTitle: false)
        var isParted = PartedWords.occur(in: article.text.utf8)
        if let title = article.title {
            let bytes = Array(title.utf8)
            add(bytes, inTitle: false)
            add(bytes, inTitle: true)
            isParted = isParted || PartedWords.occur(in: bytes)
        }
        return starts.take() + (isParted ? [PartedWords.key] : [])
    }

    private mutating func add(_ bytes: [UInt8], inTitle: Bool) {
        var scanner = WordScanner(range: bytes.indices)
        while scanner.next(in: bytes) {
            starts.add(scanner.word, inTitle: inTitle)
            guard scanner.word.count > 2 else { continue }
            let hash = TermCollector.hash(scanner.word)
            guard seen.insert(hash).inserted, stored?.contains(hash) != true else { continue }
            terms.append(TermCollector.term(scanner.word))
        }
    }

    private static func term(_ word: [UInt8]) -> StemmedTerm {
        var term = String(decoding: word, as: UTF8.self)
        if word.count > longest, term.unicodeScalars.count > longest {
            term = String(String.UnicodeScalarView(term.unicodeScalars.prefix(longest)))
        }
        return StemmedTerm(stem: PorterStemmer.stem(term), term: term)
    }

    /// FNV-1a.
    static func hash(_ word: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}

/// Words whose stems an import has stored, by their hashes: one set for all cores, since a copy of
/// a hundred thousand words is two megabytes.
final class StoredWords: Sendable {
    private let hashes = Mutex<Set<UInt64>>([])

    func contains(_ hash: UInt64) -> Bool { hashes.withLock { $0.contains(hash) } }

    /// False where it is stored already.
    func insert(_ term: StemmedTerm) -> Bool {
        let hash = TermCollector.hash(Array(term.term.utf8))
        return hashes.withLock { $0.insert(hash).inserted }
    }
}
