package import Intake

extension Dossier {
    /// The dossier as it could have been written on a day: without the drafts, what was compared
    /// with them, the events and the offices that are dated later. What has no date stays.
    package func known(on day: Day) -> Dossier {
        var known = self
        known.drafts.removeAll { $0.date.map { $0.day > day } ?? false }
        let later = Set(drafts.map(\.id)).subtracting(known.drafts.map(\.id))
        known.provisions.removeAll { later.contains($0.draft) }
        known.concordance.removeAll { later.contains($0.fromDraft) || later.contains($0.toDraft) }
        known.events.removeAll { $0.first > day }
        for index in known.participants.indices {
            known.participants[index].leaveOutRoles(after: day)
        }
        return known
    }
}

extension Participant {
    /// Leaves out the offices that were taken up later.
    package mutating func leaveOutRoles(after day: Day) {
        roles.removeAll { $0.from.map { $0 > day } ?? false }
    }
}
