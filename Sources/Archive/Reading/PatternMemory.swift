import Queries
import Synchronization

/// What is known of the patterns that were looked for last: in which articles each was looked for,
/// and in which of them it matches. Whoever narrows what is asked, or asks again, looks only where
/// nobody has looked; an article is forgotten when something in its segment changes. A class, since
/// all snapshots share it.
final class PatternMemory: Sendable {
    /// A pattern, and where it is looked for.
    struct Key: Hashable, Sendable {
        var pattern: Pattern
        var inTitle: Bool
    }

    struct Verdicts: Sendable {
        var looked: RowSet
        /// Of those that were looked at.
        var found: RowSet
    }

    /// What of an archive tells whether something is still true.
    struct State: Sendable {
        var epoch: Int
        var generation: Int
        /// Of each segment.
        var generations: [Int]
        /// Rows are below it.
        var limit: Int
    }

    private struct Entry {
        var key: Key
        var verdicts: Verdicts
        var state: State

        mutating func add(_ other: Verdicts) {
            verdicts.looked.formUnion(other.looked)
            verdicts.found.formUnion(other.found)
        }
    }

    /// Patterns that are remembered: 25 KB each at 100,000 articles.
    private static let limit = 16

    /// The oldest first.
    private let entries = Mutex<[Entry]>([])

    /// What is known of a pattern and still true.
    func verdicts(on key: Key, _ state: State) -> Verdicts {
        let nothing = RowSet(limit: state.limit)
        let entry = entries.withLock { entries in entries.first { $0.key == key } }
        guard let entry, entry.state.epoch == state.epoch,
            entry.state.generation <= state.generation
        else { return Verdicts(looked: nothing, found: nothing) }
        if entry.state.generation == state.generation { return entry.verdicts }
        var verdicts = Verdicts(
            looked: entry.verdicts.looked.fitted(to: state.limit),
            found: entry.verdicts.found.fitted(to: state.limit))
        let before = entry.state.generations
        for (segment, generation) in state.generations.enumerated()
        where segment >= before.count || before[segment] != generation {
            verdicts.looked.clear(segment: segment)
            verdicts.found.clear(segment: segment)
        }
        return verdicts
    }

    /// Remembers it beside what others have found out of the same state; what is known of a later
    /// state stays.
    func keep(_ verdicts: Verdicts, on key: Key, _ state: State) {
        let entry = Entry(key: key, verdicts: verdicts, state: state)
        entries.withLock { entries in
            var next = entry
            if let place = entries.firstIndex(where: { $0.key == key }) {
                let known = entries[place]
                if known.state.epoch == state.epoch {
                    if known.state.generation > state.generation { return }
                    if known.state.generation == state.generation { next.add(known.verdicts) }
                }
                entries.remove(at: place)
            }
            if entries.count >= PatternMemory.limit { entries.removeFirst() }
            entries.append(next)
        }
    }
}

extension FacetIndex {
    var state: PatternMemory.State {
        .init(epoch: epoch, generation: generation, generations: generations, limit: limit)
    }
}
