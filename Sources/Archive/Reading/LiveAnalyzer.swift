import Analysis
import Intake
import Synchronization

/// An analyzer that is made when first needed and then kept. A class, since all snapshots of one
/// state of the dossier share it.
final class LiveAnalyzer: Sendable {
    private let dossier: Dossier
    private let made = Mutex<Analyzer?>(nil)

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
}
