package import Analysis
package import Intake

/// What an article puts into the views over many, as numbers that can be counted without reading
/// it again: events and days it tells of, and from whom it has what.
package struct ViewKeys: Sendable {
    private let events: [String: Event]
    private let outlets: [String: Outlet]

    package init(dossier: Dossier) {
        events = Dictionary(
            dossier.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        outlets = Chains.outlets(of: dossier)
    }

    /// One number for each row of the timeline that the article is in, ascending.
    package func days(in findings: Findings) -> [UInt32] {
        var told: [String: Set<Int>] = [:]
        for event in findings.events where events[event.id] != nil {
            told[event.id, default: []].formUnion(event.basis.evidence.map(\.sentence))
        }
        for date in findings.dates {
            if let id = date.event, events[id] != nil {
                told[id, default: []].insert(date.sentence)
            }
        }
        var keys = Set(told.keys.map { TimelineKey(event: $0).number })
        for date in findings.dates where date.event == nil {
            let isTold = told.contains { id, sentences in
                guard let event = events[id], sentences.contains(date.sentence) else {
                    return false
                }
                return event.first <= date.last && date.first <= event.last
            }
            guard !isTold, !date.isVague else { continue }
            keys.insert(TimelineKey(first: date.first, last: date.last).number)
        }
        return keys.sorted()
    }

    /// One number for each outlet that the article has something from, and for each pair of outlet
    /// and speaker between which and the reader somebody stands, ascending.
    package func links(in article: Article, _ findings: Findings) -> [UInt32] {
        let home = findings.outletID.flatMap { outlets[$0]?.name } ?? article.outlet
        let reader = LinkReader(findings, outlet: home, outlets: outlets)
        var keys: Set<UInt32> = []
        for source in reader.sources.map(\.source) {
            if let outlet = source.outlet { keys.insert(LinkKey(outlet: outlet).number) }
            if !source.isPlain { keys.insert(LinkKey(source).number) }
        }
        return keys.sorted()
    }
}

/// A row of a timeline as a number: an event of the dossier, or days.
package struct TimelineKey: Hashable, Sendable {
    package let number: UInt32

    private static let eventBit: UInt32 = 1 << 31
    /// Makes the number of any day of the years 1 to 9999 positive.
    private static let origin: Int32 = 800_000

    package init(number: UInt32) { self.number = number }

    package init(event: String) {
        number = TimelineKey.eventBit | UInt32(truncatingIfNeeded: mixed(event) >> 33)
    }

    /// Less than `DateFinding.longestSpan` days.
    package init(first: Day, last: Day) {
        number = UInt32(first.number + TimelineKey.origin) << 5 | UInt32(last - first)
    }

    /// Nil for an event.
    package var days: (first: Day, last: Day)? {
        guard number & TimelineKey.eventBit == 0 else { return nil }
        let first = Day(number: Int32(number >> 5) - TimelineKey.origin)
        return (first, Day(number: first.number + Int32(number & 31)))
    }
}

/// An outlet, or a pair of outlet and speaker, as a number. Two that share one by chance are
/// counted as one.
package struct LinkKey: Hashable, Sendable {
    package let number: UInt32

    package init(number: UInt32) { self.number = number }

    package init(outlet: String) {
        number = UInt32(truncatingIfNeeded: mixed(outlet) >> 32) | 7
    }

    package init(_ link: Chains.Link) {
        self.init(outlet: link.outlet, speaker: link.speaker, end: link.end)
    }

    init(_ source: LinkReader.Source) {
        self.init(outlet: source.outlet, speaker: source.speaker, end: source.end)
    }

    private init(outlet: String?, speaker: String?, end: Chains.End) {
        let pair = mixed((outlet ?? "") + "\n" + (speaker ?? ""))
        let code = UInt32(Chains.End.allCases.firstIndex(of: end) ?? 0)
        number = UInt32(truncatingIfNeeded: pair >> 32) & ~7 | code
    }

    /// What the chain ends with; nil for an outlet.
    package var end: Chains.End? {
        let code = Int(number & 7)
        return code < Chains.End.allCases.count ? Chains.End.allCases[code] : nil
    }
}

/// FNV-1a, well mixed.
private func mixed(_ text: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return state ^ state >> 33
}
