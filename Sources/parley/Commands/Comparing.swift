import Analysis
import Glibc
import Intake

/// Finds the articles that `parley compare` names and compares them.
struct Comparing {
    let corpus: CorpusOptions

    /// The articles in the order named, beside what was compared.
    func compare(_ names: [String]) throws -> ([AnalyzedArticle], Comparison) {
        let analyzer = try corpus.analyzer()
        let articles = try names.map { try article(named: $0, analyzer) }
        let comparison = Comparer(dossier: analyzer.dossier).comparison(of: articles)
        return (articles, comparison)
    }

    private func article(named name: String, _ analyzer: Analyzer) throws -> AnalyzedArticle {
        var found: [AnalyzedArticle] = []
        var failures: [String] = []
        DocumentStream(paths: [name], statement: RawDocument.Statement()).readAll { result in
            switch result {
            case .success(let article): found.append(analyzer.analyzed(article))
            case .failure(let error): failures.append(error.description)
            }
        }
        guard failures.isEmpty, found.count == 1 else {
            throw CommandFailure(
                failures.isEmpty
                    ? ["\(name): holds \(found.count) articles; compare takes one a name."]
                    : failures)
        }
        return found[0]
    }
}
