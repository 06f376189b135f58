import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// Random patterns over random articles, answered a second time by matching each text.
struct RandomPatternsTests {
    private static let vocabulary = [
        "treaty", "Treaties", "cease-fire", "ceasefire", "cease\u{AD}fire", "cea\u{301}se",
        "Łódź", "lodz", "naïve", "naive", "Київ", "Елка", "ёлка", "28", "280,000", "Putin",
        "rasputin", "talks", "the", "fire", "“fire”", "x²", "fi\u{200D}re", "日本", "ﬁre",
        String(repeating: "long", count: 12) + "fire",
    ]

    private static let pieces = [
        "cease-?fire", "fire", "treat(y|ies)", "Treat", "lodz", "naive", "елка", "київ", "putin",
        "\\bputin", "[0-9]+,000", "28", "the", "(talks|treaty)", "^", "$", "\\b", ".*", " ",
        "(fire|x)", "fi", "[a-z]", "日", "longfire", "a{2}", "\\w+",
    ]

    private static func articles(_ random: inout RandomNumbers) -> [AnalyzedArticle] {
        func words(_ most: Int, _ random: inout RandomNumbers) -> String {
            (0..<1 + random.number(most)).map { _ in
                vocabulary[random.number(vocabulary.count)]
            }.joined(separator: random.flag() ? " " : "\n")
        }
        // More than are read sooner than the index is asked.
        return (0..<600).map { number in
            let title = random.flag() ? words(2, &random) : nil
            return AnalyzedArticle(
                article: Sample.article(
                    "n\(number)", [words(4, &random), words(4, &random)], title: title),
                findings: Findings())
        }
    }

    private static func query(_ random: inout RandomNumbers) throws -> Query {
        var text = ""
        for _ in 0..<1 + random.number(3) { text += pieces[random.number(pieces.count)] }
        guard let pattern = try? Pattern(text) else { return .everything }
        let word = Query.word(["talks", "fire", "28"][random.number(3)])
        switch random.number(7) {
        case 0: return .titlePattern(pattern)
        case 1: return .not(.pattern(pattern))
        case 2: return .and([.pattern(pattern), word])
        case 3: return .or([.pattern(pattern), word])
        case 4: return .and([word, .not(.and([.pattern(pattern), .titlePattern(pattern)]))])
        case 5: return .sentence(.pattern(pattern))
        default: return .pattern(pattern)
        }
    }

    private static func isMet(_ query: Query, by article: Article) -> Bool {
        func occurs(_ pattern: Pattern, in text: String) -> Bool {
            !pattern.matches(in: ArticleText(text)).ranges.isEmpty
        }
        let title = article.title ?? ""
        switch query {
        case .everything: return true
        case .word(let word):
            let words = WordScanner.words(in: article.text.string + "\n" + title)
            return words.contains { PorterStemmer.stem($0) == PorterStemmer.stem(word) }
        case .pattern(let pattern):
            return occurs(pattern, in: article.text.string) || occurs(pattern, in: title)
        case .titlePattern(let pattern): return occurs(pattern, in: title)
        case .sentence(.pattern(let pattern)):
            return article.sentences.indices.contains {
                occurs(pattern, in: article.sentenceText($0))
            }
        case .not(let inner): return !isMet(inner, by: article)
        case .and(let parts): return parts.allSatisfy { isMet($0, by: article) }
        case .or(let parts): return parts.contains { isMet($0, by: article) }
        default: return false
        }
    }

    @Test(arguments: 0..<4)
    func `a pattern finds what matching every text finds`(seed: Int) async throws {
        var random = RandomNumbers(seed: UInt64(seed))
        let articles = RandomPatternsTests.articles(&random)
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        try await archive.store(articles)
        var live = articles.map(\.article)
        for round in 0..<60 {
            if round == 20 {
                // What was found before must not outlive what it was found in.
                let gone = Query.pattern(try Pattern("ras?putin"))
                try await archive.remove(matching: gone)
                live.removeAll { RandomPatternsTests.isMet(gone, by: $0) }
            }
            let query = try RandomPatternsTests.query(&random)
            let expected = live.filter { RandomPatternsTests.isMet(query, by: $0) }.map(\.id)
            guard
                case .articles(let found) = try await archive.answer(
                    .articles(ArticlesQuestion(query: query, window: 0..<1000)))
            else { return }
            #expect(Set(found.rows.map(\.id)) == Set(expected), "\(query) \(round)")
        }
        #expect(try await archive.check() == [])
    }
}
