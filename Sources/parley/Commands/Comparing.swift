import Analysis
import Archive
import Foundation
import Intake
import Queries

/// Finds the articles that `parley compare` names and compares them. A name is a file where there
/// is one, else the beginning of an id; the archive is opened only for ids.
struct Comparing {
    let corpus: CorpusOptions

    /// The articles in the order named, beside what was compared.
    func compare(_ names: [String]) throws -> ([AnalyzedArticle], Comparison) {
        let isFile = names.map(FileManager.default.fileExists(atPath:))
        if isFile.allSatisfy({ $0 }) {
            let analyzer = try corpus.choice.analyzer()
            let articles = try names.map { try article(inFile: $0, analyzer) }
            return (articles, Comparer(dossier: analyzer.dossier).comparison(of: articles))
        }
        let archive = try corpus.choice.openArchive(fillsNew: true)
        if !isFile.contains(true) {
            let answer = try waiting { try await archive.answer(.comparison(names)) }
            guard case .comparison(let articles, let comparison) = answer else {
                return ([], .init())
            }
            return (articles, comparison)
        }
        let analyzer = Analyzer(dossier: archive.dossier)
        let articles = try zip(names, isFile).map { name, isFile in
            isFile ? try article(inFile: name, analyzer) : try stored(name, archive)
        }
        return (articles, Comparer(dossier: archive.dossier).comparison(of: articles))
    }

    private func stored(_ id: String, _ archive: Archive) throws -> AnalyzedArticle {
        try waiting { try await archive.article(id) }
    }

    private func article(inFile path: String, _ analyzer: Analyzer) throws -> AnalyzedArticle {
        var found: [AnalyzedArticle] = []
        var failures: [String] = []
        DocumentStream(paths: [path], statement: RawDocument.Statement()).readAll { result in
            switch result {
            case .success(let article): found.append(analyzer.analyzed(article))
            case .failure(let error): failures.append(error.description)
            }
        }
        guard failures.isEmpty, found.count == 1 else {
            throw CommandFailure(
                failures.isEmpty
                    ? ["\(path): holds \(found.count) articles; compare takes one a name."]
                    : failures)
        }
        return found[0]
    }
}
