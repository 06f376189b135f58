import Analysis
import Foundation
import Intake
import Queries
import Testing

@testable import Archive

/// What comes of joining articles by fact against what comes of comparing every pair of them.
@Suite struct JoinedClashesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [("", "ukraine-2025.toml", 10), ("iran-2015", "iran-2015.toml", 2)])
    func `joining by fact gives what comparing every pair gives`(
        folder: String, dossierName: String, least: Int
    ) async throws {
        let archive = try await Self.archive(folder, dossierName)
        let all = ClashesQuestion(factLimit: .max, groupLimit: .max)
        guard case .clashes(let answer) = try await archive.answer(.clashes(all)) else { return }
        let joined = answer.facts.map { Fact($0) }.sorted { $0.id < $1.id }
        let expected = try await Self.byPairs(archive)
        #expect(joined.count >= least)
        #expect(joined == expected)
        // Where all articles of a fact were compared, as many are counted as are shown.
        for fact in answer.facts {
            #expect(fact.articleCount == Set(fact.values.map(\.articleID)).count, "\(fact.about)")
        }
    }

    @Test func `the gravest stand first, names and days behind what is said`() async throws {
        let archive = try await Self.archive("", "ukraine-2025.toml")
        let all = ClashesQuestion(factLimit: .max, groupLimit: .max)
        guard case .clashes(let answer) = try await archive.answer(.clashes(all)) else { return }
        #expect(
            answer.facts.map(\.about).prefix(4)
                == ["shell-bay.outcome", "office.kushner", "geneva", "plan.points"])
        #expect(answer.facts.last?.relation == .spelling)
    }

    @Test(arguments: [("", "ukraine-2025.toml"), ("iran-2015", "iran-2015.toml")])
    func `what two articles differ on stands in one row of their comparison`(
        folder: String, dossierName: String
    ) async throws {
        let archive = try await Self.archive(folder, dossierName)
        let comparer = Comparer(dossier: archive.dossier)
        let articles = try await Self.articles(of: archive)
        for left in articles.indices {
            for right in articles.indices where right > left {
                let comparison = comparer.comparison(of: [articles[left], articles[right]])
                for clash in comparison.clashes where clash.relation != .spelling {
                    let isBeside = comparison.rows.contains { row in
                        row.kind == .differs
                            && (0..<2).allSatisfy { column in
                                clash.values.contains {
                                    $0.column == column
                                        && !row.sentences[column].filter($0.sentences.contains)
                                            .isEmpty
                                }
                            }
                    }
                    #expect(isBeside, "\(clash.about): \(clash.explanation)")
                }
            }
        }
    }

    private static func archive(_ folder: String, _ dossierName: String) async throws -> Archive {
        let seeds = Self.root.appending(path: "seeds")
        let toml = Array(try Data(contentsOf: seeds.appending(path: "dossiers/\(dossierName)")))
        let dossier = DossierReader.read(toml, file: dossierName).dossier
        let archive = try Archive(path: nil, dossier: dossier, clock: { 1_000_000 })
        _ = try await archive.importArticles(try Self.items(in: seeds.appending(path: folder)))
        return archive
    }

    /// The oldest first.
    private static func articles(of archive: Archive) async throws -> [AnalyzedArticle] {
        let question = ArticlesQuestion(query: .everything, order: .oldest, wantsFacets: false)
        guard case .articles(let list) = try await archive.answer(.articles(question)) else {
            return []
        }
        var articles: [AnalyzedArticle] = []
        for row in list.rows {
            if case .article(let article) = try await archive.answer(.article(row.id)) {
                articles.append(article)
            }
        }
        return articles
    }

    private static func items(in folder: URL) throws -> [ImportItem] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".md") && $0 != "README.md" }
            .map { name in
                let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
                return ImportItem.document(RawDocument(name: name, bytes: bytes))
            }
    }

    /// Compares every two articles, the older one first, and unites what is said of one fact.
    private static func byPairs(_ archive: Archive) async throws -> [Fact] {
        let articles = try await articles(of: archive)
        let comparer = Comparer(dossier: archive.dossier)
        var facts: [Fact] = []
        for left in articles.indices {
            for right in articles.indices where right > left {
                let pair = [articles[left], articles[right]]
                for clash in comparer.comparison(of: pair).clashes {
                    var fact = Fact(clash, pair)
                    // A figure told of several drafts is one fact.
                    if fact.about == "plan.points" { fact.kind = "figure" }
                    if let known = facts.firstIndex(where: { $0.id == fact.id }) {
                        facts[known].merge(fact)
                    } else {
                        facts.append(fact)
                    }
                }
            }
        }
        return facts.sorted { $0.id < $1.id }
    }

    private struct Fact: Equatable {
        var kind: String
        var about: String
        var rank: Int
        /// How they differ; between which values is told of two here and of all there.
        var difference: Substring
        var values: Set<String>

        init(_ fact: Disagreement) {
            kind = fact.kind.rawValue
            about = fact.about
            rank = fact.relation.rank
            difference = Fact.difference(fact.explanation)
            values = Set(fact.values.map { "\($0.articleID) \($0.sentence) \($0.text)" })
        }

        init(_ clash: Comparison.Clash, _ pair: [AnalyzedArticle]) {
            kind = clash.kind.rawValue
            about = clash.about
            rank = clash.relation.rank
            difference = Fact.difference(clash.explanation)
            values = Set(
                clash.values.flatMap { value in
                    value.sentences.map { "\(pair[value.column].article.id) \($0) \(value.text)" }
                })
        }

        private static func difference(_ explanation: String) -> Substring {
            explanation.prefix { $0 != ":" }
        }

        var id: String { kind + " " + about }

        mutating func merge(_ other: Fact) {
            if other.rank < rank {
                rank = other.rank
                difference = other.difference
            }
            values.formUnion(other.values)
        }
    }
}
