package import Intake

/// Reads articles against one dossier. Make one and keep it: making it compiles the gazetteer.
package struct Analyzer: Sendable {
    package let dossier: Dossier

    package init(dossier: Dossier) {
        self.dossier = dossier
    }

    /// Everything that the rules find in `article`. Pure: the same article and dossier always give
    /// the same findings.
    package func findings(in article: Article) -> Findings {
        Findings()
    }
}
