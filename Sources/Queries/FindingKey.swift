package import Analysis
package import Intake

/// A finding as a verdict names it, whatever the dossier calls it now: its kind, and by ids what
/// was found.
package struct FindingKey: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case stance, office, figure, point, draft, event, outlet, quote, date, actor
    }

    package var kind: Kind
    package var value: String

    /// Nil where no such kind is known, as of a later version of the program.
    package init?(kind: String, value: String) {
        guard let kind = Kind(rawValue: kind) else { return nil }
        self.kind = kind
        self.value = value
    }

    private init(_ kind: Kind, _ parts: String?...) {
        self.kind = kind
        value = parts.map { $0 ?? "" }.joined(separator: "|")
    }

    package init(_ stance: StanceFinding) {
        self.init(.stance, stance.actorID ?? stance.actor, stance.point, stance.label.rawValue)
    }

    package init(_ office: OfficeFinding) { self.init(.office, office.actor, office.office) }

    package init(_ figure: FigureFinding, in text: ArticleText) {
        self.init(.figure, figure.about, text[scalars: figure.range])
    }

    package init(_ point: PointFinding) { self.init(.point, point.id) }

    package init(_ draft: DraftFinding) { self.init(.draft, draft.id) }

    package init(_ event: EventFinding) { self.init(.event, event.id) }

    package init(_ outlet: OutletFinding) { self.init(.outlet, outlet.id) }

    package init(_ quote: QuoteFinding, in text: ArticleText) {
        self.init(.quote, quote.speakerID ?? quote.speaker, text[scalars: quote.range])
    }

    package init(_ date: DateFinding, in text: ArticleText) {
        self.init(.date, date.edtf, text[scalars: date.range])
    }

    /// All who are named in one sentence.
    package init(_ actors: [ActorFinding]) {
        self.init(.actor, actors.map(\.id).sorted().joined(separator: " "))
    }
}

extension Findings {
    /// Takes out what a person rejected: of findings that rest on several sentences only what rests
    /// on that one.
    package mutating func reject(_ verdicts: [Verdict], in text: ArticleText) {
        for verdict in verdicts where verdict.state == .rejected {
            guard let key = FindingKey(kind: verdict.kind, value: verdict.value) else { continue }
            reject(key, verdict.sentence, text)
        }
    }

    private mutating func reject(_ key: FindingKey, _ sentence: Int, _ text: ArticleText) {
        switch key.kind {
        case .stance: stances.removeAll { $0.sentence == sentence && FindingKey($0) == key }
        case .office:
            offices.removeAll { $0.basis.sentences.first == sentence && FindingKey($0) == key }
        case .figure:
            figures.removeAll { $0.sentence == sentence && FindingKey($0, in: text) == key }
        case .quote:
            quotes.removeAll { $0.sentence == sentence && FindingKey($0, in: text) == key }
        case .date: dates.removeAll { $0.sentence == sentence && FindingKey($0, in: text) == key }
        case .point: Findings.reject(\.basis, sentence, &points) { FindingKey($0) == key }
        case .draft: Findings.reject(\.basis, sentence, &drafts) { FindingKey($0) == key }
        case .event: Findings.reject(\.basis, sentence, &events) { FindingKey($0) == key }
        case .outlet: Findings.reject(\.basis, sentence, &citedOutlets) { FindingKey($0) == key }
        case .actor:
            let named = actors.filter { $0.basis.sentences.contains(sentence) }
            guard FindingKey(named) == key else { return }
            Findings.reject(\.basis, sentence, &actors) { _ in true }
        }
    }

    /// Takes out what rests on the sentence; findings that rest on nothing then go.
    private static func reject<Finding>(
        _ basis: WritableKeyPath<Finding, Basis>, _ sentence: Int, _ findings: inout [Finding],
        where isMeant: (Finding) -> Bool
    ) {
        for index in findings.indices where isMeant(findings[index]) {
            findings[index][keyPath: basis].evidence.removeAll { $0.sentence == sentence }
        }
        findings.removeAll { $0[keyPath: basis].evidence.isEmpty && isMeant($0) }
    }
}
