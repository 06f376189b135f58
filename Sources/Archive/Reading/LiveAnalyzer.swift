import Analysis
import Intake
import Synchronization

/// An analyzer, and what else is made of a dossier when first needed and then kept. A class, since
/// all snapshots of one state of the dossier share it.
final class LiveAnalyzer: Sendable {
    private let dossier: Dossier
    private let made = Mutex<Analyzer?>(nil)
    private let known = Mutex<NameSpellings?>(nil)

    init(dossier: Dossier) {
        self.dossier = dossier
    }

    func findings(in article: Article) -> Findings { analyzer.findings(in: article) }

    func wordUses(in article: AnalyzedArticle) -> [WordUse] { analyzer.wordUses(in: article) }

    var analyzer: Analyzer {
        made.withLock { made in
            let analyzer = made ?? Analyzer(dossier: dossier)
            made = analyzer
            return analyzer
        }
    }

    /// How the names of the dossier are spelled.
    var spellings: NameSpellings {
        known.withLock { known in
            let spellings = known ?? NameSpellings(dossier)
            known = spellings
            return spellings
        }
    }
}
