import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    /// Names that the dossier lacks, the most often named first, at most `limit` of them; all that
    /// were set aside beside them. A name found as two kinds is one of the commoner.
    mutating func proposals(limit: Int) throws -> ProposalsAnswer {
        let setAside = try setAsideProposals()
        let filter = ProposalFilter(dossier: dossier)
        var open: [Proposal] = []
        var aside: [Proposal] = []
        for proposal in try countedProposals().values
        where filter.offers(proposal.name, id: proposal.id, proposal.kind) {
            if setAside.contains(proposal.id) {
                var proposal = proposal
                proposal.isSetAside = true
                aside.append(proposal)
            } else {
                open.append(proposal)
            }
        }
        open.sort(by: Proposal.precedes)
        aside.sort(by: Proposal.precedes)
        let shown = try open.prefix(max(0, limit)).map { try withPresence($0) }
        return ProposalsAnswer(
            open: shown, setAside: try aside.map { try withPresence($0) }, openCount: open.count)
    }

    private mutating func countedProposals() throws -> [String: Proposal] {
        var found: [String: Proposal] = [:]
        for kind in OwnDossier.Entry.Kind.allCases {
            try index.refresh(db, columns: [kind.column])
            let table = index.values(kind.column)
            for (number, count) in index.corpusCounts(kind.column).enumerated()
            where count > (found[table.keys[number]]?.articleCount ?? 0) {
                let key = table.keys[number]
                found[key] = Proposal(
                    id: key, name: table.names[number], kind: kind, articleCount: count)
            }
        }
        return found
    }

    private mutating func withPresence(_ proposal: Proposal) throws -> Proposal {
        guard let letters = letterRows() else { return proposal }
        var proposal = proposal
        let rows = try rows(ofProposal: proposal.id)
        proposal.presence = letters.enumerated().reduce(UInt16(0)) {
            rows.contains($1.element) ? $0 | 1 << UInt16($1.offset) : $0
        }
        return proposal
    }

    private mutating func rows(ofProposal id: String) throws -> RowSet {
        try index.refresh(db, columns: [.proposal])
        return index.rows(.proposal, having: index.values(.proposal).keys.map { $0 == id })
    }

    private func setAsideProposals() throws -> Set<String> {
        Set(
            try String.fetchAll(
                db,
                sql: "SELECT value FROM judgement WHERE article = '' AND kind = ? AND state = ?",
                arguments: [Proposal.judgementKind, Judgement.State.rejected.rawValue]))
    }

    /// The sentences that name `id`, as actor or as outlet. Throws when no article has it.
    mutating func proposalPage(_ id: String) throws -> ProposalPage {
        let rows = try rows(ofProposal: id)
        var page = ProposalPage(id: id, forms: [], sentences: [], rule: "", confidence: 0)
        for row in index.oldest(rows, 0..<min(rows.count, Snapshot.pageLimit)) {
            let analyzed = try analyzed(row)
            let outlet = outletName(analyzed.findings.outletID) ?? analyzed.article.outlet
            page.add(PageArticle(analyzed: analyzed, outlet: outlet))
        }
        guard !page.sentences.isEmpty else {
            throw ArchiveError.noSuchEntry(kind: "proposal", name: id)
        }
        return page
    }
}

extension ProposalPage {
    fileprivate mutating func add(_ article: PageArticle) {
        for actor in article.findings.actors where actor.id == id && !actor.isKnown {
            add(actor.basis, forms: actor.forms, article)
        }
        for outlet in article.findings.citedOutlets where outlet.id == id && !outlet.isKnown {
            add(outlet.basis, forms: [outlet.name], article)
        }
    }

    private mutating func add(_ basis: Basis, forms: [String], _ article: PageArticle) {
        for form in forms where !self.forms.contains(form) { self.forms.append(form) }
        sentences += article.sentences(basis, label: "")
        if basis.confidence > confidence { (rule, confidence) = (basis.rule, basis.confidence) }
    }
}

extension Proposal {
    /// The kind of judgement that keeps proposals out of sight.
    static let judgementKind = "proposal"

    static func precedes(_ left: Proposal, _ right: Proposal) -> Bool {
        (right.articleCount, left.name) < (left.articleCount, right.name)
    }
}
