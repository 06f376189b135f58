/// Runs of letters and figures that a text must have for a pattern to match it: what an index of
/// words can look for before any text is read.
///
/// Only plain letters and figures of Latin and Cyrillic are told, which stand in an index as they
/// are compared here; runs below `shortest` are passed over.
package indirect enum RequiredRuns: Hashable, Sendable {
    /// Nothing is known to be there.
    case unknown
    /// Folded, without regard to case: within one word of the text.
    case run(String)
    case all([RequiredRuns])
    case any([RequiredRuns])

    static let shortest = 3
    /// Alternatives beyond which an index is no help.
    static let mostAlternatives = 16

    init(of tree: PatternNode) {
        var collector = RunCollector()
        collector.add(tree)
        self = collector.finish()
    }

    /// Whether a scalar, folded without regard to case, can be part of a run.
    package static func tells(_ folded: UInt32) -> Bool {
        switch folded {
        case 0x30...0x39, 0x61...0x7A, 0x430...0x44F: true
        default: false
        }
    }
}

/// Walks over what must follow each other.
private struct RunCollector {
    private var run = String.UnicodeScalarView()
    private var found: [RequiredRuns] = []

    mutating func add(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .scalar(let scalar): add(scalar)
        case .any, .set: endRun()
        case .assertion: break
        case .sequence(let nodes): for node in nodes { add(node) }
        case .choice(let nodes): add(nodes)
        case .repetition(let node, let least, _, _):
            endRun()
            if least > 0 {
                add(node)
                endRun()
            }
        }
    }

    private mutating func add(_ scalar: UInt32) {
        let folded = ScalarFold.folded(scalar, keepsCase: false)
        if folded == ScalarFold.unseen { return }
        guard RequiredRuns.tells(folded), let letter = Unicode.Scalar(folded) else {
            return endRun()
        }
        run.append(letter)
    }

    private mutating func add(_ alternatives: [PatternNode]) {
        endRun()
        let runs = alternatives.map(RequiredRuns.init(of:))
        guard alternatives.count <= RequiredRuns.mostAlternatives, !runs.contains(.unknown)
        else { return }
        found.append(.any(runs))
    }

    private mutating func endRun() {
        if run.count >= RequiredRuns.shortest { found.append(.run(String(run))) }
        run = String.UnicodeScalarView()
    }

    mutating func finish() -> RequiredRuns {
        endRun()
        return found.count > 1 ? .all(found) : found.first ?? .unknown
    }
}
