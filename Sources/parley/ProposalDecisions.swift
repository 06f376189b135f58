import Analysis
import Archive
import Intake
import Queries
import Screens

/// Carries out what a person decides about proposals: writes their own dossier, and tells the
/// archive.
actor ProposalDecisions {
    private let archive: Archive
    private let file: OwnDossierFile?
    /// What was written for each proposal since the start, to be taken out again as it stands.
    private var blocks: [String: String] = [:]
    /// The file as the archive's findings know it.
    private var known: [UInt8]

    init(archive: Archive, file: OwnDossierFile?) {
        self.archive = archive
        self.file = file
        known = (try? file?.read()) ?? []
    }

    /// Gives the dossier's names where it changed. What throws has left file and archive as they
    /// were, or says what is left to do.
    func carryOut(_ decision: ProposalDecision) async throws -> Labels? {
        switch decision.verb {
        case .setAside, .bringBack:
            try await archive.setAside(decision.verb == .setAside, decision.proposal)
            return nil
        case .takeIn: return try await takeIn(decision.proposal)
        case .takeOut: return try await takeOut(decision.proposal)
        }
    }

    private func takeIn(_ proposal: Proposal) async throws -> Labels {
        let file = try ownFile()
        let entry = try await entry(for: proposal)
        let before = try file.read()
        let addition: OwnDossier.Addition
        do throws(OwnDossier.Refusal) {
            addition = try OwnDossier.adding(
                entry, to: before, over: archive.baseDossier, file: file.path)
        } catch {
            throw CommandFailure(error.message(file.path))
        }
        try file.replace(before, with: addition.bytes)
        blocks[proposal.id] = addition.block
        return try await takeUp(addition.bytes, after: before, names: [entry.name] + entry.aliases)
    }

    private func takeOut(_ proposal: Proposal) async throws -> Labels {
        let file = try ownFile()
        let before = try file.read()
        let after: [UInt8]
        do throws(OwnDossier.Refusal) {
            after = try OwnDossier.removing(blocks[proposal.id] ?? "", from: before)
        } catch {
            throw CommandFailure(error.message(file.path))
        }
        try file.replace(before, with: after)
        let old = OwnDossier.read(before, over: archive.baseDossier, file: file.path).dossier
        let names =
            old.participants.filter { $0.name == proposal.name }.flatMap(\.aliases)
            + old.outlets.filter { $0.name == proposal.name }.flatMap(\.aliases)
        return try await takeUp(
            after, after: before, names: [proposal.name] + names.map(\.text))
    }

    /// Only articles with one of `names` are read anew, unless the file was also changed by hand.
    private func takeUp(
        _ bytes: [UInt8], after before: [UInt8], names: [String]
    ) async throws -> Labels {
        let path = file?.path ?? ""
        let own = OwnDossier.read(bytes, over: archive.baseDossier, file: path).dossier
        if before == known {
            try await archive.takeUp(own, changing: names)
        } else {
            try archive.layOver(own)
        }
        known = bytes
        return Labels(dossier: archive.dossier)
    }

    private func ownFile() throws -> OwnDossierFile {
        guard let file else {
            throw CommandFailure("There is no folder for your own dossier: HOME is not set.")
        }
        return file
    }

    /// What is written: the name, its other forms of two words or more, and where it was found.
    private func entry(for proposal: Proposal) async throws -> OwnDossier.Entry {
        guard case .proposal(let page) = try await archive.answer(.proposal(proposal.id)) else {
            return OwnDossier.Entry(name: proposal.name, kind: proposal.kind)
        }
        let forms = page.forms.filter { $0 != proposal.name && $0.contains(" ") }
        var remark = "named in \(TextPages.counted(proposal.articleCount, "article"))"
        if let first = page.sentences.first {
            let date = first.published.map { ", \($0.edtf)" } ?? ""
            remark += ", first in \(TextPages.outletName(first.outlet))\(date)"
        }
        return OwnDossier.Entry(
            name: proposal.name, kind: proposal.kind, aliases: forms, remark: remark)
    }
}

extension OwnDossier.Refusal {
    /// As a person reads it.
    func message(_ path: String) -> String {
        switch self {
        case .unsound(let problem): "\(path) is left as it is: \(problem)"
        case .nameless: "The name has no letters; \(path) is left as it is."
        case .changed: "The entry in \(path) was changed since; take it out there."
        }
    }
}
