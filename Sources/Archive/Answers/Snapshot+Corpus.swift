import Analysis
import GRDB
import Queries

/// What is true of the whole corpus, whatever is asked: the first screen shows it, and returns to
/// it whenever nothing narrows the list.
struct Corpus: Equatable, Sendable {
    var facets = Facets()
    /// Participants and points that at least one article names.
    var actorCount: Int
    var pointCount: Int
    var digestCount: Int
}

extension Snapshot {
    /// Kept in the archive until it or the dossier changes, since counting needs all columns,
    /// which are large where the archive is.
    mutating func corpus() throws -> Corpus {
        let stamp = "\(CorpusCodec.format).\(index.generation).\(dossier.contentHash)"
        if let known = index.corpus, known.stamp == stamp { return known.corpus }
        let corpus = try kept(
            "corpus", stamp, read: CorpusCodec.corpus, bytes: CorpusCodec.bytes
        ) { try $0.countedCorpus() }
        index.corpus = (stamp, corpus)
        return corpus
    }

    private mutating func countedCorpus() throws -> Corpus {
        let facets = try countedFacets(of: index.live)
        return Corpus(
            facets: facets, actorCount: facets.actors.count, pointCount: facets.points.count,
            digestCount: try rows(.isDigest).count)
    }

    /// What is kept under `name` for this state of the archive; else made, and kept from now on.
    mutating func kept<Value>(
        _ name: String, _ stamp: String, read: ([UInt8]) throws -> Value,
        bytes: (Value) -> [UInt8], make: (inout Snapshot) throws -> Value
    ) throws -> Value {
        if let stored = try derived(name, stamp), let known = try? read(stored) { return known }
        let value = try make(&self)
        newlyDerived[name] = Derived(stamp: stamp, data: bytes(value))
        return value
    }

    /// The bytes kept under `name` if they were made for this state of the archive.
    func derived(_ name: String, _ stamp: String) throws -> [UInt8]? {
        var bytes: [UInt8]?
        try db.step("SELECT data FROM derived WHERE name = ? AND stamp = ?", [name, stamp]) {
            bytes = Array(Database.blob($0, 0))
        }
        return bytes
    }
}

/// An answer worth keeping, on its way into the table `derived`.
struct Derived: Sendable {
    var stamp: String
    var data: [UInt8]
}
