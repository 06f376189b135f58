import Analysis
import Queries

// Names that the dossier lacks.

extension MemoryArchive {
    private func unknown(_ analyzed: AnalyzedArticle) -> [(String, String, OwnDossier.Entry.Kind)] {
        analyzed.findings.actors.compactMap { actor in
            actor.proposal.map { (actor.id, actor.name, $0) }
        }
            + analyzed.findings.citedOutlets.filter { !$0.isKnown }.map {
                ($0.id, $0.name, .outlet)
            }
    }

    func proposals(_ limit: Int) -> ProposalsAnswer {
        var found: [String: Proposal] = [:]
        for (index, article) in articles.enumerated() {
            for (id, name, kind) in unknown(article) where !takenIn.contains(id) {
                var proposal =
                    found[id]
                    ?? Proposal(
                        id: id, name: name, kind: kind, articleCount: 0, presence: 0,
                        isSetAside: setAside.contains(id))
                proposal.articleCount += 1
                proposal.presence = (proposal.presence ?? 0) | 1 << UInt16(index)
                found[id] = proposal
            }
        }
        let all = found.values.sorted { ($1.articleCount, $0.name) < ($0.articleCount, $1.name) }
        let open = all.filter { !$0.isSetAside }
        return ProposalsAnswer(
            open: Array(open.prefix(limit)), setAside: all.filter(\.isSetAside),
            openCount: open.count)
    }

    func proposal(_ id: String) -> ProposalPage? {
        var page = ProposalPage(
            id: id, forms: [], sentences: [], rule: "name-shape", confidence: 0.75)
        for article in articles {
            for actor in article.findings.actors where actor.id == id {
                page.forms += actor.forms.filter { !page.forms.contains($0) }
                page.sentences += sentences(article, actor.basis)
            }
            for outlet in article.findings.citedOutlets where outlet.id == id {
                if page.forms.isEmpty { page.forms = [outlet.name] }
                page.sentences += sentences(article, outlet.basis)
            }
        }
        return page.sentences.isEmpty ? nil : page
    }

    /// Does what a person decided.
    mutating func carryOut(_ decision: ProposalDecision) {
        let id = decision.proposal.id
        switch decision.verb {
        case .takeIn: takenIn.insert(id)
        case .takeOut: takenIn.remove(id)
        case .setAside: setAside.insert(id)
        case .bringBack: setAside.remove(id)
        }
    }
}
