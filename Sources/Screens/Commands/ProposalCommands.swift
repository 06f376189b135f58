import Queries

extension Registry {
    /// The same keys for all that the machine found: a finding of a sentence, and a name that the
    /// dossier does not have.
    static let proposalCommands: [Command] = [
        Command(
            "accept-finding",
            "Accept the next finding, or take a name into your dossier",
            hint: "accept", group: .decide, modes: [.proposals, .reader], keys: ["a"]
        ) { state, _ in
            state.place.screen == .reader ? state.decide(.accepted) : state.decide(.takeIn)
        },
        Command(
            "reject-finding", "Reject the next finding; set a name aside, or back",
            hint: "reject", group: .decide, modes: [.proposals, .reader], keys: ["x"]
        ) { state, _ in
            if state.place.screen == .reader { return state.decide(.rejected) }
            let isAside = state.place.proposals.selected?.isSetAside == true
            return state.decide(isAside ? .bringBack : .setAside)
        },
    ]
}

extension State {
    mutating func showProposals() -> [Effect] {
        guard place.screen != .proposals else { return [] }
        go(to: .proposals)
        place.proposals = ProposalsScreen()
        return [askProposals()]
    }

    mutating func askProposals() -> Effect {
        ask(.proposals(limit: ProposalsScreen.limit), for: .proposals)
    }

    /// Has the decision about the selected name carried out; nothing changes here until it was.
    mutating func decide(_ verb: ProposalDecision.Verb) -> [Effect] {
        guard let proposal = place.proposals.selected else {
            notice = Notice("There is no name to decide about.")
            return []
        }
        return carryOut(ProposalDecision(verb, proposal))
    }

    /// Shows or hides those set aside.
    mutating func foldSetAside() -> [Effect] {
        if place.proposals.answer?.setAside.isEmpty != false {
            notice = Notice("No name was set aside.")
        } else {
            place.proposals.showsSetAside.toggle()
        }
        return []
    }

    mutating func undoDecision() -> [Effect] {
        guard let last = decisions.last else {
            notice = Notice("Nothing has been decided since the start.")
            return []
        }
        return carryOut(last.undone)
    }

    private mutating func carryOut(_ decision: ProposalDecision) -> [Effect] {
        guard deciding == nil else { return [] }
        deciding = decision
        return [.decide(decision)]
    }

    /// A decision has been carried out: it can be undone now, or was the undoing of the last.
    mutating func take(_ decision: ProposalDecision, _ labels: Labels?) -> [Effect] {
        deciding = nil
        if decisions.last?.undone == decision {
            decisions.removeLast()
        } else {
            decisions.append(decision)
        }
        notice = Notice(decision.said)
        place.proposals.forget(decision.proposal)
        var effects = place.screen == .proposals ? [askProposals()] : []
        if let labels {
            self.labels = labels
            effects.append(.renewFindings)
        }
        return effects
    }

    mutating func refuse(_ decision: ProposalDecision, _ message: String) -> [Effect] {
        deciding = nil
        // What cannot be undone must not stand in the way of what can.
        if decisions.last?.undone == decision { decisions.removeLast() }
        notice = Notice("Error: \(message)", isError: true)
        return []
    }

    /// Enter in the list goes to the sentences; on a sentence, to it in its article.
    mutating func openFromProposals() -> [Effect] {
        if place.proposals.isInSentences, let citation = place.proposals.selectedCitation {
            return read(citation.articleID, at: citation.sentence)
        }
        place.proposals.switchPane()
        return []
    }

    /// Scrolls, and asks for the sentences of the name one has come to.
    mutating func settleProposals(_ layout: ScreenLayout) -> [Effect] {
        place.proposals.settle(layout)
        prompt?.settle(layout)
        guard let id = place.proposals.selected?.id, place.proposals.askedID != id else {
            return []
        }
        place.proposals.askedID = id
        return [ask(.proposal(id), for: .proposal, priority: .later)]
    }
}

extension ProposalDecision {
    /// What is said once it was carried out.
    fileprivate var said: String {
        let name = Sanitiser.visible(proposal.name)
        return switch verb {
        case .takeIn: "\(name) is in your dossier; u takes it out again."
        case .takeOut: "\(name) is out of your dossier again."
        case .setAside: "\(name) is set aside; u brings it back."
        case .bringBack: "\(name) is proposed again."
        }
    }
}
