import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    mutating func overview() throws -> Overview {
        let corpus = try corpus()
        // The undated are the last in either order, and have no day to tell.
        let first = index.oldest(index.live, 0..<1, days: index.corpusDays).first
        let last = index.newest(index.live, 0..<1, days: index.corpusDays).first
        var overview = Overview(
            dossierTitle: dossier.title, articleCount: index.articleCount,
            sentenceCount: index.sentenceCount,
            actorCount: corpus.actorCount, pointCount: corpus.pointCount,
            firstPublished: try first.flatMap { try articleRow($0).published },
            lastPublished: try last.flatMap { try articleRow($0).published },
            digestCount: corpus.digestCount, letters: try letters(),
            disagreements: try firstDisagreements())
        overview.publicationDays = index.publicationDays
        return overview
    }

    private func letters() throws -> [ArticleLetter] {
        guard let rows = letterRows() else { return [] }
        let articles = try rows.map { try articleRow($0) }
        let letters = Letters.unique(for: articles.map(\.outlet))
        return zip(articles, letters).map {
            ArticleLetter(articleID: $0.id, letter: $1, outlet: $0.outlet, published: $0.published)
        }
    }

    /// The facts on which articles differ where there are few; of more they are asked for apart,
    /// since the first screen waits for this.
    private mutating func firstDisagreements() throws -> [Disagreement] {
        guard index.articleCount <= Overview.letterLimit else { return [] }
        return try disagreements()
    }
}

enum Letters {
    /// One-cell letters for articles of these outlets: the first letter of the name that is free,
    /// without its "The", then those of the alphabet. An unstated outlet has `?`; several of them
    /// have letters that are left, since four `?` would tell nobody which article is meant.
    static func unique(for outlets: [String?]) -> [String] {
        let spare = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        var taken: Set<String> = []
        func free(_ letters: [String]) -> String {
            let letter = letters.map { $0.uppercased() }.first {
                $0.utf8.count == 1 && !taken.contains($0)
            }
            taken.insert(letter ?? "?")
            return letter ?? "?"
        }
        let named = outlets.map { outlet in
            outlet.map { name in
                let words = WordScanner.words(in: name).filter { $0 != "the" }
                let initials = words.compactMap { $0.first.map(String.init) }
                return free(initials + words.joined().map(String.init) + spare)
            }
        }
        let isOne = named.count { $0 == nil } == 1
        return named.map { $0 ?? (isOne ? "?" : free(spare)) }
    }
}
